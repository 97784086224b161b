using Pipeline.Extract.Segmentation;

namespace Pipeline.Host.Commands;

/// <summary>Prints words by any segmenter, a whole line at a time.</summary>
internal sealed class PlainSegmentedLines(ISegmenter segmenter, TextWriter output, bool tags) : ILinePrinter
{
    private readonly List<Word> words = [];

    /// <inheritdoc/>
    public int Line { get; private set; } = 1;

    /// <inheritdoc/>
    public void Print(TextReader input, CancellationToken stopping)
    {
        while (input.ReadLine() is { } line)
        {
            stopping.ThrowIfCancellationRequested();
            words.Clear();
            segmenter.Segment(WordFold.Fold(line), words);
            var shown = words.Where(word => !char.IsWhiteSpace(line[word.Span.Start])).Select(word => tags ? $"{word.Span.Of(line)}/{word.Tag}" : word.Span.Of(line).ToString());
            output.Write(string.Join(' ', shown));
            output.Write('\n');
            Line++;
        }
    }
}
