using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Publishers;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Cleaning;

/// <summary>Floors on the annotated pages, with the sites' own rules and without any: the generic extractor must do on its own.</summary>
public class SharedPageScores
{
    [Theory]
    [InlineData(true, 0.998, 23, 23)]
    [InlineData(false, 0.998, 22, 23)]
    public void Bodies_titles_and_times_reach_their_floors(bool withSites, double bodyFloor, int titleFloor, int timeFloor)
    {
        var cleaner = withSites ? new DocumentCleaner() : new DocumentCleaner(PublisherCatalog.Empty);
        var (score, pages, titles, times) = (0.0, 0, 0, 0);
        var leaks = new List<string>();
        foreach (var line in File.ReadLines(SharedTexts.PathTo("pages", "gold.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            var page = gold.RootElement.GetProperty("page").GetString()!;
            var result = cleaner.Clean(new RawDocument(page, null, File.ReadAllBytes(SharedTexts.PathTo("pages", page)), MediaTypes.Html, Reading.RetrievedAt));
            if (gold.RootElement.TryGetProperty("negative", out _))
            {
                Assert.True(result.Article is null, $"{page} is no article, found '{result.Article?.Title}'");
                continue;
            }

            pages++;
            var text = Squash(result.Article?.Text ?? "");
            score += BigramF1(Squash(gold.RootElement.GetProperty("text").GetString()!), text);
            titles += Squash(gold.RootElement.GetProperty("title").GetString()!) == Squash(result.Article?.Title ?? "") ? 1 : 0;
            times += result.Article?.PublishedAt is { } time && SameMinute(gold.RootElement, time) ? 1 : 0;
            leaks.AddRange(gold.RootElement.GetProperty("furniture").EnumerateArray().Select(f => Squash(f.GetString()!)).Where(text.Contains).Select(f => $"{page}: {f}"));
        }

        Assert.Empty(leaks);
        Assert.True(score / pages >= bodyFloor, $"body F1 {score / pages:F4}, floor {bodyFloor}");
        Assert.True(titles >= titleFloor && times >= timeFloor, $"titles {titles}, times {times} of {pages}");
    }

    private static bool SameMinute(JsonElement gold, PublicationTime time)
    {
        var accepted = gold.TryGetProperty("published_ok", out var ok) ? ok.EnumerateArray().Select(v => v.GetString()!) : [gold.GetProperty("published_at").GetString()!];
        return accepted.Any(a => a.Length >= 16 && time.ToString().Length >= 16 && a[..16] == time.ToString()[..16]);
    }

    private static string Squash(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static double BigramF1(string gold, string found)
    {
        var (wanted, given) = (Bigrams(gold), Bigrams(found));
        var hits = wanted.Sum(w => Math.Min(w.Value, given.GetValueOrDefault(w.Key)));
        return hits == 0 ? 0 : 2.0 * hits / (wanted.Values.Sum() + given.Values.Sum());
    }

    private static Dictionary<string, int> Bigrams(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).GroupBy(i => text.Substring(i, 2), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
