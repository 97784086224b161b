using System.Diagnostics;
using System.Globalization;
using Pipeline.Benchmarks.StoreSpeed;
using Pipeline.Extract.Segmentation;
using Pipeline.Store;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

// Usage: StoreSpeed FILE [CLAIMS]: fills the file with generated claims (or uses what it holds) and times typical queries.
var path = args.Length > 0 ? args[0] : throw new ArgumentException("name a database file");
var wanted = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
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
var all = new List<(double Wall, double Processor)>();
foreach (var (name, make) in shapes)
{
    var times = new List<(double Wall, double Processor)>(runs);
    for (var run = 0; run < runs; run++)
    {
        var query = parser.Parse(make().Select(f => KeyValuePair.Create(f.Item1, (string?)f.Item2)));
        times.Add(await Time(query));
    }

    Print(name, times);
    all.AddRange(times);
}

Print("all", all);
var facets = new List<(double Wall, double Processor)>();
for (var run = 0; run < runs; run++)
{
    var query = parser.Parse([new("q", subjects.Subject())]);
    var start = Stopwatch.GetTimestamp();
    await store.CountAsync(query);
    facets.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0));
}

Print("facets of a subject", facets);

async Task<(double Wall, double Processor)> Time(ClaimQuery query)
{
    var processor = Environment.CpuUsage.TotalTime;
    var start = Stopwatch.GetTimestamp();
    await store.QueryAsync(query);
    return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
}

// The second figures are processor time: what the wall clock would show on a machine that does nothing else.
void Print(string name, List<(double Wall, double Processor)> times)
{
    var wall = times.Select(time => time.Wall).Order().ToList();
    var processor = times.Select(time => time.Processor).Order().ToList();
    var p95 = (int)(times.Count * 0.95);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} wall p50 {wall[wall.Count / 2],7:0.00}  p95 {wall[p95],7:0.00}  max {wall[^1],7:0.00} ms   processor p50 {processor[wall.Count / 2],7:0.00}  p95 {processor[p95],7:0.00} ms"));
}

string Number(double low, double high) => Math.Round(low + (random.NextDouble() * (high - low))).ToString(CultureInfo.InvariantCulture);

(string, string)[] Range(double low) => [("unit", "%"), ("min", low.ToString("0.00", CultureInfo.InvariantCulture)), ("max", (low * 1.01).ToString("0.00", CultureInfo.InvariantCulture))];
