namespace Pipeline.Extract.Context.Dealings;

/// <summary>What leads up to the size of a stake: its verb, whom the stake is in, and who held it.</summary>
internal sealed class StakeLead
{
    /// <summary>Longest way from a size back to what governs it, in tokens, so that each of a long list is not read to its start.</summary>
    private const int Longest = 60;

    /// <summary>The verb of trade that governs the stake from the left; -1 for none.</summary>
    public int Verb { get; private set; } = -1;

    /// <summary>将 or 把, which put the stake before its verb; -1 for none.</summary>
    public int Disposal { get; private set; } = -1;

    /// <summary>对 before the stake (对海川51%股权的收购); -1 for none.</summary>
    public int Topic { get; private set; } = -1;

    /// <summary>The verb of a relative clause, or of holding: 东山集团持有的; -1 for none.</summary>
    public int Holding { get; private set; } = -1;

    /// <summary>Who holds, before that verb.</summary>
    public Phrase Holder { get; private set; }

    /// <summary>The company that the stake is in.</summary>
    public Phrase Target { get; private set; }

    /// <summary>The word for the stake where it stands before the size: 减持公司股份500万股.</summary>
    public Phrase Stake { get; private set; }

    /// <summary>True when another verb governs what leads up to the size.</summary>
    public bool IsGoverned { get; private set; }

    /// <summary>True when 的 or 所 makes the verb of holding a relative clause; without them it may be the main verb.</summary>
    private bool IsRelative { get; set; }

    /// <summary>Reads leftwards from the quantity at <paramref name="quantity"/> down to <paramref name="floor"/>.</summary>
    public static StakeLead Read(TokenRow row, int quantity, int floor)
    {
        var lead = new StakeLead();
        for (var at = row.Before(quantity, floor); at >= Math.Max(0, quantity - Longest);)
        {
            var next = lead.Step(row, at, floor);
            if (next < 0)
            {
                break;
            }

            at = row.Before(next, floor);
        }

        if (lead is { Verb: < 0, Holding: >= 0, Disposal: < 0, Topic: < 0, IsRelative: false })
        {
            // 东山集团持有海川科技51%股权: nothing governs it, so it is the verb itself.
            lead.Verb = lead.Holding;
        }

        return lead;
    }

    /// <summary>收购, 质押, 转让: not a verb of holding.</summary>
    public static bool IsTransfer(TokenRow row, int at) => row[at].Role == TokenRole.Verb && row[at].Sense.Is(WordRoles.Trade) && !StakeTail.IsHolding(row, at);

    /// <summary>Takes in the token <paramref name="at"/>.</summary>
    /// <returns>The leftmost token taken in; -1 to stop.</returns>
    private int Step(TokenRow row, int at, int floor)
    {
        var token = row[at];
        switch (token.Role)
        {
            case TokenRole.Adverb when row.Word(at)[^1] is '将' or '把':
                // Nothing but the stake stands between: 将此前收购的51%股权.
                Disposal = at;
                return -1;
            case TokenRole.Adverb or TokenRole.Particle or TokenRole.Time or TokenRole.Determiner or TokenRole.Localizer:
                return at;
            case TokenRole.Listing:
                return at;
            case TokenRole.Close when row.OpenOf(at, floor) is var open && open >= 0:
                // 甲企业(有限合伙)所持
                return open;
            case TokenRole.Conjunction when row.Word(at) is "所":
                IsRelative |= Holding >= 0;
                return at;
            case TokenRole.Quantity when row.After(at) is var item && (row[item].Role is TokenRole.Noun or TokenRole.Of or TokenRole.Listing):
                // 东山51%股权、海川30%股权; 王某等10位股东持有的: part of the phrase.
                return at;
            case TokenRole.Of:
                return Of(row, at, floor);
            case TokenRole.Preposition:
                return Preposition(row, at);
            case TokenRole.Verb:
                return TakeVerb(row, at, floor);
            case TokenRole.Noun or TokenRole.Pronoun or TokenRole.Number or TokenRole.Adjective:
                return Noun(row, at, floor);
            default:
                return -1;
        }
    }

