using System.Runtime.InteropServices;

namespace Pipeline.Extract.Context;

/// <summary>Makes the words that say what a part of a business does part of its name: 云|服务|部门, 移动|支付|业务.</summary>
internal static class DivisionNames
{
    /// <summary>Settles what stands right before a word that ends such a name (<see cref="ContextCue.Division"/>) and goes on to what is measured of it.</summary>
    public static void Settle(string folded, List<Token> tokens, CueLexicon cues)
    {
        var row = CollectionsMarshal.AsSpan(tokens);
        for (var i = 1; i + 1 < row.Length; i++)
        {
            if (row[i].Role != TokenRole.Noun)
            {
                continue;
            }

            var before = tokens[i - 1].Role == TokenRole.Skipped && i > 1 ? i - 2 : i - 1;
            if (row[before].Role != TokenRole.Verb || row[before].End < row[i].Start - 1 || tokens[i + 1].Role is not (TokenRole.Noun or TokenRole.Verb or TokenRole.Adverb or TokenRole.Time or TokenRole.Quantity or TokenRole.Preposition)
                || !cues.Is(ContextCue.Division, folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start)))
            {
                continue;
            }

            var kind = before;
            while (kind >= 0 && tokens[kind] is { Role: TokenRole.Verb, Sense.Verb: null } verb && (kind == before || verb.End == tokens[kind + 1].Start) && verb.End - verb.Start == 2 && !verb.Sense.Is(WordRoles.Speech | WordRoles.Trade) && folded.AsSpan(verb.Start, 2) is not ("相关" or "有关") && (verb.Tag is "vn" || verb.Tag is "v" && Continues(folded, tokens, kind, i)))
            {
                tokens[kind] = verb with { Role = TokenRole.Noun, Sense = WordSense.None };
                kind--;
            }

            if (kind > 0 && tokens[kind] is { Role: TokenRole.Particle } others && folded[others.Start] == '等' && others.End - others.Start == 1 && others.End == tokens[kind + 1].Start && tokens[kind - 1].Role == TokenRole.Noun)
            {
                // 电动汽车及AI等|创新业务
                tokens[kind] = others with { Role = TokenRole.Determiner };
            }
        }
    }

    /// <summary>True for a verb that a noun stands before, or that nothing stands before where the division's measure follows: 移动|支付|业务, 搜索|业务|营收.</summary>
    private static bool Continues(string folded, List<Token> tokens, int verb, int division) =>
        verb == 0 || tokens[verb - 1].Role is TokenRole.Clause or TokenRole.Listing or TokenRole.Skipped ? tokens[division + 1].Sense.Metric is not null
            : tokens[verb - 1].End == tokens[verb].Start && !tokens[verb - 1].IsName && (tokens[verb - 1].Role == TokenRole.Noun && !tokens[verb - 1].Sense.Is(WordRoles.Generic) || tokens[verb - 1].Tag is "vn" || folded[tokens[verb - 1].Start] == '等');
}
