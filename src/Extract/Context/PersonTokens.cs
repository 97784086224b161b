using System.Buffers;
using Pipeline.Extract.Context.Attribution;

namespace Pipeline.Extract.Context;

/// <summary>Joins a personal name that the segmenter cut: 董事长|于|子平, 股东|李|白于.</summary>
/// <remarks>Two or three characters that a family name opens, after a title, or at the start of a clause before a verb that the lexicons know. The rest would look like the clause's verb.</remarks>
internal static class PersonTokens
{
    /// <summary>Longest name with a family name of one character, in characters.</summary>
    private const int LongestName = 3;

    private static readonly SearchValues<char> Glued = SearchValues.Create("于向将与及被在");

    /// <summary>Joins the names in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, List<Token> tokens, PersonalNames names)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (token, next) = (tokens[i], tokens[i + 1]);
            var isTitled = i > 0 && (tokens[i - 1].Sense.Is(WordRoles.Title) || folded[tokens[i - 1].Start] == '人' && tokens[i - 1].End - tokens[i - 1].Start == 1) && tokens[i - 1].Role == TokenRole.Noun && tokens[i - 1].End == token.Start;
            var opens = i == 0 || tokens[i - 1].Role is TokenRole.Clause or TokenRole.Listing;
            if (!isTitled && !opens || !token.Sense.IsNone || !next.Sense.IsNone || next.Start != token.End || !IsPiece(token) || !IsPiece(next)
                || !names.OpensWithSurname(folded.AsSpan(token.Start, token.End - token.Start)))
            {
                continue;
            }

            var length = token.End - token.Start;
            if (isTitled && length == 1 && next.End - next.Start == 2 && Glued.Contains(folded[next.End - 1]))
            {
                // 黄|立于: the preposition is a word of its own.
                tokens[i] = Name(token.Start, next.End - 1);
                tokens[i + 1] = new Token(next.End - 1, next.End, TokenRole.Preposition, "p", WordSense.None);
                continue;
            }

            var end = next.End - token.Start <= LongestName ? next.End : -1;
            var last = i + 1;
            if (end >= 0 && last + 1 < tokens.Count && end - token.Start < LongestName && isTitled && tokens[last + 1] is { Sense: var sense } third && sense.IsNone && IsPiece(third) && third.Start == end && third.End - token.Start <= LongestName)
            {
                (end, last) = (third.End, last + 1);
            }

            var follower = last + 1 < tokens.Count ? tokens[last + 1] : default;
            var isFollowed = follower.Role is TokenRole.Verb or TokenRole.Adverb or TokenRole.Preposition or TokenRole.Conjunction or TokenRole.Time or TokenRole.Listing or TokenRole.Clause or TokenRole.Of
                || follower.Sense.Is(WordRoles.Title);
            if (end < 0 || last + 1 >= tokens.Count || !isFollowed || length == 1 && !isTitled || !isTitled && !(length == 2 && token.Tag is "nr" && follower.Role is TokenRole.Verb or TokenRole.Adverb && !follower.Sense.IsNone))
            {
                continue;
            }

            tokens[i] = Name(token.Start, end);
            tokens.RemoveRange(i + 1, last - i);
        }
    }

    private static Token Name(int start, int end) => new(start, end, TokenRole.Noun, "nr", WordSense.None);

    private static bool IsPiece(Token token) => token.End - token.Start <= 2 && token.Role is TokenRole.Noun or TokenRole.Verb or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Number && token.Quantity < 0;
}
