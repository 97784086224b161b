// Cuts the lines of a text over and over and prints megabytes of UTF-8 a second, start-up and memory.
// usage: Pipeline.Benchmarks.Words TEXT SECONDS MODE     MODE: ends | words | strings; built with -p:JiebaNet=true also jiebanet | agreement
// The peers' twins of this program stand beside it; speed.sh runs all in turn.
using System.Diagnostics;
using System.Text;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

if (args is not [var file, var duration, var mode] || !double.TryParse(duration, out var seconds) || mode is not ("ends" or "words" or "strings"
#if JIEBANET
    or "jiebanet" or "agreement"
#endif
    ))
{
    Console.Error.WriteLine("usage: Pipeline.Benchmarks.Words TEXT SECONDS ends|words|strings (built with -p:JiebaNet=true: jiebanet|agreement)");
    return 2;
}

var bytes = new FileInfo(file).Length;
var lines = File.ReadAllText(file, Encoding.UTF8).Split('\n', StringSplitOptions.RemoveEmptyEntries);
TextFold.Fold("词");
var start = Stopwatch.StartNew();
var segmenter = JiebaSegmenter.Default;
#if JIEBANET
if (mode == "agreement")
{
    Agreement.Print(lines);
    return 0;
}

ISegmenter tagged = mode == "jiebanet" ? Pipeline.JiebaNet.JiebaNetSegmenter.Default : segmenter;
#else
var tagged = segmenter;
#endif
tagged.Segment("词典", []);
var ready = start.Elapsed;

var longest = lines.Max(line => line.Length);
var folded = new char[longest];
var ends = new int[longest];
var words = new List<Word>();
long count = 0;
int CutLine(string line)
{
    if (mode == "strings")
    {
        return segmenter.Cut(line).Count;
    }

    TextFold.Fold(line, folded);
    if (mode == "ends")
    {
        return segmenter.Cut(folded.AsSpan(0, line.Length), ends);
    }

    words.Clear();
    tagged.Segment(folded.AsSpan(0, line.Length), words);
    return words.Count;
}

// The first rounds only warm up; the best round counts, as in the twins.
var best = TimeSpan.MaxValue;
var all = Stopwatch.StartNew();
var allocated = 0L;
while (all.Elapsed.TotalSeconds < seconds)
{
    count = 0;
    var before = GC.GetAllocatedBytesForCurrentThread();
    var round = Stopwatch.StartNew();
    foreach (var line in lines)
    {
        count += CutLine(line);
    }

    best = round.Elapsed < best ? round.Elapsed : best;
    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
}

Console.WriteLine($"pipeline {mode,-8} {bytes / 1e6 / best.TotalSeconds,7:F1} MB/s  {count} words  ready in {ready.TotalMilliseconds:F0} ms  {allocated / (double)count:F1} B allocated a word  peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
return 0;
