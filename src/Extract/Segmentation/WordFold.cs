using Pipeline.Extract.Text;

namespace Pipeline.Extract.Segmentation;

/// <summary>Folds text that is cut for its own sake: as <see cref="TextFold"/>, but ％ stays a mark of its own, as in jieba.</summary>
/// <remarks>
/// jieba keeps the half-width % on its number and cuts the full-width one off. SIGHAN 2005 word F1 with ％ cut off against kept on:
/// cityu .8248 against .8234, where jieba has .8246; pku .8185, msr .8259 and as .8364 stay above jieba's .8183, .8133 and .8240.
/// </remarks>
public static class WordFold
{
    private const char FullWidthPercent = '％';

    /// <summary>Folds <paramref name="text"/> into <paramref name="destination"/>, unit for unit.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="text"/>.</exception>
    public static void Fold(ReadOnlySpan<char> text, Span<char> destination)
    {
        TextFold.Fold(text, destination);
        for (var at = text.IndexOf(FullWidthPercent); at >= 0;)
        {
            destination[at] = FullWidthPercent;
            var next = text[(at + 1)..].IndexOf(FullWidthPercent);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>The folded form of <paramref name="text"/>, of the same length.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (folded, original) => Fold(original, folded));
    }
}
