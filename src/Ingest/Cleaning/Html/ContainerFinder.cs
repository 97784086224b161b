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
    private const int DescribedGain = 300;

    /// <summary>Characters of the description that must be found.</summary>
    private const int DescribedLength = 14;

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
        var value = new long[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            value[i + 1] = value[i] + Value(lines[i]);
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

        return Climb(page, best, prose);

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

            if (IsFurniture(line.Block))
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
                inherited |= page.KindOf(next) == BlockKind.Drop && prose[to] - prose[from] < prose[^1] * NamedInVain;
                furniture[next] = inherited;
            }

            return inherited;
        }
    }

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
        return prose[last] - prose[first] > prose[to] - prose[from] && page.Tree.Tag(parent) != "body" ? parent : best;
    }
}
