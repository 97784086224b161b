namespace Pipeline.Extract.Context;

/// <content>What a pronoun stands for: 其, 该公司, 前者 and 后者.</content>
internal static partial class SubjectName
{
    /// <summary>What stands between the names of a list, in either script.</summary>
    private const string Listing = "、和与與及";

    private static ResolvedName? Pronoun(SentenceFrame sentence, int start, int end)
    {
        var row = sentence.Row;
        if (row.Word(start) is "前者" or "后者" && OfPair(sentence, start) is { } one)
        {
            return new ResolvedName(one, IsResolved: true);
        }

        if (row.Word(start) is "后者" or "对方" && (Addressed(sentence, start) ?? OtherParty(sentence, start)) is { } other)
        {
            return new ResolvedName(other, IsResolved: true);
        }

        if (start + 1 < end && row[start + 1].Role == TokenRole.Listing && row.Word(start + 1) is "与" or "同" or "跟")
        {
            // 其与西山银行进行的交易: with whom, and no more.
            end = start + 1;
        }

        var isPerson = row[start].Sense.Is(WordRoles.Person);
        var owner = (row.Word(start)[0] == '我' ? sentence.BodyBehind?.Invoke(row[start].Start) : null) ?? Addressed(sentence, start) ?? (isPerson ? Antecedent(sentence, start, isPerson) : TopicBefore(sentence, start) ?? SpokenOf(sentence, start) ?? Antecedent(sentence, start, isPerson)) ?? sentence.Antecedents.Topic?.Text;
        var rest = start + 1;
        while (rest < end && row[rest].Role is TokenRole.Of or TokenRole.Skipped or TokenRole.Determiner or TokenRole.Number)
        {
            rest++;
        }

        if (owner is null)
        {
            return rest < end ? new ResolvedName(sentence.Text(new Phrase(rest, end)), IsResolved: false) : null;
        }

        if (rest >= end && row.Word(start) is ['其', '妻' or '夫' or '父' or '母' or '子' or '女' or '兄' or '弟' or '姐' or '妹'])
        {
            // 其妻: one of his.
            return new ResolvedName(owner + row.Word(start)[1..].ToString(), IsResolved: true);
        }

        return new ResolvedName(rest < end ? owner + sentence.Text(new Phrase(rest, end)) : owner, IsResolved: true);
    }

    /// <summary>对东山集团提起诉讼，要求其赔偿: whom the demand is made of; null where nobody is named for it.</summary>
    private static string? Addressed(SentenceFrame sentence, int pronoun)
    {
        var row = sentence.Row;
        if (row.Before(pronoun) is not (>= 0 and var demand) || !row.Is(demand, ContextCue.Demands))
        {
            return null;
        }

        for (var at = row.After(pronoun); at >= 0 && row[at].Role != TokenRole.Clause; at = row.After(at))
        {
            if (row.Word(at) is "索赔" or "求偿" or "索偿")
            {
                // 要求其销毁模具并索赔300万元: who demands does that.
                return null;
            }
        }

        for (var at = row.Before(demand); at >= 0; at = row.Before(at))
        {
            if ((row[at].Role == TokenRole.Preposition && row.Word(at) is "对" or "向" || Sues(row, at)) && row.After(at, demand) is var first && first >= 0 && row.PhraseStartingAt(first, demand) is { IsEmpty: false } party && row[first].Role == TokenRole.Noun
                && !IsPublicBody(row, party.End - 1) && (IsOrganisation(row, party.End - 1) || IsPerson(row[party.End - 1]) || row[party.End - 1].IsName || row[party.End - 1].Sense.Is(WordRoles.Title | WordRoles.Group)))
            {
                return sentence.Text(party);
            }
        }

        return null;
    }

    /// <summary>起诉|西山集团, 将|西山集团|诉至法院: before whom an action is brought against.</summary>
    private static bool Sues(TokenRow row, int index) =>
        row.Is(index, ContextCue.Sues)
        || row.Word(index) is "将" or "把" && row.PhraseStartingAt(row.After(index), row.Count) is { IsEmpty: false } party && row.After(party.End - 1) is >= 0 and var verb && row.Is(verb, ContextCue.Sues);

    /// <summary>英伟达拟向甲公司投资，后者…: the company named last that the sentence is not about; null for none.</summary>
    private static string? OtherParty(SentenceFrame sentence, int pronoun)
    {
        var (row, about) = (sentence.Row, Phrase.None);
        for (var clause = 0; clause < sentence.ClauseOf(pronoun) && about.IsEmpty; clause++)
        {
            about = sentence.Topic(clause) is { Subject.IsEmpty: false } topic ? topic.Subject : sentence.Topic(clause).Speaker;
        }

        for (var at = pronoun - 1; at >= about.End && !about.IsEmpty; at--)
        {
            if (row[at].Role == TokenRole.Noun && IsOrganisation(row, at) && row.PhraseEndingAt(at, about.End) is { IsEmpty: false } party && sentence.Text(party) is var name && name != sentence.Text(about))
            {
                return name[(name.AsSpan().LastIndexOfAny(Listing) + 1)..];
            }
        }

        return null;
    }

