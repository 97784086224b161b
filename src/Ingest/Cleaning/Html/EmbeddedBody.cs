using System.Globalization;
using System.Net;
using System.Text;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>
/// Finds the body that a script-rendered page carries as data: a field of a script's JSON (<c>"content":"&lt;p&gt;…"</c>,
/// <c>"articleBody"</c>) or a hidden textarea. Escapes of JSON, of HTML and of addresses are undone.
/// </summary>
internal static class EmbeddedBody
{
    /// <summary>Fewer Chinese characters are no body.</summary>
    private const int ShortestBody = 40;

    /// <summary>A second text of this share of the longest makes the data a list of articles.</summary>
    private const double Rival = 0.5;

    /// <summary>Characters between the parts of one list: <c>"},{"type":"text","data":"</c>.</summary>
    private const int Between = 60;

    /// <summary>Names of fields that hold a body on Chinese news sites; a match is the whole name.</summary>
    private static readonly string[] Fields =
        ["articleBody", "content", "contents", "article_content", "articleContent", "widgetContent", "contentHtml", "content_html", "originContent", "article_body", "body", "text", "data", "html"];

    /// <summary>The body as HTML; null without any, or where several compete, as in a list's data.</summary>
    public static string? Find(PageTree tree)
    {
        var found = new List<(string Html, int Han)>();
        foreach (var node in tree.ByTag("textarea"))
        {
            if (node + 1 < tree.End(node))
            {
                Add(found, tree.Text(node + 1)!);
            }
        }

        foreach (var node in tree.ByTag("script"))
        {
            if (node + 1 < tree.End(node))
            {
                Scan(Script(tree.Text(node + 1)!), found);
            }
        }

        if (found.Count == 0)
        {
            return null;
        }

        var longest = found.MaxBy(f => f.Han);
        return found.Exists(f => f.Html != longest.Html && f.Han > longest.Han * Rival && !Repeats(f.Html, longest.Html)) ? null : longest.Html;
    }

    /// <summary>A script's text; one that is an encoded address (<c>%7B%22…</c>) is decoded.</summary>
    public static string Script(string script) => script.AsSpan().TrimStart().StartsWith("%7B", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(script) : script;

    // The parts of an article that a page splits are joined where they lie one behind the other: "contentList":[{"data":…},{"data":…}].
    private static void Scan(string script, List<(string Html, int Han)> found)
    {
        foreach (var field in Fields)
        {
            var joined = new StringBuilder();
            var last = -1;
            for (var at = script.IndexOf(field, StringComparison.Ordinal); at >= 0; at = script.IndexOf(field, at + field.Length, StringComparison.Ordinal))
            {
                if (Literal(script, at, field.Length) is not { } literal)
                {
                    continue;
                }

                var text = Unescape(script.AsSpan(literal.Start, literal.Length));
                if (field is "data" or "text" && last >= 0 && literal.Start - last < Between)
                {
                    joined.Append(text);
                }
                else
                {
                    Add(found, joined.ToString());
                    joined.Clear().Append(text);
                }

                last = literal.Start + literal.Length;
            }

            Add(found, joined.ToString());
        }
    }

    private static void Add(List<(string Html, int Han)> found, string text)
    {
        text = Decode(text);
        var (han, marks) = (0, 0);
        foreach (var c in text)
        {
            han += c is >= '\u3400' and <= '\u9fff' ? 1 : 0;
            marks += c is '。' or '，' ? 1 : 0;
        }

        if (han >= ShortestBody && marks > 0)
        {
            found.Add((text.Contains('<', StringComparison.Ordinal) ? text : $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "</p><p>", StringComparison.Ordinal)}</p>", han));
        }
    }

    // &lt;p&gt; is markup escaped once more, and '&quot;…&quot;' what toutiao wraps around it.
    private static string Decode(string text)
    {
        for (var round = 0; round < 2 && (text.Contains("&lt;", StringComparison.Ordinal) || text.StartsWith("&quot;", StringComparison.Ordinal) || text.Contains("&#x3C;", StringComparison.OrdinalIgnoreCase)); round++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return text.Length > 1 && text[0] == '"' && text[^1] == '"' ? Unescape(text.AsSpan(1, text.Length - 2)) : text;
    }

    private static bool Repeats(string text, string longest) => longest.Contains(text, StringComparison.Ordinal) || longest.Contains(text[..Math.Min(40, text.Length)], StringComparison.Ordinal);

    // "content":"…" or content: '…': where the literal's characters lie, without its quotes.
    private static (int Start, int Length)? Literal(string script, int at, int length)
    {
        if (at > 0 && (char.IsLetterOrDigit(script[at - 1]) || script[at - 1] is '_' or '$'))
        {
            return null;
        }

        at += length;
        at += at < script.Length && script[at] is '"' or '\'' ? 1 : 0;
        at = Skip(script, at);
        if (at >= script.Length || script[at] is not (':' or '='))
        {
            return null;
        }

        at = Skip(script, at + 1);
        if (at >= script.Length || script[at] is not ('"' or '\'' or '`'))
        {
            return null;
        }

        var quote = script[at];
        for (var end = at + 1; end < script.Length; end++)
        {
            if (script[end] == '\\')
            {
                end++;
            }
            else if (script[end] == quote)
            {
                return (at + 1, end - at - 1);
            }
        }

        return null;
    }

    private static int Skip(string script, int at)
    {
        while (at < script.Length && char.IsWhiteSpace(script[at]))
        {
            at++;
        }

        return at;
    }

    private static string Unescape(ReadOnlySpan<char> literal)
    {
        if (!literal.Contains('\\'))
        {
            return literal.ToString();
        }

        var text = new StringBuilder(literal.Length);
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\' || i + 1 == literal.Length)
            {
                text.Append(literal[i]);
                continue;
            }

            i++;
            switch (literal[i])
            {
                case 'n' or 'r': text.Append('\n'); break;
                case 't': text.Append(' '); break;
                case 'u' when i + 4 < literal.Length && ushort.TryParse(literal.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, null, out var code):
                    text.Append((char)code);
                    i += 4;
                    break;
                default: text.Append(literal[i]); break;
            }
        }

        return text.ToString();
    }
}
