// Measures extraction stage by stage on one thread: megabytes of UTF-8 a second of processor time, and bytes allocated.
// usage: Pipeline.Benchmarks.Speed [--seconds N] [--stage NAME] [--claims OUT] PATH...     PATH: a .jsonl or .txt file, or a folder of them
using System.Globalization;
using System.Text.Json;
using Pipeline.Benchmarks.Speed;
using Pipeline.Extract;
using Pipeline.Extract.Model;

var (seconds, stage, claims, paths) = (3.0, "", "", new List<string>());
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--seconds" when i + 1 < args.Length:
            seconds = double.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--stage" when i + 1 < args.Length:
            stage = args[++i];
            break;
        case "--claims" when i + 1 < args.Length:
            claims = args[++i];
            break;
        default:
            paths.Add(args[i]);
            break;
    }
}

if (paths.Count == 0)
{
    Console.Error.WriteLine("usage: Pipeline.Benchmarks.Speed [--seconds N] [--stage NAME] [--claims OUT] PATH...");
    return 2;
}

var corpus = Corpus.Read(paths);
if (corpus.Articles.Count == 0)
{
    Console.Error.WriteLine($"no articles in {string.Join(", ", paths)}: give .jsonl files with a text in each line, or .txt files");
    return 2;
}

if (claims.Length > 0)
{
    // Every claim and every number that is none, so that two builds can be compared byte by byte.
    using var output = new StreamWriter(claims);
    foreach (var article in corpus.Articles)
    {
        var explanation = ClaimExtractor.Default.Explain(article);
        foreach (var explained in explanation.Claims)
        {
            output.WriteLine($"{JsonSerializer.Serialize(explained.Claim, ContractJson.Contract.Claim)} {string.Join(" | ", explained.Words)} {string.Join(" | ", explained.Origins)} {string.Join(" | ", explained.Open)}");
        }

        foreach (var skipped in explanation.Skipped)
        {
            output.WriteLine($"{skipped.Span.Start} {skipped.Span.End} {skipped.Reason}");
        }
    }

    return 0;
}

var stages = new Stages(corpus);
Console.WriteLine($"{corpus.Articles.Count} articles, {corpus.Bytes / 1e6:F2} MB, {stages.Sentences} sentences, {100.0 * stages.ClaimSentences / stages.Sentences:F0} % of them with a quantity, {stages.Claims} claims");
foreach (var (name, run) in stages.All)
{
    if (stage.Length == 0 || name == stage)
    {
        Console.WriteLine(Measurement.Of(run, corpus.Bytes, seconds).ToRow(name));
    }
}

if (stage.Length == 0 || stage == "linearity")
{
    foreach (var (name, article) in LongTexts.All(corpus))
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(article.Text);
        Console.WriteLine(Measurement.Of(() => ClaimExtractor.Default.Extract(article), bytes, seconds / 3).ToRow(name));
    }
}

return 0;
