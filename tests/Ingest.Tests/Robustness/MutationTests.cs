using System.Globalization;
using System.Text;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Robustness;

/// <summary>Mutated pages and archives: whatever the bytes, a result. <c>PIPELINE_MUTATIONS=10000</c> runs the long form; the seed of a failure is printed.</summary>
public class MutationTests
{
    private static readonly string[] Fragments = ["<div>", "</div>", "<p>", "</p", "<table><td>", "<script>", "<!--", "-->", "\0", "\ufffd", "&#x110000;", "<a href='", "<svg><path/>", "</body>", "<b><i>", "WARC/1.0\r\n", "\r\n\r\n", "<meta charset=big5>", "２０２５年", "来源："];

    private static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("PIPELINE_MUTATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 300;

    [Fact]
    public void A_mutated_page_gives_an_article_or_a_reason() => Run(seed =>
    {
        var random = new Random(seed);
        var result = Reading.Clean(Mutate(Pages[random.Next(Pages.Count)], random), MediaTypes.Html);
        Assert.True((result.Article is null) != (result.Failure is null));
        Assert.False(result.Article is { Text.Length: 0 });
    });

    [Fact]
    public void A_mutated_archive_gives_articles_or_reasons() => Run(seed =>
    {
        var random = new Random(seed);
        byte[][] records = [.. Enumerable.Range(0, 3).Select(i => Archive.Response($"https://example.org/{i}", i == 1 ? Archive.Gzip(SamplePage.Bytes()) : SamplePage.Bytes(), i == 1 ? "Content-Type: text/html\r\nContent-Encoding: gzip" : "Content-Type: text/html"))];
        byte[] archive = random.Next(2) == 0 ? [.. records.SelectMany(r => r)] : [.. records.SelectMany(Archive.Gzip)];
        foreach (var item in new StandardInputSource(new MemoryStream(Mutate(archive, random)), new ReadLimits { HtmlBytes = 100_000 }, TimeProvider.System).Read(TestContext.Current.CancellationToken))
        {
            if (item.Document is { } document)
            {
                Reading.Cleaner.Clean(document);
            }
        }
    });

    private static IReadOnlyList<byte[]> Pages { get; } =
        [SamplePage.Bytes(), .. Directory.EnumerateFiles(Pipeline.Tests.Shared.Repository.PathTo("tests", "Ingest.Tests", "Publishers"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static void Run(Action<int> round)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            try
            {
                round(seed);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"seed {seed}", exception);
            }
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var count = random.Next(1, 8); count > 0 && bytes.Count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 200), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), Math.Min(bytes.Count / 2, random.Next(1, 400))));
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]), random.Next(1, 400)).SelectMany(b => b));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
