using System.Buffers;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Reads names out of credit lines: <c>作者：曹操</c>, <c>(本文来源：新京报 作者：诸葛亮)</c>, <c>記者司馬懿／即時報導</c>.</summary>
public static class CreditLine
{
    /// <summary>The longest name of a person, with a pen name in two scripts.</summary>
    private const int LongestName = 20;

    /// <summary>The longest name of a medium.</summary>
    private const int LongestMedium = 30;

    /// <summary>What may stand between a label and what it labels.</summary>
    private const string Separators = " 　:：/／|｜丨︱∣┃│";

    private static readonly SearchValues<char> Prose = SearchValues.Create("，。？！；,?!;…");

    private static readonly SearchValues<string> Reporters = SearchValues.Create(["记者", "記者"], StringComparison.Ordinal);

    private static readonly string[] NameLabels = ["作者", "记者", "記者", "撰文", "撰稿", "采写", "採寫", "主笔", "主筆", "供稿", "通讯员", "通訊員", "圖文", "图文", "文字", "文"];
    private static readonly string[] MediumLabels = ["来源于", "来源", "來源", "稿源", "转自", "轉自", "来自", "來自", "出处", "出處"];
    private static readonly string[] NextLabels = ["作者", "责任编辑", "責任編輯", "责编", "編輯", "编辑", "来源", "來源", "摄影", "攝影", "校对", "時間", "时间", "原标题", "原標題", "举报", "舉報", "收藏", "分享", "（记者", "(记者", "（記者", "(記者", "关注", "打印", "字号", "字體", "我要评论", "网友评论", "阅读", "点击", "浏览", "评论", "我来说", "转载文章", "发表", "轉載", "发布", "發布", "發佈", "日期", "更新", "每经"];

    /// <summary>The author that a line names; several are separated by a space. Null when it names none.</summary>
    public static string? Names(string line) => After(line, NameLabels) is { } found && FirstName(CleanName(found), line) is { Length: > 0 and <= LongestName } name && !found.AsSpan().ContainsAny(Prose) ? name : null;

    /// <summary>The reporter between a desk and 報導, <c>國際中心／王某某報導</c>, or before 文, <c>王某某/文</c>; null for a place or none.</summary>
    public static string? Reporter(string line)
    {
        var slash = line.LastIndexOfAny(['／', '/']);
        if (slash <= 0)
        {
            return null;
        }

        var before = line.AsSpan(0, slash).Trim();
        var after = line.AsSpan(slash + 1).Trim();
        var name = after.SequenceEqual("文") ? before
            : after.EndsWith("報導") || after.EndsWith("报导") ? after[..^2].TrimEnd("綜合综合")
            : [];
        var isPlace = after.Length > 2 && (name.Length < 3 || name[^1] is '市' or '縣' or '县' or '區' or '区');
        return name.Length is 2 or 3 && !isPlace && !name.ContainsAnyExceptInRange('\u4e00', '\u9fff') ? name.ToString() : null;
    }

    /// <summary>The author that a byline names after 作者 or as 记者 X; null when it names none.</summary>
    public static string? Author(string line)
    {
        foreach (var label in (ReadOnlySpan<string>)["作者：", "作者:", "作者 ", "作者/", "作者｜", "作者|", "记者：", "记者:", "記者：", "記者:", "撰文：", "撰文/", "撰文｜", "记者｜", "记者|", "记者丨", "文：", "文/", "文／", "文｜", "文|", "文丨", "文︱", "記者 ", "记者 ", "記者"])
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            if (at >= 0 && (label[0] != '文' || at == 0 || char.IsWhiteSpace(line[at - 1])))
            {
                return Names(line[at..]);
            }
        }