    /// <summary>Of 格力电器、海尔智家 the one that 前者 or 后者 stands for; null where no two were named together.</summary>
    private static string? OfPair(SentenceFrame sentence, int token)
    {
        var pair = sentence.Antecedents.Topic?.Text;
        for (var clause = sentence.ClauseOf(token); clause >= 0; clause--)
        {
            var topic = sentence.Topic(clause) is { Subject.IsEmpty: false } about ? about.Subject : sentence.Topic(clause).Speaker;
            if (!topic.IsEmpty && topic.End <= token && sentence.Row[topic.Start].Role != TokenRole.Pronoun)
            {
                pair = sentence.Text(topic);
                break;
            }
        }

        var cut = pair?.AsSpan().IndexOfAny(Listing) ?? -1;
        return cut <= 0 || cut + 1 >= pair!.Length ? null : sentence.Row.Word(token) is "前者" ? pair[..cut] : pair[(pair.AsSpan().LastIndexOfAny(Listing) + 1)..];
    }

    private static string? TopicBefore(SentenceFrame sentence, int token, bool isOrganisation = false)
    {
        var last = sentence.ClauseOf(token);
        if (last > 0 && IsTarget(sentence.Row, token))
        {
            // 证监局对其罚款: never who does it.
            last--;
        }

        string? authority = null;
        for (var clause = last; clause >= 0; clause--)
        {
            if (clause < sentence.ClauseOf(token) && IsCondition(sentence, clause) && SpeakerBefore(sentence, sentence.Clause(clause).Start) is { } speaker)
            {
                // 甲公司估算，若欧盟加征关税，其单车利润: who says so speaks of itself.
                return speaker;
            }

            var topic = sentence.Topic(clause) is { IsAside: false } own ? own.Subject : Phrase.None;
            if (!topic.IsEmpty && topic.End <= token && sentence.Row[topic.Start].Sense.Is(WordRoles.Generic) && topic.End - topic.Start == 1 && sentence.Row.Word(topic.Start)[0] is not ('这' or '那'))
            {
                return (Antecedent(sentence, topic.Start, isPerson: false) ?? sentence.Text(topic)).TrimStart('该', '該');
            }

            var first = !isOrganisation && !topic.IsEmpty && topic.End - topic.Start > 1 && sentence.Row[topic.Start].Role == TokenRole.Determiner ? topic.Start + 1 : topic.Start;
            if (!topic.IsEmpty && topic.End <= token && sentence.Row[first].Role is not (TokenRole.Pronoun or TokenRole.Determiner)
                && !sentence.Row[first].Sense.Is(WordRoles.Generic) && !(isOrganisation && IsNoCompany(sentence, clause, topic)))
            {
                var (start, end) = WithoutTitles(sentence.Row, first, topic.End);
                if (!IsAuthority(sentence.Row, topic.End - 1))
                {
                    return sentence.Text(new Phrase(start, end));
                }

                if (!isOrganisation && clause < sentence.ClauseOf(token) && Object(sentence, clause, topic) is { IsEmpty: false } met)
                {
                    // 市监局约谈该平台，责令其整改: whom the office met.
                    return sentence.Text(met);
                }

                // 法院认为，该餐厅…，判令其赔偿: who is spoken of rather than who judges.
                authority ??= isOrganisation ? null : sentence.Text(new Phrase(start, end));
            }
        }

        return authority;
    }

    /// <summary>燃料油, 国内需求, 投资者: what 公司 behind it never stands for, unless it publishes what is told (轻纺城公告) or is the example (以西山食品为例).</summary>
    private static bool IsNoCompany(SentenceFrame sentence, int clause, Phrase topic)
    {
        var (row, last) = (sentence.Row, topic.End - 1);
        if (IsPeople(row, topic))
        {
            return true;
        }

        if (IsOrganisation(row, last) || topic.End < row.Count && row.Word(topic.End) is "为例" || last > topic.Start && row.IsOneOf(last, ContextCue.CompanyEnd, ContextCue.TradeEnd) || row[row.Before(sentence.Clause(clause).End) is var mark && row[mark].Role == TokenRole.Clause ? row.Before(mark) : mark].Sense.Is(WordRoles.Disclosure | WordRoles.Speech))
        {
            return false;
        }

        var isPlain = true;
        for (var i = topic.Start; i < topic.End && isPlain; i++)
        {
            isPlain = row[i] is { IsName: false, Sense.Entity: null } token && (token.Sense.Is(WordRoles.Region) || token.Role != TokenRole.Noun || Segmentation.WordDictionary.Embedded.ListedTag(row.Word(i)) is "n" or "vn" or "v" or "a" or "b");
        }

        return isPlain || row.IsGoods(last) || row[last].Sense.Is(WordRoles.Region | WordRoles.Market | WordRoles.Event) || row.Word(last) is "行业" or "产业";
    }

