using System.Globalization;
using System.Text;

namespace Pipeline.Ingest.Fetching.Addresses;

/// <summary>One spelling of percent escapes: RFC 3986, sections 6.2.2.1 and 6.2.2.2.</summary>
internal static class PercentEncoding
{
    /// <summary>Writes escapes with upper-case digits, undoes those of unreserved characters, and escapes what is not ASCII as UTF-8.</summary>
    /// <remarks>A % that starts no escape is left as it is: servers see what the page said.</remarks>
    public static string Normalize(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                if (IsUnreserved((char)value))
                {
                    result.Append((char)value);
                }
                else
                {
                    AppendEscape(result, value);
                }

                i += 2;
            }
            else if (c is > ' ' and < '\x7f')
            {
                result.Append(c);
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var consumed);
                foreach (var part in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    AppendEscape(result, part);
                }

                i += consumed - 1;
            }
        }

        return result.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static void AppendEscape(StringBuilder result, byte value) => result.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
}
