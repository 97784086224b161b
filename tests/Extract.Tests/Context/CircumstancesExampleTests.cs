using System.Globalization;
using Pipeline.Extract.Context;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Context;

public sealed class CircumstancesExampleTests
{
    private const string Examples = "circumstances.examples.tsv";

    public static TheoryData<int> Rows => [.. Read().Select(row => row.Line)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Marked_quantities_have_the_stated_circumstances(int line)
    {
        var row = Read().Single(candidate => candidate.Line == line);
        var found = Of(row["text"], row.Optional("published"), out var text);
        Assert.Equal(row["time"], Join(found, one => one.Time));
        Assert.Equal(row["speaker"], Join(found, one => one.Speaker?.Of(text).ToString()));
        Assert.Equal(row["quoted"], Join(found, one => one.Quoted ? "yes" : "no"));
        Assert.Equal(row["modality"], Join(found, one => one.Modality.ToString().ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void So_they_have_in_the_other_script(int line)
    {
        var row = Read().Single(candidate => candidate.Line == line);
        var twin = OtherScript.Of(row["text"]);
        var found = Of(twin, row.Optional("published"), out var text);
        Assert.Equal(row["time"], Join(found, one => one.Time));
        Assert.Equal(TextFold.Fold(row["speaker"]), TextFold.Fold(Join(found, one => one.Speaker?.Of(text).ToString())));
        Assert.Equal(row["quoted"], Join(found, one => one.Quoted ? "yes" : "no"));
        Assert.Equal(row["modality"], Join(found, one => one.Modality.ToString().ToLowerInvariant()));
    }

    private static string Join(IEnumerable<Circumstances> found, Func<Circumstances, string?> field) => string.Join(" | ", found.Select(one => field(one) ?? "-"));

    private static List<Circumstances> Of(string marked, string? published, out string text)
    {
        (text, var marks) = Marked.Parse(marked);
        var folded = TextFold.Fold(text);
        var original = text;
        var sentences = SentenceSplitter.Split(folded);
        DateOnly? day = published is null ? null : DateOnly.Parse(published, CultureInfo.InvariantCulture);
        var discourse = new Discourse(folded, sentences, day, JiebaSegmenter.Default);
        var found = new List<Circumstances>();
        foreach (var sentence in sentences)
        {
            var analyzed = GoldSentences.Analyze(folded, sentence, [.. marks.Where(sentence.Contains).Select(span => Quantity(original, span))]);
            found.AddRange(analyzed.Quantities.Select(quantity => discourse.Of(analyzed, quantity)));
        }

        return found;
    }

    private static Quantity Quantity(string text, TextSpan span)
    {
        var words = span.Of(text);
        var dimension = words.Contains('倍') ? Dimension.Multiple : words.Contains('%') || words.Contains('成') ? Dimension.Percent : Dimension.Count;
        return new Quantity { Span = span, Extent = span, Low = 0, High = 0, Unit = "辆", Dimension = dimension, Bound = Bound.Exact };
    }

    private static IReadOnlyList<TsvRow> Read() => TsvTable.Read(
        new LexiconSource(Examples, new StreamReader(Repository.PathTo("data", "lexicons", Examples))), 0, "text", "published", "time", "speaker", "quoted", "modality", "why").Rows;
}