    /// <summary>该平台 of 市监局约谈该平台: who or what closes the clause of <paramref name="topic"/> behind a verb, where it is determined or a name; empty elsewhere.</summary>
    private static Phrase Object(SentenceFrame sentence, int clause, Phrase topic)
    {
        var (row, tokens) = (sentence.Row, sentence.Clause(clause));
        var last = row.Before(tokens.End, tokens.Start);
        if (last < topic.End || row[last].Role != TokenRole.Noun || IsAuthority(row, last))
        {
            return Phrase.None;
        }

        var phrase = row.PhraseEndingAt(last, tokens.Start);
        var verb = row.Before(phrase.Start, tokens.Start);
        var isPointedAt = verb >= 0 && row[verb].Role == TokenRole.Determiner;
        verb = isPointedAt ? row.Before(verb, tokens.Start) : verb;
        return phrase.Start >= topic.End && verb >= 0 && row[verb].Role == TokenRole.Verb && (isPointedAt || row[phrase.Start].Role == TokenRole.Determiner || row.Folded[row[phrase.Start].Start] == '该' || row.Is(phrase.Start, ContextCue.Involved) || IsOrganisation(row, last)) ? phrase : Phrase.None;
    }

    /// <summary>对其罚款, 向其支付: true for a pronoun that owns nothing and that a preposition makes the target of its clause.</summary>
    private static bool IsTarget(TokenRow row, int pronoun) =>
        row[pronoun].Role == TokenRole.Pronoun && row.Before(pronoun) is >= 0 and var preposition && row[preposition].Role == TokenRole.Preposition && row.Word(preposition) is "对" or "向" or "给" or "与" or "为" or "被" or "由"
        && row.After(pronoun) is >= 0 and var next && (row[next].Role is TokenRole.Verb or TokenRole.Adverb or TokenRole.Time || row[next].Sense.Is(WordRoles.Verdict));

