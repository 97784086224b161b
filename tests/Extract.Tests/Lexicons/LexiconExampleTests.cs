using System.Globalization;
using System.Text.Json;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Tests.Context;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Lexicons;

/// <summary>
/// The example tables with the columns row, text, claims, why. A row names the row of the table that it proves by its cells: the word, then its class.
/// Its text reads as stated, reads the same in the other script, and reads otherwise once that row is taken out. A frame (its word is *, and {} stands
/// for the word) proves every word of its class that has no row of its own; of several frames one must do.
/// </summary>
public sealed class LexiconExampleTests
{
    /// <summary>The tables, and the columns that say what a word does.</summary>
    private static readonly Dictionary<string, string[]> Classes = new(StringComparer.Ordinal)
    {
        ["companies"] = [], ["context_cues"] = ["cue"], ["currency_regions"] = ["currency", "strength"], ["entities"] = ["type"], ["modality"] = ["sense"],
        ["name_words"] = ["role"],
        ["number_cues"] = ["cue", "side"], ["number_words"] = ["reason"], ["roles"] = ["role"], ["source_nouns"] = ["sense"],
        ["speech_verbs"] = ["sense"], ["surnames"] = [], ["verbs"] = ["role", "direction", "basis"],
    };

    public static TheoryData<string> Places => new(Classes.Keys.SelectMany(Examples).Where(row => !IsFrame(row)).Select(Place));

