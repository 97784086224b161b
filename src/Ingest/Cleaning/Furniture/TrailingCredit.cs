namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>Cuts what an editor left behind the last sentence: <c>…。（編輯：某某）1120221</c>.</summary>
internal static class TrailingCredit
{
    /// <summary>Longer brackets are part of the text.</summary>
    private const int LongestCredit = 24;

    private static readonly string[] Editors = ["編輯", "编辑", "責任編輯", "责任编辑", "责编", "責編", "校對", "校对"];

    /// <summary>The paragraph up to its last mark.</summary>
    public static string Cut(string paragraph)
    {
        var text = paragraph.AsSpan().TrimEnd();
        var digits = text.Length;
        while (digits > 0 && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        // 1120221: the day in years of the Republic, as the Central News Agency ends its wires.
        text = text.Length - digits is 7 && digits > 0 && text[digits - 1] is '。' or '）' or ')' or '」' ? text[..digits] : text;
        for (var open = text.LastIndexOfAny("（("); open > 0 && text[^1] is '）' or ')' && text.Length - open <= LongestCredit && IsEditors(text[(open + 1)..]); open = text.LastIndexOfAny("（("))
        {
            text = text[..open].TrimEnd();
        }

        return text.Length == paragraph.Length || text.IsEmpty ? paragraph : text.ToString();
    }

    private static bool IsEditors(ReadOnlySpan<char> credit)
    {
        foreach (var editor in Editors)
        {
            if (credit.StartsWith(editor) && credit.Length > editor.Length + 1 && credit[editor.Length] is ':' or '：' or '/' or '／' or ' ' or '　')
            {
                return true;
            }
        }

        return false;
    }
}
