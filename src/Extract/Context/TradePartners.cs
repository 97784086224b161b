namespace Pipeline.Extract.Context;

/// <summary>Joins 对日本出口, 对东盟贸易总额, 自中国大陆与香港进口 into what is measured: the partner of a trade does not own its value.</summary>
internal static class TradePartners
{
    /// <summary>Most tokens between the preposition and the trade: 中国大陆, 与, 香港.</summary>
    private const int Longest = 5;

    /// <summary>Puts one noun in place of every such phrase in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, CueLexicon cues, List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            if (!IsTrade(tokens[i]))
            {
                continue;
            }

            var trade = tokens[i];
            var first = i - 1;
            while (first > 0 && i - first <= Longest && !OpensWithPartner(folded, cues, tokens[first], isAlone: true) && (tokens[first].Role is TokenRole.Listing or TokenRole.Skipped || tokens[first].Role is TokenRole.Noun or TokenRole.Pronoun or TokenRole.Determiner && IsPlace(folded, cues, tokens[first]) || IsJoint(folded, tokens[first])))
            {
                first--;
            }

            if (IsListOfPartners(tokens, first, i))
            {
                // 对越南、波兰进出口分别增长20%、17%: each has its own.
                continue;
            }

            if (OpensWithPartner(folded, cues, tokens[first], isAlone: first == i - 1) && tokens[first].End == tokens[first + 1].Start)
            {
                tokens[first] = new Token(tokens[first].Start, trade.End, TokenRole.Noun, "n", trade.Sense);
                tokens.RemoveRange(first + 1, i - first);
                i = first;
            }
        }
    }

    /// <summary>True for what a country trades: 出口, 贸易额, 顺差.</summary>
    public static bool IsTrade(in Token token) => token is { Role: TokenRole.Noun, Sense.Metric.Id: "exports" or "imports" or "trade" };

    /// <summary>对|美国 and, as one word, 对华.</summary>
    private static bool OpensWithPartner(string folded, CueLexicon cues, in Token token, bool isAlone) =>
        folded[token.Start] is '对' or '自' or '从' or '向' && (isAlone ? token.End - token.Start == 2 && cues.Is(ContextCue.Partner, folded.AsSpan(token.Start + 1, 1)) : token.End - token.Start == 1);

    private static bool IsListOfPartners(List<Token> tokens, int preposition, int trade)
    {
        var isList = false;
        for (var i = preposition + 1; i < trade; i++)
        {
            isList |= tokens[i].Role == TokenRole.Listing;
        }

        for (var next = trade + 1; isList && next < tokens.Count && tokens[next].Role is not (TokenRole.Quantity or TokenRole.Clause); next++)
        {
            if (tokens[next].Sense.Is(WordRoles.Respectively))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlace(string folded, CueLexicon cues, Token token) =>
        token.IsName || token.Tag == "ns" || token.Sense.Is(WordRoles.Region | WordRoles.Market) || token.Sense.Entity?.Type == EntityType.Place || cues.Is(ContextCue.Partner, folded.AsSpan(token.Start, token.End - token.Start));

    /// <summary>对共建“一带一路”国家出口</summary>
    private static bool IsJoint(string folded, Token token) => folded.AsSpan(token.Start, token.End - token.Start) is "共建";
}
