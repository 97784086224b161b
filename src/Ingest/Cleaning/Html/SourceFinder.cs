using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Publishers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Finds the medium an article came from (来源).</summary>
internal static class SourceFinder
{
    /// <summary>The longest line that states a source rather than tells of one.</summary>
    private const int LongestByline = 120;

    /// <summary>The longest name of a medium with that of its writer.</summary>
    private const int LongestName = 16;

    /// <summary>Lines below the headline that are looked at for a name without a label.</summary>
    private const int ByTheHeadline = 8;

    /// <summary>The medium that a publisher's selector or a line by the headline names; null without any.</summary>
    public static string? Find(Page page, PageHead head, Layout? layout)
    {
        foreach (var stated in (layout?.Source ?? []).SelectMany(s => s.Read(page.Tree)))
        {
            if ((CreditLine.Medium(stated) ?? Bare(stated) ?? BesideTime(stated)) is { } medium)
            {
                return medium;
            }
        }

        foreach (var line in head.Lines)
        {
            if (line.Length <= LongestByline && Named(line.Text) is { } medium)
            {
                return medium;
            }
        }

        foreach (var line in head.Lines)
        {
            if (line.Length <= LongestByline && BesideTime(line.Text) is { } medium)
            {
                return medium;
            }
        }

        return Between(page, head);
    }

    // IT之家 alone, or 石佳/中国青年报, right by the line with the time, between headline and body.
    private static string? Between(Page page, PageHead head)
    {
        var title = page.TitleLine;
        for (var i = title + 1; title >= 0 && i < head.BodyStart && i <= title + ByTheHeadline; i++)
        {
            var line = page.Lines[i];
            if (line.Length <= LongestName && line.Text[^1] is not ('/' or '>' or '»') && TimeText.Find(line.Text) is null && IsByTime(page, i)
                && Array.Find(line.Text.Split(['/', '／', ' ', '　'], StringSplitOptions.TrimEntries), w => w.Length is >= 2 and <= 12 && MediaNames.IsOne(w)) is { } medium)
            {
                return CreditLine.CleanMedium(medium);
            }
        }

        return null;
    }

    private static bool IsByTime(Page page, int line)
    {
        for (var i = Math.Max(0, line - 2); i <= line + 2 && i < page.Lines.Count; i++)
        {
            if (page.Lines[i].Length <= LongestByline && page.Lines[i].Marks == 0 && TimeText.Find(page.Lines[i].Text) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // 2019年09月07日 04:04 北京日报: by the time stands the medium, without a label.
    private static string? BesideTime(string line)
    {
        if (TimeText.Find(line, out var span) is null)
        {
            return null;
        }

        foreach (var word in $"{line.AsSpan(0, span.Start)} {line.AsSpan(span.End)}".Split([' ', '　', '|', '｜', '丨', '/', '／', '·'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length is >= 2 and <= 15 && MediaNames.Looks(word) && CreditLine.CleanMedium(word) is { Length: >= 2 } medium)
            {
                return medium;
            }
        }

        return null;
    }

    /// <summary>The medium that only the page's head names, and not as the site itself.</summary>
    public static string? FromMetadata(Page page) =>
        (page.Metadata.Linked?.Publisher ?? page.Metadata.First("mediaid", "source") ?? MediumIn(page.Metadata.First("publisher")) ?? page.Metadata.First("og:site_name"))?.Split(['|', '｜', '_'])[0].Trim() is { Length: >= 2 } name ? name : null;

    private static string? MediumIn(string? publisher) => publisher is not null && MediaNames.IsOne(publisher) ? publisher : null;

    private static string? Named(string line)
    {
        foreach (var label in (ReadOnlySpan<string>)["来源：", "來源：", "来源:", "來源:", "来源 ", "來源 ", "来源 ：", "稿源：", "来自：", "來自：", "转自：", "轉自：", "来源于：", "出处：", "出處："])
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            if (at >= 0 && !IsOfSomethingElse(line.AsSpan(0, at)))
            {
                return CreditLine.Medium(line[at..]);
            }
        }

        return null;
    }

    // 图片来源, 首圖來源, 数据来源: not where the article came from.
    private static bool IsOfSomethingElse(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["图片", "圖片", "图", "圖", "数据", "數據", "资料", "資料", "素材", "视频", "影片", "封面"])
        {
            if (before.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    // 石佳/中国青年报, 聯合報 記者陳嘉寧: among several words the one that is a medium.
    private static string? Bare(string stated)
    {
        var words = stated.Split([' ', '　', '/', '／', '|', '｜'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Array.Find(words, w => MediaNames.Looks(w)) is { } named ? CreditLine.CleanMedium(named)
            : stated.Contains(':', StringComparison.Ordinal) || stated.Contains('：', StringComparison.Ordinal) ? null
            : WholeName(stated);
    }

    private static string? WholeName(string stated) => CreditLine.CleanMedium(stated) is { Length: > 0 and <= 30 } medium && TimeText.Find(medium) is null ? medium : null;
}
