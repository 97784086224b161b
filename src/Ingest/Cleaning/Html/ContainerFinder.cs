using System.Buffers;
using System.Collections.Frozen;
using Pipeline.Ingest.Cleaning.Furniture;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>
/// Finds the block that holds the article, on any page. Each line has a value: its characters when it is prose, a loss when it is a link,
/// a menu entry or furniture. The container is the block whose lines are worth most together: it takes in all of the prose and stops
/// where the surroundings would cost more than they bring.
/// </summary>
internal static class ContainerFinder
{
    /// <summary>What a line of links costs, besides its characters. Tuned on saved pages with the publisher rules off.</summary>
    private const int LinkLoss = 10;

    /// <summary>What a short line that is no sentence costs: captions and subheadings stay affordable, menus do not.</summary>
    private const int FragmentLoss = 8;

    /// <summary>What prose inside a block named as furniture costs.</summary>
    private const int FurnitureLoss = 20;

    /// <summary>What the line is worth that the page's own description begins with.</summary>
    private const int DescribedGain = 1000;

    /// <summary>What the first sentence right after the headline is worth more: short news would lose to a long notice by the side.</summary>
    private const int HeadedGain = 120;

    /// <summary>Lines between the headline and the first sentence: time, source, sharing, a caption.</summary>
    private const int ByTheHeadline = 8;

    /// <summary>Characters of the description that must be found.</summary>
    private const int DescribedLength = 14;

    /// <summary>Characters that an article with a headline of its own has at least.</summary>
    private const int ShortestArticle = 30;

    /// <summary>Lines with these words stand in every site's footer; so does the prose by their side.</summary>
    private static readonly FrozenSet<string> Legal = FrozenSet.ToFrozenSet(["icp备", "icp证", "公网安备", "copyright", "©", "版权所有", "allrightsreserved", "违法和不良信息举报"]);

