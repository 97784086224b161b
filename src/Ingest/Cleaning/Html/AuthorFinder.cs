using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Publishers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Finds who wrote an article; never the responsible editor, the site or a commenter.</summary>
internal static class AuthorFinder
{
    /// <summary>The longest line that states an author rather than tells of one.</summary>
    private const int LongestByline = 80;

    /// <summary>The author; null when the page states none.</summary>
    public static string? Find(Page page, PageHead head, Layout? layout, string? publisher)
    {
        foreach (var stated in (layout?.Author ?? []).SelectMany(s => s.Read(page.Tree)))
        {
            if ((CreditLine.Names(stated) ?? (stated.AsSpan().ContainsAny(':', '：') ? "" : CreditLine.CleanName(stated))) is var name && IsPerson(name, publisher))
            {
                return name;
            }
        }

        foreach (var line in head.Lines)
        {
            if (line.Length <= LongestByline && !IsCaption(line) && CreditLine.Author(line.Text) is { } name && IsPerson(name, publisher))
            {
                return name;
            }
        }

        foreach (var line in head.Lines)
        {
            if (WithMedium(line.Text) is { } name && IsPerson(name, publisher))
            {
                return name;
            }
        }

        foreach (var line in head.Foot)
        {
            if (line.Length <= LongestByline && StatesSource(line.Text) && CreditLine.Author(line.Text) is { } name && IsPerson(name, publisher))
            {
                return name;
            }
        }

        return page.Metadata.Linked?.Author is { } linked && CreditLine.CleanName(linked) is var clean && IsPerson(clean, publisher) ? clean : null;
    }

    // （圖／記者某某翻攝） names who took the picture.
    private static bool IsCaption(PageLine line) => line.Is(LineFlags.Caption) || line.Text[0] is '▲' or '▼' or '△' || line.Text.Contains("圖／", StringComparison.Ordinal) || line.Text.Contains("图/", StringComparison.Ordinal);

    // 石佳/中国青年报
    private static string? WithMedium(string line) =>
        line.Length <= LongestByline && line.Split(['/', '／'], StringSplitOptions.TrimEntries) is [{ Length: >= 2 and <= 4 } name, var medium]
        && !name.AsSpan().ContainsAnyExceptInRange('\u4e00', '\u9fff') && MediaNames.IsOne(medium) ? name : null;

    private static bool StatesSource(string line) => line.TrimStart('（', '(', '【', ' ').StartsWith("本文来源", StringComparison.Ordinal) || line.TrimStart('（', '(', '【', ' ').StartsWith("来源：", StringComparison.Ordinal);

    private static bool IsPerson(string name, string? publisher) => PersonNames.Looks(name) && name != publisher;
}
