using System.Diagnostics;
using System.Globalization;
using AngleSharp.Html.Parser;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Sources;

// What cleaning costs beyond parsing: from the same bytes, each page is parsed by AngleSharp alone and cleaned whole, in turn, in one run.
// dotnet run -c Release --project benchmarks/CleaningSpeed -- FOLDER-OF-PAGES [rounds]
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: CleaningSpeed FOLDER [rounds]");
    return 2;
}

var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 30;
var cleaner = new DocumentCleaner();
Console.WriteLine("page                                      kB   parse ms   clean ms   ratio");
double parseSum = 0, cleanSum = 0;
foreach (var path in Directory.EnumerateFiles(args[0], "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    var bytes = File.ReadAllBytes(path);
    var document = new RawDocument(path, null, bytes, MediaTypes.Html, DateTimeOffset.UnixEpoch);
    var (parse, clean) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds + 5; round++)
    {
        var start = Stopwatch.GetTimestamp();
        new HtmlParser().ParseDocument(new MemoryStream(bytes)).Dispose();
        var parsed = Stopwatch.GetTimestamp();
        cleaner.Clean(document);
        var cleaned = Stopwatch.GetTimestamp();
        if (round >= 5)
        {
            parse.Add(Stopwatch.GetElapsedTime(start, parsed).TotalMilliseconds);
            clean.Add(Stopwatch.GetElapsedTime(parsed, cleaned).TotalMilliseconds);
        }
    }

    var (p, c) = (Median(parse), Median(clean));
    (parseSum, cleanSum) = (parseSum + p, cleanSum + c);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(args[0], path),-38} {bytes.Length / 1000,6} {p,10:F2} {c,10:F2} {c / p,7:F2}"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"sum of medians",-45} {parseSum,10:F2} {cleanSum,10:F2} {cleanSum / parseSum,7:F2}"));
return 0;

static double Median(List<double> values)
{
    values.Sort();
    return values[values.Count / 2];
}
