using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context.Dealings;

/// <summary>Reads which verb of trade governs a quantity of a stake, past the relative clauses that say who holds or held it.</summary>
/// <remarks>
/// 购买东山集团持有的海川科技51%股权: 持有 only narrows the stake, 购买 governs it and its subject is the agent.
/// 将持有的海川科技500万股质押: 将 puts the stake before its verb. 完成对海川科技51%股权的收购: the verb is a noun after 的.
/// </remarks>
internal static class DealingReader
{
    /// <summary>How many words may stand between a stake put first and its verb: 与南山信托办理了…登记.</summary>
    private const int ReachToVerb = 12;

    /// <summary>The dealing that the quantity at <paramref name="token"/> is the size of; null where it is none.</summary>
    public static Dealing? OfStake(TokenRow row, int token, Phrase clause, Quantity quantity)
    {
        var tail = StakeTail.Read(row, token, clause.End);
        var isShares = quantity.Dimension == Dimension.Count && quantity.Unit == "股";
        if (!isShares && quantity.Dimension != Dimension.Percent)
        {
            return null;
        }

        var left = StakeLead.Read(row, token, clause.Start);
        var stake = tail.Stake.IsEmpty ? left.Stake : tail.Stake;
        if (!isShares && left is { Disposal: >= 0, Verb: < 0, Stake.IsEmpty: false } && tail.Stake.IsEmpty && ClosingVerb(row, token + 1, clause.End) is >= 0 and var done && row.Before(token, clause.Start) is var part && part >= 0 && row[part].Role == TokenRole.Of)
        {
            // 将其持有的海川科技股份的99%进行质押: a part of what is held.
            return new Dealing(done, GovernorReader.SubjectOf(row, left.Disposal, clause.Start), left.Stake, left.Target) { IsOfHolding = true };
        }

        if (HolderBehind(row, tail.End, clause.End, out var held) is { IsEmpty: false } holder && !(tail.Stake.IsEmpty && row.Before(token, clause.Start) is >= 0 and var part2 && row[part2].Role == TokenRole.Of))
        {
            // 其余30%股权由东山集团持有, 10%的海川科技股份由东山集团收购: who holds or buys it stands behind 由.
            var company = left.Target.IsEmpty ? tail.Target : left.Target;
            return new Dealing(held, holder, stake, company.End - company.Start == 1 && row.Word(company.Start) is "其余" or "剩余" or "余下" or "其他" ? Phrase.None : company);
        }

        if (!isShares && (stake.IsEmpty || tail.Stake.IsEmpty && row.Before(token, clause.Start) is var of && of >= 0 && row[of].Role == TokenRole.Of))
        {
            // 公司总股本的2%: a part of what stands before.
            return null;
        }

        // 100%的甲公司股份、4%的乙公司股份: each names its own company.
        var isItem = !tail.Target.IsEmpty && row.Before(token, clause.Start) is >= 0 and var mark && row[mark].Role == TokenRole.Listing && row.Before(mark) is >= 0 and var item && StakeTail.IsStake(row, item);
        var target = left.Target.IsEmpty || isItem ? tail.Target : left.Target;
        if (left.Verb >= 0)
        {
            return new Dealing(left.Verb, row[left.Verb].Sense.Is(WordRoles.Levy) && !left.Holder.IsEmpty ? left.Holder : AgentOf(row, left.Verb, clause.Start, tail), stake, target) { IsOfHolding = tail.IsHeld };
        }

        var closing = ClosingVerb(row, tail.End, clause.End);
        if (left.Topic >= 0 && closing >= 0 && row[tail.End].Role == TokenRole.Of)
        {
            // 完成对海川科技51%股权的收购
            var light = row.Before(left.Topic, clause.Start);
            return new Dealing(closing, light < 0 ? Phrase.None : GovernorReader.SubjectOf(row, row[light].Role == TokenRole.Verb ? light : left.Topic, clause.Start), stake, target);
        }

        if (closing >= 0 && row[tail.End].Role == TokenRole.Of && row.Before(token, clause.Start) is var carrier && carrier >= 0 && row[carrier].Sense.Is(WordRoles.Light))
        {
            // 完成500万股的减持: the verb is a noun after 的.
            return new Dealing(closing, GovernorReader.SubjectOf(row, carrier, clause.Start), stake, target);
        }

        if (left.Topic >= 0 && closing >= 0)
        {
            // 法院对王某的500万股进行拍卖
            return new Dealing(closing, row[closing].Sense.Is(WordRoles.Levy) && (!left.Holder.IsEmpty || !left.Target.IsEmpty) ? left.Holder.IsEmpty ? left.Target : left.Holder : GovernorReader.SubjectOf(row, left.Topic, clause.Start), stake, Phrase.None);
        }

        if (left.Disposal >= 0 && closing >= 0)
        {
            return new Dealing(closing, GovernorReader.SubjectOf(row, left.Disposal, clause.Start), stake, target) { IsOfHolding = tail.IsHeld || left.Holding >= 0 && target.IsEmpty };
        }

        if (closing >= 0 && left is { Topic: < 0, IsGoverned: false })
        {
            // 大股东70%的股权已质押, 王某所持的500万股被冻结: what stands before is whose stake it is.
            return left.Holding >= 0
                ? new Dealing(closing, HolderOf(row, left, clause.Start), stake, target)
                : new Dealing(closing, target, stake, target) { IsOfHolding = true };
        }

        return left.Holding >= 0 ? new Dealing(left.Holding, HolderOf(row, left, clause.Start), stake, target) { IsOfHolding = tail.IsHeld } : null;
    }

