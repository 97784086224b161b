namespace Pipeline.Extract.Context;

/// <summary>Joins 对日本出口, 自中国大陆与香港进口 into what is measured: the partner of a trade does not own its value.</summary>
internal static class TradePartners
{
    /// <summary>Most tokens between the preposition and the trade: 中国大陆, 与, 香港.</summary>
    private const int Longest = 5;

    /// <summary>Puts one noun in place of every such phrase in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i > 1; i--)
        {
            if (tokens[i] is not { Role: TokenRole.Noun, Sense.Metric: not null } trade || folded[trade.Start] is not ('出' or '进') || folded[trade.Start + 1] != '口')
            {
                continue;
            }

            var first = i - 1;
            while (first > 0 && i - first <= Longest && (tokens[first].Role == TokenRole.Listing || tokens[first].Role == TokenRole.Noun && IsPlace(tokens[first])))
            {
                first--;
            }

            if (first < i - 1 && tokens[first].End - tokens[first].Start == 1 && folded[tokens[first].Start] is '对' or '自' or '从' or '向' && tokens[first].End == tokens[first + 1].Start)
            {
                tokens[first] = new Token(tokens[first].Start, trade.End, TokenRole.Noun, "n", trade.Sense);
                tokens.RemoveRange(first + 1, i - first);
                i = first;
            }
        }
    }

    private static bool IsPlace(Token token) => token.IsName || token.Tag == "ns" || token.Sense.Is(WordRoles.Region) || token.Sense.Entity?.Type == EntityType.Place;
}
