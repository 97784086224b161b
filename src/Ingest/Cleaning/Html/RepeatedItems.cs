using System.Buffers;
using Pipeline.Ingest.Cleaning.Metadata;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Finds lists of summaries and of comments: siblings of one shape that each hold a sentence with a link or a day of its own.</summary>
internal static class RepeatedItems
{
    /// <summary>Two of a kind may be chance.</summary>
    private const int Fewest = 3;

    /// <summary>Headline, summary, source, day, counts.</summary>
    private const int MostLines = 10;

    /// <summary>The longest prose of an item in characters; more is an article.</summary>
    private const int LongestProse = 300;

    /// <summary>The longest line that states when an item was written.</summary>
    private const int LongestDay = 40;

    private static readonly SearchValues<string> Ago = SearchValues.Create(["分钟前", "小时前", "天前", "分鐘前", "小時前", "刚刚", "剛剛"], StringComparison.Ordinal);

    /// <summary>The items' nodes.</summary>
    public static HashSet<int> Of(PageTree tree, IReadOnlyList<PageLine> lines, Func<int, (int From, int To)> linesOf)
    {
        var parents = new HashSet<int>();
        foreach (var line in lines)
        {
            for (var node = line.IsProse ? tree.Parent(line.Block) : -1; node >= 0 && parents.Add(node);)
            {
                node = tree.Parent(node);
            }
        }

        var items = new HashSet<int>();
        foreach (var parent in parents)
        {
            var groups = new Dictionary<(string Tag, string? Class), (List<int> Items, int All)>();
            for (var child = parent + 1; child < tree.End(parent); child = tree.End(child))
            {
                if (tree.Tag(child) is "div" or "li" or "article" or "section" or "dl" or "dd")
                {
                    var key = (tree.Tag(child), tree.Element(child)!.ClassName);
                    var (found, all) = groups.TryGetValue(key, out var known) ? known : ([], 0);
                    if (IsItem(lines, linesOf(child)))
                    {
                        found.Add(child);
                    }

                    groups[key] = (found, all + 1);
                }
            }

            foreach (var (found, all) in groups.Values)
            {
                if (found.Count >= Fewest && found.Count * 2 > all)
                {
                    items.UnionWith(found);
                }
            }
        }

        return items;
    }

    private static bool IsItem(IReadOnlyList<PageLine> lines, (int From, int To) range)
    {
        if (range.To - range.From is < 2 or > MostLines)
        {
            return false;
        }

        var (prose, marked) = (0, false);
        for (var i = range.From; i < range.To; i++)
        {
            var line = lines[i];
            prose += line.IsProse ? line.Length : 0;
            marked |= line.LinkShare >= 0.5 || (line.Length <= LongestDay && !line.IsProse && (TimeText.Find(line.Text) is not null || line.Text.AsSpan().ContainsAny(Ago)));
        }

        return marked && prose is > 0 and <= LongestProse;
    }
}
