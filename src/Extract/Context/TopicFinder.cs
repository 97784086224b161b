using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>Finds what a clause is about: its first noun phrase that is neither time, speaker, nor the object of a preposition or a verb.</summary>
internal static partial class TopicFinder
{
    private static readonly string[] Disposal = ["将", "把", "被", "让", "令", "使", "由"];

    /// <summary>The topic of <paramref name="clause"/>; what names a speaker or leads over to what is said is none.</summary>
    /// <param name="row">The sentence.</param>
    /// <param name="clause">The tokens of the clause.</param>
    /// <param name="spoken">Who states what in the sentence.</param>
    /// <param name="hasOwner">True when an earlier clause of the sentence named a subject.</param>
    public static ClauseTopic Find(TokenRow row, Phrase clause, ImmutableArray<Spoken> spoken, bool hasOwner)
    {
        clause = BehindBracket(row, clause);
        var (from, to) = row.Extent(clause);
        for (var i = spoken.Length - 1; i >= 0; i--)
        {
            var (verb, speaker) = (spoken[i].Verb, spoken[i].Speaker);
            if (verb.Start >= from && verb.Start < to && spoken[i] is { Sense: SpeechSense.Announce, Speaker: { } company } && company.Start < from
                && row.Touching(company, new Phrase(0, clause.Start)) is { IsEmpty: false } publisher && !SubjectName.IsPublicBody(row, publisher.End - 1)
                && Find(row, clause.Start, clause.End, hasOwner) is { Subject.IsEmpty: true } figures)
            {
                // 甲公司业绩亮眼,昨日公告7月营收: the figures are whose the clause before names.
                return figures with { Subject = publisher };
            }

            if (verb.Start < from || verb.Start > to || spoken[i].Sense == SpeechSense.Announce)
            {
                continue;
            }

            var said = row.Touching(new TextSpan(verb.End, Math.Max(verb.End, to)), clause);
            var who = speaker is { } name && name.Start >= from && name.Start <= verb.Start ? row.Touching(name, clause) : Phrase.None;
            while (who.End - who.Start > 1 && (row[who.End - 1].Role is TokenRole.Adjective or TokenRole.Adverb || row[who.End - 1] is { Role: TokenRole.Verb } published && published.Sense.Is(WordRoles.Speech)))
            {
                // 东山集团早已发布公告称
                who = new Phrase(who.Start, who.End - 1);
            }

            who = who.IsEmpty ? who : row.PhraseEndingAt(who.End - 1, clause.Start) is { IsEmpty: false } wide ? wide : who;
            var word = verb.Of(row.Folded);
            return Said(row, who, row.Cues.Is(ContextCue.MakesKnown, word), said.IsEmpty ? clause.End : said.Start, clause.End, hasOwner) with { IsDecided = row.Cues.Is(ContextCue.Decides, word) };
        }

        return Find(row, clause.Start, clause.End, hasOwner);
    }