    /// <summary>若欧盟加征关税, 欧盟若加征关税: true where a word of condition or reason stands before the clause's verb.</summary>
    internal static bool IsCondition(SentenceFrame sentence, int clause)
    {
        var (row, tokens) = (sentence.Row, sentence.Clause(clause));
        for (var at = row.After(tokens.Start - 1, tokens.End); at >= 0 && row[at].Role != TokenRole.Verb; at = row.After(at, tokens.End))
        {
            if (row.Is(at, ContextCue.Aside))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>公司与卖方甲公司订立协议: with whom something is agreed, not whom the text goes on about.</summary>
    private static bool IsPartner(TokenRow row, int name)
    {
        var first = name;
        while (first > 0 && row[first - 1].Role is TokenRole.Noun or TokenRole.Skipped)
        {
            first--;
        }

        if (first > 1 && row.Word(first - 1) is "由" && row.IsNominal(first - 2))
        {
            // 海川科技由东山集团控股，该公司…: who does it to whom the text goes on about.
            return true;
        }

        if (first < 2 || row[first - 1].Role is not (TokenRole.Preposition or TokenRole.Listing) || row.Word(first - 1) is not ("与" or "和" or "同" or "跟") || !row.IsNominal(first - 2))
        {
            return false;
        }

        var next = row.After(name);
        while (next >= 0 && row[next].Role is TokenRole.Adverb or TokenRole.Time)
        {
            next = row.After(next);
        }

        return next >= 0 && row[next].Sense.Is(WordRoles.Mutual);
    }

    /// <summary>新增海川投资、东山创投等为股东: who becomes a shareholder of whom the text goes on about.</summary>
    private static bool JoinsAsHolder(TokenRow row, int name)
    {
        var at = row.After(name);
        while (at >= 0 && (row[at].Role is TokenRole.Noun or TokenRole.Listing or TokenRole.Open or TokenRole.Close or TokenRole.Skipped || row.Word(at) is "等"))
        {
            at = row.After(at);
        }

        return at >= 0 && row.Word(at) is "为" or "成为" && row.After(at) is >= 0 and var holder && row.Word(holder).EndsWith("股东");
    }

    /// <summary>海川核材解释称，公司: 公司 is the company that speaks in a clause before, where no other one has been named since.</summary>
    private static string? SpeakerBefore(SentenceFrame sentence, int token)
    {
        for (var clause = sentence.ClauseOf(token) - 1; clause >= 0; clause--)
        {
            var speaker = sentence.Topic(clause).Speaker;
            if (speaker.IsEmpty)
            {
                if (sentence.Topic(clause).Subject is { IsEmpty: false } topic && !(topic.End - topic.Start == 1 && sentence.Row[topic.Start].Sense.Is(WordRoles.Generic)))
                {
                    return null;
                }

                continue;
            }

            if (CompanyOfSpeaker(sentence, speaker) is { IsResolved: false } company)
            {
                return company.Text;
            }

            // 锦明食品公告,公司拟…: no list knows the name, but whose 公司 publishes is a company; 招股书 and 监管函 are none.
            var publisher = Publisher(sentence.Row, speaker);
            var last = publisher.End - 1;
            return !IsRelay(sentence.Row, last) && sentence.Row[last] is { Role: TokenRole.Noun } name && !IsPerson(name) && !IsPublicBody(sentence.Row, last) && !name.Sense.Is(WordRoles.Title | WordRoles.Group | WordRoles.Document | WordRoles.Disclosure | WordRoles.Speech | WordRoles.Region)
                && sentence.Row.Folded[name.End - 1] is not ('书' or '函' or '状') && !IsPeople(sentence.Row, publisher) ? sentence.Text(publisher) : null;
        }

        return null;
    }

    /// <summary>海川科技公告，公司与乙公司…，公司…: in what a company announces, and behind its name and a colon, 公司 is that company, whoever else is named; null for another 公司.</summary>
    private static string? AnnouncerBefore(SentenceFrame sentence, int token)
    {
        var row = sentence.Row;
        if (row.Folded.AsSpan(0, row[token].Start).EndsWith(":") && row.Before(token) is >= 0 and var mark && row.Before(row.Folded[row[mark].Start] == ':' ? mark : token) is >= 0 and var label && row.PhraseEndingAt(label, 0) is { Start: 0 } name && (IsOrganisation(row, label) || row[label].IsName))
        {
            return sentence.Text(name);
        }

        for (var clause = 0; clause < sentence.ClauseOf(token); clause++)
        {
            if (sentence.Topic(clause).Speaker is { IsEmpty: false } speaker)
            {
                var tokens = sentence.Clause(clause);
                var last = row.Before(tokens.End, tokens.Start);
                last = last >= 0 && row[last].Role == TokenRole.Clause ? row.Before(last, tokens.Start) : last;
                return last >= 0 && row.Word(last) is [.., '公', '告'] && CompanyOfSpeaker(sentence, speaker) is { IsResolved: false } company ? company.Text : null;
            }
        }

        return sentence.ClauseOf(token) > 0 ? PublisherOf(sentence) : null;
    }

    /// <summary>海川科技11月5日公告,公司…: who opens the sentence by publishing something.</summary>
    private static string? PublisherOf(SentenceFrame sentence)
    {
        var clause = sentence.Clause(0);
        var last = sentence.Row.Before(clause.End, clause.Start);
        last = last >= 0 && sentence.Row[last].Role == TokenRole.Clause ? sentence.Row.Before(last, clause.Start) : last;
        var topic = sentence.Topic(0).Subject;
        return last >= 0 && !topic.IsEmpty && sentence.Row[last].Sense.Is(WordRoles.Disclosure | WordRoles.Speech) && IsOrganisation(sentence.Row, topic.End - 1) ? sentence.Text(topic) : null;
    }

    /// <summary>国家太空中心指出, 其关键元件: what the text is about rather than who speaks of it.</summary>
    private static string? SpokenOf(SentenceFrame sentence, int token)
    {
        for (var clause = sentence.ClauseOf(token); clause >= 0; clause--)
        {
            if (!sentence.Topic(clause).Speaker.IsEmpty)
            {
                return sentence.Antecedents.Topic is { StandsAlone: true } topic ? topic.Text : null;
            }
        }

        return null;
    }

    /// <summary>该指数: the index that the sentence before it named last, else the one that the text is about; null for none.</summary>
    private static string? IndexBefore(SentenceFrame sentence, int token)
    {
        for (var i = token - 1; i >= 0; i--)
        {
            if (sentence.Row[i].Role == TokenRole.Noun && sentence.Row.Word(i).EndsWith("指数") && sentence.Row.PhraseEndingAt(i, 0) is var named && (named.End - named.Start > 1 || sentence.Row[i].End - sentence.Row[i].Start > 2))
            {
                return Of(sentence, named)?.Text;
            }
        }

        return sentence.Antecedents.Topic?.Text is [.., '指', '数' or '數'] topic ? topic : null;
    }
}