    /// <summary>Who 由 names behind a stake as its holder or buyer, and the verb that says so; empty where none is.</summary>
    private static Phrase HolderBehind(TokenRow row, int from, int end, out int verb)
    {
        verb = -1;
        var by = row.After(from - 1, end);
        while (by >= 0 && row[by].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time)
        {
            by = row.After(by, end);
        }

        if (by < 0 || row.Word(by) is not "由" || row.PhraseStartingAt(row.After(by, end), end) is not { IsEmpty: false } holder)
        {
            return Phrase.None;
        }

        verb = row.After(holder.End - 1, end);
        while (verb >= 0 && row[verb].Role is TokenRole.Adverb or TokenRole.Time)
        {
            verb = row.After(verb, end);
        }

        return verb >= 0 && (StakeTail.IsHolding(row, verb) || row[verb].Role == TokenRole.Verb && row[verb].Sense.Is(WordRoles.Trade) && !row[verb].Sense.Is(WordRoles.Levy)) ? holder : Phrase.None;
    }

    /// <summary>The dealing whose price the quantity at <paramref name="token"/> is: 以2亿元收购海川科技51%股权. Null where it is none.</summary>
    public static Dealing? OfPrice(TokenRow row, int token, Phrase clause)
    {
        var verb = row.After(token, clause.End);
        var means = row.OpenerOf(token) >= 0 ? row.OpenerOf(token) : row.Before(token, clause.Start);
        if (verb >= 0 && row[verb].Role == TokenRole.Preposition && row.Word(verb)[^1] is '向' or '从' or '过' && row.EndOfPhrase(verb) is var partner && partner > verb + 1)
        {
            // 以2亿元向控股股东收购: from whom.
            verb = row.After(partner - 1, clause.End);
        }

        while (verb >= 0 && (row[verb].Role == TokenRole.Listing && row.After(verb, clause.End) is var other && other >= 0 && row[other].Role == TokenRole.Quantity || row[verb].Role == TokenRole.Quantity || row.OpenerOf(verb) >= 0 && row.OpenerOf(verb) == means || row[verb].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time or TokenRole.Open || row.Word(verb) is "现金"))
        {
            // 以9亿欧元(约合70亿元)收购, 以每股16美元现金收购
            verb = row.After(row[verb].Role == TokenRole.Open ? Math.Max(verb, row.CloseOf(verb, clause.End)) : verb, clause.End);
        }

        var end = clause.End;
        means = means >= 0 && row.Word(means) is "现金" ? row.Before(means, clause.Start) : means;
        if (verb < 0 && means >= 0 && row.Word(means) is "以" or "按" && end < row.Count && row.Word(end) is ",")
        {
            // 以38亿元，收购了海川科技51%股权, 以现金2亿元，购买…: the deed stands after a pause.
            verb = row.After(end);
            for (end++; end < row.Count && row[end].Role != TokenRole.Clause; end++)
            {
            }

            // 按每股2港元，耗资110万港元回购…: for how much in all.
            verb = verb >= 0 && row[verb].Sense.Is(WordRoles.Means) && row.After(verb, end) is var sum && sum >= 0 && row[sum].Role == TokenRole.Quantity ? row.After(sum, end) : verb;
        }

        if (verb < 0 || !StakeLead.IsTransfer(row, verb) || row.After(verb, end) is var next && next >= 0 && row[next].Role == TokenRole.Of)
        {
            return null;
        }

        for (var at = next; at >= 0; at = row.After(at, end))
        {
            if (StakeTail.IsStake(row, at) && !(row.After(at, end) is var after && after >= 0 && row[after] is { Role: TokenRole.Noun or TokenRole.Adjective, IsName: false }))
            {
                return new Dealing(verb, AgentOf(row, verb, clause.Start, new StakeTail { Stake = new Phrase(at, at + 1), End = at + 1, ClauseEnd = end }), new Phrase(at, at + 1), Phrase.None);
            }

            if (row[at].Role is TokenRole.Clause or TokenRole.Open or TokenRole.Close || row[at].Role == TokenRole.Verb && !row[at].Sense.Is(WordRoles.Trade) && (row.Word(at) is "用于" || !row[at].Sense.IsNone && row[at].Sense.Verb is not { Role: VerbRole.Level }))
            {
                break;
            }
        }

        // 拟以1亿元回购用于股权激励, 以6元减持了20万股: shares, without saying so.
        next = next >= 0 && row[next].Role == TokenRole.Particle ? row.After(next, end) : next;
        return row.Word(verb) is "回购" or "增持" or "减持" && (next < 0 || row[next].Role == TokenRole.Quantity || row[next].Role == TokenRole.Verb && row.Word(next) is "用于")
            ? new Dealing(verb, AgentOf(row, verb, clause.Start, new StakeTail { End = end, ClauseEnd = end }), Phrase.None, Phrase.None)
            : null;
    }

