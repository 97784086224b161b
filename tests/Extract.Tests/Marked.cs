using System.Text;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Tests;

/// <summary>Reads example texts in which ⟦ ⟧ mark the spans that a row is about.</summary>
internal static class Marked
{
    public static (string Text, IReadOnlyList<TextSpan> Spans) Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var start = -1;
        foreach (var unit in marked)
        {
            switch (unit)
            {
                case '⟦':
                    start = text.Length;
                    break;
                case '⟧':
                    spans.Add(new TextSpan(start, text.Length));
                    break;
                default:
                    text.Append(unit);
                    break;
            }
        }

        return (text.ToString(), spans);
    }
}