    /// <summary>The topic of the tokens from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="row">The sentence.</param>
    /// <param name="start">First token of the clause.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="hasOwner">True when an earlier clause of the sentence named a subject.</param>
    private static ClauseTopic Find(TokenRow row, int start, int end, bool hasOwner)
    {
        var at = row.After(start - 1, end);
        if (at >= 0 && row.Word(at)[0] is '分' or '按' or '从' or '依' && row.Before(end, at) is var closing && closing > at && row.Word(closing) is [.., '看'] or "分" or "划分" or "别")
        {
            // 分行业看, 按产品划分: how what follows is parted; 从东山集团来看: whom it is about.
            return row.Word(at) is "从" && row.PhraseStartingAt(row.After(at, end), end) is { IsEmpty: false } whom && row.After(whom.End - 1, end) == closing && (row[whom.End - 1].IsName || SubjectName.IsOrganisation(row, whom.End - 1))
                ? new ClauseTopic(whom, Phrase.None, Phrase.None)
                : ClauseTopic.None;
        }

        if (at >= 0 && row.Word(at) is "包括" or "包含" or "含" && row.After(at, end) is var among && among >= 0 && (row[among].Role == TokenRole.Quantity || row.Before(end, at) is var final && final > at && row.Word(row[final].Role == TokenRole.Clause ? row.Before(final, at) : final) is "在内"))
        {
            // 24人死亡,包括6名儿童; 包括甲公司在内,共有13家…: part of those who are told of.
            return ClauseTopic.None;
        }

        if (at >= 0 && row.Word(at) is "在" or "从" && row.PhraseStartingAt(row.After(at, end), end) is { IsEmpty: false } aspect && row.Word(aspect.End - 1) is "方面" && row[aspect.Start].Sense.Metric is { IsCountable: false }
            && row.After(aspect.End - 1, end) is var mark && (mark < 0 || row[mark].Role == TokenRole.Clause))
        {
            // 在营收方面 is 营收方面.
            return FromPhrase(row, aspect, end, hasOwner);
        }

        if (PickedByValue(row, start, end) is { IsEmpty: false } chosen)
        {
            return new ClauseTopic(chosen, Phrase.None, Phrase.None) { Relative = start };
        }

        var setting = Phrase.None;
        while (at >= 0)
        {
            var token = row[at];
            switch (token.Role)
            {
                case TokenRole.Preposition:
                    if (MadeBy(row, at, end) is { IsEmpty: false } made)
                    {
                        return new ClauseTopic(row.Part(made, hasOwner: false) is { Owner.IsEmpty: false } parts ? parts.Owner : made, Phrase.None, Phrase.None) { Relative = start };
                    }

                    if (row.Word(at) is [.., '由'] && Agent(row, at, end) is { IsEmpty: false } agent)
                    {
                        return new ClauseTopic(agent, Phrase.None, Phrase.None);
                    }

                    if (Foremost(row, at, end) is { IsEmpty: false } foremost)
                    {
                        return new ClauseTopic(foremost, Phrase.None, Phrase.None);
                    }

                    if (Is(row, at, Disposal))
                    {
                        return ClauseTopic.None;
                    }

                    if (row.Word(at)[^1] is '在' or '给' or '向' or '对' or '从' or '与' or '为' && WhoCloses(row, at, end) is { IsEmpty: false } bearer)
                    {
                        return new ClauseTopic(bearer, Phrase.None, Phrase.None) { Relative = start };
                    }

                    if (GovernorReader.IsClausal(row, at) && ClausalSubject(row, at, end))
                    {
                        // 鉴于公司持有…: the clause goes on as if 鉴于 were not there.
                        break;
                    }

                    if (SkipPrepositional(row, ref at, end) is { IsEmpty: false } marked)
                    {
                        return new ClauseTopic(marked, Phrase.None, Phrase.None);
                    }

                    continue;
                case TokenRole.Listing when token.Sense.Is(WordRoles.Compare):
                    SkipPrepositional(row, ref at, end);
                    continue;
                case TokenRole.Verb:
                    if (row.PhraseStartingAt(row.After(at, end), end) is { IsEmpty: false } sort && (MainOf(row, sort, end) is { IsEmpty: false } main ? main : Leading(row, sort, end)) is { IsEmpty: false } mainly)
                    {
                        // 受损|作物主要为二期水稻
                        return new ClauseTopic(mainly, Phrase.None, Phrase.None);
                    }

                    if (row.Word(at) is "是" or "为" && NextInRank(row, start, at, end) is { IsEmpty: false } next)
                    {
                        return new ClauseTopic(next, Phrase.None, Phrase.None);
                    }

                    if (token.Sense.Is(WordRoles.Speech | WordRoles.Adverb) && token.Sense.Verb?.Role is not (VerbRole.Share or VerbRole.Change or VerbRole.Reach or VerbRole.Contribute))
                    {
                        break;
                    }

                    if (row.After(at, end) is var when && when >= 0 && row[when].Role == TokenRole.Localizer && IsSetting(row, when))
                    {
                        // 通车后
                        at = when;
                        break;
                    }

                    if (Picked(row, at, end) is { IsEmpty: false } picked)
                    {
                        return new ClauseTopic(picked, Phrase.None, Phrase.None);
                    }

                    return RelativeHead(row, start, at, end, hasOwner) is { IsEmpty: false } head
                        ? new ClauseTopic(row.Part(head, hasOwner) is { Owner.IsEmpty: false } named ? named.Owner : head, Phrase.None, Phrase.None) { Relative = start }
                        : ClauseTopic.None;
                case TokenRole.Quantity when CountedAt(row, at, end) is { IsEmpty: false } people:
                    return new ClauseTopic(people, Phrase.None, Phrase.None);
                case TokenRole.Quantity:
                    break;
                default:
                    var phrase = row.PhraseStartingAt(at, end);
                    if (!phrase.IsEmpty && phrase.End < end && row.IsSomeone(phrase.End))
                    {
                        // 途中|他救起3人
                        at = phrase.End;
                        continue;
                    }

                    if (!phrase.IsEmpty && setting.IsEmpty && row.After(phrase.End - 1, end) is var place && place >= 0 && row[place].Role == TokenRole.Localizer && row.After(place, end) is var rest && rest >= 0
                        && (IsSetting(row, place) || row[rest].Role == TokenRole.Of || row.Word(rest) is "以" || row.Word(place) is "中" && phrase.End - phrase.Start == 1 && IsCourse(row, phrase.Start) && row[rest].Role == TokenRole.Verb))
                    {
                        // 梅雨季前, 临床试验中的: the setting, unless the clause names nothing else.
                        setting = Discloser(row, phrase);
                        at = row.After(place, end);
                        at = row[at].Role == TokenRole.Of ? row.After(at, end) : at;
                        continue;
                    }

                    if (!phrase.IsEmpty && row.After(phrase.End - 1, end) is var ending && ending >= 0 && row[ending].Role == TokenRole.Localizer && row.After(ending, end) < 0 && row.After(ending) >= 0
                        && IsSetting(row, ending) && !row[phrase.End - 1].IsName)
                    {
                        // 台风过境后,全台…: when, not what about; 鸿海法说会后,股价…: whose it is.
                        return Discloser(row, phrase) is var who && who != phrase ? new ClauseTopic(who, Phrase.None, Phrase.None) : setting.IsEmpty || hasOwner ? ClauseTopic.None : FromPhrase(row, setting, end, hasOwner);
                    }

                    if (IsPlaceWithin(row, phrase))
                    {
                        // 井下温度高达60度, 车上共有5人: where, unless nothing else is named.
                        setting = setting.IsEmpty && !hasOwner ? phrase : setting;
                        at = row.After(phrase.End - 1, end);
                        continue;
                    }

                    if (!phrase.IsEmpty && Past(row, phrase, end) is >= 0 and var past)
                    {
                        // 交易完成后甲公司将持有: when, not who.
                        at = row.After(past, end);
                        continue;
                    }

                    if (IsMarkAlone(row, phrase) || IsTitleSaid(row, phrase, start, end) || row.IsSex(phrase) || row.IsCoordinate(phrase))
                    {
                        at = row.After(phrase.End - 1, end);
                        continue;
                    }

                    if (phrase.End - phrase.Start > 1 && row.SetsAgainst(phrase.Start) && row[phrase.Start + 1].Sense is { Metric: null } whom && !whom.Is(WordRoles.Generic | WordRoles.Group))
                    {
                        // 险胜西山汽车: whom the subject is set against.
                        return ClauseTopic.None;
                    }

                    if (phrase.End - phrase.Start == 1 && row.Word(phrase.Start) is "记者" or "笔者")
                    {
                        // 记者10日从应急管理部了解到: who asks is not what is told.
                        return ClauseTopic.None;
                    }

                    if (!phrase.IsEmpty && row.After(phrase.End - 1, end) is var within && within >= 0 && row.Word(within) is "在内" && row.After(within, end) is var of && of >= 0 && row[of].Role == TokenRole.Of)
                    {
                        // 包括王某在内的多名股东: those among whom he is.
                        at = row.After(of, end);
                        continue;
                    }

                    if (!phrase.IsEmpty && Counted(row, phrase, end) is { IsEmpty: false } several)
                    {
                        return new ClauseTopic(several, Phrase.None, Phrase.None);
                    }

                    if (!phrase.IsEmpty)
                    {
                        var topic = FromPhrase(row, phrase, end, hasOwner);
                        return topic.Subject.IsEmpty && !setting.IsEmpty && !hasOwner ? topic with { Subject = setting } : topic;
                    }

                    break;
            }

            at = row.After(at, end);
        }

        return !setting.IsEmpty ? FromPhrase(row, setting, end, hasOwner) : ClauseTopic.None;
    }

