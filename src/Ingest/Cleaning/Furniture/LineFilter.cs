using System.Buffers;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning.Metadata;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Applies <see cref="FurnitureRules"/> to the lines of an article.</summary>
internal static class LineFilter
{
    private static readonly SearchValues<char> s_sentenceMarks = SearchValues.Create("，。？！,?!");

    /// <summary>A closing block starts in the last part of an article; the same words further up head a section of it.</summary>
    private const double TailShare = 0.5;

    /// <summary>A shorter line may stand twice in an article: a refrain, a subheading.</summary>
    private const int ShortestCopy = 24;

    /// <summary>Where less of the text stands twice, the writer meant it.</summary>
    private const double LeastCopied = 0.3;

    /// <summary>The longest day with a clock.</summary>
    private const int LongestMoment = 30;

    /// <summary>Removes furniture, reads what it says.</summary>
    public static CleanedText Apply(IReadOnlyList<string> lines, FurnitureRules rules)
    {
        var found = new LineRule?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            found[i] = rules.Find(LineKey.Of(lines[i]));
        }

        var end = TailStart(lines, found);
        var kept = new List<string>(lines.Count);
        string? author = null, publisher = null;
        PublicationTime? time = null;
        var copies = Copies(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (copies.Contains(i))
            {
                continue;
            }

            switch (found[i]?.Role)
            {
                case null when IsMoment(lines[i], out var moment):
                    time ??= moment;
                    break;
                case null when CreditRoles.TryRead(lines[i], out var names):
                    author ??= names;
                    break;
                case null when i < end:
                case LineRole.Tail when i < end:
                    kept.Add(lines[i]);
                    break;
                case LineRole.Author when CreditLine.Names(lines[i]) is { } writer:
                    author ??= writer;
                    break;
                case LineRole.Author when !lines[i].AsSpan().ContainsAny(s_sentenceMarks):
                    // 財經中心／綜合報導 names a desk.
                    author ??= CreditLine.Reporter(lines[i]);
                    break;
                case LineRole.Publisher when CreditLine.Medium(lines[i]) is { } medium:
                    // 本文来源：某报 作者：某某.
                    publisher ??= medium;
                    author ??= CreditLine.Author(lines[i]);
                    break;
                case LineRole.Time when TimeText.Find(lines[i]) is { } stated:
                    time ??= stated;
                    break;
                case LineRole.Author or LineRole.Publisher or LineRole.Time when i < end:
                    // 记者：你怎么看？ is a question of an interview, no credit.
                    kept.Add(lines[i]);
                    break;
            }
        }

        if (kept.Count > 0)
        {
            kept[^1] = TrailingCredit.Cut(kept[^1]);
        }

        return new CleanedText(kept, author, publisher, time);
    }

    // Pages that hold the article once for desktops and once for phones: the second time goes.
    private static HashSet<int> Copies(IReadOnlyList<string> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var copies = new HashSet<int>();
        var (total, copied) = (0L, 0L);
        for (var i = 0; i < lines.Count; i++)
        {
            total += lines[i].Length;
            if (lines[i].Length >= ShortestCopy && !seen.Add(lines[i]))
            {
                copies.Add(i);
                copied += lines[i].Length;
            }
        }

        return copied >= total * LeastCopied ? copies : [];
    }

    // 2018-07-31 08:19 alone; a day alone may be the one a notice was signed on.
    private static bool IsMoment(string line, out PublicationTime? moment)
    {
        moment = line.Length <= LongestMoment ? TimeText.Find(line, out var span) is { Moment: not null } found && span.Start == 0 && span.End == line.Length ? found : null : null;
        return moment is not null;
    }

    // The first tail line after which less than TailShare of the text is left.
    private static int TailStart(IReadOnlyList<string> lines, LineRule?[] found)
    {
        var total = 0L;
        for (var i = 0; i < lines.Count; i++)
        {
            total += found[i] is null ? lines[i].Length : 0;
        }

        var before = 0L;
        for (var i = 0; i < lines.Count; i++)
        {
            if (found[i]?.Role == LineRole.Tail && before >= total * TailShare)
            {
                return i;
            }

            before += found[i] is null ? lines[i].Length : 0;
        }

        return lines.Count;
    }
}
