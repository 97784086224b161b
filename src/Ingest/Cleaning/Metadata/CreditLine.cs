using System.Buffers;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Reads names out of credit lines: <c>作者：王煜</c>, <c>(本文来源：新京报 作者：陆一夫)</c>, <c>記者陳嘉寧／即時報導</c>.</summary>
public static class CreditLine
{
    /// <summary>The longest name of a person, with a pen name in two scripts.</summary>
    private const int LongestName = 20;

    /// <summary>The longest name of a medium.</summary>
    private const int LongestMedium = 30;

    private static readonly SearchValues<char> Prose = SearchValues.Create("，。？！；,?!;…");

    private static readonly string[] NameLabels = ["作者", "记者", "記者", "撰文", "撰稿", "采写", "採寫", "文字", "文"];
    private static readonly string[] MediumLabels = ["来源", "來源", "稿源"];
    private static readonly string[] NextLabels = ["作者", "责任编辑", "責任編輯", "责编", "編輯", "编辑", "来源", "來源", "摄影", "攝影", "校对", "時間", "时间", "原标题", "原標題"];

    /// <summary>The author that a line names; several are separated by a space. Null when it names none.</summary>
    public static string? Names(string line) => After(line, NameLabels) is { } found && CleanName(found) is { Length: > 0 and <= LongestName } name && !found.AsSpan().ContainsAny(Prose) ? name : null;

    /// <summary>The medium that a line names; null when it names none.</summary>
    public static string? Medium(string line) => After(line, MediumLabels) is { } found && CleanMedium(found) is { Length: > 0 and <= LongestMedium } medium && !found.AsSpan().ContainsAny(Prose) ? medium : null;

    /// <summary>A name without labels, roles, brackets and separators.</summary>
    public static string CleanName(ReadOnlySpan<char> name)
    {
        name = WithoutLabel(name.Trim(), NameLabels);
        foreach (var cut in (ReadOnlySpan<string>)["／", "/", "(", "（", "編輯", "编辑", "報導", "报道"])
        {
            var at = name.IndexOf(cut, StringComparison.Ordinal);
            name = at > 0 ? name[..at] : name;
        }

        return InlineText.Normalize(name.Trim(" 　:：|｜丨,，、;；.。-—()（）[]【】<>《》「」").ToString().Replace('、', ' ').Replace('，', ' '));
    }

    /// <summary>The name of a medium without label and quoting brackets.</summary>
    public static string CleanMedium(ReadOnlySpan<char> medium)
    {
        medium = WithoutLabel(medium.Trim(), MediumLabels);
        return InlineText.Normalize(medium.Trim(" 　:：|｜丨,，、;；。-—[]【】<>《》「」\"“”").ToString());
    }

    private static string? After(string line, string[] labels)
    {
        foreach (var label in labels)
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            var rest = line.AsSpan(at + label.Length).TrimStart(" 　:：/／|｜丨");
            var end = rest.Length;
            foreach (var next in NextLabels)
            {
                var stop = rest.IndexOf(next, StringComparison.Ordinal);
                end = stop > 0 && stop < end ? stop : end;
            }

            rest = rest[..end].Trim(" 　");
            rest = rest.EndsWith(")") && !rest.Contains('(') ? rest[..^1] : rest;
            rest = rest.EndsWith("）") && !rest.Contains('（') ? rest[..^1] : rest;
            return rest.IsEmpty ? null : rest.ToString();
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> text, string[] labels)
    {
        foreach (var label in labels)
        {
            // 文 also begins names (文匯報): alone it is a label only before a separator.
            if (text.StartsWith(label) && (label.Length > 1 || (text.Length > 1 && text[1] is ':' or '：' or '/' or '／' or '|' or '丨')))
            {
                return text[label.Length..].TrimStart(" 　:：/／|｜丨");
            }
        }

        return text;
    }
}
