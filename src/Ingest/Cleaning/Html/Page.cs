using Pipeline.Ingest.Cleaning.Furniture;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>A page as the steps of cleaning see it.</summary>
internal sealed class Page
{
    /// <summary>Shorter headings are names of channels.</summary>
    private const int ShortestTitle = 6;

    private readonly BlockKind?[] _kinds;
    private HashSet<int>? _items;
    private int? _titleLine;

    public Page(PageTree tree)
    {
        Tree = tree;
        Lines = PageLines.Of(tree);
        Metadata = PageMetadata.Of(tree);
        _kinds = new BlockKind?[tree.Count];
    }

    public PageTree Tree { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<PageLine> Lines { get; }

    public PageMetadata Metadata { get; }

    /// <summary>True for one of several summaries or comments in a row.</summary>
    public bool IsListItem(int node) => (_items ??= RepeatedItems.Of(Tree, Lines, LinesOf)).Contains(node);

    /// <summary>True when the page holds summaries or comments in a row.</summary>
    public bool HoldsList => (_items ??= RepeatedItems.Of(Tree, Lines, LinesOf)).Count > 0;

    /// <summary>The index of the first heading that the title element repeats, else of the first such line that is no link; −1 without any.</summary>
    public int TitleLine => _titleLine ??= FindTitle();

    /// <summary>What a node's own tag, class and id say it is.</summary>
    public BlockKind KindOf(int node)
    {
        if (_kinds[node] is { } known)
        {
            return known;
        }

        var kind = Tree.Tag(node) switch
        {
            "nav" or "aside" or "footer" => BlockKind.Drop,
            "html" or "body" or "main" or "article" or "p" => BlockKind.Plain,
            _ => Tree.Element(node) is { Attributes.Length: > 0 } element
                ? BlockWords.KindOf(element.ClassName) is var named and not BlockKind.Plain ? named : BlockWords.KindOf(element.Id)
                : BlockKind.Plain,
        };
        kind = kind == BlockKind.Plain && Tree.Tag(node) == "p" && BlockWords.KindOf(Tree.Element(node)!.ClassName) is var own ? own : kind;
        _kinds[node] = kind;
        return kind;
    }

    /// <summary>The lines below a node: the index of the first and one past the last.</summary>
    public (int From, int To) LinesOf(int node) => (FirstLineAt(node), FirstLineAt(Tree.End(node)));

    private int FindTitle()
    {
        var title = LineKey.Of(Metadata.DocumentTitle);
        var plain = -1;
        for (var i = 0; i < Lines.Count && title.Length > 0; i++)
        {
            if (LineKey.Of(Lines[i].Text) is { Length: >= ShortestTitle } key && title.StartsWith(key, StringComparison.Ordinal))
            {
                if (Lines[i].Is(LineFlags.Heading))
                {
                    return i;
                }

                plain = plain < 0 && Lines[i].LinkLength == 0 ? i : plain;
            }
        }

        return plain;
    }

    private int FirstLineAt(int node)
    {
        int low = 0, high = Lines.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Lines[middle].FirstNode < node ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
