using Pipeline.Extract.Model;

namespace Pipeline.Extract.Segmentation;

/// <summary>Cuts folded Chinese text as jieba 0.42.1 does, in either script. Immutable and thread-safe; instances share one dictionary.</summary>
/// <remarks>Modes, and where and why results differ from jieba's: docs/segmentation.md.</remarks>
public sealed class JiebaSegmenter : ISegmenter
{
    private static readonly Lazy<JiebaSegmenter> Shared = new(() => new JiebaSegmenter());

    private readonly WordDictionary dictionary = WordDictionary.Embedded;
    private readonly bool useMarkovModel;
    private readonly double logTotal;

    /// <summary>Creates a segmenter over jieba's dictionary.</summary>
    /// <param name="useMarkovModel">Whether runs of characters that no listed word covers are cut by the hidden Markov model; otherwise they stay single.</param>
    public JiebaSegmenter(bool useMarkovModel = true)
    {
        this.useMarkovModel = useMarkovModel;
        logTotal = Math.Log(dictionary.Total);
    }

    /// <summary>jieba's accurate mode: dictionary and Markov model, no user words. The dictionary is read at first use.</summary>
    public static JiebaSegmenter Default => Shared.Value;

    /// <inheritdoc/>
    public void Segment(ReadOnlySpan<char> folded, List<Word> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var sink = new WordListSink(folded, words, dictionary.Tags);
        new WordCutter(dictionary, logTotal, useMarkovModel, folded).Cut(ref sink);
    }

    /// <summary>Cuts without allocating and without tags.</summary>
    /// <param name="folded">Text after <see cref="Text.TextFold"/>.</param>
    /// <param name="ends">Receives the position after each word; the first word starts at 0, every other where the last one ended. Room for <paramref name="folded"/>'s length always suffices.</param>
    /// <returns>The number of words.</returns>
    /// <exception cref="ArgumentException"><paramref name="ends"/> is shorter than <paramref name="folded"/>.</exception>
    public int Cut(ReadOnlySpan<char> folded, Span<int> ends)
    {
        if (ends.Length < folded.Length)
        {
            throw new ArgumentException($"needs {folded.Length} entries, has {ends.Length}", nameof(ends));
        }

        var sink = new EndsSink(ends);
        new WordCutter(dictionary, logTotal, useMarkovModel, folded).Cut(ref sink);
        return sink.Count;
    }

    private ref struct EndsSink(Span<int> ends) : IWordSink
    {
        private readonly Span<int> ends = ends;

        public int Count { get; private set; }

        public void Add(int start, int end, int tag) => ends[Count++] = end;
    }

    private readonly ref struct WordListSink(ReadOnlySpan<char> text, List<Word> words, string[] tags) : IWordSink
    {
        private readonly ReadOnlySpan<char> text = text;

        public void Add(int start, int end, int tag) =>
            words.Add(new Word(new TextSpan(start, end), tag >= 0 ? tags[tag] : UnlistedTag.Of(text[start..end])));
    }
}
