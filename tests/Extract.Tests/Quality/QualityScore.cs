using System.Globalization;
using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Quality;

/// <summary>Scores extracted claims against annotated ones: paired one to one by overlapping spans, largest overlap first, then compared field by field.</summary>
/// <remarks>A claim is right when value, unit, kind and bound are. Names match when one holds the other or six tenths of their characters are shared.</remarks>
internal sealed class QualityScore
{
    private readonly Dictionary<string, (int Gold, int Right)> _kinds = new(StringComparer.Ordinal);
    private int _gold;
    private int _found;
    private int _right;
    private (int Seen, int Good) _subject;
    private (int Seen, int Good) _metric;
    private (int Seen, int Good) _sure;
    private (int Seen, int Good) _unsure;

    /// <summary>Which part of the files' claims at a confidence of 0.8 and above, and below it, is right in value, unit, kind, bound, subject and metric.</summary>
    public static (double Sure, double Unsure) ByConfidence(IEnumerable<string> paths)
    {
        var score = Read(paths);
        return ((double)score._sure.Good / score._sure.Seen, (double)score._unsure.Good / score._unsure.Seen);
    }

    /// <summary>The figures of a file, each between 0 and 1: <c>claim_f1</c>, <c>subject</c>, <c>metric</c>, and <c>kind.NAME</c>, the part of a kind's claims that is right.</summary>
    public static SortedDictionary<string, double> Of(string path)
    {
        var score = Read([path]);
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["claim_f1"] = 2.0 * score._right / (score._gold + score._found),
            ["subject"] = (double)score._subject.Good / score._subject.Seen,
            ["metric"] = (double)score._metric.Good / score._metric.Seen,
        };
        foreach (var (kind, (gold, right)) in score._kinds)
        {
            figures["kind." + kind] = (double)right / gold;
        }

        return figures;
    }

    private static QualityScore Read(IEnumerable<string> paths)
    {
        var score = new QualityScore();
        foreach (var line in paths.SelectMany(File.ReadLines))
        {
            using var document = JsonDocument.Parse(line);
            score.Add(document.RootElement);
        }

        return score;
    }

    private void Add(JsonElement document)
    {
        var text = document.GetProperty("text").GetString()!;
        var published = document.GetProperty("published_at").GetString() is { } day && PublicationTime.TryParse(day, out var time) ? time : (PublicationTime?)null;
        var found = ClaimExtractor.Default.Extract(new Article { Id = "gold", Language = "zh-Hans", Text = text, Source = "gold", PublishedAt = published });
        var gold = document.GetProperty("claims").EnumerateArray().ToList();
        _gold += gold.Count;
        _found += found.Count;
        foreach (var claim in gold)
        {
            var (count, right) = _kinds.GetValueOrDefault(Word(claim, "kind")!);
            _kinds[Word(claim, "kind")!] = (count + 1, right);
        }

        var pairs =
            from g in Enumerable.Range(0, gold.Count)
            from f in Enumerable.Range(0, found.Count)
            let overlap = Math.Min(Number(gold[g], "end"), found[f].End) - Math.Max(Number(gold[g], "start"), found[f].Start)
            where overlap > 0
            orderby overlap descending, g, f
            select (g, f);
        var (takenGold, takenFound) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (g, f) in pairs)
        {
            if (!takenGold.Contains(g) && !takenFound.Contains(f))
            {
                takenGold.Add(g);
                takenFound.Add(f);
                Compare(gold[g], found[f]);
            }
        }
    }

    private void Compare(JsonElement gold, Claim found)
    {
        var kind = Word(gold, "kind")!;
        var isValue = kind == Snake(found.Kind.ToString()) && Word(gold, "unit") == found.Unit && Word(gold, "bound") == Snake(found.Bound.ToString())
            && Same(gold.GetProperty("low"), found.Low) && Same(gold.GetProperty("high"), found.High) && Same(gold.GetProperty("from"), found.From);
        if (isValue)
        {
            _right++;
            _kinds[kind] = (_kinds[kind].Gold, _kinds[kind].Right + 1);
        }

        var isSubject = Alike(Word(gold, "subject"), found.Subject);
        _subject = Count(_subject, isSubject);
        var metric = Word(gold, "metric");
        var isMetric = metric is null || Alike(metric, found.Metric);
        if (metric is not null)
        {
            _metric = Count(_metric, isMetric);
        }

        ref var band = ref found.Confidence >= 0.8 ? ref _sure : ref _unsure;
        band = Count(band, isValue && isSubject && isMetric);
    }

    private static (int Seen, int Good) Count((int Seen, int Good) tally, bool isGood) => (tally.Seen + 1, tally.Good + (isGood ? 1 : 0));

    private static bool Same(JsonElement gold, decimal? found) =>
        gold.ValueKind == JsonValueKind.Null || found is null
            ? gold.ValueKind == JsonValueKind.Null && found is null
            : Math.Abs(gold.GetDouble() - (double)found.Value) <= 1e-5 * Math.Max(Math.Abs(gold.GetDouble()), Math.Abs((double)found.Value));

    private static bool Alike(string? gold, string? found)
    {
        if (gold is null || found is null)
        {
            return gold is null && found is null;
        }

        var (g, f) = (Letters(gold), Letters(found));
        if (g == f || (f.Contains(g, StringComparison.Ordinal) || g.Contains(f, StringComparison.Ordinal)) && g.Length > 0 && f.Length > 0 && f.Length <= 2 * g.Length + 6)
        {
            return true;
        }

        var left = g.GroupBy(c => c).ToDictionary(c => c.Key, c => c.Count());
        var shared = f.GroupBy(c => c).Sum(c => Math.Min(c.Count(), left.GetValueOrDefault(c.Key)));
        return g.Length + f.Length > 0 && 2.0 * shared / (g.Length + f.Length) >= 0.6;
    }

    private static string Letters(string text) => string.Concat(TextFold.Fold(text).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string? Word(JsonElement claim, string field) => claim.GetProperty(field).GetString();

    private static int Number(JsonElement claim, string field) => int.Parse(claim.GetProperty(field).GetRawText(), CultureInfo.InvariantCulture);
}