    private int Of(TokenRow row, int at, int floor)
    {
        var before = row.Before(at, floor);
        if (before < 0)
        {
            return -1;
        }

        if (row[before].Role == TokenRole.Verb || StakeTail.IsHolding(row, before))
        {
            (Holding, IsRelative) = (Holding < 0 ? before : Holding, true);
            return before;
        }

        return at;
    }

    private int Preposition(TokenRow row, int at)
    {
        if (row.Word(at)[^1] is '将' or '把')
        {
            Disposal = at;
            return -1;
        }

        if (row.Word(at) is "在" or "于" && !Target.IsEmpty)
        {
            // 收购后者在当地的矿山51%股权: where the thing is.
            return at;
        }

        if (row.Word(at) is "对")
        {
            Topic = at;
            return -1;
        }

        if (row.Word(at) is "给" or "予" or "于" && row.Before(at) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb)
        {
            // 质押给南山信托的: a relative clause whose verb has an object after it.
            (Holding, IsRelative, Target) = (verb, true, Phrase.None);
            return verb;
        }

        IsGoverned = Holding < 0;
        return row.Word(at) is "由" or "被" ? at : -1;
    }

    private int TakeVerb(TokenRow row, int at, int floor)
    {
        if (row.After(at) is var next && next >= 0 && row[next].Role == TokenRole.Localizer)
        {
            // 质押后: only says when.
            IsGoverned = true;
            return -1;
        }

        if (row[at].Sense.Verb is { Role: VerbRole.Level } && Holding < 0 && (Target.IsEmpty || IsLimit(row, at, floor)))
        {
            return at;
        }

        if (row[at].Sense.Is(WordRoles.Light) && row.Before(at, floor) is var done && done >= 0 && IsTransfer(row, done) && row[done].End == row[at].Start)
        {
            // 增持完成海川科技3%股份: that it is done, not what.
            return at;
        }

        if (row[at].Sense.Is(WordRoles.Trade) || StakeTail.IsHolding(row, at))
        {
            if (Holding >= 0 && row.After(at) is var and && row.Word(and) is "并" or "且" or "并且" && row.After(and) == Holding)
            {
                // 将其持有并质押给南山信托的500万股解除质押: one relative clause of two verbs.
                return at;
            }

            if (StakeTail.IsHolding(row, at) && Holding < 0 && (!Target.IsEmpty || row.Word(at)[0] == '所' || IsPutFirst(row, at, floor)))
            {
                // May itself be inside a larger one: 收购东山集团所持海川科技51%股权, 将所持500万股质押.
                (Holding, IsRelative) = (at, IsRelative || Target.IsEmpty || row.Word(at)[0] == '所');
                return at;
            }

            Verb = Holding < 0 || IsRelative || !Holder.IsEmpty ? at : -1;
            return -1;
        }

        if (Holding < 0 && row[at].Sense.Is(WordRoles.Light) && !Target.IsEmpty && Target.Start == row.After(at) && HasOf(row, Target) && row.Before(at, floor) is var seated && seated >= 0 && row[seated].Role == TokenRole.Noun)
        {
            // 收购总部位于海川的东山公司51%股权: a relative clause within the name of what is bought.
            return at;
        }

        if (Holding < 0 && row[at].Sense.IsNone && (Target.IsEmpty || row.After(at) >= Target.Start) && NameStart(row, at, floor) is >= 0 and var name)
        {
            var before = row.Before(name, floor);
            Target = new Phrase(name, Target.IsEmpty ? at + 1 : Target.End);
            Verb = IsTransfer(row, before) ? before : -1;
            return Verb >= 0 ? -1 : name;
        }

        if (IsRelative && row[at].Sense.IsNone)
        {
            // Part of a name that the word list does not know.
            return at;
        }

        if (row.Word(at) is ['所', ..] && Holding < 0)
        {
            (Holding, IsRelative) = (at, true);
            return at;
        }

        IsGoverned = true;
        return -1;
    }

    /// <summary>减持不超过公司3%股份: the limit stands between the verb and the company.</summary>
    private static bool IsLimit(TokenRow row, int at, int floor)
    {
        var verb = row.Before(at, floor);
        while (verb >= 0 && row[verb].Role == TokenRole.Adverb)
        {
            verb = row.Before(verb, floor);
        }

        return verb >= 0 && IsTransfer(row, verb);
    }

