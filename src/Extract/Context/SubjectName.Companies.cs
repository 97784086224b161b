namespace Pipeline.Extract.Context;

/// <content>Whose a speaker's words are: 乐视网董事长某某 speaks for 乐视网, and a report for who published it.</content>
internal static partial class SubjectName
{
    // Characters of the name of a place at the head of an office's: 北京, 塞尔维亚.
    private const int LongestPlace = 5;

    /// <summary>The company that a speaker speaks for: 乐视网董事长刘延峰 → 乐视网, 宝马方面 → 宝马, 华为年报 → 华为. Null for others.</summary>
    public static ResolvedName? CompanyOfSpeaker(SentenceFrame sentence, Phrase speaker)
    {
        var row = sentence.Row;
        var end = -1;
        for (var i = speaker.Start; i < speaker.End; i++)
        {
            if (row[i].Sense.Is(WordRoles.Title) && i > speaker.Start)
            {
                var holder = row.Before(i, speaker.Start);
                if (row.Is(i, ContextCue.Officer) && CanEmploy(row, holder) && !HasOrganisation(row, speaker.Start, i))
                {
                    return Of(sentence, new Phrase(speaker.Start, i));
                }

                while (holder > speaker.Start && IsPost(row, holder) && Leads(row, i))
                {
                    // 东山集团高级副总裁: which of them he is.
                    holder = row.Before(holder, speaker.Start);
                    end = holder + 1;
                }

                return holder < 0 || !IsOrganisation(row, holder) && !row[holder].Sense.Is(WordRoles.Generic | WordRoles.Site) && !IsPlainName(row, holder) ? null : Of(sentence, new Phrase(speaker.Start, end < 0 ? i : end));
            }
        }

        var last = speaker.End - 1;
        while (last > speaker.Start && row[last].Role is not (TokenRole.Noun or TokenRole.Pronoun) || last > speaker.Start && row.Word(last) is "早" or "曾")
        {
            last--;
        }

        if (last > speaker.Start && row.Word(last) is "方面")
        {
            last--;
        }

        if (IsRelay(row, last))
        {
            return null;
        }

        var found = row.After(last) is >= 0 and var of && row[of].Role == TokenRole.Of ? row.After(of) : row.After(last);
        if (row.Is(found, ContextCue.Finding) && (row.After(found) is >= 0 and var shows && row[shows].Sense.Is(WordRoles.Speech) || (IsOrganisation(row, last) || row.Word(last).EndsWith("协会")) && row.Before(speaker.Start) is >= 0 and var according && row.Word(according) is "据" or "根据" or "另据"))
        {
            // 东山证券统计显示, 据东山证券测算: who counts owns none of what is counted.
            return null;
        }

        last = Publisher(row, new Phrase(speaker.Start, last + 1)).End - 1;
        if (row[last] is { Role: TokenRole.Noun, Tag: ['n', ..] and not ['n', 'r', ..] and not "ns" } issuer && issuer.Sense.IsNone && row.After(last) is var issues && issues >= 0 && row.Word(row[issues].Role == TokenRole.Time && row.After(issues) is >= 0 and var later ? later : issues) is ['公', '告', ..] or [.., '公', '告'] && !PublicBodies.Contains(row.Folded[issuer.End - 1]))
        {
            // 摩登大道去年公告称: only a company does.
            return Of(sentence, new Phrase(speaker.Start, last + 1));
        }

        return IsOrganisation(row, last) || row[last].Sense.Is(WordRoles.Generic | WordRoles.Site) || IsPlainName(row, last) ? Of(sentence, new Phrase(speaker.Start, Math.Max(last + 1, speaker.Start + 1))) : null;
    }

    /// <summary>中国|船舶|总经理, 奶茶|店|店主: a noun that neither a list nor its ending shows to be a company.</summary>
    private static bool CanEmploy(TokenRow row, int holder) =>
        holder >= 0 && row[holder] is { Role: TokenRole.Noun, Sense: { Entity: null, Metric: null } sense, Tag: not ("ns" or "nr") } token && (token.End - token.Start > 1 || holder > 0 && row[holder - 1] is { Role: TokenRole.Noun } sort && sort.End == token.Start)
        && !sense.Is(WordRoles.Title | WordRoles.Generic | WordRoles.Document | WordRoles.Region | WordRoles.Attribute) && !PublicBodies.Contains(row.Folded[token.End - 1]);

