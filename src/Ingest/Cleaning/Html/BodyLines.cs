using Pipeline.Ingest.Cleaning.Furniture;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Takes the article's lines out of its containers: blocks of furniture, link lists and captions stay behind.</summary>
internal static class BodyLines
{
    /// <summary>A block named as furniture that holds more of the container's prose is none.</summary>
    private const double NamedInVain = 0.34;

    /// <summary>The heading of a furniture block after this share of the prose opens the closing furniture, in the block or after it.</summary>
    private const double MostlyRead = 0.75;

    /// <summary>The longest caption.</summary>
    private const int LongestCaption = 120;

    /// <summary>The longest line right below a picture that is taken for its caption though nothing marks it.</summary>
    private const int LongestBareCaption = 50;

    /// <summary>Pages of so many pictures, each with a line below it, tell their story in these lines.</summary>
    private const int PictureStory = 5;

    /// <summary>Lines of an article, furniture lines still among them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="containers">In document order, none inside another.</param>
    /// <param name="dropped">Nodes that a publisher's file names as furniture.</param>
    /// <param name="rules">Tell where a closing block begins.</param>
    public static List<PageLine> Of(Page page, IReadOnlyList<int> containers, IReadOnlySet<int> dropped, FurnitureRules rules)
    {
        var kept = new List<PageLine>();
        foreach (var container in containers)
        {
            var (from, to) = page.LinesOf(container);
            long prose = 0;
            for (var i = from; i < to; i++)
            {
                prose += page.Lines[i].IsProse ? page.Lines[i].Length : 0;
            }

            var kinds = new Dictionary<int, BlockKind>();
            var isPictureStory = IsPictureStory(page, from, to, container);
            long before = 0;
            for (var i = from; i < to; i++)
            {
                var line = page.Lines[i];
                if (KindOf(line.Block) == BlockKind.Drop && before > prose * MostlyRead && rules.Find(LineKey.Of(line.Text))?.Role == LineRole.Tail)
                {
                    break;
                }

                before += line.IsProse ? line.Length : 0;
                if (!HeadsLinks(page.Lines, i, to) && !IsLinkLine(line) && !IsCaption(page, line, container, KindOf(line.Block), isPictureStory) && KindOf(line.Block) != BlockKind.Drop && KindOf(page.Tree.Parent(line.FirstNode)) == BlockKind.Plain)
                {
                    kept.Add(line);
                }
            }

            BlockKind KindOf(int node)
            {
                var chain = new Stack<int>();
                for (; node > container && !kinds.ContainsKey(node); node = page.Tree.Parent(node))
                {
                    chain.Push(node);
                }

                var inherited = node > container ? kinds[node] : BlockKind.Plain;
                while (chain.TryPop(out var next))
                {
                    inherited = inherited != BlockKind.Plain ? inherited : dropped.Contains(next) || page.IsListItem(next) ? BlockKind.Drop : Named(next);
                    kinds[next] = inherited;
                }

                return inherited;
            }

            BlockKind Named(int node)
            {
                var kind = page.KindOf(node);
                if (kind != BlockKind.Drop)
                {
                    return kind;
                }

                var (first, last) = page.LinesOf(node);
                long inside = 0;
                for (var i = first; i < last; i++)
                {
                    inside += page.Lines[i].IsProse ? page.Lines[i].Length : 0;
                }

                return inside > prose * NamedInVain ? BlockKind.Plain : kind;
            }
        }

        return kept;
    }

    private static bool IsLinkLine(PageLine line) => line.LinkShare > 0.6 && (!line.EndsAsSentence || line.Length < 30 || line.LinkShare == 1);

    // 证券要闻, and below it links: the heading of a list of links.
    private static bool HeadsLinks(IReadOnlyList<PageLine> lines, int i, int to) =>
        !lines[i].IsProse && !lines[i].EndsAsSentence && i + 2 < to && IsLinkLine(lines[i + 1]) && IsLinkLine(lines[i + 2]);

    private static bool IsCaption(Page page, PageLine line, int container, BlockKind kind, bool isPictureStory)
    {
        if (line.Is(LineFlags.Caption))
        {
            return true;
        }

        if (line.Length > LongestCaption)
        {
            return false;
        }

        return kind == BlockKind.Caption
            || line.Text[0] is '▲' or '▼' or '△' or '▽'
            || (line.Block != container && !line.Is(LineFlags.Bold) && HoldsPicture(page, line))
            || (line.Is(LineFlags.AfterPicture) && (IsSetApart(page, line, container)
                || (!isPictureStory && IsBare(line))));
    }

    // Right below a picture and no sentence, but nothing marks it.
    private static bool IsBare(PageLine line) =>
        line.Is(LineFlags.AfterPicture) && !line.EndsAsSentence && line.Length <= LongestBareCaption && !line.Is(LineFlags.Heading) && !line.Is(LineFlags.Bold);

    private static bool IsPictureStory(Page page, int from, int to, int container)
    {
        var (bare, sentences) = (0, 0);
        for (var i = from; i < to; i++)
        {
            var line = page.Lines[i];
            var isBare = IsBare(line) && !IsLinkLine(line) && !IsSetApart(page, line, container);
            bare += isBare ? 1 : 0;
            sentences += !isBare && line.IsProse ? 1 : 0;
        }

        return bare >= PictureStory && bare > sentences;
    }

    // A paragraph or figure with a picture and little else: its words are the caption.
    private static bool HoldsPicture(Page page, PageLine line)
    {
        var (from, to) = page.LinesOf(line.Block);
        var length = 0;
        for (var i = from; i < to; i++)
        {
            length += page.Lines[i].Length;
        }

        if (length > LongestCaption)
        {
            return false;
        }

        for (var node = line.Block + 1; node < page.Tree.End(line.Block); node++)
        {
            if (page.Tree.Tag(node) is "img" or "video")
            {
                return !line.EndsAsSentence || line.Length <= LongestBareCaption || IsSetApart(page, line, page.Tree.Parent(line.Block));
            }
        }

        return false;
    }

    // Centred, grey or small, as captions are.
    private static bool IsSetApart(Page page, PageLine line, int container)
    {
        for (var node = page.Tree.Parent(line.FirstNode); node > container; node = page.Tree.Parent(node))
        {
            var element = page.Tree.Element(node)!;
            if (page.Tree.Tag(node) == "center" || string.Equals(element.GetAttribute("align"), "center", StringComparison.OrdinalIgnoreCase) || Captionlike(element.GetAttribute("style")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Captionlike(string? style) =>
        style is not null && style.Length < 500
        && (style.Contains("center", StringComparison.OrdinalIgnoreCase) || style.Contains("128, 128, 128", StringComparison.Ordinal) || style.Contains("#888", StringComparison.Ordinal)
            || style.Contains("#999", StringComparison.Ordinal) || style.Contains("#808080", StringComparison.Ordinal) || style.Contains("font-size: 12px", StringComparison.Ordinal) || style.Contains("font-size:12px", StringComparison.Ordinal));
}
