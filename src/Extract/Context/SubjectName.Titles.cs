namespace Pipeline.Extract.Context;

/// <content>Names and the titles beside them: 英伟达CEO黄仁勋, 公司控股股东、实际控制人某某, 被告某某.</content>
internal static partial class SubjectName
{
    /// <summary>英伟达CEO黄仁勋 → 黄仁勋; 控股股东宜昌兴发集团 → 宜昌兴发集团; 宝马方面 → 宝马.</summary>
    private static (int Start, int End) WithoutTitles(TokenRow row, int start, int end)
    {
        if (end - start > 1 && row.Word(end - 1) is "方面" or "方")
        {
            end--;
        }

        var isPerson = false;
        if (end - start > 1 && row.Word(end - 1) is "名下" or "先生" or "女士" or "小姐")
        {
            // 许某先生, 许某名下: a courtesy follows a person's name.
            end--;
            isPerson = row.Word(end) is not "名下";
        }

        if (Joined(row, start, end) is > 0 and var joint)
        {
            // 控股股东东山集团及一致行动人李白: both.
            return (WithoutTitles(row, start, joint).Start, end);
        }

        if (isPerson || IsPerson(row[end - 1]))
        {
            for (var i = end - 2; i >= start; i--)
            {
                if (row[i].Sense.Is(WordRoles.Title))
                {
                    return (i + 1, end);
                }
            }
        }

        while (start < end - 1 && row[start].Sense.Is(WordRoles.Title) && row[start + 1].Role == TokenRole.Noun && row[start + 1].Sense.Metric is null && HasNameOrUnknown(row, start + 1, end))
        {
            start++;
        }

        var run = start;
        while (run < end - 1 && (row[run].Sense.Is(WordRoles.Generic | WordRoles.Title) || row[run].Role == TokenRole.Listing && row.Word(run) is "、"))
        {
            run++;
        }

        if (run > start && row[run].Role == TokenRole.Noun && row[run].IsName && row[run - 1].Sense.Is(WordRoles.Title))
        {
            // 公司控股股东、实际控制人张三及其一致行动人
            start = run;
        }

        for (var i = end - 2; i > start && row[end - 1].IsName; i--)
        {
            if (row.Word(i) is "旗下")
            {
                // 东山集团旗下知名品牌海川: whose it is and what it is stand before the name.
                var name = end - 1;
                while (name - 1 > i && row[name - 1].IsName)
                {
                    name--;
                }

                return (name, end);
            }
        }

        for (var i = end - 2; i >= start; i--)
        {
            // 全球最大私募基金公司黑石集团, 公司全资附属公司香港东山: the name stands after what it is.
            if (i > start && row[i].Sense.Is(WordRoles.Generic | WordRoles.Title) && row[i + 1].IsName && !row[end - 1].Sense.Is(WordRoles.Generic | WordRoles.Title) && row[i + 1].Start == row[i].End)
            {
                return (i + 1, end);
            }

            if (row[i + 1].Sense.Entity?.Type == EntityType.Company && row[end - 1].IsName && row[i + 1].Start == row[i].End && row[i] is { Role: TokenRole.Noun, IsName: false, Tag: "n" or "vn" or "nz" or "l", Sense: { Entity: null, Metric: null } } kind && !kind.Sense.Is(WordRoles.Region | WordRoles.Market | WordRoles.Event))
            {
                // 电动车制造商特斯拉, 供应商鸿海, 社交平台推特: what it is, and its name.
                return (i + 1, end);
            }

            if (row.Folded[row[i].End - 1] == '股' && row[i].Sense.Entity is null && row[i + 1].IsName && row[i + 1].Start == row[i].End && row[i + 1].Sense.Entity?.Type is null or EntityType.Company)
            {
                // 电子权值股台积电, 重磅股腾讯: of which sort its shares are.
                return (i + 1, end);
            }

            if (row[i].Role is TokenRole.Of or TokenRole.Listing)
            {
                break;
            }
        }

        return (start, end);
    }

    /// <summary>Where 及 joins the name before it to the title of another; 0 where it does not.</summary>
    private static int Joined(TokenRow row, int start, int end)
    {
        for (var i = end - 3; i > start; i--)
        {
            if (row[i].Role == TokenRole.Listing && row.Word(i) is "及" or "及其" or "和" or "与" or "以及" && row[i + 1].Sense.Is(WordRoles.Title) && row[i - 1].Role == TokenRole.Noun
                && !row[i - 1].Sense.Is(WordRoles.Title) && (row[i - 1].Sense.Is(WordRoles.Generic) ? i - 2 >= start && row[i - 2].IsName && row[i - 2].End == row[i - 1].Start : row[i - 1].IsName || IsOrganisation(row, i - 1)))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool HasNameOrUnknown(TokenRow row, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (row[i].IsName || row[i].Tag is "x" or "j" || i > start && row[i].Sense.Is(WordRoles.Title))
            {
                return true;
            }
        }

        return end - start >= 2;
    }

    /// <summary>央行理监事会议, 长荣航空董事会: the body, not its board in session; of who sits on a board (董事会有9名成员) it is the board.</summary>
    private static int WithoutMeeting(TokenRow row, int start, int end)
    {
        var body = end - 1;
        while (body > start && row.Is(body, ContextCue.Meeting))
        {
            body--;
        }

        return body < end - 1 && (row[body].Sense.Entity?.Type == EntityType.Institution || IsOrganisation(row, body) && !(row.After(end - 1) is >= 0 and var sits && row.Word(sits) is "由" or [.., '有'])) ? body + 1 : end;
    }

    /// <summary>被告东山科技…, 被告欠款…: the name that the same title introduced before in the sentence.</summary>
    private static string? Introduced(SentenceFrame sentence, int title)
    {
        var row = sentence.Row;
        var word = row.Word(title);
        for (var i = 0; i + 1 < title; i++)
        {
            if (row.Word(i).SequenceEqual(word) && row[i].Sense.Is(WordRoles.Title) && row.PhraseStartingAt(i + 1, title) is { IsEmpty: false } name && row[i + 1].Start == row[i].End
                && !row[i + 1].Sense.Is(WordRoles.Title) && row[i + 1].Role == TokenRole.Noun && row[name.End - 1].Sense.Metric is null && (row[i + 1].IsName || row[i + 1].Tag is "x" or "n" && name.End - name.Start <= 3))
            {
                return sentence.Text(name);
            }
        }

        return null;
    }
}
