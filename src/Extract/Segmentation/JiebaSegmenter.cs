using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Segmentation;

/// <summary>Cuts folded Chinese text as jieba 0.42.1 does, in either script. Thread-safe; all instances share one dictionary.</summary>
/// <remarks>Modes, and where and why results differ from jieba's: docs/segmentation.md.</remarks>
public sealed class JiebaSegmenter : ISegmenter
{
    private static readonly Lazy<JiebaSegmenter> Shared = new(() => new JiebaSegmenter());

    private readonly WordDictionary dictionary = WordDictionary.Embedded;
    private readonly bool useMarkovModel;
    private readonly UserWordList? userWords;

    /// <summary>Creates a segmenter over jieba's dictionary.</summary>
    /// <param name="useMarkovModel">Whether characters that no listed word covers are joined by the hidden Markov model; otherwise they stay single.</param>
    /// <param name="userWords">Words of the user's own; may grow while this segmenter works.</param>
    public JiebaSegmenter(bool useMarkovModel = true, UserWordList? userWords = null) =>
        (this.useMarkovModel, this.userWords) = (useMarkovModel, userWords);

    /// <summary>jieba's accurate mode: dictionary and Markov model, no user words. The dictionary is read at first use.</summary>
    public static JiebaSegmenter Default => Shared.Value;

    /// <inheritdoc/>
    public void Segment(ReadOnlySpan<char> folded, List<Word> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var user = userWords?.Current;
        var sink = new WordListSink(folded, words, user?.Tags ?? dictionary.Tags, dictionary.UnlistedTags);
        new WordCutter(dictionary, user, useMarkovModel, folded).Cut(ref sink);
    }

    /// <summary>jieba's search mode, for an index: before each word of <see cref="Segment"/>, the listed words of two and of three characters within it.</summary>
    /// <param name="folded">Text after <see cref="TextFold"/>.</param>
    /// <param name="words">Receives the words; they overlap.</param>
    public void SegmentForSearch(ReadOnlySpan<char> folded, List<Word> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var user = userWords?.Current;
        var sink = new SearchSink<WordListSink>(dictionary, user, folded, new WordListSink(folded, words, user?.Tags ?? dictionary.Tags, dictionary.UnlistedTags));
        new WordCutter(dictionary, user, useMarkovModel, folded).Cut(ref sink);
    }

    /// <summary>Cuts into the caller's buffer: no tags, nothing allocated.</summary>
    /// <param name="folded">Text after <see cref="TextFold"/>.</param>
    /// <param name="ends">Receives the end of each word; the first word starts at 0, every other where the last one ended.</param>
    /// <returns>The number of words.</returns>
    /// <exception cref="ArgumentException"><paramref name="ends"/> is shorter than <paramref name="folded"/>, which always suffices.</exception>
    public int Cut(ReadOnlySpan<char> folded, Span<int> ends) =>
        ends.Length >= folded.Length
            ? new WordCutter(dictionary, userWords?.Current, useMarkovModel, folded).Ends(ends)
            : throw new ArgumentException($"needs {folded.Length} entries, has {ends.Length}", nameof(ends));

    /// <summary>The words of a text in either script, as written there.</summary>
    /// <param name="text">Any text; it is folded first.</param>
    public IReadOnlyList<string> Cut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = new int[text.Length];
        var words = new string[Cut(WordFold.Fold(text), ends)];
        var start = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = text[start..ends[i]];
            start = ends[i];
        }

        return words;
    }

    /// <summary>How much of a text that goes on can be cut now: up to its last character at which every word ends (punctuation, space).</summary>
    /// <param name="folded">The beginning of a text.</param>
    /// <returns>A length at which cutting before and after gives the same words as cutting both together; 0 when there is none.</returns>
    public int CompleteLength(ReadOnlySpan<char> folded)
    {
        // A last CR may get its LF, a last high surrogate its other half.
        for (var at = folded.Length - 1; at >= 0; at--)
        {
            if (dictionary.Codes[folded[at]] <= DictionaryFormat.CodeMask && folded[at] != '\r' && !char.IsHighSurrogate(folded[at]))
            {
                return at + 1;
            }
        }

        return 0;
    }

    private readonly ref struct WordListSink(ReadOnlySpan<char> text, List<Word> words, string[] tags, UnlistedTag unlisted) : IWordSink
    {
        private readonly ReadOnlySpan<char> text = text;

        public void Add(int start, int end, int tag) =>
            words.Add(new Word(new TextSpan(start, end), tag >= 0 ? tags[tag] : unlisted.Of(text[start..end])));
    }
}
