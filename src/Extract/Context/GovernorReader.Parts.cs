namespace Pipeline.Extract.Context;

/// <content>What 的 joins to a quantity, shares, and what stands before a verb that only carries the value or limits it.</content>
internal static partial class GovernorReader
{
    private static int Of(TokenRow row, Governor found, int at, int floor)
    {
        if (!found.Noun.IsEmpty && row.OpenerOf(at) < 0 && row.Before(at, floor) is >= 0 and var governed && row.OpenerOf(governed) is >= 0 and var opener && opener >= floor)
        {
            // 芯片在其中的出货占比, 与亚军的差距: where or beside whom it is measured, and before that whose it is.
            found.Place = found.Place.IsEmpty && !row.IsPartMark(governed) ? new Phrase(opener + 1, at) : found.Place;
            return opener;
        }

        if (!found.Noun.IsEmpty && found.Outer.IsEmpty && row.Before(at, floor) is var relative && relative >= 0 && row[relative].Role == TokenRole.Verb)
        {
            if (IsDoneBy(row, relative, floor))
            {
                // 由该芯片组成的智算集群总算力: the head's, not the agent's.
                return -1;
            }

            // 股东承诺的最低减持价格: who does it owns it.
            var result = SubjectBefore(row, found, relative, floor);
            if (!found.Outer.IsEmpty && VerbOfChance(row, found.Noun, found.Outer, floor) is >= 0 and var deed)
            {
                // 维持利率不变的概率: not the rate's.
                found.Outer = Phrase.None;
                result = SubjectBefore(row, found, deed, floor);
            }

            (found.Outer, found.Place) = found.Outer.IsEmpty ? (found.Place, Phrase.None) : (found.Outer, found.Place);
            return result;
        }

        if (found is { Level: >= 0, Change: < 0, Action: < 0, Noun.IsEmpty: true } && row.After(at) == found.Level && ShareBefore(row, at, floor))
        {
            // 占总股本的为5%
            found.IsPartOf = true;
            return at;
        }

        if (!found.Noun.IsEmpty || HasVerb(found))
        {
            return -1;
        }

        var holder = row.Before(at, floor);
        if (holder < 0)
        {
            return -1;
        }

        found.IsPartOf = true;
        return at;
    }

    /// <summary>美联储维持利率不变的概率: the verb before <paramref name="phrase"/>, of which who does it may do something; -1 where <paramref name="measured"/> is no probability.</summary>
    private static int VerbOfChance(TokenRow row, Phrase measured, Phrase phrase, int floor) =>
        row[measured.End - 1].Sense.Metric is { Id: "probability" } && row.Before(phrase.Start, floor) is >= 0 and var verb && row[verb].Role == TokenRole.Verb && !row[verb].Sense.Is(WordRoles.Speech) ? verb : -1;

    /// <summary>由甲公司承建: true where 由 marks who does what the verb says.</summary>
    private static bool IsDoneBy(TokenRow row, int verb, int floor)
    {
        var agent = row.Before(verb, floor);
        while (agent >= 0 && row[agent].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Verb)
        {
            agent = row.Before(agent, floor);
        }

        return agent >= 0 && row.PhraseEndingAt(agent, floor) is { IsEmpty: false } phrase && row.Before(phrase.Start, floor) is >= 0 and var by && row.Word(by) is "由";
    }

