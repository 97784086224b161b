namespace Pipeline.Extract.Context;

/// <content>What prepositional phrases at the start of a clause make of its topic.</content>
internal static partial class TopicFinder
{
    /// <summary>Longest deed that a clause names as the main one of its sort, in characters.</summary>
    private const int LongestDeed = 10;

    private static int SkipModifiers(TokenRow row, int at, int end)
    {
        while (at >= 0)
        {
            switch (row[at].Role)
            {
                case TokenRole.Time or TokenRole.Adverb or TokenRole.Particle:
                    at = row.After(at, end);
                    break;
                case TokenRole.Preposition when !Is(row, at, Disposal) && row.PhraseStartingAt(row.After(at, end), end) is { IsEmpty: false } inner:
                    at = row.After(Math.Max(inner.End, row.EndOfPhrase(at)) - 1, end);
                    if (at >= 0 && row[at].Role == TokenRole.Localizer)
                    {
                        at = row.After(at, end);
                    }

                    break;
                default:
                    return at;
            }
        }

        return -1;
    }

    /// <summary>Moves past 在…中, 据…, 受…影响; returns the phrase where the preposition marks a topic (对英伟达而言).</summary>
    private static Phrase SkipPrepositional(TokenRow row, ref int at, int end)
    {
        var preposition = at;
        var first = row.After(at, end);
        var inner = first < 0 ? Phrase.None : row.PhraseStartingAt(first, end);

        if (inner.IsEmpty && first >= 0 && row[first].Role == TokenRole.Adverb && row[preposition].Sense.Is(WordRoles.Compare) && (row.Is(first, ContextCue.Formerly) || row.Word(first) is "先前" or "此前"))
        {
            // 较原来|预算|减少
            inner = row.PhraseStartingAt(row.After(first, end), end);
        }

        if (inner.IsEmpty && row.EndOfPhrase(preposition) is var whole && whole > preposition + 1)
        {
            at = row.After(whole - 1, end);
            return Phrase.None;
        }

        if (inner.IsEmpty)
        {
            at = first;
            for (var i = first; i >= 0 && row[i].Role is not (TokenRole.Verb or TokenRole.Quantity); i = row.After(i, end))
            {
                if (row[i].Role == TokenRole.Localizer)
                {
                    at = row.After(i, end);
                    break;
                }
            }

            return Phrase.None;
        }

        var next = row.After(inner.End - 1, end);
        if (row.Is(preposition, ContextCue.TopicMarker) && row.Is(next, ContextCue.TopicCloser))
        {
            at = next;
            return inner;
        }

        if (row.EndOfPhrase(preposition) is var closed && closed > inner.End)
        {
            next = row.After(closed - 1, end);
        }

        while (next >= 0 && row[next].Role is TokenRole.Localizer or TokenRole.Of)
        {
            next = row.After(next, end);
        }

        at = row[preposition].Sense.Is(WordRoles.Compare) && ComparedHead(row, next, end) is { IsEmpty: false } head ? row.After(head.End - 1, end) : next;
        return Phrase.None;
    }

    /// <summary>比自己|保持的赛会纪录|快了0.2秒: what the verb at <paramref name="verb"/> and 的 determine is compared with as well; empty where no 的 follows the verb.</summary>
    private static Phrase ComparedHead(TokenRow row, int verb, int end) =>
        verb >= 0 && row[verb] is { Role: TokenRole.Verb } && row.After(verb, end) is >= 0 and var of && row[of].Role == TokenRole.Of ? row.PhraseStartingAt(row.After(of, end), end) : Phrase.None;

    /// <summary>给孩子报班的家长, 向银行贷款300万元的男子: who closes the clause that the preposition opens, behind a verb and 的; empty elsewhere.</summary>
    private static Phrase WhoCloses(TokenRow row, int preposition, int end)
    {
        var last = row.Before(end, preposition + 1);
        last = last >= 0 && row[last].Role == TokenRole.Clause ? row.Before(last, preposition + 1) : last;
        if (last < 0 || row[last].Role != TokenRole.Noun || !(SubjectName.IsPerson(row[last]) || row[last].Tag == "name" || row[last].Sense.Is(WordRoles.Group) || SubjectName.IsOrganisation(row, last)))
        {
            return Phrase.None;
        }

        var (of, hasVerb) = (row.Before(last, preposition + 1), false);
        while (of >= 0 && row[of].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Determiner)
        {
            of = row.Before(of, preposition + 1);
        }

        for (var at = preposition + 1; at < of; at++)
        {
            hasVerb |= row[at].Role == TokenRole.Verb;
        }

        return hasVerb && row[of].Role == TokenRole.Of ? new Phrase(of + 1, last + 1) : Phrase.None;
    }

