using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>Turns a noun phrase into the name that a claim prints: demonstratives and titles go, pronouns and 公司 become what they stand for.</summary>
internal static partial class SubjectName
{
    /// <summary>The last characters of the names of ministries, offices, courts and societies: 财政部, 统计局, 协会.</summary>
    internal static readonly System.Buffers.SearchValues<char> PublicBodies = System.Buffers.SearchValues.Create("部局院府会署厅委庭处织");

    /// <summary>The name; null for a pronoun that nothing before answers, and for a phrase of marks alone.</summary>
    public static ResolvedName? Of(SentenceFrame sentence, Phrase phrase)
    {
        var row = sentence.Row;
        var (start, end) = (phrase.Start, phrase.End);
        while (start < end && row[start].Role is TokenRole.Skipped or TokenRole.Listing or TokenRole.Of or TokenRole.Particle or TokenRole.Other)
        {
            start++;
        }

        while (end > start && row[end - 1].Role is TokenRole.Skipped or TokenRole.Listing or TokenRole.Of or TokenRole.Localizer
            || end > start + 1 && (row[end - 1].Role == TokenRole.Determiner || row.Word(end - 1) is ['第', .., '次']))
        {
            end--;
        }

        if (end > start + 1 && row.Is(end - 1, ContextCue.UnderOwner))
        {
            // 其手中持有, 医管局辖下3间医院: who has it.
            end--;
        }

        while (end > start + 1 && row.Word(end - 1) is "公告")
        {
            // 东山集团公告了减持计划: who gives notice.
            end--;
        }

        if (start >= end)
        {
            return null;
        }

        while (start < end - 1 && row.Word(start) is ['单', '颗' or '张' or '台' or '辆' or '枚' or '块' or '款' or '件' or '部' or '家' or '个'])
        {
            // 单颗910C: one of them.
            start++;
        }

        while (start < end - 1 && row[start].End - row[start].Start == 1 && row.Word(start) is "颗" or "艘" or "辆" or "架" or "枚" or "款" && row[start + 1].Role == TokenRole.Noun)
        {
            start++;
        }

        while (start < end - 1 && (row.Is(start, ContextCue.NoExtreme) || row.Word(start) is "预期" && row[start + 1].Role != TokenRole.Of))
        {
            // 最终甲公司减持: in the end; 预期美联储加息: what somebody expects of it.
            start++;
        }

        if (end - start == 2 && row.Word(end - 1) is "公司" && row.Word(start) is "影响" or "推动" or "致")
        {
            // 预计影响公司净利润: what is done to it, no sort of company.
            start++;
        }

        var demonstrative = false;
        while (start < end - 1 && (row[start].Role == TokenRole.Determiner || demonstrative && (row[start].Role is TokenRole.Number or TokenRole.Skipped || row.Word(start) is ['条' or '款' or '家' or '个' or '座' or '名' or '位' or '部' or '套' or '只' or '艘' or '架' or '台' or '辆' or '所' or '起' or '场' or '批'])))
        {
            demonstrative = true;
            start++;
        }

        for (var i = end - 2; i > start; i--)
        {
            // 台北市这户豪宅 is a house; 英伟达这家公司 is the name.
            if (row[i].Role == TokenRole.Determiner && row.Word(i) is not "等" && row[i + 1].Role is not (TokenRole.Determiner or TokenRole.Skipped) && !row[end - 1].Sense.Is(WordRoles.Generic))
            {
                if (row.Is(i, ContextCue.ThisTime) && i > start && (row[i - 1].IsName || row[i - 1].Sense.Is(WordRoles.Generic) || IsOrganisation(row, i - 1)))
                {
                    // 东山集团本次债券: who does it this time.
                    end = i;
                    break;
                }

                start = i + 1;
                break;
            }
        }

        for (var title = start + 1; row[start].Role == TokenRole.Pronoun && title < end - 1; title++)
        {
            if (row[title].Sense.Is(WordRoles.Title) && (IsPerson(row[end - 1]) || HasName(row, title + 1, end)))
            {
                // 其股东林海集团: the title says whose, the name who.
                return Of(sentence, new Phrase(title + 1, end));
            }
        }

        if (end - start == 1 && row.Word(start) is "两者" or "二者" or "两人" or "三者" || end - start == 1 && row.Word(start) is "双方" or "三方" && (TopicBefore(sentence, start) is not null || sentence.Antecedents.Topic is not null))
        {
            // No one name stands for both.
            return new ResolvedName(sentence.Text(new Phrase(start, end)), IsResolved: false);
        }

        if (end - start > 1 && row.Word(start) is "其他" or "其余" or "其它")
        {
            // 其他投资者: others than those named.
            return new ResolvedName(sentence.Text(new Phrase(start, end)), IsResolved: false);
        }

        if (row[start].Role == TokenRole.Pronoun || end - start == 1 && row[start].Role == TokenRole.Determiner)
        {
            return Pronoun(sentence, start, end);
        }

        if (PlaceBefore(sentence, start) is { } place)
        {
            return new ResolvedName(start + 1 < end ? place + sentence.Text(new Phrase(start + 1, end)) : place, IsResolved: true);
        }

        if (!NamesSomething(row, start, end))
        {
            return null;
        }

        if (demonstrative && end - start == 1 && row.Word(start) is "指数" && IndexBefore(sentence, start) is { } index)
        {
            return new ResolvedName(index, IsResolved: true);
        }

        if (end - start == 1 && Listed(row, start) is { IsEmpty: false } listed)
        {
            // 甲、乙等5家公司: those listed, of whom the last is but one.
            return new ResolvedName(sentence.Text(listed), IsResolved: false);
        }

        // 公司 and 这家科技巨头 stand for a name before; 公司股东 does not.
        if (row[end - 1].Sense.Is(WordRoles.Generic) && !HasName(row, start, end) && (demonstrative || end - start == 1))
        {
            if (!demonstrative && row.Word(start) is "企业" && NamedBefore(sentence, start, isPerson: false) is null && sentence.Antecedents.Organisation is null)
            {
                // 政府就业减少,而企业就业增加: companies as such.
                return new ResolvedName(sentence.Text(new Phrase(start, end)), IsResolved: false);
            }

            if (!demonstrative && row.Word(start) is "公司" or "本公司" && AnnouncerBefore(sentence, start) is { } announcer)
            {
                return new ResolvedName(announcer, IsResolved: true);
            }

            var nearest = SameSort(sentence, start) ?? NamedBefore(sentence, start, isPerson: false) ?? sentence.BodyBehind?.Invoke(row[start].Start);
            return IsAnalyst(sentence, start) ? new ResolvedName(sentence.Text(new Phrase(start, end)), IsResolved: false) : (Another(sentence, start, nearest ?? SpeakerBefore(sentence, start) ?? sentence.Antecedents.Organisation?.Text ?? TopicBefore(sentence, start, isOrganisation: true) ?? (demonstrative || row.Word(start)[0] == '该' ? NamedTopic(sentence) : null))
                ?? (nearest is null ? null : Another(sentence, start, SpeakerBefore(sentence, start) ?? PublisherOf(sentence)))) is { } organisation
                ? new ResolvedName(organisation, IsResolved: true)
                : new ResolvedName(sentence.Text(new Phrase(start, end)).TrimStart('该', '該'), IsResolved: false);
        }

        if (end - start == 1 && row[start].Sense.Is(WordRoles.Title) && Introduced(sentence, start) is { } introduced)
        {
            return new ResolvedName(introduced, IsResolved: true);
        }

        if (demonstrative && end - start == 1 && row[start].Sense.Is(WordRoles.Title) && Antecedent(sentence, start, isPerson: true) is { } person)
        {
            // 这位实控人: who was named last.
            return new ResolvedName(person, IsResolved: true);
        }

        if (row[end - 1].Tag == "name" && row.Word(end - 1)[0] == '《')
        {
            // 影片《大濛》: the title names it.
            start = end - 1;
        }

        (start, end) = WithoutTitles(row, start, WithoutMeeting(row, start, end));
        return new ResolvedName(sentence.Text(new Phrase(start, end)), IsResolved: false);
    }

