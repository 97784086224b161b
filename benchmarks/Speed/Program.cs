using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Text;

// dotnet run -c Release --project benchmarks/Speed -- FILE.jsonl : MB/s of UTF-8 text and bytes allocated per MB, best of ten runs, one thread.
if (args.Length != 1)
{
    Console.Error.WriteLine("usage: Speed FILE.jsonl (one article a line, with \"text\")");
    return 2;
}

var texts = File.ReadLines(args[0]).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToList();
// Few articles are repeated to about 4 MB, so that a run is long enough to time.
var once = texts.Sum(Encoding.UTF8.GetByteCount);
var corpus = Enumerable.Repeat(texts, Math.Max(1, 4_000_000 / Math.Max(1, once))).SelectMany(t => t).ToList();
var megabytes = corpus.Sum(Encoding.UTF8.GetByteCount) / 1e6;
var contexts = corpus.Select(text => QuantityScanContext.Of(text)).ToList();
var scanner = new QuantityScanner();
var (quantities, skipped) = (new List<Quantity>(), new List<SkippedNumber>());

Measure("fold", () =>
{
    foreach (var text in corpus)
    {
        _ = TextFold.Fold(text);
    }
});
Measure("quantities", () =>
{
    foreach (var context in contexts)
    {
        quantities.Clear();
        skipped.Clear();
        scanner.Scan(context, new TextSpan(0, context.Text.Length), quantities, skipped);
    }
});
foreach (var piece in new[] { "9", "亿", "一" })
{
    var line = QuantityScanContext.Of(string.Concat(Enumerable.Repeat(piece, 1_000_000)));
    var watch = Stopwatch.StartNew();
    scanner.Scan(line, new TextSpan(0, line.Text.Length), quantities, skipped);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a line of a million {piece}: {watch.ElapsedMilliseconds} ms"));
}

return 0;

void Measure(string name, Action run)
{
    var best = double.MaxValue;
    long allocated = 0;
    for (var i = 0; i < 10; i++)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        run();
        best = Math.Min(best, watch.Elapsed.TotalSeconds);
        allocated = GC.GetAllocatedBytesForCurrentThread() - before;
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {megabytes / best:0.0} MB/s, {allocated / megabytes / 1000:0} kB allocated per MB"));
}