    /// <summary>Who does what <paramref name="verb"/> says: its subject, past the price that stands between (出资2亿元收购); else the head of the relative clause that it closes (收购海川51%股权的东山集团).</summary>
    private static Phrase AgentOf(TokenRow row, int verb, int floor, StakeTail tail)
    {
        var at = verb;
        for (var before = row.Before(at, floor); before >= 0; before = row.Before(before, floor))
        {
            if (row[before].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time)
            {
                continue;
            }

            if (row[before].Role != TokenRole.Quantity)
            {
                break;
            }

            at = before;
            if (row.Before(before, floor) is var payer && payer >= 0 && (row[payer].Role == TokenRole.Preposition || row[payer].Role == TokenRole.Verb && row[payer].Sense.Is(WordRoles.Action)))
            {
                before = at = payer;
            }
        }

        var agent = GovernorReader.SubjectOf(row, at, floor);
        if (agent.IsEmpty && tail.End < tail.ClauseEnd && row[tail.End].Role == TokenRole.Of && row.After(tail.End, tail.ClauseEnd) is var head && head >= 0 && row[head].IsName)
        {
            var phrase = row.PhraseStartingAt(head, tail.ClauseEnd);
            return row.Part(phrase, hasOwner: false).Owner;
        }

        return agent;
    }

    /// <summary>Who holds; where that is 其 after a preposition (东山集团以其持有的51%股权), the subject before it.</summary>
    private static Phrase HolderOf(TokenRow row, StakeLead left, int floor)
    {
        if (left.Holder.IsEmpty || row[left.Holder.Start].Role != TokenRole.Pronoun)
        {
            return left.Holder;
        }

        return row.Before(left.Holder.Start, floor) is var preposition && preposition >= 0 && row[preposition].Role == TokenRole.Preposition
            ? GovernorReader.SubjectOf(row, preposition, floor)
            : Phrase.None;
    }

