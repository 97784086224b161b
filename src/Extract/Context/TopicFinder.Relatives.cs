namespace Pipeline.Extract.Context;

/// <content>Topics that a relative clause leads to.</content>
internal static partial class TopicFinder
{
    /// <summary>持有300万股的股东张三拟减持, 接盘的甲公司: whom a relative clause at the clause's start determines, where a predicate of its own follows.</summary>
    private static Phrase RelativeHead(TokenRow row, int start, int verb, int end, bool hasOwner)
    {
        for (var of = row.After(verb, end); of >= 0; of = row.After(of, end))
        {
            if (row[of].Role != TokenRole.Of || row.PhraseStartingAt(row.After(of, end), end) is not { IsEmpty: false } head)
            {
                continue;
            }

            if (TakesValue(row, verb, of) && row[head.End - 1].IsName)
            {
                // 斥资28亿港元买地的长实: the value is the verb's object, so that the name cannot be.
                return head;
            }

            var before = row.Before(of, verb);
            if (row[before].Role == TokenRole.Verb && before != verb)
            {
                // 收购他人持有的甲公司: the object of the verb.
                return Phrase.None;
            }

            var next = row.After(head.End - 1, end);
            // …的实际控制人张三计划在6个月内,减持: what he does stands in the next clause.
            var isPredicated = HasVerb(row, next, end) || next >= 0 && row[next].Role is TokenRole.Adverb or TokenRole.Preposition && row.Before(end, next) is var rest && (rest < 0 || row[rest].Role is TokenRole.Adverb or TokenRole.Localizer or TokenRole.Time) || row.Part(head, hasOwner: false) is { Owner.IsEmpty: false, Metric.IsEmpty: false };
            // 曾发回购案的中国平安,截至…: after an adverb or a time the verb is the relative clause's, and the head the topic of what follows.
            // 一辆满载水泥的卡车撞上客车: whom a count of one brings in may have no name.
            var isOne = row.Before(verb, start) is >= 0 and var one && row[one].Role == TokenRole.Determiner && row.Word(one)[0] == '一';
            if ((Names(row, head, hasOwner) || isOne) && (isPredicated || next < 0 && (before == verb || !hasOwner && row[head.End - 1].IsName && row.Before(verb, start) is var lead && lead >= 0 && row[lead].Role is TokenRole.Adverb or TokenRole.Adjective or TokenRole.Time or TokenRole.Number or TokenRole.Quantity)))
            {
                return head;
            }
        }

        return Phrase.None;
    }

    /// <summary>True where the object of <paramref name="verb"/> is a value or how long it has lasted: nothing but adverbs and particles stands between.</summary>
    private static bool TakesValue(TokenRow row, int verb, int end)
    {
        var at = row.After(verb, end);
        while (at >= 0 && row[at].Role is TokenRole.Adverb or TokenRole.Particle)
        {
            at = row.After(at, end);
        }

        return at >= 0 && row[at].Role is TokenRole.Quantity or TokenRole.Number or TokenRole.Time;
    }

    /// <summary>减持居前的为甲公司、乙公司: names that a headless 的 picks out; what follows is about them.</summary>
    private static Phrase Picked(TokenRow row, int verb, int end)
    {
        for (var of = row.After(verb, end); of >= 0; of = row.After(of, end))
        {
            if (row[of].Role != TokenRole.Of || row.After(of, end) is not (var copula and >= 0) || row.Word(copula) is not ("为" or "是" or "有" or "包括"))
            {
                continue;
            }

            var names = row.PhraseStartingAt(row.After(copula, end), end);
            var next = names.IsEmpty ? -1 : row.After(names.End - 1, end);
            return !names.IsEmpty && (next < 0 || row[next].Role == TokenRole.Particle && row.After(next, end) < 0) && Names(row, names, hasOwner: true) ? names : Phrase.None;
        }

        return Phrase.None;
    }

    /// <summary>涨幅超过5%的还有甲公司、乙公司, 以25%的份额居首的是三星: names that a headless 的 behind a value picks out, and the clause ends with.</summary>
    private static Phrase PickedByValue(TokenRow row, int start, int end)
    {
        var last = row.Before(end, start);
        if (last < 0 || !row[last].IsName && !SubjectName.IsOrganisation(row, last) || row.PhraseEndingAt(last, start) is not { IsEmpty: false } names)
        {
            return Phrase.None;
        }

        var copula = row.Before(names.Start, start);
        if (copula < 0 || row.Word(copula) is not ("为" or "是" or "有" or "还有" or "包括" or "仅有" or "只有"))
        {
            return Phrase.None;
        }

        var of = row.Before(copula, start);
        while (of >= 0 && row[of].Role == TokenRole.Adverb)
        {
            of = row.Before(of, start);
        }

        if (of < 0 || row[of].Role != TokenRole.Of)
        {
            return Phrase.None;
        }

        for (var value = row.Before(of, start); value >= 0; value = row.Before(value, start))
        {
            if (row[value].Role == TokenRole.Quantity)
            {
                return names;
            }
        }

        return Phrase.None;
    }

