using System.Text;

namespace Pipeline.Store.Queries;

/// <summary>
/// Several values of one filter in one text, with commas between. A value that holds a comma itself, or begins with a quotation mark,
/// stands in straight quotation marks, with those inside it doubled, as in a line of CSV: <c>"Foo, Inc.",华为</c>.
/// </summary>
public static class FilterValues
{
    private const char Mark = '"';

    /// <summary>The values, without the spaces around them; empty ones are left out. An unclosed quotation mark runs to the end.</summary>
    public static IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var value = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || IsComma(text[i]))
            {
                if (value.ToString().Trim() is { Length: > 0 } found)
                {
                    yield return found;
                }

                value.Clear();
            }
            else if (text[i] == Mark && IsBlank(value))
            {
                value.Clear();
                i = Quoted(text, i + 1, value);
            }
            else
            {
                value.Append(text[i]);
            }
        }
    }

    /// <summary>A value as <see cref="Split"/> reads it back.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Any(IsComma) || value.StartsWith(Mark) ? $"{Mark}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}{Mark}" : value;
    }

    /// <summary>Appends what stands in quotation marks; returns where they close.</summary>
    private static int Quoted(string text, int start, StringBuilder value)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] != Mark)
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == Mark)
            {
                value.Append(Mark);
                i++;
            }
            else
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    private static bool IsComma(char c) => c is ',' or '，' or '、';

    private static bool IsBlank(StringBuilder value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsWhiteSpace(value[i]))
            {
                return false;
            }
        }

        return true;
    }
}