    /// <summary>True where 占 stands before the verb, past times and adverbs.</summary>
    private static bool ShareOpens(TokenRow row, int verb, int floor)
    {
        var at = row.Before(verb, floor);
        while (at >= 0 && row[at].Role is TokenRole.Time or TokenRole.Adverb or TokenRole.Determiner)
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].Sense.Verb is { Role: VerbRole.Share };
    }

    /// <summary>True where only times and adverbs stand between <paramref name="owner"/> and the rest of a whole at <paramref name="rest"/>, and 占 or 是 before it.</summary>
    private static bool IsDatedWhole(TokenRow row, Phrase owner, int rest, int floor)
    {
        var at = row.After(owner.End - 1, rest);
        while (at >= 0 && row[at].Role is TokenRole.Time or TokenRole.Adverb)
        {
            at = row.After(at, rest);
        }

        return at < 0 && row.Before(owner.Start, floor) is var verb && verb >= 0 && row[verb].Sense.Verb is { Role: VerbRole.Share or VerbRole.Level };
    }

    /// <summary>Where the owner of a measure starts that a relative clause at the head of the clause describes: 采用新架构的 | 东山芯片的性能; -1 for none.</summary>
    private static int HeadOfRelative(TokenRow row, Phrase phrase, int floor)
    {
        var verb = row.Before(phrase.Start, floor);
        if (verb < 0 || row[verb] is not { Role: TokenRole.Verb, Sense.Verb: null or { Role: VerbRole.Level } } || row[verb].End - row[verb].Start != 2 || row.Before(verb, floor) >= 0 || row[phrase.End - 1].Sense.Metric is null)
        {
            return -1;
        }

        var first = phrase.Start;
        while (first < phrase.End && row[first].Role != TokenRole.Of)
        {
            first++;
        }

        return LastOf(row, phrase) > first ? first + 1 : -1;
    }

    private static bool ShareBefore(TokenRow row, int of, int floor)
    {
        var at = row.Before(of, floor);
        while (at >= 0 && row.IsNominal(at))
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].Sense.Verb is { Role: VerbRole.Share };
    }

    /// <summary>True where a listed measure stands right before the verb, past adverbs and times.</summary>
    private static bool FollowsMeasure(TokenRow row, int verb, int quantity, int floor)
    {
        var noun = row.Before(verb, floor);
        while (noun >= 0 && row[noun].Role is TokenRole.Adverb or TokenRole.Time && !row[noun].Sense.Is(WordRoles.Attribute))
        {
            noun = row.Before(noun, floor);
        }

        // 股价惨跌3.2%, 准备金可支应3个月: an unlisted verb may well say by how much, or how long.
        return noun >= 0 && row[noun] is { Role: TokenRole.Noun, Sense.Metric: { IsCountable: false } measured } && (measured.Kind != MetricKind.Level || row.Word(quantity)[^1] is not ('%' or '成' or '年' or '月' or '周' or '天' or '日' or '时'));
    }

    /// <summary>寒潮导致白菜价格上涨三成, 新品使东山集团营收增长5%, 导致甲公司5亿元资金被冻结: true where what is brought about has its own owner, which then stands in place of the cause's.</summary>
    private static bool HasOwnClause(TokenRow row, Governor found, int cause, int floor)
    {
        if (found.Noun.IsEmpty || row.AfterTimes(cause, found.Quantity) != found.Noun.Start)
        {
            return false;
        }

        if (SubjectName.IsOrganisation(row, found.Noun.End - 1) && row.Word(cause) is not ("使" or "让"))
        {
            (found.Outer, found.Noun) = (found.Noun, Phrase.None);
            return true;
        }

        var owner = row.Part(found.Noun, hasOwner: false).Owner;
        var last = owner.End - 1;
        if (owner.IsEmpty || found.ChangeTakesNoun || found is { Change: < 0, Level: < 0 } && row[found.Noun.End - 1].Sense.Metric is not ({ Kind: MetricKind.Rate } or { Id: "price" }))
        {
            return false;
        }

        var isNamed = row[last].Sense.Is(WordRoles.Generic) || SubjectName.HasName(row, owner.Start, owner.End);
        if (!isNamed && !(row.IsThing(last) && HasCause(row, cause, floor)))
        {
            return false;
        }

        found.IsBroughtAbout = true;
        return true;
    }

    /// <summary>导致毛利率仅6%, 推动油价突破100美元: true where nothing but what is measured stands behind the cause.</summary>
    private static bool IsBareMeasure(TokenRow row, Governor found, int cause) =>
        !found.Noun.IsEmpty && row.AfterTimes(cause, found.Quantity) == found.Noun.Start && row[found.Noun.End - 1].Sense.Metric is { Kind: MetricKind.Rate } or { Id: "price" } && row.Before(found.Quantity) is var last && (last == found.Noun.End - 1 || row[last].Role is TokenRole.Adverb or TokenRole.Verb);

    /// <summary>True where what brings it about is named in the same clause and is nobody who could own it (寒潮|导致白菜价格).</summary>
    private static bool HasCause(TokenRow row, int cause, int floor)
    {
        var any = false;
        for (var at = row.Before(cause, floor); at >= 0; at = row.Before(at, floor))
        {
            any |= row[at].Role == TokenRole.Noun;
            if (row[at].Role == TokenRole.Pronoun || row[at].IsName || row[at].Sense.Is(WordRoles.Generic | WordRoles.Region) || SubjectName.IsOrganisation(row, at))
            {
                return false;
            }
        }

        return any;
    }

    /// <summary>The verb of trade before a limit, past adverbs and the stake it deals in: 减持公司股份不超过. −1 for none.</summary>
    private static int DealtBefore(TokenRow row, int limit, int floor)
    {
        var at = row.Before(limit, floor);
        while (at >= 0 && row[at].Role == TokenRole.Adverb)
        {
            at = row.Before(at, floor);
        }

        if (at >= 0 && Dealings.StakeTail.IsStake(row, at) && row.PhraseEndingAt(at, floor) is { IsEmpty: false } stake)
        {
            at = row.Before(stake.Start, floor);
        }

        return at >= 0 && row[at].Role == TokenRole.Verb && row[at].Sense.Is(WordRoles.Trade) ? at : -1;
    }
}