    /// <summary>营收最高的是甲公司, 跌幅最大的为光伏板块: what 最 with a headless 的 picks out and the clause ends with.</summary>
    private static Phrase Foremost(TokenRow row, Phrase measured, int end)
    {
        var most = row.IsExtreme(measured.End - 1);
        for (var of = row.After(measured.End - 1, end); of >= 0; of = row.After(of, end))
        {
            switch (row[of].Role)
            {
                case TokenRole.Adverb or TokenRole.Adjective or TokenRole.Verb or TokenRole.Noun when row.IsExtreme(of) || row.Is(of, ContextCue.RanksFirst):
                    most = true;
                    break;
                case TokenRole.Verb when row.Is(of, ContextCue.Places):
                    break;
                case TokenRole.Localizer or TokenRole.Noun or TokenRole.Number when row.Word(of)[0] == '前':
                    most = true;
                    break;
                case TokenRole.Adverb or TokenRole.Adjective or TokenRole.Particle or TokenRole.Number:
                    break;
                case TokenRole.Verb when most && row.Word(of) is "是" or "为":
                    // 减幅最大为士林区
                    return row.PhraseStartingAt(row.After(of, end), end) is { IsEmpty: false } only && row.After(only.End - 1, end) is var none && (none < 0 || row[none].Role == TokenRole.Clause) ? only : Phrase.None;
                case TokenRole.Of when most && row.After(of, end) is var first && first >= 0 && (row[first].Sense.Is(WordRoles.Respectively) ? row.After(first, end) : first) is var copula && copula >= 0 && row.Word(copula) is "是" or "为" or "有":
                    return row.PhraseStartingAt(row.After(copula, end), end) is { IsEmpty: false } names && row.After(names.End - 1, end) < 0 ? names : Phrase.None;
                case TokenRole.Of when most && row.PhraseStartingAt(row.After(of, end), end) is { IsEmpty: false } sort && row.After(sort.End - 1, end) is var equals && equals >= 0 && row.Word(equals) is "是" or "为":
                    // 人口最多的地区为新北市
                    return row.PhraseStartingAt(row.After(equals, end), end) is { IsEmpty: false } named && row.After(named.End - 1, end) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause) ? named : Phrase.None;
                default:
                    return Phrase.None;
            }
        }