    private static bool HasOf(TokenRow row, Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (row[i].Role == TokenRole.Of)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>将其持有500万股质押: 将 takes what is held.</summary>
    private static bool IsPutFirst(TokenRow row, int holding, int floor)
    {
        var at = row.Before(holding, floor);
        while (at >= 0 && row[at].Role is TokenRole.Pronoun or TokenRole.Adverb && row.Word(at)[^1] is not ('将' or '把'))
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].Role is TokenRole.Preposition or TokenRole.Adverb && row.Word(at)[^1] is '将' or '把';
    }

    private int Noun(TokenRow row, int at, int floor)
    {
        if (StakeTail.IsHolding(row, at))
        {
            (Holding, IsRelative) = (Holding < 0 ? at : Holding, IsRelative || row.Word(at)[0] == '所');
            return at;
        }

        var phrase = row.PhraseEndingAt(at, floor);
        if (phrase.IsEmpty)
        {
            return row[at].Role == TokenRole.Noun ? -1 : at;
        }

        for (var i = phrase.End - 1; i > phrase.Start; i--)
        {
            if (StakeTail.IsHolding(row, i - 1))
            {
                phrase = new Phrase(i, phrase.End);
                break;
            }
        }

        if (Holding >= 0)
        {
            Holder = Holder.IsEmpty ? phrase : Holder;
            return phrase.Start;
        }

        if (Holding < 0 && Target.IsEmpty && row[phrase.End - 1].Sense.Metric is { Id: "shares" or "count" } && row.Word(phrase.End - 1)[^1] is '数' or '量' or '股' or '票' or '份')
        {
            // 质押股份数量为3亿股: what is measured has its own name.
            IsGoverned = true;
            return -1;
        }

        if (Target.IsEmpty && Stake.IsEmpty)
        {
            TakePhrase(row, phrase);
        }

        return phrase.Start;
    }

    /// <summary>海川科技股份 is the company and its stake; in 东山科技股权、海川科技 only the last item is meant.</summary>
    private void TakePhrase(TokenRow row, Phrase phrase)
    {
        var (start, end) = (phrase.Start, phrase.End);
        for (var i = end - 2; i > start; i--)
        {
            if (row[i].Role == TokenRole.Listing && StakeTail.IsStake(row, row.Before(i)))
            {
                start = i + 1;
                break;
            }
        }

        while (end > start && (StakeTail.IsStake(row, end - 1) || !Stake.IsEmpty && row[end - 1].Sense.Is(WordRoles.Attribute)))
        {
            Stake = Stake.IsEmpty && StakeTail.IsStake(row, end - 1) ? new Phrase(end - 1, end) : Stake;
            end--;
        }

        while (end > start && row[end - 1].Role is TokenRole.Of or TokenRole.Skipped)
        {
            end--;
        }

        Target = new Phrase(start, end);
    }

    /// <summary>收购海川防水70%股权, 东山19%股权、聚享无线15%股权: where a name starts that holds the unlisted verb at <paramref name="at"/>, with nothing but it after the verb of trade, the 的 of whoever holds it, or the stake before it in a list. −1 for none.</summary>
    private static int NameStart(TokenRow row, int at, int floor)
    {
        var start = at;
        for (var before = row.Before(at, floor); before >= 0; before = row.Before(before, floor))
        {
            if (IsTransfer(row, before))
            {
                return start < at || row.Word(at).Length > 1 ? start : -1;
            }

            var outer = row.Before(before, floor);
            if (outer >= 0 && (row[before].Role == TokenRole.Of && StakeTail.IsHolding(row, outer) || row[before].Role == TokenRole.Listing && StakeTail.IsStake(row, outer)))
            {
                return start;
            }

            if (row[before].Role is not (TokenRole.Noun or TokenRole.Adjective or TokenRole.Number or TokenRole.Of) && !(row[before].Role == TokenRole.Verb && row[before].Sense.IsNone) || StakeTail.IsStake(row, before))
            {
                return -1;
            }

            start = before;
        }

        return -1;
    }
}
