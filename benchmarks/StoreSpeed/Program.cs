using System.Diagnostics;
using System.Globalization;
using Pipeline.Benchmarks.StoreSpeed;
using Pipeline.Extract.Segmentation;
using Pipeline.Store;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

// Usage: StoreSpeed FILE [CLAIMS [SHAPE]]: fills the file with generated claims (or uses what it holds) and times typical queries,
// or those alone whose name holds SHAPE.
var path = args.Length > 0 ? args[0] : throw new ArgumentException("name a database file");
var wanted = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var only = args.Length > 2 ? args[2] : "";
const int batch = 200, runs = 200;

await using var store = ClaimStore.Open(path, new StoreOptions { Vocabulary = new SearchVocabulary { Segmenter = JiebaSegmenter.Default } });
var news = new GeneratedNews(1);
var statistics = await store.ReadStatisticsAsync();
if (statistics.Claims < wanted * 0.99)
{
    var watch = Stopwatch.StartNew();
    var stored = 0;
    var submissions = new List<Submission>(batch);
    for (var number = 0; stored < wanted; number++)
    {
        submissions.Add(news.Article(number));
        stored += submissions[^1].Claims.Count;
        if (submissions.Count == batch || stored >= wanted)
        {
            await store.SaveAllAsync(submissions);
            submissions.Clear();
            if (number % (batch * 50) == batch - 1)
            {
                Console.Error.WriteLine($"{stored:N0} claims, {stored / watch.Elapsed.TotalSeconds:N0} a second");
            }
        }
    }

    statistics = await store.ReadStatisticsAsync();
    Console.WriteLine($"filled in {watch.Elapsed.TotalSeconds:N0} s: {stored / watch.Elapsed.TotalSeconds:N0} claims a second");
}

Console.WriteLine($"{statistics.Articles:N0} articles, {statistics.Claims:N0} claims, {statistics.Bytes / 1e6:N0} MB");
var parser = new ClaimQueryParser(store.Vocabulary);
var random = new Random(2);
var subjects = new GeneratedNews(3);
(string Name, Func<(string, string)[]> Make)[] shapes =
[
    ("word: subject", () => [("q", subjects.Subject())]),
    ("words: subject + metric", () => [("q", subjects.Subject() + subjects.Metric())]),
    ("word in half of all sentences", () => [("q", "市场")]),
    ("phrase", () => [("q", "\"海外业务的贡献\"")]),
    ("one character", () => [("q", "晶")]),
    ("word found nowhere", () => [("q", "量子纠缠")]),
    ("rare word", () => [("q", subjects.Subject()[..2] + "科技")]),
    ("kind + metric", () => [("kind", "money"), ("metric", subjects.Metric())]),
    ("subject filter", () => [("subject", subjects.Subject())]),
    ("min, unit", () => [("unit", "CNY"), ("min", Number(1e8, 1e11))]),
    ("min, max (1% wide), unit %", () => Range(random.NextDouble() * 900)),
    ("min + word + subject", () => [("q", subjects.Metric()), ("subject", subjects.Subject()), ("unit", "CNY"), ("min", Number(1e8, 1e11))]),
    ("min, max + word", () => [("q", "分析师"), ("unit", "USD"), ("min", "30000000000"), ("max", "31000000000")]),
    ("source + kind", () => [("source", "环球商情"), ("kind", "compute")]),
    ("since + word", () => [("q", subjects.Metric()), ("since", "2025-06"), ("until", "2025-06")]),
    ("newest", () => []),
];
var all = new List<(double First, double Best)>();
foreach (var (name, make) in shapes.Where(shape => shape.Name.Contains(only, StringComparison.Ordinal)))
{
    all.AddRange(await Run(name, make, query => store.QueryAsync(query)));
}

if (only.Length == 0)
{
    Print("all", all);
}

(string Name, Func<(string, string)[]> Make)[] counted =
[
    ("facets: subject", () => [("q", subjects.Subject())]),
    ("facets: metric + kind", () => [("metric", subjects.Metric()), ("kind", "money")]),
    ("facets: newest", () => []),
];
foreach (var (name, make) in counted.Where(shape => shape.Name.Contains(only, StringComparison.Ordinal)))
{
    await Run(name, make, query => store.CountAsync(query));
}

async Task<List<(double First, double Best)>> Run(string name, Func<(string, string)[]> make, Func<ClaimQuery, Task> ask)
{
    // The first query takes in what is compiled and read once.
    var times = new List<(double First, double Best)>(runs);
    var slowest = "";
    for (var run = -1; run < runs; run++)
    {
        var filters = make();
        var query = parser.Parse(filters.Select(f => KeyValuePair.Create(f.Item1, (string?)f.Item2)));
        var (first, best) = (0.0, double.MaxValue);
        for (var turn = 0; turn < 3; turn++)
        {
            var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await ask(query);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
            first = turn == 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : first;
        }

        if (run >= 0)
        {
            slowest = times.Count > 0 && best <= times.Max(time => time.Best) ? slowest : string.Join(' ', filters);
            times.Add((first, best));
        }
    }

    Print(name, times, slowest);
    return times;
}

// First: wall time as asked once, with whatever else the machine does. Best: processor time of the quickest of three, which is what the query itself costs.
void Print(string name, List<(double First, double Best)> times, string slowest = "")
{
    var first = times.Select(time => time.First).Order().ToList();
    var best = times.Select(time => time.Best).Order().ToList();
    var p95 = (int)(times.Count * 0.95);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} first p50 {first[first.Count / 2],7:0.00}  p95 {first[p95],7:0.00} ms   best processor p50 {best[best.Count / 2],7:0.00}  p95 {best[p95],7:0.00}  max {best[^1],7:0.00} ms  {slowest}"));
}

string Number(double low, double high) => Math.Round(low + (random.NextDouble() * (high - low))).ToString(CultureInfo.InvariantCulture);

(string, string)[] Range(double low) => [("unit", "%"), ("min", low.ToString("0.00", CultureInfo.InvariantCulture)), ("max", (low * 1.01).ToString("0.00", CultureInfo.InvariantCulture))];
