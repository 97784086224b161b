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

    public static TheoryData<string> StatingVerbs => Words("speech_verbs.tsv", "say", "remark", "deny");

    public static TheoryData<string> PausingVerbs => Words("speech_verbs.tsv", "announce", "opine");

    public static TheoryData<string> Forecasts => Words("modality.tsv", "forecast", "outlook");

    public static TheoryData<string> Conditions => Words("modality.tsv", "condition", "concession");

    public static TheoryData<string> Denials => Words("modality.tsv", "denial");

    public static TheoryData<string> Titles => Words("source_nouns.tsv", "title");

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
    [MemberData(nameof(StatingVerbs))]
    public void A_body_before_a_verb_of_speech_is_the_speaker(string verb) => Assert.Equal("教育部", Speaker($"教育部{verb}，全国有⟦5万人⟧报名。"));

    [Theory]
    [MemberData(nameof(PausingVerbs))]
    public void A_body_before_an_announcing_verb_and_a_pause_is_the_speaker(string verb) => Assert.Equal("教育部", Speaker($"教育部{verb}，全国有⟦5万人⟧报名。"));

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_name_after_a_title_is_the_speaker(string title) => Assert.Equal("诸葛亮", Speaker($"{title}诸葛亮表示，全国有⟦5万人⟧报名。"));

    [Theory]
    [MemberData(nameof(Forecasts))]
    public void What_is_still_to_come_is_a_forecast(string word) => Assert.Equal(Modality.Forecast, Of($"公司{word}达到⟦5亿元⟧。", null, out _)[0].Modality);

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_and_its_consequence_are_hypothetical(string word) =>
        Assert.Equal([Modality.Asserted, Modality.Hypothetical], Of($"公司有⟦5万人⟧，{word}关税不变，利润减少⟦5亿元⟧。", null, out _).Select(one => one.Modality));

    [Theory]
    [MemberData(nameof(Denials))]
    public void A_denial_reaches_to_the_end_of_its_clause(string word) =>
        Assert.Equal([Modality.Denied, Modality.Asserted], Of($"公司{word}⟦5亿元⟧，实际是⟦3亿元⟧。", null, out _).Select(one => one.Modality));

    private static string? Speaker(string marked) => Of(marked, null, out var text)[0].Speaker?.Of(text).ToString();

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
            var analyzed = GoldSentences.Analyze(folded, sentence, marks.Where(sentence.Contains).Select(span => Quantity(original, span)).ToList());
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

    private static TheoryData<string> Words(string file, params string[] senses) =>
        [.. TsvTable.Read(LexiconTables.Open(file), 0, "word", "sense", "source").Rows.Where(row => senses.Contains(row["sense"])).Select(row => row["word"])];

    private static IReadOnlyList<TsvRow> Read() => TsvTable.Read(
        new LexiconSource(Examples, new StreamReader(Repository.PathTo("data", "lexicons", Examples))), 0, "text", "published", "time", "speaker", "quoted", "modality", "why").Rows;
}