    /// <summary>The verb of trade after a stake: 已质押, 被冻结, 质押给…, 办理了解除质押登记; -1 for none.</summary>
    private static int ClosingVerb(TokenRow row, int from, int end)
    {
        var at = from < end && row[from].Role is not (TokenRole.Skipped or TokenRole.Of) ? from : row.After(from, end);
        for (var words = 0; at >= 0 && words < ReachToVerb; words++)
        {
            var token = row[at];
            switch (token.Role)
            {
                case TokenRole.Verb when token.Sense.Is(WordRoles.Trade):
                    return at;
                case TokenRole.Verb when token.Sense.Is(WordRoles.Light) || row.Word(at) is "处于" or "处在":
                case TokenRole.Adverb or TokenRole.Particle or TokenRole.Time or TokenRole.Localizer:
                    break;
                case TokenRole.Open when row.CloseOf(at, end) is var close && close >= 0:
                    at = close;
                    break;
                case TokenRole.Verb when token.Sense.Verb is null && row.After(at, end) is var manner && manner >= 0 && row[manner].Role == TokenRole.Verb && row[manner].Sense.Is(WordRoles.Trade):
                    // 补充质押, 公开拍卖: how it is done.
                    break;
                case TokenRole.Noun or TokenRole.Verb when row.Word(at) is "办理" or "申请":
                case TokenRole.Noun when row.After(at, end) is var dealt && dealt >= 0 && row[dealt].Role == TokenRole.Verb && row[dealt].Sense.Is(WordRoles.Trade) && row.Before(at, from) is var light && light >= 0 && row[light].Sense.Is(WordRoles.Light):
                    // 办理质押, 进行股票质押, 进行网络拍卖
                    break;
                case TokenRole.Listing when (words == 0 || row[row.Before(at)].Role == TokenRole.Quantity) && row.After(at, end) is var further && further >= 0 && row[further].Role == TokenRole.Quantity:
                    // 将3500万股和4000万股股票质押
                    at = StakeTail.Read(row, further, end).End - 1;
                    break;
                case TokenRole.Listing when row.After(at, end) is var second && second >= 0 && row.PhraseStartingAt(second, end) is { IsEmpty: false } partner:
                    // 与光大银行进行质押, 及其他抵押物办理质押
                    at = partner.End - 1;
                    break;
                case TokenRole.Preposition or TokenRole.Verb when Means(row, at, end) is var means && means >= 0:
                    at = means;
                    break;
                case TokenRole.Quantity when words > 0 && StakeTail.Read(row, at, end) is { Stake.IsEmpty: false } listed:
                    // 将海川18%股权、东山29%股权出售
                    at = listed.End - 1;
                    break;
                case TokenRole.Preposition when Doer(row, at, end) is var doer && doer >= 0:
                    at = doer;
                    break;
                case TokenRole.Preposition when row.After(at, end) is var first && first >= 0 && row.PhraseStartingAt(first, end) is { IsEmpty: false } inner:
                    at = inner.End - 1;
                    break;
                case TokenRole.Preposition:
                    break;
                default:
                    return -1;
            }

            at = row.After(at, end);
        }

        return -1;
    }

    /// <summary>被市中级人民法院等机关冻结: the last token before the verb that 被 leads to; -1 for none.</summary>
    private static int Doer(TokenRow row, int preposition, int end)
    {
        if (row.Word(preposition) is not ("被" or "遭" or "由"))
        {
            return -1;
        }

        var last = preposition;
        for (var at = row.After(preposition, end); at >= 0 && at <= preposition + ReachToVerb; at = row.After(at, end))
        {
            if (row[at].Role == TokenRole.Verb && row[at].Sense.Is(WordRoles.Trade))
            {
                return last;
            }

            if (row[at].Role is TokenRole.Clause or TokenRole.Quantity)
            {
                return -1;
            }

            last = at;
        }

        return -1;
    }

    /// <summary>通过公开挂牌的方式: the last token of the phrase that says by what means; -1 for none.</summary>
    private static int Means(TokenRow row, int preposition, int end)
    {
        if (!row.Is(preposition, ContextCue.Means))
        {
            return -1;
        }

        for (var at = row.After(preposition, end); at >= 0 && at <= preposition + ReachToVerb; at = row.After(at, end))
        {
            if (row[at].Role is TokenRole.Clause or TokenRole.Quantity)
            {
                return -1;
            }

            if (row[at].Sense.Is(WordRoles.Manner) || row.Word(at) is "价格" or "程序")
            {
                return at;
            }
        }

        return -1;
    }
}