        return Phrase.None;
    }

    /// <summary>第二大客户为海川科技, 第一大重仓股是甲公司: the name that a rank stands for; empty where the clause says more.</summary>
    private static Phrase RankedName(TokenRow row, Phrase phrase, int end)
    {
        var copula = SkipModifiers(row, row.After(phrase.End - 1, end), end);
        if (copula < 0 || row.Word(copula) is not ("为" or "是"))
        {
            return Phrase.None;
        }

        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (row[i].Role == TokenRole.Number && row.Word(i) is ['第', ..])
            {
                return row.PhraseStartingAt(row.After(copula, end), end) is { IsEmpty: false } named && row.After(named.End - 1, end) < 0 && row[named.End - 1] is var last && (last.IsName || SubjectName.IsOrganisation(row, named.End - 1)) ? named : Phrase.None;
            }
        }

        return Phrase.None;
    }

    /// <summary>其次则是香港, 最多为大安区: what comes next or first in a row, where the clause says no more.</summary>
    private static Phrase NextInRank(TokenRow row, int start, int copula, int end)
    {
        var at = row.Before(copula, start);
        while (at >= 0 && row[at].Role == TokenRole.Adverb && !row.Is(at, ContextCue.RanksNext) && !row.IsExtreme(at))
        {
            at = row.Before(at, start);
        }

        return at >= 0 && (row.Is(at, ContextCue.RanksNext) || row.IsExtreme(at) || row.Word(at) is ['第', ..]) && row.PhraseStartingAt(row.After(copula, end), end) is { IsEmpty: false } next
            && row.After(next.End - 1, end) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause)
            ? next
            : Phrase.None;
    }

    /// <summary>来台居冠的客源国为日本: what a rank and the sort of those ranked pick out; empty for none.</summary>
    private static Phrase RankedOfSort(TokenRow row, Phrase phrase, int end)
    {
        for (var of = phrase.Start + 1; of < phrase.End - 1; of++)
        {
            if (row[of].Role == TokenRole.Of && row.Before(of, phrase.Start) is var rank && rank >= 0 && (row.IsExtreme(rank) || row.Is(rank, ContextCue.RanksFirst))
                && row.After(phrase.End - 1, end) is var copula && copula >= 0 && row.Word(copula) is "为" or "是" && row.PhraseStartingAt(row.After(copula, end), end) is { IsEmpty: false } named
                && row.After(named.End - 1, end) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause))
            {
                return named;
            }
        }

        return Phrase.None;
    }

    /// <summary>网购骗案占最多，有1万宗: what is counted after it is that which the clause ranks.</summary>
    private static bool IsForemost(TokenRow row, Phrase phrase, int end)
    {
        if (row[phrase.End - 1].Sense.Metric is { IsCountable: false })
        {
            return false;
        }

        var at = row.After(phrase.End - 1, end);
        if (at >= 0 && (row.Is(at, ContextCue.LeadsValue) || row.Word(at) is "属" or "居"))
        {
            at = row.After(at, end);
        }

        return at >= 0 && (row.Word(at) is "最多" or "最大" || row.IsOneOf(at, ContextCue.RanksFirst, ContextCue.RanksNext)) && row.After(at, end) is var last && (last < 0 || row[last].Role == TokenRole.Clause && row.After(last, end) < 0);
    }

    /// <summary>公司四名股东计划减持: whom a count of holders of a title names, where a predicate follows.</summary>
    private static Phrase Counted(TokenRow row, Phrase phrase, int end) =>
        row[phrase.End - 1].Sense.Metric is null && row.After(phrase.End - 1, end) is var quantity && quantity >= 0 && row[quantity].Role == TokenRole.Quantity ? CountedAt(row, quantity, end) : Phrase.None;

    /// <summary>四名股东减持</summary>
    private static Phrase CountedAt(TokenRow row, int quantity, int end) =>
        row.After(quantity, end) is var first && first >= 0 && row.PhraseStartingAt(first, end) is { IsEmpty: false } people && row[people.End - 1].Sense.Is(WordRoles.Title)
            && SkipModifiers(row, row.After(people.End - 1, end), end) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb
            ? new Phrase(quantity, people.End)
            : Phrase.None;

    /// <summary>质权人为西山银行, 受让方系某某, 法定代表人为某某: whom the deal is with or who holds an office, and no more; what follows is about who deals or has the office.</summary>
    private static bool IsCounterparty(TokenRow row, Phrase phrase, int end) =>
        (row.Is(phrase.End - 1, ContextCue.Counterparty) || row.Word(phrase.End - 1) is [.., '质', '权', '人'] or [_, .., '方'] && row[phrase.End - 1].Sense.Is(WordRoles.Title))
        && row.After(phrase.End - 1, end) is var first && first >= 0 && (row[first].Role == TokenRole.Adverb ? row.After(first, end) : first) is var copula && copula >= 0 && row.Word(copula) is "为" or "是" or "系";

    /// <summary>信义区一处屋龄38年的公寓: true where what opens with 一 stands between a place and the measure.</summary>
    private static bool BringsIn(TokenRow row, int at, int end) => at < end && row[at].Role == TokenRole.Determiner && row.Word(at)[0] == '一';

    /// <summary>The thing after 的 whose measures, with a value each, are all that stands before it; empty where a predicate does.</summary>
    private static Phrase MeasuredHead(TokenRow row, Phrase phrase, int end)
    {
        if (row[phrase.End - 1].Sense is not { Metric: { } metric } measure || measure.Is(WordRoles.Trade | WordRoles.Ownership) || row.Part(phrase, hasOwner: true) is { Owner.IsEmpty: false } parts && row[parts.Owner.End - 1].Role != TokenRole.Determiner && !BringsIn(row, parts.Owner.End, phrase.End))
        {
            return Phrase.None;
        }

        var isLevel = metric is { Kind: MetricKind.Level, IsCountable: false };
        var valued = false;
        for (var at = row.After(phrase.End - 1, end); at >= 0; at = row.After(at, end))
        {
            switch (row[at].Role)
            {
                case TokenRole.Quantity:
                    valued = true;
                    break;
                case TokenRole.Of when valued && row[row.Before(at)].Role == TokenRole.Quantity:
                    return row.PhraseStartingAt(row.After(at, end), end) is { IsEmpty: false } head && (isLevel || row[head.End - 1].IsName) && row[head.End - 1].Sense.Metric is null && !row.Is(head.End - 1, ContextCue.Milestone) && !row.Cues.IsAtEnd(ContextCue.MereLevel, row.Word(head.End - 1)) && Dependent.Growth(row, head.Start, end) < 0 ? head : Phrase.None;
                case TokenRole.Listing or TokenRole.Adverb or TokenRole.Particle:
                case TokenRole.Noun when row[at].Sense.Metric is not null:
                case TokenRole.Verb when row[at].Sense.Verb is { Role: VerbRole.Level or VerbRole.Reach or VerbRole.Change }:
                    break;
                default:
                    return Phrase.None;
            }
        }

        return Phrase.None;
    }
}
