using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Publishers;
using Pipeline.Ingest.Sources;

namespace Pipeline.Benchmarks.CleaningQuality;

/// <summary>How well the generic extractor reads written pages; shares are of pages, the F1 is over pairs of characters.</summary>
internal sealed record Score(int Pages, double BodyF1, double Whole, double Titles, double Times, double Publishers, double Authors, IReadOnlyList<string> Misses)
{
    private static readonly DateTimeOffset RetrievedAt = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the pages of the seeds 0 to <paramref name="pages"/> − 1.</summary>
    public static Score Of(int pages)
    {
        var cleaner = new DocumentCleaner(PublisherCatalog.Empty);
        var (f1, whole, titles, times, publishers, authors) = (0.0, 0, 0, 0, 0, 0);
        var misses = new List<string>();
        for (var seed = 0; seed < pages; seed++)
        {
            var page = WrittenPage.Of(seed);
            var result = cleaner.Clean(new RawDocument($"seed {seed}", null, page.Bytes, MediaTypes.Html, RetrievedAt));
            var found = result.Article;
            var body = F1(page.Article.Text, found?.Text ?? "");
            f1 += body;
            whole += body >= 0.98 ? 1 : 0;
            titles += Count(found?.Title == page.Article.Title, "title", page.Article.Title, found?.Title);
            times += Count(found?.PublishedAt?.ToString() is { Length: >= 16 } time && time[..16] == page.Time, "time", page.Time, found?.PublishedAt?.ToString());
            publishers += Count(found?.Publisher == page.Publisher, "publisher", page.Publisher, found?.Publisher);
            authors += Count(found?.Author == page.Author, "author", page.Author, found?.Author);
            if (body < 0.98)
            {
                misses.Add($"seed {seed}: body {body:F3}: {result.Failure?.Reason ?? found?.Text.ReplaceLineEndings(" / ")}");
            }

            int Count(bool isRight, string field, string? wanted, string? given)
            {
                if (!isRight)
                {
                    misses.Add($"seed {seed}: {field}: wanted '{wanted}', found '{given}'");
                }

                return isRight ? 1 : 0;
            }
        }

        return new Score(pages, f1 / pages, (double)whole / pages, (double)titles / pages, (double)times / pages, (double)publishers / pages, (double)authors / pages, misses);
    }

    private static double F1(string wanted, string found)
    {
        var (gold, given) = (Pairs(wanted), Pairs(found));
        var hits = gold.Sum(g => Math.Min(g.Value, given.GetValueOrDefault(g.Key)));
        return hits == 0 ? 0 : 2.0 * hits / (gold.Values.Sum() + given.Values.Sum());
    }

    private static Dictionary<string, int> Pairs(string text)
    {
        var squeezed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return Enumerable.Range(0, Math.Max(0, squeezed.Length - 1)).GroupBy(i => squeezed.Substring(i, 2), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }
}