    public static TheoryData<string> Tables => [.. Classes.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_row_makes_its_text_read_as_stated(string place)
    {
        var example = Find(place);
        var (text, spans) = Marked.Parse(example["text"]);
        var found = Describe(ClaimExtractor.Default, text, example["claims"]);
        Assert.Equal(example["claims"], found);
        Assert.Equal(spans, ClaimExtractor.Default.Extract(ExampleArticle.Of(text)).Select(c => c.Span));

        var without = new ClaimExtractor(LexiconSet.With([Without(example)]));
        Assert.True(
            Describe(without, text, example["claims"]) != found || !without.Extract(ExampleArticle.Of(text)).Select(c => c.Span).SequenceEqual(spans),
            $"{place}: '{example["row"]}' changes nothing in {example["text"]}");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void It_reads_the_same_in_the_other_script(string place)
    {
        var example = Find(place);
        var (text, spans) = Marked.Parse(example["text"]);
        if (place.StartsWith("currency_regions", StringComparison.Ordinal))
        {
            // Whose 元 it is asks only a Traditional text.
            Assert.NotEqual(TextFold.Fold(text), text);
            return;
        }

        var twin = OtherScript.Of(text);
        Assert.NotEqual(text, twin);
        Assert.Equal(TextFold.Fold(example["claims"]), TextFold.Fold(Describe(ClaimExtractor.Default, twin, example["claims"])));
        Assert.Equal(spans, ClaimExtractor.Default.Extract(ExampleArticle.Of(twin)).Select(c => c.Span));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_class_has_a_row_of_its_own(string table) =>
        Assert.Empty(Rows(table).Select(row => row.Class).Except(Examples(table).Where(row => !IsFrame(row)).Select(ClassOf)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_word_of_a_class_with_a_frame_is_proved_in_both_scripts(string table)
    {
        var proved = Examples(table).Select(row => row["row"]).ToHashSet(StringComparer.Ordinal);
        var unproved = new List<string>();
        foreach (var frames in Examples(table).Where(IsFrame).GroupBy(ClassOf))
        {
            foreach (var row in Rows(table).Where(row => row.Class == frames.Key && !proved.Contains($"{row.Word} {frames.Key}".TrimEnd())))
            {
                if (!frames.Any(frame => Proves(frame, row.Word)))
                {
                    unproved.Add($"{row.Word} {frames.Key}");
                }
            }
        }

        Assert.True(unproved.Count == 0, "not proved: " + string.Join(", ", unproved));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void No_row_says_again_what_another_says_of_the_folded_word(string table) =>
        Assert.Empty(Rows(table).GroupBy(row => (TextFold.Fold(row.Word), row.Class)).Where(same => same.Count() > 1 && same.Key.Item1.Length > 1).Select(same => same.Key));

    private static bool Proves(TsvRow frame, string word)
    {
        var (text, spans) = Marked.Parse(frame["text"].Replace("{}", word, StringComparison.Ordinal));
        var wanted = TextFold.Fold(frame["claims"].Replace("{}", word, StringComparison.Ordinal));
        return new[] { text, OtherScript.Of(text) }.All(written =>
            TextFold.Fold(Describe(ClaimExtractor.Default, written, wanted)) == wanted
            && ClaimExtractor.Default.Extract(ExampleArticle.Of(written)).Select(c => c.Span).SequenceEqual(spans));
    }

    /// <summary>The fields that <paramref name="wanted"/> names of every claim; of a text without claims the reasons of its numbers.</summary>
    private static string Describe(ClaimExtractor extractor, string text, string wanted)
    {
        var explanation = extractor.Explain(ExampleArticle.Of(text));
        if (explanation.Claims.Count == 0)
        {
            return "skipped=" + string.Join(" | ", explanation.Skipped.Select(s => JsonNamingPolicy.SnakeCaseLower.ConvertName(s.Reason.ToString())));
        }

        var fields = wanted.Split(" | ").Select(claim => claim.Split(", ").Select(field => field.Split('=')[0]).ToList()).ToList();
        return string.Join(" | ", explanation.Claims.Select((claim, i) =>
            string.Join(", ", fields[Math.Min(i, fields.Count - 1)].Select(field => $"{field}={Value(claim.Claim, field)}"))));
    }

    private static string Value(Claim claim, string field) => field switch
    {
        "kind" => JsonNamingPolicy.SnakeCaseLower.ConvertName(claim.Kind.ToString()),
        "subject" => claim.Subject,
        "subject_id" => claim.SubjectId,
        "metric" => claim.Metric,
        "metric_id" => claim.MetricId,
        "whole" => claim.Whole,
        "basis" => claim.Basis,
        "unit" => claim.Unit,
        "low" => claim.Low.ToString(CultureInfo.InvariantCulture),
        "direction" => claim.Direction?.ToString().ToLowerInvariant(),
        "time" => claim.Time,
        "speaker" => claim.Speaker,
        "quoted" => claim.Quoted ? "yes" : "no",
        "modality" => claim.Modality.ToString().ToLowerInvariant(),
        "rule" => claim.Rule,
        _ => "no such field",
    } ?? "-";

    /// <summary>The user's table that takes the row out and leaves the word's other rows.</summary>
    private static LexiconSource Without(TsvRow example)
    {
        var table = example.File[..example.File.IndexOf('.', StringComparison.Ordinal)];
        var (header, rows) = Lines(table);
        var word = WordColumn(header);
        var removal = string.Join('\t', header.Select((_, i) => i == word ? example["row"].Split(' ')[0] : "-"));
        var others = rows.Where(row => row[word] == example["row"].Split(' ')[0] && Key(table, header, row) != example["row"]).Select(row => string.Join('\t', row));
        return new LexiconSource(table + ".tsv", new StringReader(string.Join('\n', [string.Join('\t', header), removal, .. others])));
    }

    private static IEnumerable<(string Word, string Class)> Rows(string table)
    {
        var (header, rows) = Lines(table);
        return rows.Select(row => (row[WordColumn(header)], ClassOf(table, header, row)));
    }

    private static (string[] Header, IEnumerable<string[]> Rows) Lines(string table)
    {
        var lines = File.ReadLines(Repository.PathTo("data", "lexicons", table + ".tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        return (lines[0], lines.Skip(1));
    }

    private static int WordColumn(string[] header) => Array.FindIndex(header, static column => column is "word" or "name");

    private static string ClassOf(string table, string[] header, string[] row) => string.Join(' ', Classes[table].Select(column => row[Array.IndexOf(header, column)]));

    private static string Key(string table, string[] header, string[] row) => $"{row[WordColumn(header)]} {ClassOf(table, header, row)}".TrimEnd();

    private static string ClassOf(TsvRow example) => example["row"].IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? example["row"][(space + 1)..] : string.Empty;

    private static bool IsFrame(TsvRow example) => example["row"].StartsWith('*');

    private static string Place(TsvRow example) => $"{example.File}:{example.Line}";

    private static TsvRow Find(string place) => Examples(place[..place.IndexOf('.', StringComparison.Ordinal)]).Single(row => Place(row) == place);

    private static IReadOnlyList<TsvRow> Examples(string table) => TsvTable.Read(
        new LexiconSource(table + ".examples.tsv", new StreamReader(Repository.PathTo("data", "lexicons", table + ".examples.tsv"))), 0, "row", "text", "claims", "why").Rows;
}
