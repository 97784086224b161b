namespace Pipeline.Extract.Segmentation;

/// <summary>Cuts folded text into words. Implementations are thread-safe.</summary>
public interface ISegmenter
{
    /// <summary>Appends the words of <paramref name="folded"/> to <paramref name="words"/>: contiguous, in order, together the whole text.</summary>
    /// <param name="folded">Text after <see cref="Text.TextFold"/>; spans of the words hold for the original as well.</param>
    /// <param name="words">Receives the words; the caller may reuse it.</param>
    void Segment(ReadOnlySpan<char> folded, List<Word> words);
}
