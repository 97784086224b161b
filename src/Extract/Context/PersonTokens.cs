using System.Buffers;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Segmentation;

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
            if ((isTitled || opens) && token is { Role: TokenRole.Other, Tag: "i" } && token.End - token.Start is 2 or 3 && next.Role is TokenRole.Verb or TokenRole.Adverb or TokenRole.Preposition or TokenRole.Conjunction or TokenRole.Time or TokenRole.Listing or TokenRole.Of
                && names.OpensWithSurname(folded.AsSpan(token.Start, token.End - token.Start)) && WordDictionary.Embedded.ListedTag(folded.AsSpan(token.Start, token.End - token.Start)) is null)
            {
                // 余杰亮: the model for unlisted words takes it for a phrase.
                tokens[i] = Name(token.Start, token.End);
                continue;
            }

            if (next.Start == token.End && i + 2 < tokens.Count && (isTitled || opens && token is { Role: TokenRole.Noun, Tag: "nr" }) && TryGlued(folded, tokens, i, names, isTitled))
            {
                continue;
            }

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

    /// <summary>股东|曾|康涛, 股东|董静|超|于, 股东|俞辰|勇于|11月: after a title a name whose characters are also words of their own.</summary>
    private static bool TryGlued(string folded, List<Token> tokens, int index, PersonalNames names, bool isTitled)
    {
        var (token, next, follower) = (tokens[index], tokens[index + 1], tokens[index + 2]);
        var (length, rest) = (token.End - token.Start, next.End - next.Start);
        if (!names.OpensWithSurname(folded.AsSpan(token.Start, length)) || token.Role is TokenRole.Clause or TokenRole.Listing or TokenRole.Of or TokenRole.Quantity)
        {
            return false;
        }

        if (length == 2 && rest == 2 && folded[next.End - 1] == '拟' && token.Tag is "nr" && WordDictionary.Embedded.ListedTag(folded.AsSpan(next.Start, 2)) is null)
        {
            // 罗凯|军拟
            tokens[index] = Name(token.Start, next.End - 1);
            tokens[index + 1] = new Token(next.End - 1, next.End, TokenRole.Adverb, "d", WordSense.None with { Roles = WordRoles.Adverb });
            return true;
        }

        // 杨艳|达|累计: a verb before a value, with none after it.
        var isPlain = length == 2 && rest == 1 && token.Tag is "nr" && next is { Role: TokenRole.Verb, Sense.Verb.Role: VerbRole.Level } && follower.Start == next.End && follower.Role is TokenRole.Verb or TokenRole.Adverb;
        if (!isTitled && !isPlain)
        {
            return false;
        }

        var isName = isPlain || length == 1 && rest == 2 && next is { Role: TokenRole.Noun, Tag: "nr" } && !token.Sense.IsNone
            || length == 2 && rest == 1 && token is { Role: TokenRole.Noun, Tag: "nr" } && next.Role is TokenRole.Verb or TokenRole.Adverb or TokenRole.Adjective && follower.Start == next.End && follower.Role == TokenRole.Preposition;
        if (isName)
        {
            tokens[index] = Name(token.Start, next.End);
            tokens.RemoveAt(index + 1);
            return true;
        }

        if (folded[next.End - 1] == '于' && follower.Role == TokenRole.Time && next.Role is TokenRole.Verb or TokenRole.Adverb && (length == 2 && rest == 2 || length == 1 && rest is 2 or 3) && (length == 1 || token.Tag is "nr" or "i" or "ns" or "nz" or "l" or "n"))
        {
            tokens[index] = Name(token.Start, next.End - 1);
            tokens[index + 1] = new Token(next.End - 1, next.End, TokenRole.Preposition, "p", WordSense.None with { Roles = WordRoles.Preposition });
            return true;
        }

        return false;
    }

    private static Token Name(int start, int end) => new(start, end, TokenRole.Noun, "nr", WordSense.None);

    private static bool IsPiece(Token token) => token.End - token.Start <= 2 && token.Role is TokenRole.Noun or TokenRole.Verb or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Number && token.Quantity < 0;
}