        return null;
    }

    /// <summary>The medium that a line names; null when it names none.</summary>
    public static string? Medium(string line) => After(line, MediumLabels) is { } found && CleanMedium(found) is { Length: > 0 and <= LongestMedium } medium && !found.AsSpan().ContainsAny(Prose) ? medium : null;

    /// <summary>A name without labels, roles, brackets and separators.</summary>
    public static string CleanName(ReadOnlySpan<char> name)
    {
        // 中央社 澎湖縣28日電 names a place; 責任編輯 and 翻攝 name others than the writer.
        if ((Dateline.EndOfPlace(name) >= 0 && !name.ContainsAny(Reporters)) || name.TrimEnd("）) ").EndsWith("攝") || name.TrimEnd("）) ").EndsWith("摄") || name.Trim().StartsWith("责任") || name.Trim().StartsWith("責任"))
        {
            return "";
        }

        name = WithoutMedium(WithoutLabel(name.Trim(), NameLabels));
        name = Dateline.EndOfPlace(name) is var place and > 0 ? name[..place] : name;
        foreach (var cut in (ReadOnlySpan<string>)["／", "/", "(", "（", "編輯", "编辑", "報導", "报道", "攝影", "摄影", "傳真", "发自", "發自"])
        {
            var at = name.IndexOf(cut, StringComparison.Ordinal);
            name = at > 0 ? name[..at] : name;
        }

        return InlineText.Normalize(name.Trim(" 　:：|｜丨,，、;；.。-—()（）[]【】<>《》「」").ToString().Replace('、', ' ').Replace('，', ' '));
    }

    /// <summary>The name of a medium without label and quoting brackets.</summary>
    public static string CleanMedium(ReadOnlySpan<char> medium)
    {
        medium = Dateline.WithoutPlaceAfterGap(WithoutCity(WithoutLabel(medium.Trim(), MediumLabels).TrimEnd()));
        medium = medium.Trim(" 　:：|｜丨,，、;；。-—[]【】<>《》「」\"");
        return InlineText.Normalize((medium.Count('“') == medium.Count('”') && !(medium.StartsWith("“") && medium.EndsWith("”")) ? medium : medium.Trim("“”")).ToString());
    }

    // 21世纪经济报道 王某某: the medium stands before its writer.
    private static ReadOnlySpan<char> WithoutMedium(ReadOnlySpan<char> name)
    {
        var gap = name.IndexOfAny(' ', '　');
        return gap > 2 && gap + 2 < name.Length && (MediaNames.IsOne(name[..gap].ToString()) || name[..gap].EndsWith("报道")) ? name[(gap + 1)..].TrimStart(" 　") : name;
    }

    // 記者邱俊欽桃園傳真: without a separator the place follows the name, and Chinese names of reporters have three characters.
    private static string FirstName(string name, string line) =>
        name.Length is <= 4 or > LongestName || name.AsSpan().ContainsAnyExceptInRange('\u4e00', '\u9fff') || !line.Contains("記者" + name, StringComparison.Ordinal) ? name
        : Dateline.WithoutPlace(name) is { Length: <= 4 } reporter ? reporter
        : name[..3];

    private static string? After(string line, string[] labels)
    {
        foreach (var label in labels)
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            if (at < 0 || (label.Length == 1 && (at > 0 || line.AsSpan(1).TrimStart() is not [':' or '：' or '/' or '／' or '|' or '丨' or '｜' or '︱' or '∣', _, ..])))
            {
                continue;
            }

            var rest = line.AsSpan(at + label.Length).TrimStart(Separators);
            var end = rest.Length;
            foreach (var next in NextLabels)
            {
                var stop = rest.IndexOf(next, StringComparison.Ordinal);
                end = stop > 0 && stop < end ? stop : end;
            }

            // Side by side without a space: 作者：王某2022-03-04 05:06.
            end = TimeText.Find(rest[..end], out var date) is not null && date.Start > 0 ? date.Start : end;
            rest = UpToGap(rest[..end].Trim(" 　"));
            rest = rest.EndsWith(")") && !rest.Contains('(') ? rest[..^1] : rest;
            rest = rest.EndsWith("）") && !rest.Contains('（') ? rest[..^1] : rest;
            return rest.IsEmpty ? null : rest.ToString();
        }

        return null;
    }

    // 观察者网(上海): NetEase adds where the medium is based.
    private static ReadOnlySpan<char> WithoutCity(ReadOnlySpan<char> medium)
    {
        var open = medium.LastIndexOfAny('(', '（');
        return open > 0 && medium[^1] is ')' or '）' && medium.Length - open is 4 or 5 && !medium[(open + 1)..^1].ContainsAnyExceptInRange('\u4e00', '\u9fff')
            ? medium[..open].TrimEnd()
            : medium;
    }

    // A byline goes on after a gap with time, share and comment links; names of two parts in brackets stay whole.
    private static ReadOnlySpan<char> UpToGap(ReadOnlySpan<char> rest)
    {
        for (var gap = rest.IndexOfAny(' ', '　'); gap >= 0 && gap + 1 < rest.Length; gap = rest[(gap + 1)..].IndexOfAny(' ', '　') is var next and >= 0 ? gap + 1 + next : -1)
        {
            var following = rest[(gap + 1)..].TrimStart();
            if (!following.IsEmpty && following[0] is not ('(' or '（') && !IsName(following))
            {
                return rest[..gap];
            }
        }

        return rest;
    }

    // Two to four Chinese characters, as a second reporter has.
    private static bool IsName(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" 　、,，");
        var word = end < 0 ? text : text[..end];
        return word.Length is 2 or 3 && !word.ContainsAnyExceptInRange('\u4e00', '\u9fff') && word is not ("举报" or "分享" or "评论" or "字号" or "打印" or "收藏" or "关注" or "點閱" or "分類");
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> text, string[] labels)
    {
        foreach (var label in labels)
        {
            // 文 also begins names (文匯報): alone it is a label only before a separator.
            if (text.StartsWith(label) && (label.Length > 1 || (text.Length > 1 && text[1] is ':' or '：' or '/' or '／' or '|' or '丨' or '｜' or '︱' or '∣')))
            {
                return text[label.Length..].TrimStart(Separators);
            }
        }

        return text;
    }
}
