namespace Pipeline.Extract.Context.Dealings;

/// <summary>What follows the size of a stake: 51%的股权, 8000万股无限售流通股股票, 56%的海川科技股权.</summary>
internal readonly record struct StakeTail
{
    /// <summary>Most percentages that are taken to share one word, so that each of a long list is not read to its end.</summary>
    private const int MostListed = 16;

    /// <summary>The word for the stake, the last of its compound (流通股股票 → 股票); empty for none.</summary>
    public Phrase Stake { get; init; }

    /// <summary>The company between the size and that word.</summary>
    public Phrase Target { get; init; }

    /// <summary>True for 94%的所持股份: a part of what is held.</summary>
    public bool IsHeld { get; init; }

    /// <summary>One past the last token of the noun phrase.</summary>
    public int End { get; init; }

    /// <summary>One past the last token of the clause.</summary>
    public int ClauseEnd { get; init; }

    /// <summary>Reads rightwards from the quantity at <paramref name="quantity"/>.</summary>
    public static StakeTail Read(TokenRow row, int quantity, int clauseEnd)
    {
        quantity = LastListed(row, quantity, clauseEnd);
        var none = new StakeTail { End = quantity + 1, ClauseEnd = clauseEnd };
        var at = row.After(quantity, clauseEnd);
        at = at >= 0 && row[at].Role == TokenRole.Of ? row.After(at, clauseEnd) : at;
        var (first, stake) = (at, -1);
        var isHeld = false;
        while (at >= 0 && (row.IsNominal(at) || row[at].Role is TokenRole.Adjective or TokenRole.Determiner or TokenRole.Number || row[at].Role == TokenRole.Of && stake < 0 || IsHolding(row, at)))
        {
            if (IsStake(row, at))
            {
                stake = at;
            }
            else if (stake >= 0)
            {
                break;
            }

            isHeld |= IsHolding(row, at);
            at = row.After(at, clauseEnd);
        }

        if (stake < 0)
        {
            return none;
        }

        // 5%股份的表决权: what the shares give.
        var end = at >= 0 && row[at].Role == TokenRole.Of && row.After(at, clauseEnd) is var right && right >= 0 && row.Word(right) is "表决权" or "投票权" or "收益权" or "受益权" ? right + 1 : stake + 1;

        var compound = stake;
        while (compound > first && (IsStake(row, compound - 1) || row[compound - 1].Sense.Is(WordRoles.Attribute) || row[compound - 1].Role is TokenRole.Adjective or TokenRole.Of or TokenRole.Skipped))
        {
            compound--;
        }

        return new StakeTail
        {
            Stake = new Phrase(stake, end),
            Target = isHeld || compound <= first ? Phrase.None : new Phrase(first, compound),
            IsHeld = isHeld,
            End = end,
            ClauseEnd = clauseEnd,
        };
    }

    /// <summary>25%、26%的股权: the last of the percentages that share one word.</summary>
    private static int LastListed(TokenRow row, int quantity, int clauseEnd)
    {
        for (var listed = 1; listed < MostListed && row.Word(quantity)[^1] == '%' && row.After(quantity, clauseEnd) is >= 0 and var mark && row[mark].Role == TokenRole.Listing
            && row.After(mark, clauseEnd) is >= 0 and var other && row[other].Role == TokenRole.Quantity && row.Word(other)[^1] == '%'; listed++)
        {
            quantity = other;
        }

        return quantity;
    }

    /// <summary>股权, 股份, 流通股; 份额, which is also a share of a market, only as what is bought or sold.</summary>
    public static bool IsStake(TokenRow row, int at) => row[at].Role == TokenRole.Noun && (row[at].Sense.Is(WordRoles.Ownership) || row.Word(at) is "份额");

    /// <summary>持有, 所持: says whose a stake is.</summary>
    public static bool IsHolding(TokenRow row, int at) => row.Is(at, ContextCue.KeepsStake) || row[at].Role == TokenRole.Verb && row.Word(at) is "持股";
}
