using System.Buffers;

namespace Pipeline.Extract.Text;

/// <summary>Lines of a page that stand between a text's paragraphs and tell nothing: the credit of a picture (图/东山集团提供, 记者诸葛亮/摄影, 美联社) or of the text (来源：中证网), the word on a button (分享, 客户端, facebook).</summary>
internal static class PageLine
{
    /// <summary>Longest such line, in characters.</summary>
    private const int Longest = 30;

    private static readonly SearchValues<char> Speech = SearchValues.Create(",。!?;%0123456789零一二三四五六七八九十百千万亿两");

    /// <summary>True for a line that is one; it holds no number.</summary>
    /// <param name="line">A folded sentence without white space around it.</param>
    public static bool Is(ReadOnlySpan<char> line) =>
        line.Length <= Longest && !line.ContainsAny(Speech)
        && (line is "分享" or "客户端" or [_, _, '社'] or ['图', '/' or ':', ..] or ['来', '源', ':', ..] || line.EndsWith("/摄影") || line.EndsWith("资料照") || line.EndsWith("资料照片") || IsLatinWord(line));

    private static bool IsLatinWord(ReadOnlySpan<char> line)
    {
        foreach (var unit in line)
        {
            if (!char.IsAsciiLetter(unit))
            {
                return false;
            }
        }

        return true;
    }
}