    /// <summary>BitMine股价…。该股: what the text is about where it is a name, whether a list knows it or not; null elsewhere.</summary>
    private static string? NamedTopic(SentenceFrame sentence) => sentence.Antecedents.Topic is { StandsAlone: true, Entity: null, Text: not [.., '指', '数' or '數'] } topic ? topic.Text : null;

    /// <summary>The nearest name of the wanted sort before token <paramref name="before"/>, in the sentence or in the ones before, that is no part of <paramref name="except"/>.</summary>
    public static string? Antecedent(SentenceFrame sentence, int before, bool isPerson, string? except = null) =>
        NamedBefore(sentence, before, isPerson, except)
        ?? ((isPerson ? sentence.Antecedents.Person : sentence.Antecedents.Organisation)?.Text is { } earlier && earlier != except ? earlier : null);

    /// <summary>The nearest name of the wanted sort before token <paramref name="before"/> in the sentence.</summary>
    private static string? NamedBefore(SentenceFrame sentence, int before, bool isPerson, string? except = null)
    {
        var row = sentence.Row;
        for (var i = before - 1; i >= 0; i--)
        {
            if ((isPerson ? IsPerson(row[i]) : IsOrganisation(row, i)) && !IsInTitle(row, i) && !(!isPerson && (IsPartner(row, i) || IsRelay(row, i) || JoinsAsHolder(row, i))) && except?.Contains(sentence.Text(new Phrase(i, i + 1)), StringComparison.Ordinal) != true)
            {
                var first = i;
                while (!isPerson && first > 0 && row[first - 1] is { IsName: true } || !isPerson && first > 0 && row[first - 1].Role == TokenRole.Noun && row[i].Sense.Entity is null
                    && !row[first - 1].Sense.Is(WordRoles.Title | WordRoles.Generic) && row[first - 1].Sense.Metric is null)
                {
                    first--;
                }

                return sentence.Text(new Phrase(first, i + 1));
            }
        }

        return null;
    }

