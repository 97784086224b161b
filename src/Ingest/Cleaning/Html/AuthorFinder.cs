using System.Buffers;
using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Publishers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Finds who wrote an article; never the responsible editor, the site or a commenter.</summary>
internal static class AuthorFinder
{
    /// <summary>The longest line that states an author rather than tells of one.</summary>
    private const int LongestByline = 80;

    /// <summary>Words that names of media, accounts and desks hold and names of people do not.</summary>
    private static readonly SearchValues<string> Institutions = SearchValues.Create(
        ["网", "網", "报", "報", "社", "新闻", "新聞", "编辑", "編輯", "中心", "频道", "頻道", "财经", "財經", "管理员", "admin", "editor", "www.", ".com", ".cn", ".tw", ".hk", "http", "电视", "電視", "小编", "台", "公司"], StringComparison.OrdinalIgnoreCase);

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
            if (line.Length <= LongestByline && CreditLine.Author(line.Text) is { } name && IsPerson(name, publisher))
            {
                return name;
            }
        }

        return page.Metadata.Linked?.Author is { } linked && CreditLine.CleanName(linked) is var clean && IsPerson(clean, publisher) ? clean : null;
    }

    private static bool IsPerson(string name, string? publisher) =>
        name.Length is >= 2 and <= 20 && !name.AsSpan().ContainsAny(Institutions) && name != publisher && TimeText.Find(name) is null;
}
