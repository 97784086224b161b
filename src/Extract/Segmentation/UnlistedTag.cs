using System.Buffers;

namespace Pipeline.Extract.Segmentation;

/// <summary>Part of speech of a word that the dictionary does not list.</summary>
internal static class UnlistedTag
{
    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("0123456789.%");

    /// <summary>As jieba's posseg for Latin and digits: <c>m</c> for numbers (with their percent sign), <c>eng</c>, <c>x</c> for marks and spaces; <c>n</c> for Han, since most new words are names of things.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        if (char.IsBetween(word[0], '\u4e00', '\u9fd5'))
        {
            return word.Length > 1 ? "n" : "x";
        }

        if (word.IndexOfAnyExcept(NumberMarks) < 0 && word.IndexOfAnyInRange('0', '9') >= 0)
        {
            return "m";
        }

        return char.IsAsciiLetterOrDigit(word[0]) ? "eng" : "x";
    }
}