    private static bool HasOrganisation(TokenRow row, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (IsOrganisation(row, i) || row[i].Sense.Is(WordRoles.Generic) || IsPlainName(row, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The company that <paramref name="speaker"/> speaks for; else the place of his office, whose figures he tells (云南省文旅厅厅长 → 云南省). Null for others.</summary>
    public static string? BodyOfSpeaker(SentenceFrame sentence, Phrase speaker) =>
        speaker.IsEmpty ? null : (CompanyOfSpeaker(sentence, speaker) ?? PlaceOf(sentence, Office(sentence.Row, speaker)))?.Text;

    /// <summary>日本 of 日本总务省, 高雄市 of 高雄市地政局: the place that the name of an office opens with; null for none.</summary>
    public static ResolvedName? PlaceOf(SentenceFrame sentence, Phrase speaker)
    {
        var row = sentence.Row;
        var last = row[speaker.End - 1].Sense.Is(WordRoles.Document) && speaker.End - speaker.Start > 1 ? speaker.End - 2 : speaker.End - 1;
        var (start, end) = (row[speaker.Start].Start, row[last].End);
        if (row.Folded[end - 1] is not ('局' or '署' or '部' or '厅' or '省' or '处' or '府' or '委'))
        {
            return null;
        }

        for (var length = Math.Min(LongestPlace, end - start - 2); length >= 2; length--)
        {
            if (Segmentation.WordDictionary.Embedded.ListedTag(row.Folded.AsSpan(start, length)) is "ns")
            {
                return new ResolvedName(sentence.Original.Substring(start, length), IsResolved: false);
            }
        }

        return null;
    }

    /// <summary>云南省文旅厅 of 云南省文旅厅厅长.</summary>
    private static Phrase Office(TokenRow row, Phrase speaker)
    {
        var last = speaker.End;
        while (last > speaker.Start + 1 && row[last - 1].Sense.Is(WordRoles.Title))
        {
            last--;
        }

        return new Phrase(speaker.Start, last);
    }

    /// <summary>法新社|报导, 路透社|援引, 据|澎湃新闻|,, 企查查: who only passes on what is told, and has none of it.</summary>
    public static bool IsRelay(TokenRow row, int index) =>
        row.Is(index, ContextCue.Registry) || row.Is(row.Before(index), ContextCue.Registry) || row.After(index) is >= 0 and var next
        && (row.Word(next) is "报道" or "报导" || row.Is(next, ContextCue.Relays) || row.Word(next) is "获悉" or "独家" || row[next].Role == TokenRole.Clause && row.Before(index) is >= 0 and var opener && row.Word(opener) is "据" or "另据" or "根据");

    /// <summary>高级, 中国区, 产品: what stands between a company and the title of one of its officers.</summary>
    private static bool IsPost(TokenRow row, int index) =>
        row[index].Role is TokenRole.Adjective or TokenRole.Noun && (row[index].Sense.Is(WordRoles.Region) || row[index] is { IsName: false, Sense.Entity: null } && !row[index].Sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Site) && !IsPlainName(row, index) && !IsOrganisation(row, index));

    /// <summary>副总裁, 负责人: who speaks for a company, as an analyst does not.</summary>
    private static bool Leads(TokenRow row, int title) => !row.Word(title).EndsWith("师") && !row.Word(title).EndsWith("家");

    /// <summary>华为年报, 公司的2024年年度报告: whose it is; all of <paramref name="speaker"/> where it names no such paper.</summary>
    private static Phrase Publisher(TokenRow row, Phrase speaker)
    {
        var last = speaker.End - 1;
        while (last > speaker.Start && (row[last].Sense.Is(WordRoles.Disclosure) || last < speaker.End - 1 && row[last].Role is TokenRole.Of or TokenRole.Time or TokenRole.Skipped))
        {
            last--;
        }

        return new Phrase(speaker.Start, last + 1);
    }

    /// <summary>全联, 艾司摩尔: a name that no list knows and that ends as neither bodies nor documents do.</summary>
    private static bool IsPlainName(TokenRow row, int index) =>
        row[index] is { Role: TokenRole.Noun, Sense: { Entity: null, Metric: null } sense } token && token.Tag is "nz" or "nt" or "j" or "x" or "eng" or "name"
        && !sense.Is(WordRoles.Title | WordRoles.Document | WordRoles.Region) && !PublicBodies.Contains(row.Folded[token.End - 1]);
}
