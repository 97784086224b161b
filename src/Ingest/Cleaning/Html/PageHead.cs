namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>The lines where a page states title, time, source and author: those before the body, nearest first, and the first inside it.</summary>
internal sealed class PageHead
{
    /// <summary>Lines before the body that are looked at; navigation lies further up.</summary>
    private const int Before = 30;

    /// <summary>Lines at the beginning of the container that are looked at.</summary>
    private const int Inside = 8;

    /// <summary>Lines at the end of the container that are looked at.</summary>
    private const int Last = 6;

    /// <summary>Lines right after the container that are looked at.</summary>
    private const int After = 3;

    public PageHead(Page page, int container)
    {
        var (from, to) = page.LinesOf(container);
        BodyStart = from;
        BodyEnd = to;
        var first = Math.Max(0, from - Before);
        var last = Math.Min(to, from + Inside);
        Foot = [.. page.Lines.Take(Math.Min(page.Lines.Count, to + After)).Skip(Math.Max(from, to - Last))];
        Lines = [.. page.Lines.Take(from).Skip(first).Reverse(), .. page.Lines.Take(last).Skip(from).TakeWhile(l => l.Length < 120)];
    }

    /// <summary>Index of the container's first line.</summary>
    public int BodyStart { get; }

    /// <summary>One past the index of the container's last line.</summary>
    public int BodyEnd { get; }

    /// <summary>The last lines of the container and those right after it: 本文来源：某报 作者：某某.</summary>
    public IReadOnlyList<PageLine> Foot { get; }

    /// <summary>Nearest first: upwards from the body, then into it.</summary>
    public IReadOnlyList<PageLine> Lines { get; }
}
