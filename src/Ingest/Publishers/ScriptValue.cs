using System.Text.RegularExpressions;
using Pipeline.Ingest.Cleaning.Html;

namespace Pipeline.Ingest.Publishers;

/// <summary>Reads a field out of a page's inline scripts, where script-written pages keep their time and source: <c>"pubTime":"…"</c>, <c>var ct = "…"</c>.</summary>
internal static class ScriptValue
{
    /// <summary>The longest value.</summary>
    private const int Longest = 60;

    /// <summary>The first filled string of that name; null without any.</summary>
    public static string? Find(PageTree tree, string name)
    {
        foreach (var node in tree.ByTag("script"))
        {
            if (node + 1 < tree.End(node) && tree.Text(node + 1) is { } script && Find(EmbeddedBody.Script(script), name) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? Find(string script, string name)
    {
        for (var at = script.IndexOf(name, StringComparison.Ordinal); at >= 0; at = script.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var rest = script.AsSpan(at + name.Length);
            var bounded = at == 0 || !(char.IsLetterOrDigit(script[at - 1]) || script[at - 1] is '_' or '$');
            rest = rest.StartsWith("\"") || rest.StartsWith("'") ? rest[1..] : rest;
            rest = rest.TrimStart();
            if (!bounded || rest.Length < 3 || rest[0] is not (':' or '='))
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            if (rest.Length < 2)
            {
                continue;
            }

            if (rest[0] is '"' or '\'')
            {
                var end = rest[1..].IndexOf(rest[0]);
                if (end > 0 && end <= Longest)
                {
                    return Unescape(rest.Slice(1, end).ToString());
                }
            }
            else if (char.IsAsciiDigit(rest[0]))
            {
                var end = rest.IndexOfAnyExceptInRange('0', '9');
                if (end is 10 or 13)
                {
                    return rest[..end].ToString();
                }
            }
        }

        return null;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains("\\u", StringComparison.Ordinal))
        {
            return value.Replace("\\/", "/", StringComparison.Ordinal);
        }

        try
        {
            return Regex.Unescape(value);
        }
        catch (RegexParseException)
        {
            return value;
        }
    }
}
