using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Cleaning.Html;

namespace Pipeline.Ingest.Publishers;

/// <summary>Where a layout states a value: <c>selector</c> (a text), <c>selector@attribute</c>, or <c>script:name</c> (a field of an inline script).</summary>
internal sealed record ValueSelector(Selector? Selector, string? Attribute, string? ScriptField)
{
    private const string ScriptPrefix = "script:";

    /// <exception cref="FormatException">The selector is not of the supported form.</exception>
    public static ValueSelector Parse(string text)
    {
        if (text.StartsWith(ScriptPrefix, StringComparison.Ordinal))
        {
            return new ValueSelector(null, null, text[ScriptPrefix.Length..]);
        }

        var at = text.LastIndexOf('@');
        return at < 0 ? new ValueSelector(Selector.Parse(text), null, null) : new ValueSelector(Selector.Parse(text[..at]), text[(at + 1)..], null);
    }

    // A textarea keeps markup as characters.
    private static string Words(PageTree tree, int node)
    {
        var text = PageText.Of(tree, node);
        for (var open = tree.Tag(node) == "textarea" ? text.IndexOf('<', StringComparison.Ordinal) : -1; open >= 0; open = text.IndexOf('<', StringComparison.Ordinal))
        {
            var close = text.IndexOf('>', open);
            text = close < 0 ? text[..open] : text.Remove(open, close - open + 1);
        }

        return text;
    }

    /// <summary>The filled values, in document order.</summary>
    public IEnumerable<string> Read(PageTree tree)
    {
        if (ScriptField is not null)
        {
            if (ScriptValue.Find(tree, ScriptField) is { } field)
            {
                yield return field;
            }

            yield break;
        }

        foreach (var node in Selector!.Match(tree))
        {
            var value = InlineText.Normalize(Attribute is null ? Words(tree, node) : tree.Element(node)!.GetAttribute(Attribute));
            if (value.Length > 0)
            {
                yield return value;
            }
        }
    }
}
