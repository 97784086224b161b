using System.Text;

namespace Pipeline.Ingest.Cleaning;

/// <summary>The white space of one line: runs become one space, invisible characters go, both ends are trimmed.</summary>
public static class InlineText
{
    /// <summary>Normalizes a line.</summary>
    public static string Normalize(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (IsNormal(line))
        {
            return new string(line);
        }

        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (IsInvisible(c))
            {
                continue;
            }

            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && text[^1] is not (' ' or '　'))
            {
                text.Append(c == '　' ? '　' : ' ');
            }
        }

        return text.ToString().Trim();
    }

    private static bool IsNormal(ReadOnlySpan<char> line)
    {
        var previous = 'x';
        foreach (var c in line)
        {
            if (IsInvisible(c) || (char.IsWhiteSpace(c) && (c is not (' ' or '　') || char.IsWhiteSpace(previous))))
            {
                return false;
            }

            previous = c;
        }

        return true;
    }

    // Zero-width spaces and joiners, byte order marks, soft hyphens, private use (icon fonts) and control characters.
    private static bool IsInvisible(char c) =>
        c is (>= '\u200b' and <= '\u200f') or '\u2060' or '\ufeff' or '\u00ad' or (>= '\ue000' and <= '\uf8ff')
        || (char.IsControl(c) && !char.IsWhiteSpace(c));
}