    /// <summary>以机械馆成长最快, 以德国最多: 以 marks what comes first in a row.</summary>
    private static Phrase Foremost(TokenRow row, int preposition, int end)
    {
        if (row.Word(preposition) is not "以" || row.PhraseStartingAt(row.After(preposition, end), end) is not { IsEmpty: false } phrase)
        {
            return Phrase.None;
        }

        for (var i = row.After(phrase.End - 1, end); i >= 0; i = row.After(i, end))
        {
            if (row.IsExtreme(i) || row.Word(i) is "为主" && (row.After(i, end) is var rest && rest < 0 || row[rest].Role is TokenRole.Clause or TokenRole.Of or TokenRole.Quantity) || row.Is(i, ContextCue.RanksFirst) || row.Word(i) is "较" or "较为" or "最为" && row.After(i, end) is var degree && degree >= 0 && row[degree].Role == TokenRole.Adjective && row.After(degree, end) < 0)
            {
                return phrase;
            }
        }

        return Phrase.None;
    }

    /// <summary>受损作物以香蕉较严重, 失业率以台东县最高: what comes first of a sort or by a measure, where 以 follows it and the clause gives no value; empty elsewhere.</summary>
    private static Phrase Leading(TokenRow row, Phrase sort, int end) =>
        row.After(sort.End - 1, end) is var by && by >= 0 && row.Word(by) is "以" && row[row.Before(end, by)] is var last && last.Role != TokenRole.Quantity ? Foremost(row, by, end) : Phrase.None;

    /// <summary>由子公司出资: who does it, unless 由 names where it comes from (由北京运抵).</summary>
    private static Phrase Agent(TokenRow row, int preposition, int end)
    {
        var phrase = row.PhraseStartingAt(row.After(preposition, end), end);
        return !phrase.IsEmpty && row[phrase.End - 1].Tag is not "ns" && !row[phrase.End - 1].Sense.Is(WordRoles.Region)
            && SkipModifiers(row, row.After(phrase.End - 1, end), end) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb && row[verb].Sense.Verb is null ? phrase : Phrase.None;
    }

    /// <summary>由甲团队研制的新型电池: what the agent of a relative clause makes, runs or pays for; empty elsewhere.</summary>
    private static Phrase MadeBy(TokenRow row, int preposition, int end)
    {
        if (row.Word(preposition) is not "由" || row.PhraseStartingAt(row.After(preposition, end), end) is not { IsEmpty: false } agent)
        {
            return Phrase.None;
        }

        for (var at = row.After(agent.Start, end); at >= 0; at = row.After(at, end))
        {
            if (row[at].Role == TokenRole.Of && row.Before(at) is var verb && (row[verb].Role == TokenRole.Verb || row[verb].Tag is ['v', ..]))
            {
                return row.PhraseStartingAt(row.AfterTimes(at, end), end);
            }

            if (row[at].Role is not (TokenRole.Noun or TokenRole.Verb or TokenRole.Adverb or TokenRole.Time or TokenRole.Listing))
            {
                break;
            }
        }

        return Phrase.None;
    }

    /// <summary>True when a noun phrase and a predicate follow the preposition.</summary>
    private static bool ClausalSubject(TokenRow row, int preposition, int end) =>
        row.PhraseStartingAt(row.After(preposition, end), end) is { IsEmpty: false } phrase && SkipModifiers(row, row.After(phrase.End - 1, end), end) is var verb && verb >= 0 && row[verb].Role == TokenRole.Verb;

    /// <summary>The localizer of 交易完成后: what happens to a thing without a name only says when, where the clause goes on with a predicate. −1 for none.</summary>
    private static int Past(TokenRow row, Phrase phrase, int end)
    {
        if (Names(row, phrase, hasOwner: false) || row[phrase.End - 1].Sense.Is(WordRoles.Generic | WordRoles.Group) || row[phrase.Start].Role is TokenRole.Pronoun
            || SkipModifiers(row, row.After(phrase.End - 1, end), end) is not (>= 0 and var verb) || row[verb].Role != TokenRole.Verb)
        {
            return -1;
        }

        return row.After(verb, end) is var after && after >= 0 && row.Is(after, ContextCue.SettingEnd) && row[after].Start == row[verb].End && row.After(after, end) is >= 0 and var rest && !(row[rest].Role != TokenRole.Noun && ActsByItself(row, phrase)) ? after : -1;
    }

    /// <summary>消防支队接警后出动9辆: an authority or people, who do the next thing too where nobody else is named.</summary>
    private static bool ActsByItself(TokenRow row, Phrase phrase) =>
        SubjectName.IsAuthority(row, phrase.End - 1) || !row[phrase.End - 1].Sense.Is(WordRoles.Event) && OwnerStrength.StandsAlone(row, phrase, isBesideTopic: false);

