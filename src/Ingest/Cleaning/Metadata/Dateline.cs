using System.Buffers;
using System.Collections.Frozen;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Reads the reporter out of a dateline or signature: <c>（中央社記者某某某台北4日電）</c>, <c>新华社巴黎12月9日电（记者某某）</c>, <c>南都讯 记者某某 昨日…</c>.</summary>
internal static class Dateline
{

    /// <summary>A dateline begins its paragraph; what stands further in tells of a reporter.</summary>
    private const int LongestOpening = 40;

    /// <summary>More names than this are a list of people.</summary>
    private const int MostNames = 5;

    private static readonly FrozenSet<string> Places = Read(EmbeddedTables.Open("furniture/dateline_places.tsv"));

    private static readonly SearchValues<char> Opened = SearchValues.Create("（(【〔[［〈");

    private static readonly SearchValues<char> Closed = SearchValues.Create("）)】〕]］〉");

    /// <summary>The reporters that the first paragraph opens with, else those the last one is signed by; separated by a space. Null without any.</summary>
    public static string? Reporter(IReadOnlyList<string> paragraphs) =>
        paragraphs.Count == 0 ? null : Opening(paragraphs[0]) ?? Signature(paragraphs[^1]);

    /// <summary>The agency whose wire a paragraph opens with: <c>（中央社…4日電）</c>, <c>新华社巴黎12月9日电</c>; null without any.</summary>
    public static string? Agency(IReadOnlyList<string> paragraphs)
    {
        var opening = paragraphs.Count == 0 ? [] : paragraphs[0].AsSpan(0, Math.Min(paragraphs[0].Length, LongestOpening)).TrimStart("（(【[〔 　");
        if (opening.IndexOf("日电") < 0 && opening.IndexOf("日電") < 0)
        {
            return null;
        }

        foreach (var agency in (ReadOnlySpan<string>)["新华社", "中新社", "中新网", "中央社"])
        {
            if (opening.StartsWith(agency))
            {
                return agency;
            }
        }

        return null;
    }

    /// <summary>Where the place of <c>桃園19日電</c> ends; −1 when a text has no such words.</summary>
    public static int EndOfPlace(ReadOnlySpan<char> text)
    {
        var wire = text.IndexOf("日電") is var traditional and >= 0 ? traditional : text.IndexOf("日电");
        var at = wire;
        while (at > 0 && char.IsAsciiDigit(text[at - 1]))
        {
            at--;
        }

        return wire > 0 && at < wire ? at : -1;
    }

    /// <summary>A name without the place that follows it at once: 某某某桃園 → 某某某.</summary>
    public static string WithoutPlace(string name)
    {
        for (var start = 2; start < name.Length; start++)
        {
            if (Places.Contains(name[start..]))
            {
                return name[..start];
            }
        }

        return name;
    }

    /// <summary>A medium without the place that stands after it: 车市观察　北京 → 车市观察.</summary>
    public static ReadOnlySpan<char> WithoutPlaceAfterGap(ReadOnlySpan<char> medium)
    {
        var gap = medium.LastIndexOfAny(' ', '　');
        return gap >= 2 && Places.Contains(medium[(gap + 1)..].ToString()) ? medium[..gap].TrimEnd(" 　") : medium;
    }

    private static string? Opening(string paragraph)
    {
        var opening = paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestOpening));
        var at = LabelIn(opening);
        if (at < 0)
        {
            return null;
        }

        var open = opening[..at].LastIndexOfAny(Opened);
        var close = open < 0 ? -1 : paragraph.AsSpan(at).IndexOfAny(Closed);
        if (close > 0 && close <= LongestOpening && !opening[open..at].ContainsAny(Closed))
        {
            return Names(paragraph.AsSpan(at + 2, close - 2));
        }

        // 南都讯 记者某某 昨日: without brackets a gap must follow the name, and the agency stands before.
        var before = opening[..at].TrimEnd();
        if (!before.IsEmpty && before[^1] is not ('讯' or '訊' or '电' or '電' or '报' or '報' or '网' or '網'))
        {
            return null;
        }

        var rest = paragraph.AsSpan(at + 2).TrimStart(" 　");
        var gap = rest.IndexOfAny(" 　");
        var name = gap is >= 2 and <= 4 ? rest[..gap] : [];
        return IsName(name) ? name.ToString() : null;
    }

    // …同比增长两成。（新京报记者 某某）
    private static string? Signature(string paragraph)
    {
        var end = paragraph.AsSpan().TrimEnd();
        var open = end.LastIndexOfAny("（(");
        if (open < 0 || end[^1] is not ('）' or ')') || end.Length - open > LongestOpening)
        {
            return null;
        }

        var signed = end[(open + 1)..^1];
        var at = LabelIn(signed);
        return at >= 0 ? Names(signed[(at + 2)..]) : null;
    }

    private static int LabelIn(ReadOnlySpan<char> text) => text.IndexOf("记者") is var at and >= 0 ? at : text.IndexOf("記者");

    private static string? Names(ReadOnlySpan<char> text)
    {
        foreach (var end in (ReadOnlySpan<string>)["通讯员", "通訊員", "实习", "實習", "编辑", "編輯", "摄影", "攝影", "见习", "发自", "發自", "报道", "報導", "／", "/"])
        {
            var at = text.IndexOf(end);
            text = at > 0 ? text[..at] : text;
        }

        var place = EndOfPlace(text);
        text = place > 0 ? text[..place] : text;
        var names = new List<string>();
        foreach (var range in text.SplitAny("、 　,，"))
        {
            var word = WithoutPlace(text[range].Trim(":：").ToString());
            word = word.Length > 4 && place > 0 ? word[..3] : word;
            if (word.Length == 0 || (names.Count > 0 && Places.Contains(word)))
            {
                continue;
            }

            if (!IsName(word) || names.Count == MostNames)
            {
                return null;
            }

            names.Add(word);
        }

        return names.Count > 0 ? string.Join(' ', names) : null;
    }

    private static bool IsName(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 4 && !word.ContainsAnyExceptInRange('\u4e00', '\u9fff');

    /// <summary>Reads a table of places.</summary>
    /// <exception cref="LexiconException">A row is not of the table's form.</exception>
    internal static FrozenSet<string> Read(LexiconSource table) =>
        TsvTable.Read(table, "place", "source").Rows.Select(row => row["place"]).ToFrozenSet(StringComparer.Ordinal);
}