    /// <summary>Names of blocks that hold an article, whatever heads them.</summary>
    private static readonly SearchValues<string> BodyNames = SearchValues.Create(["content", "article", "body", "text", "detail", "main"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A child that keeps this share of the value is the tighter container.</summary>
    private const double TightShare = 0.95;

    /// <summary>A block named as furniture that holds more of the page's prose is none.</summary>
    private const double NamedInVain = 0.3;

    /// <summary>The container's node; −1 when no line is prose.</summary>
    public static int Find(Page page, FurnitureRules rules)
    {
        var (lines, tree) = (page.Lines, page.Tree);
        var prose = new long[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            prose[i + 1] = prose[i] + (lines[i].IsProse ? lines[i].Length : 0);
        }

        var described = page.Metadata.First("description", "og:description") is { } description ? LineKey.Of(description) : "";
        described = described.Length >= DescribedLength ? described[..DescribedLength] : "";
        var furniture = new bool?[tree.Count];
        var title = page.TitleLine;
        var headed = -1;
        for (var i = title + 1; title >= 0 && headed < 0 && i < lines.Count && i <= title + ByTheHeadline; i++)
        {
            headed = lines[i].IsProse ? i : -1;
        }

        var legal = new HashSet<int>();
        foreach (var line in lines)
        {
            if (tree.Parent(line.Block) is var block and > 0 && rules.Find(LineKey.Of(line.Text)) is { } rule && Legal.Contains(rule.Words) && !Holds(page, block, title))
            {
                legal.Add(block);
            }
        }

        var value = new long[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            value[i + 1] = value[i] + Value(lines[i]) + (i == headed ? HeadedGain : 0);
        }

        var scores = new Dictionary<int, long>();
        foreach (var line in lines)
        {
            if (!line.IsProse)
            {
                continue;
            }

            for (var node = line.Block; node >= 0 && !scores.ContainsKey(node); node = tree.Parent(node))
            {
                var (from, to) = page.LinesOf(node);
                scores.Add(node, value[to] - value[from]);
            }
        }

        if (scores.Count == 0)
        {
            return -1;
        }

        var (best, score) = scores.MaxBy(s => (s.Value, s.Key));
        while (scores.Where(s => tree.Parent(s.Key) == best && s.Value >= score * TightShare).OrderByDescending(s => s.Value).FirstOrDefault() is { Key: > 0 } child)
        {
            best = child.Key;
        }

        return BesideOthers(page, Climb(page, best, prose), title, l => l.IsProse && !legal.Contains(tree.Parent(l.Block)) && rules.Find(LineKey.Of(l.Text)) is null, rules);

        long Value(PageLine line)
        {
            if (line.LinkShare >= 0.5)
            {
                return -LinkLoss - line.Length;
            }

            if (!line.IsProse)
            {
                return -FragmentLoss;
            }

            if (IsFurniture(line.Block) || legal.Contains(tree.Parent(line.Block)))
            {
                return -FurnitureLoss;
            }

            var key = LineKey.Of(line.Text);
            return rules.Find(key) is not null ? -FurnitureLoss
                : described.Length > 0 && key.Contains(described, StringComparison.Ordinal) ? line.Length + DescribedGain
                : line.Length;
        }

        bool IsFurniture(int node)
        {
            if (node < 0)
            {
                return false;
            }

            // A loop, not a recursion: nesting may be deep.
            var chain = new Stack<int>();
            for (; node >= 0 && furniture[node] is null; node = tree.Parent(node))
            {
                chain.Push(node);
            }

            var inherited = node >= 0 && furniture[node]!.Value;
            while (chain.TryPop(out var next))
            {
                var (from, to) = page.LinesOf(next);
                inherited |= page.IsListItem(next);
                inherited |= page.KindOf(next) == BlockKind.Drop && prose[to] - prose[from] < prose[^1] * NamedInVain;
                furniture[next] = inherited;
            }

            return inherited;
        }
    }

    // A salutation before and a signature after the only sentence: paragraphs of one block, none a link.
    private static bool IsParagraphs(Page page, int best, int parent)
    {
        var (first, last) = page.LinesOf(parent);
        for (var i = first; i < last; i++)
        {
            if (page.Tree.Tag(page.Lines[i].Block) != "p" || page.Tree.Parent(page.Lines[i].Block) != parent || page.Lines[i].LinkShare > 0.5)
            {
                return false;
            }
        }

        return page.Tree.Tag(best) == "p";
    }

    private static bool Holds(Page page, int node, int line) => line >= 0 && page.LinesOf(node) is var (from, to) && line >= from && line < to;

    // The block with the headline and sentences below it, where every other block has a heading of its own: a side box, comments.
    private static int BesideOthers(Page page, int best, int title, Func<PageLine, bool> isProse, FurnitureRules rules)
    {
        while (true)
        {
            var (article, others) = (-1, 0);
            for (var child = best + 1; child < page.Tree.End(best); child = page.Tree.End(child))
            {
                var (from, to) = page.LinesOf(child);
                var prose = page.Lines.Skip(from).Take(to - from).Where((l, i) => from + i > title && isProse(l)).Sum(l => l.Length);
                if (prose > 0 && Holds(page, child, title))
                {
                    article = prose >= ShortestArticle ? child : -1;
                }
                else if (prose > 0 && !IsApart(page, child, page.Lines[from], rules))
                {
                    others++;
                }
            }

            if (article < 0 || others > 0)
            {
                return best;
            }

            best = article;
        }
    }

    private static bool IsApart(Page page, int node, PageLine first, FurnitureRules rules) =>
        page.KindOf(node) == BlockKind.Drop || page.IsListItem(node) || rules.Find(LineKey.Of(first.Text))?.Role == LineRole.Tail
        || (first.Is(LineFlags.Heading) && page.Tree.Element(node)?.ClassName is var name && (name is null || !name.AsSpan().ContainsAny(BodyNames)));

    // A paragraph that outweighs its neighbours, because the description names it or a list of links follows, is not the whole article.
    private static int Climb(Page page, int best, long[] prose)
    {
        var (from, to) = page.LinesOf(best);
        var parent = page.Tree.Parent(best);
        if (to - from > 1 || parent < 0)
        {
            return best;
        }

        var (first, last) = page.LinesOf(parent);
        return page.Tree.Tag(parent) != "body" && (prose[last] - prose[first] > prose[to] - prose[from] || IsParagraphs(page, best, parent)) ? parent : best;
    }
}