    /// <summary>招商证券指出，公司回购…: the nearest company before only gives its view of another.</summary>
    private static bool IsAnalyst(SentenceFrame sentence, int generic)
    {
        var row = sentence.Row;
        for (var i = generic - 1; i > 0; i--)
        {
            if (IsOrganisation(row, i - 1))
            {
                return row.Word(i - 1).EndsWith("证券") && row[i].Role == TokenRole.Verb && row.Is(i, ContextCue.Assesses);
            }
        }

        return false;
    }

    /// <summary>True inside 《》: a title names a document, nobody that the text goes on about.</summary>
    private static bool IsInTitle(TokenRow row, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            switch (row.Folded[row[i].Start])
            {
                case '《':
                    return row.Folded[row[i].End - 1] != '》';
                case '》':
                    return false;
            }
        }

        return false;
    }

    /// <summary>补助这座晶圆厂, 该厂月产能: the last noun before that ends as 该厂 does.</summary>
    private static string? SameSort(SentenceFrame sentence, int token)
    {
        var row = sentence.Row;
        if (row.Word(token) is not ['该', not '股'])
        {
            // 该股 is the company's, whatever 重仓股 were named.
            return null;
        }

        for (var i = token - 1; i >= 0; i--)
        {
            if (row[i] is { Role: TokenRole.Noun, Sense.Metric: null } && row[i].End - row[i].Start > 1 && row.Folded[row[i].End - 1] == row.Folded[row[token].End - 1] && row.Folded[row[i].Start] != '该')
            {
                var start = i;
                while (start > 0 && row[start - 1].Role == TokenRole.Noun && row[start - 1].Sense.Metric is null && !row[start - 1].Sense.Is(WordRoles.Generic))
                {
                    start--;
                }

                return sentence.Text(new Phrase(start, i + 1));
            }
        }

        return null;
    }

    /// <summary>True for a listed company, and for a name that ends as company names do.</summary>
    public static bool IsOrganisation(TokenRow row, int index)
    {
        ref readonly var token = ref row[index];
        if (ExchangeCode.IsBehind(row.Folded, token.End))
        {
            return token.Role == TokenRole.Noun;
        }

        if (token.Sense.Entity is { } entity)
        {
            // A university or a hospital has figures of its own, as a company has.
            return entity.Type == EntityType.Company || entity.Type == EntityType.Institution && row.Word(index) is [.., '大', '学'] or [.., '学', '院'] or [.., '医', '院'] or [.., '中', '学'];
        }

        return token.Tag == "nt" && !row.Word(index).ContainsAny(PublicBodies) || token.Role == TokenRole.Noun && index > 0 && row[index - 1].Role == TokenRole.Noun && !row[index - 1].Sense.Is(WordRoles.Generic)
            && (row.Is(index, ContextCue.CompanyEnd)

                // 海川投资, but neither 全国投资 nor 制造业投资.
                || row[index - 1] is { Sense: { Roles: WordRoles.None, Metric: null, Entity: null or { Type: EntityType.Company } }, Tag: not ("n" or "vn" or "ns" or "b") } && row.Is(index, ContextCue.TradeEnd));
    }

    /// <summary>True for a name that ends as those of ministries, courts and offices do.</summary>
    public static bool IsPublicBody(TokenRow row, int index) =>
        row[index].Sense.Entity is { } entity ? entity.Type != EntityType.Company : PublicBodies.Contains(row.Folded[row[index].End - 1]);

    /// <summary>True for an office, a court or the police: they own what they do and set, and nothing of what they only tell.</summary>
    public static bool IsAuthority(TokenRow row, int index) =>
        row[index] is { Role: TokenRole.Noun } token
        && (token.Sense.Entity is { Type: EntityType.Institution } && row.Word(index)[^1] is '部' or '局' or '署' or '委' or '厅' or '处' || row.Cues.IsAtEnd(ContextCue.Authority, row.Word(index)));

    /// <summary>True for the name of a person.</summary>
    public static bool IsPerson(in Token token) => token.Sense.Entity?.Type == EntityType.Person || token.Sense.Entity is null && token.Tag is "nr" or "nrt" or "nrfg" && token.End - token.Start is 2 or 3;

    /// <summary>公司持有海川科技16%的股权: who is named after 公司 in its clause is another; null where the antecedent is that one.</summary>
    private static string? Another(SentenceFrame sentence, int generic, string? antecedent)
    {
        var clause = sentence.ClauseOf(generic);
        if (antecedent is null || clause < 0)
        {
            return antecedent;
        }

        var last = clause;
        while (last + 1 < sentence.ClauseCount && sentence.TopicsRead > last + 1 && sentence.Topic(last + 1).Subject.IsEmpty)
        {
            last++;
        }

        var rest = new Phrase(generic + 1, sentence.Clause(last).End);
        for (var i = rest.Start; i < rest.End; i++)
        {
            if (Names(sentence, i, rest.End, antecedent))
            {
                return null;
            }
        }

        return antecedent;
    }

    /// <summary>True where <paramref name="name"/> stands at the token <paramref name="start"/> by itself, not as the first part of a longer name (海川科技 in 海川科技宁波有限公司).</summary>
    private static bool Names(SentenceFrame sentence, int start, int end, string name)
    {
        var row = sentence.Row;
        var stop = row[start].Start + name.Length;
        if (stop > sentence.Original.Length || !sentence.Original.AsSpan(row[start].Start, name.Length).SequenceEqual(name))
        {
            return false;
        }

        for (var last = start; last < end && row[last].Start < stop; last++)
        {
            if (row[last].End == stop)
            {
                return last + 1 >= end || row[last + 1].Start > stop || row[last + 1] is not { Role: TokenRole.Noun, Tag: "nt" };
            }
        }

        return false;
    }

    /// <summary>The names before 等 and a count of what <paramref name="head"/> says they are, up to that word; empty where none are listed.</summary>
    private static Phrase Listed(TokenRow row, int head)
    {
        var count = row.Before(head);
        var et = count >= 0 && row[count].Role is TokenRole.Quantity or TokenRole.Number ? row.Before(count) : -1;
        return et > 0 && row.Word(et) is "等" && row.Before(et) is >= 0 and var last && row.PhraseEndingAt(last, 0) is { IsEmpty: false } names && row.LastMark(names) >= 0 ? new Phrase(names.Start, head + 1) : Phrase.None;
    }

    /// <summary>融资人, 投资者: people by what they do, for whom 公司 does not stand.</summary>
    private static bool IsPeople(TokenRow row, Phrase phrase) =>
        row[phrase.End - 1] is { IsName: false } last && (last.Sense.Is(WordRoles.Group) || row.Folded[last.End - 1] is '人' or '者' or '员');

    /// <summary>False for quantifiers and narrowing words alone: 新款, 一代, 这座.</summary>
    private static bool NamesSomething(TokenRow row, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var token = row[i];
            if (token.Role is TokenRole.Verb or TokenRole.Other && start > 0 && row.Word(start - 1) is "为" or "是" or "系" or "主要为" or "主要是")
            {
                // 肇事原因主要为超速: a deed that a copula names.
                return true;
            }

            if (token.Role == TokenRole.Noun && !token.Sense.Is(WordRoles.Attribute) && row.Word(i) is not "部分" && (token.End - token.Start > 1 || token.Tag is "n" or "zg" or "name" || token.IsName || i > start && token.Tag is "ng" && row[i - 1].End == token.Start))
            {
                return true;
            }
        }

        return false;
    }

    public static bool HasName(TokenRow row, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (row[i].IsName)
            {
                return true;
            }
        }

        return false;
    }
}
