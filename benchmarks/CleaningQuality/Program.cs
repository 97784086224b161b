using System.Globalization;
using Pipeline.Benchmarks.CleaningQuality;

// How well the generic extractor reads pages of sites that it has no file for: articles of our own in random surroundings.
// dotnet run -c Release --project benchmarks/CleaningQuality -- [pages] [--misses]      the score of so many pages, 1000 without a number
// dotnet run -c Release --project benchmarks/CleaningQuality -- --page SEED             the page of a seed
if (args is ["--page", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
{
    using var output = Console.OpenStandardOutput();
    output.Write(WrittenPage.Of(seed).Bytes);
    return;
}

var pages = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1000;
var score = Score.Of(pages);
foreach (var miss in args.Contains("--misses") ? score.Misses : [])
{
    Console.Error.WriteLine(miss);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{score.Pages} pages: body F1 {score.BodyF1:F4}, whole (at least .98) {score.Whole:F3}, titles {score.Titles:F3}, times {score.Times:F3}, publishers {score.Publishers:F3}, authors {score.Authors:F3}"));