    /// <summary>李某(男，49岁，湖北人)驾驶货车: what stands behind a bracket that an earlier clause opened; all of the clause where none closes in it.</summary>
    private static Phrase BehindBracket(TokenRow row, Phrase clause)
    {
        for (var at = clause.Start; at < clause.End - 1 && row[at].Role != TokenRole.Open; at++)
        {
            if (row[at].Role == TokenRole.Close)
            {
                return new Phrase(at + 1, clause.End);
            }
        }

        return clause;
    }

    private static bool HasVerb(TokenRow row, int from, int end)
    {
        for (var at = from; at >= 0; at = row.After(at, end))
        {
            if (row[at].Role is TokenRole.Verb or TokenRole.Quantity)
            {
                return row[at].Role == TokenRole.Verb;
            }
        }

        return false;
    }

    /// <summary>True for a name, and for a title where no clause before has named someone to hold it.</summary>
    private static bool Names(TokenRow row, Phrase phrase, bool hasOwner)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (row[i].IsName || !hasOwner && row[i].Sense.Is(WordRoles.Title))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>通车|后, 名单|上: closes a phrase that says when, where or under what.</summary>
    private static bool IsSetting(TokenRow row, int index) => row.Is(index, ContextCue.SettingEnd) || row.Word(index) is "上" or "下";

    private static bool Is(TokenRow row, int index, string[] words) => IsAny(row.Word(index), words);

    private static bool IsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
