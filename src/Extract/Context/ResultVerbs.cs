using System.Buffers;

namespace Pipeline.Extract.Context;

/// <summary>Joins a verb with the complement that the segmenter cuts off: 跑|完21公里, 搜救|出12人.</summary>
internal static class ResultVerbs
{
    /// <summary>The complements that are cut off.</summary>
    public static readonly SearchValues<char> Complements = SearchValues.Create("完出掉回起光走");

    /// <summary>Puts one verb in place of every verb and its complement in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            var (verb, complement) = (tokens[i], tokens[i + 1]);
            if (verb is { Role: TokenRole.Verb, Sense.Verb: null } && complement.End - complement.Start == 1 && complement.Start == verb.End && complement.Role is not (TokenRole.Clause or TokenRole.Quantity)
                && Complements.Contains(folded[complement.Start]) && !verb.Sense.Is(WordRoles.Adverb | WordRoles.Speech))
            {
                tokens[i] = verb with { End = complement.End };
                tokens.RemoveAt(i + 1);
            }
        }
    }
}
