using System.Globalization;
using System.Text.Json;
using Pipeline.Benchmarks.CleaningQuality;
using Pipeline.Benchmarks.NearCopies;
using Pipeline.Extract.Segmentation;
using Pipeline.Store.Duplicates;

// How far near copies and other articles lie apart, and what each threshold would link.
// dotnet run -c Release --project benchmarks/NearCopies -- [ARTICLES.jsonl]
// Without a file: articles of our own. With one ("text" a line): those, and every pair of them as articles that are no copies.
string[] texts = args.Length > 0
    ? [.. File.ReadLines(args[0]).Where(l => l.Length > 0).Select(l => { using var d = JsonDocument.Parse(l); return d.RootElement.TryGetProperty("text", out var t) ? t.GetString() ?? "" : ""; }).Distinct()]
    : [.. ArticleTexts.All.Select(a => a.Text)];
var segmenter = JiebaSegmenter.Default;
var known = texts.Select(t => (Text: t, Print: TextPrint.Of(t, segmenter))).Where(t => t.Print.IsComparable).ToList();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{known.Count} of {texts.Length} texts have {TextFeatures.MinFeatures} word pairs or more"));

Console.WriteLine("\nmade from a text                        bits: median  90%   max | shared: median  10%   min | figures: 10%");
var copies = Measure(Reprints.Copies);
var others = Measure(Reprints.Others);
var pairs = new List<Comparison>();
for (var i = 0; args.Length > 0 && i < known.Count; i++)
{
    for (var j = 0; j < i; j++)
    {
        pairs.Add(Comparison.Of(known[i].Print, known[j].Print));
    }
}

if (pairs.Count > 0)
{
    Show("other articles (all pairs)", pairs);
}

Console.WriteLine("\nbits  shared  figures | copies linked | template reports linked | other articles linked");
foreach (var bits in (int[])[5, 8, 12, 16, 20])
{
    foreach (var shared in (double[])[0.6, 0.7, 0.8])
    {
        foreach (var figures in (double[])[0, 0.9])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{bits,4} {shared,7:F2} {figures,8:F2} | {Linked(copies),13:F4} | {Linked(others),23:F4} | {pairs.Count(Links),6} of {pairs.Count}"));

            bool Links(Comparison c) => c.Bits <= bits && c.Shared >= shared && c.Figures >= figures && c.SharesBand;
            double Linked(List<Comparison> all) => (double)all.Count(Links) / all.Count;
        }
    }
}

List<Comparison> Measure(IReadOnlyList<(string Name, Func<string, Random, string> Make)> kinds)
{
    var all = new List<Comparison>();
    foreach (var (name, make) in kinds)
    {
        var random = new Random(7);
        var made = known.Select(t => (t.Print, Made: make(t.Text, random), t.Text)).Where(t => t.Made != t.Text).Select(t => Comparison.Of(t.Print, TextPrint.Of(t.Made, segmenter))).ToList();
        if (made.Count > 0)
        {
            Show(name, made);
            all.AddRange(made);
        }
    }

    return all;
}

static void Show(string name, List<Comparison> all)
{
    var bits = all.Select(c => (double)c.Bits).Order().ToList();
    var shared = all.Select(c => c.Shared).Order().ToList();
    var figures = all.Select(c => c.Figures).Order().ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-40} {bits[bits.Count / 2],12:F0} {bits[bits.Count * 9 / 10],5:F0} {bits[^1],5:F0} | {shared[shared.Count / 2],14:F2} {shared[shared.Count / 10],5:F2} {shared[0],5:F2} | {figures[figures.Count / 10],6:F2}"));
}