    /// <summary>东山集团与西山银行 | 签订: whom the clause starts from.</summary>
    private static Phrase WithoutPartner(TokenRow row, Phrase phrase)
    {
        for (var i = phrase.Start + 1; i < phrase.End; i++)
        {
            if (row[i].Role == TokenRole.Listing && row.Word(i) is "与" or "跟" or "同")
            {
                return new Phrase(phrase.Start, i);
            }
        }

        return phrase;
    }

    /// <summary>The metric after the time at <paramref name="time"/> that a verb says is out now: 出炉, 公布.</summary>
    private static Phrase Announced(TokenRow row, int time, int end)
    {
        var at = row.After(time, end);
        while (at >= 0 && row[at].Role is TokenRole.Time or TokenRole.Adverb)
        {
            at = row.After(at, end);
        }

        var phrase = row.PhraseStartingAt(at, end);
        return !phrase.IsEmpty && row[phrase.End - 1].Sense.Metric is not null && row.After(phrase.End - 1, end) is var verb && verb >= 0 && row.Is(verb, ContextCue.ComesOut)
            ? row.Part(phrase, hasOwner: true).Metric
            : Phrase.None;
    }

    /// <summary>What 主要为 or 主要是 names at the end of a clause, after a common noun for its sort; empty elsewhere.</summary>
    private static Phrase MainOf(TokenRow row, Phrase sort, int end)
    {
        if (sort.End - sort.Start > 1 && row.Word(sort.End - 1) is "主要")
        {
            sort = new Phrase(sort.Start, sort.End - 1);
        }

        if (row[sort.End - 1].IsName || row[sort.End - 1].Sense.Metric is { IsCountable: false } || row.After(sort.End - 1, end) is not (>= 0 and var mainly) || row.Word(mainly) is not ("主要" or "主要为" or "主要是"))
        {
            return Phrase.None;
        }

        var copula = row.Word(mainly) is "主要" ? row.After(mainly, end) : mainly;
        if (copula < 0 || copula != mainly && row.Word(copula) is not ("为" or "是" or "系"))
        {
            return Phrase.None;
        }

        var main = Deed(row, row.After(copula, end), end) is { IsEmpty: false } deed ? deed : row.PhraseStartingAt(row.After(copula, end), end);
        return !main.IsEmpty && (row.After(main.End - 1, end) is var rest && rest < 0 || row[rest].Role is TokenRole.Clause or TokenRole.Quantity) && row[main.End - 1].Sense.Metric is null ? main : Phrase.None;
    }

    /// <summary>超速, 操作不当, 未保持车距: a verb that with what belongs to it fills the rest of the clause; empty where a value stands there.</summary>
    private static Phrase Deed(TokenRow row, int start, int end)
    {
        var (last, acts) = (start, false);
        for (var at = start; at >= 0 && row[at].Role != TokenRole.Clause; at = row.After(at, end))
        {
            if (row[at].Role is TokenRole.Quantity or TokenRole.Of || row[at].End - row[start].Start > LongestDeed)
            {
                return Phrase.None;
            }

            (last, acts) = (at, acts || row[at].Role is TokenRole.Verb or TokenRole.Other or TokenRole.Preposition or TokenRole.Adverb);
        }

        return acts ? new Phrase(start, last + 1) : Phrase.None;
    }

    /// <summary>井下, 车上, 店内: where within what is spoken of.</summary>
    public static bool IsPlaceWithin(TokenRow row, Phrase phrase) =>
        phrase.End - phrase.Start == 1 && (row[phrase.Start] is { Tag: "s", Sense.IsNone: true } && row.Word(phrase.Start) is [_, '上' or '下' or '内' or '里' or '中'] || row.Word(phrase.Start) is "机上" or "船上" or "车内" or "机内");

    /// <summary>A bullet or a full stop of an abbreviation names nothing.</summary>
    private static bool IsMarkAlone(TokenRow row, Phrase phrase) => phrase.End - phrase.Start == 1 && !char.IsLetterOrDigit(row.Folded[row[phrase.Start].Start]) && row[phrase.Start].Tag is not ("name" or "nt");

    /// <summary>披露《回购方案》: a title that closes its clause after a verb of saying is what was published.</summary>
    private static bool IsTitleSaid(TokenRow row, Phrase phrase, int start, int end) =>
        !phrase.IsEmpty && row.Word(phrase.Start)[0] == '《' && row.After(phrase.End - 1, end) < 0 && row.Before(phrase.Start, start) is var verb && verb >= 0 && row[verb].Sense.Is(WordRoles.Speech);
}
