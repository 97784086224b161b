namespace Pipeline.Extract.Context;

/// <summary>What stands to the right of a quantity in its clause. Indexes are tokens; -1 is none.</summary>
internal readonly record struct Dependent
{
    /// <summary>Most words that the name of a contract or project goes on for behind its first noun.</summary>
    private const int LongestUndertaking = 12;

    /// <summary>True when 的 follows the quantity: 25%的关税.</summary>
    public bool IsLinked { get; init; }

    /// <summary>The noun phrase that follows, directly or after 的.</summary>
    public Phrase Noun { get; init; }

    /// <summary>The verb after that noun, or directly after the quantity.</summary>
    public int Verb { get; init; }

    /// <summary>True where 被, 遭 or 获 makes the noun the one that the verb is done to: 5000万件餐具被弃置.</summary>
    public bool IsPassive { get; init; }

    /// <summary>A noun phrase after that verb: 全球50%的研究者是华人.</summary>
    public Phrase Object { get; init; }

    /// <summary>Reads the clause rightwards from the quantity at token <paramref name="quantity"/>.</summary>
    /// <param name="row">The sentence.</param>
    /// <param name="quantity">The quantity's token.</param>
    /// <param name="clauseEnd">One past the clause's last token.</param>
    public static Dependent Read(TokenRow row, int quantity, int clauseEnd)
    {
        var at = row.After(quantity, clauseEnd);
        if (at >= 0 && row[at].Role == TokenRole.Open)
        {
            // 近7000元(约955美元)的新机: the bracket only says it again.
            var close = row.CloseOf(at, clauseEnd);
            var of = close < 0 ? -1 : row.After(close, clauseEnd);
            at = of >= 0 && row[of].Role == TokenRole.Of ? of : at;
        }

        var linked = at >= 0 && row[at].Role == TokenRole.Of;
        if (linked)
        {
            at = row.After(at, clauseEnd);
        }

        if (at < 0)
        {
            return new Dependent { Verb = -1, IsLinked = linked };
        }

        if (!linked && row[at].Role == TokenRole.Adverb && row.After(at, clauseEnd) is >= 0 and var toll && row[toll].Role == TokenRole.Noun && row[toll].Sense.Metric is { Id: "casualties" })
        {
            // 2人当场死亡, as 2人死亡.
            at = toll;
        }

        if (!linked && row.Word(quantity)[^1] is '人' or '名' or '位' && Outcome(row, at, clauseEnd) is >= 0 and var outcome)
        {
            return new Dependent { Verb = outcome };
        }

        if (row[at].Role == TokenRole.Adjective && row.Word(at) is "不等" && row.After(at, clauseEnd) is var range && range >= 0 && row[range].Role == TokenRole.Of && row.After(range, clauseEnd) is var ranged && ranged >= 0)
        {
            // 5到20天不等的育儿假
            (linked, at) = (true, ranged);
        }

        if (row[at].Role == TokenRole.Number && row.Word(at)[^1] is '岁' && row.After(at, clauseEnd) is >= 0 and var limit && row[limit].Role == TokenRole.Localizer && row.After(limit, clauseEnd) is >= 0 and var aged)
        {
            // 1,068位20岁以上市民: of what age they are.
            at = row[aged].Role == TokenRole.Of && row.After(aged, clauseEnd) is >= 0 and var person ? person : aged;
        }

        while (!linked && row[at].Role == TokenRole.Number && row.Word(at)[^1] is '天' or '日' or '期' && row.After(at, clauseEnd) is >= 0 and var term && row[term].Start == row[at].End)
        {
            // 100亿元7天期逆回购: of what term.
            at = term;
        }

        var noun = row[at].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Determiner ? row.PhraseStartingAt(at, clauseEnd) : Phrase.None;
        if (noun.IsEmpty && linked && row.After(at, clauseEnd) is var head && head >= 0 && row[head].Role == TokenRole.Noun && (row.IsModifierVerb(at) || NarrowsPlan(row, at, head)))
        {
            noun = row.PhraseStartingAt(head, clauseEnd) is { IsEmpty: false } rest ? new Phrase(at, rest.End) : noun;
        }

        if (noun.IsEmpty && linked && row[at].Role == TokenRole.Adverb && row.PhraseStartingAt(row.After(at, clauseEnd), clauseEnd) is { IsEmpty: false } measure && row[measure.End - 1].Sense.Metric is not null)
        {
            // 34%的全面关税
            noun = new Phrase(at, measure.End);
        }

        if (linked && noun.End - noun.Start > 1 && row[noun.Start].Sense.Metric is { Id: "growth_rate" or "speed" } && row.Before(quantity) is var way && way >= 0 && (row.OpenerOf(quantity) >= 0 || row[way].Role == TokenRole.Preposition))
        {
            // 以超50%的增速|跨越式发展: at what rate, and then what goes on.
            noun = new Phrase(noun.Start, noun.Start + 1);
        }

        if (linked && row.Word(quantity).IndexOfAny("%成倍") >= 0 && Growth(row, at, clauseEnd) is >= 0 and var growth)
        {
            // 12%的增长, 100%以上的月环比增长: a verb of change that is what the value says.
            noun = new Phrase(at, growth + 1);
        }

        if (noun.IsEmpty && !linked && row[at] is { Role: TokenRole.Verb, Tag: "v" or "vn", Sense.Verb: null } && row.Word(quantity)[^1] is '份' or '宗' or '件' or '项' or '起' or '通' or '张' && EndsClause(row, at, clauseEnd)
            || noun.IsEmpty && !linked && row[at] is { Role: TokenRole.Verb, Sense.Verb: null } && row.Word(quantity)[^1] == '元' && EndsClause(row, at, clauseEnd) && Giving(row, quantity) is var giving && giving >= 0 && row.Is(giving, ContextCue.Provides))
        {
            // 提供5亿元担保, 接获7.2万份申请: a deed that is counted.
            return new Dependent { Noun = new Phrase(at, at + 1), Verb = -1 };
        }

        if (!noun.IsEmpty && (row.IsRecord(noun.End - 1) || row.Word(noun.End - 1) is "历史" || row.Is(noun.End - 1, ContextCue.Milestone)))
        {
            // 创236亿元历史新高, 站上5000万元台阶: a record or a mark that is passed, nothing that is measured.
            at = row.After(noun.End - 1, clauseEnd);
            noun = Phrase.None;
            if (at < 0)
            {
                return new Dependent { Verb = -1 };
            }
        }

        if (!noun.IsEmpty && row.After(noun.End - 1, clauseEnd) is var item && item >= 0 && row[item].Role == TokenRole.Quantity && row.LastMark(noun) is > 0 and var mark)
        {
            // 37人遇难、失联12人: what the next value counts is none of this one's.
            noun = new Phrase(noun.Start, mark);
        }

        if (!linked && About(row, quantity, at, clauseEnd) is { IsEmpty: false } about)
        {
            // 624宗有关资料外泄的个案: the noun behind what they are about.
            noun = about;
        }

        if (!linked && !noun.IsEmpty && Described(row, noun, clauseEnd) is { IsEmpty: false } described)
        {
            // 20家面积超过500平方米的门店: what the clause before 的 is about.
            noun = described;
        }

        noun = !linked && !noun.IsEmpty && UndertakingEnd(row, noun.End, clauseEnd) is > 0 and var whole ? new Phrase(noun.Start, whole) : noun;
        if (!noun.IsEmpty)
        {
            at = row.After(noun.End - 1, clauseEnd);
            if (at >= 0 && !linked && row[at] is { Role: TokenRole.Verb } dealt && dealt.Sense.Is(WordRoles.Trade) && row[noun.End - 1].End == dealt.Start && row[noun.End - 1].Sense.Is(WordRoles.Ownership) && row.Word(quantity)[^1] is '笔' or '起' or '宗' or '次' or '单')
            {
                // 11笔股权质押: deals that are counted.
                noun = new Phrase(noun.Start, at + 1);
                at = row.After(at, clauseEnd);
            }
        }

        while (at >= 0 && (row[at].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time || noun.IsEmpty && !linked && row[at].Role == TokenRole.Adjective && row.After(at, clauseEnd) is var acts && acts >= 0 && row[acts].Role == TokenRole.Verb))
        {
            // 101万人紧急转移安置: how it is done.
            at = row.After(at, clauseEnd);
        }

        if (noun.IsEmpty && !linked && at >= 0 && row[at].Role == TokenRole.Preposition && row.Word(at) is "从" or "在" or "因" or "于" or "由" or "自" or "经" or "经由" or "循" or "向" or "通过" && AfterPhrase(row, at, clauseEnd) is var past && past >= 0 && row[past] is { Role: TokenRole.Verb, Sense.Verb: null })
        {
            // 7人从火场中疏散, 3人因伤重不治
            return new Dependent { Verb = past };
        }

        var isPassive = at >= 0 && !noun.IsEmpty && !linked && row[at].Role == TokenRole.Preposition && row.Word(at) is "被" or "遭" or "获";
        if (isPassive && DoneBy(row, at, clauseEnd) is >= 0 and var suffered)
        {
            return new Dependent { Noun = noun, Verb = suffered, IsPassive = true };
        }

        if (noun.IsEmpty && !linked && at >= 0 && row[at].Role == TokenRole.Preposition && row.Word(at) is "被" or "遭" && DoneBy(row, at, clauseEnd) is >= 0 and var taken && (row[taken].Sense.Is(WordRoles.Trade) || row.Word(quantity)[^1] is '人' or '名' or '位'))
        {
            // 其中82%已被质押, 12人被警方带走
            return new Dependent { Verb = taken };
        }

        if (at < 0 || row[at].Role != TokenRole.Verb && !(noun.IsEmpty && !linked && row.Word(at) is "面临" or "面对"))
        {
            return new Dependent { IsLinked = linked, Noun = noun, Verb = -1 };
        }

        var target = row.After(at, clauseEnd);
        if (noun.IsEmpty && !linked && target >= 0 && row.Word(target) is "至" or "到" or "往" or "回")
        {
            // 17人已转移至成都救治: where to, nothing that is done.
            return new Dependent { Verb = at };
        }

        while (target >= 0 && row[target].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Preposition)
        {
            target = row.After(target, clauseEnd);
        }

        return new Dependent { IsLinked = linked, Noun = noun, Verb = at, Object = target < 0 ? Phrase.None : row.PhraseStartingAt(target, clauseEnd) };
    }

    /// <summary>签订5亿元新冠|检测试剂盒销售合同, 中标5亿元水环境|综合治理项目: one past the name of the contract or project that closes the clause, verbs and all; -1 where none does.</summary>
    private static int UndertakingEnd(TokenRow row, int start, int clauseEnd)
    {
        var at = start;
        while (at < clauseEnd && at - start < LongestUndertaking && row[at].Start == row[at - 1].End && (row[at].Role is TokenRole.Noun or TokenRole.Adjective || row[at] is { Role: TokenRole.Verb, Sense.Verb: null } && row.Word(at) is not ("签署" or "签订" or "订立" or "达成")))
        {
            at++;
        }

        return at > start && row.EndsIn(at - 1, ContextCue.Undertaking) && (at == clauseEnd || row[at].Role == TokenRole.Clause) ? at : -1;
    }

    /// <summary>624宗|有关资料外泄的|个案: the noun phrase that closes the clause behind what the things counted are about; empty elsewhere.</summary>
    private static Phrase About(TokenRow row, int quantity, int first, int clauseEnd)
    {
        if (!row.Is(first, ContextCue.Concerns) || row.Word(quantity)[^1] is '元' or '%' or '人' or '男' or '女')
        {
            return Phrase.None;
        }

        var of = -1;
        for (var at = first + 1; at < clauseEnd && row[at].Role is not (TokenRole.Quantity or TokenRole.Clause); at++)
        {
            of = row[at].Role == TokenRole.Of ? at : of;
        }

        return of < 0 ? Phrase.None : row.PhraseStartingAt(row.After(of, clauseEnd), clauseEnd);
    }

    /// <summary>The noun phrase behind 的 where <paramref name="measure"/> and its own value stand before that; empty elsewhere.</summary>
    private static Phrase Described(TokenRow row, Phrase measure, int clauseEnd)
    {
        if (row[measure.End - 1].Sense.Metric is null && !row.LooksLikeMetric(measure.End - 1))
        {
            return Phrase.None;
        }

        var at = row.After(measure.End - 1, clauseEnd);
        while (at >= 0 && row[at].Role is TokenRole.Adverb or TokenRole.Verb)
        {
            at = row.After(at, clauseEnd);
        }

        var of = at >= 0 && row[at].Role == TokenRole.Quantity ? row.After(at, clauseEnd) : -1;
        return of >= 0 && row[of].Role == TokenRole.Of && row.LastMark(measure) <= 0 ? row.PhraseStartingAt(row.After(of, clauseEnd), clauseEnd) : Phrase.None;
    }

    /// <summary>The verb of change that the clause ends with, or that only how or over what span it grows stands before; -1 where there is none.</summary>
    public static int Growth(TokenRow row, int at, int clauseEnd)
    {
        var isBare = true;
        while (at >= 0 && (row[at].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Time || row.Word(at) is "较"))
        {
            // Only how or over what span it grows: 同比, 月, 强劲.
            isBare &= row[at].Role != TokenRole.Noun || row.Word(at).Length == 1;
            at = row.After(at, clauseEnd);
        }

        if (at < 0 || row[at] is not { Role: TokenRole.Verb, Sense.Verb.Role: VerbRole.Change })
        {
            return -1;
        }

        // 12%的同比增长|令人意外: the growth itself is what the next verb speaks of.
        return row.After(at, clauseEnd) is var next && next < 0 || row[next].Role is TokenRole.Clause or TokenRole.Close or TokenRole.Listing || isBare && (row[next].Role is TokenRole.Verb or TokenRole.Adverb || row.Word(next) is ['令' or '让' or '使', ..]) ? at : -1;
    }

    /// <summary>的回购计划, 的收购协议: the verb says what sort of plan.</summary>
    private static bool NarrowsPlan(TokenRow row, int verb, int head) =>
        row[verb].Role == TokenRole.Verb && row[verb].Sense is { Verb: null } sense && sense.Is(WordRoles.Trade | WordRoles.Action) && row[head].Start == row[verb].End
        && !row[head].IsName && row[head].Sense.Metric is null && !row[head].Sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Group | WordRoles.Ownership | WordRoles.Region);

    /// <summary>The verb before the value, past 了: 提供了|5亿元|担保; −1 for none.</summary>
    private static int Giving(TokenRow row, int quantity) =>
        row.Before(quantity) is var at && at >= 0 && row[at].Role == TokenRole.Particle ? row.Before(at) : at;

    /// <summary>The verb after 被, past who does it and how: 被陆股通明显减持; −1 for none.</summary>
    private static int DoneBy(TokenRow row, int passive, int clauseEnd)
    {
        var at = row.After(passive, clauseEnd);
        var agent = at < 0 || row[at].Role != TokenRole.Noun ? Phrase.None : row.PhraseStartingAt(at, clauseEnd);
        at = agent.IsEmpty ? at : row.After(agent.End - 1, clauseEnd);
        while (at >= 0 && row[at].Role == TokenRole.Adverb)
        {
            at = row.After(at, clauseEnd);
        }

        return at >= 0 && row[at].Role == TokenRole.Verb ? at : -1;
    }

    private static bool EndsClause(TokenRow row, int index, int clauseEnd) =>
        row.After(index, clauseEnd) is var next && (next < 0 || row[next].Role is TokenRole.Clause or TokenRole.Listing);

    /// <summary>2人经抢救无效死亡, 1人送医后不治, 8人因吸入毒气死亡, 3人在袭击中受伤: what became of those counted ends the clause, whatever was done before; -1 for none.</summary>
    private static int Outcome(TokenRow row, int first, int clauseEnd)
    {
        if (!(row[first].Role == TokenRole.Preposition && row.Word(first)[0] is '经' or '因' or '在' or '遭' || row[first].Role is TokenRole.Verb or TokenRole.Noun && row[first].Sense.Is(WordRoles.Action) && row.Word(first)[0] is '送' or '抢'))
        {
            return -1;
        }

        var last = row.Before(clauseEnd, first);
        last = last > first && row[last].Role == TokenRole.Clause ? row.Before(last, first) : last;
        for (var i = first; i < last; i++)
        {
            if (row[i].Role is TokenRole.Quantity or TokenRole.Clause)
            {
                return -1;
            }
        }

        return last > first && (row[last].Sense.Metric is { Id: "casualties" } || row.Word(last) is "不治" or "死亡") ? last : -1;
    }

    /// <summary>The token after the phrase that <paramref name="preposition"/> governs; -1 where there is none.</summary>
    private static int AfterPhrase(TokenRow row, int preposition, int clauseEnd)
    {
        var inner = row.PhraseStartingAt(row.After(preposition, clauseEnd), clauseEnd);
        var next = inner.IsEmpty ? -1 : row.After(inner.End - 1, clauseEnd);
        return next >= 0 && row[next].Role == TokenRole.Localizer ? row.After(next, clauseEnd) : next;
    }
}
