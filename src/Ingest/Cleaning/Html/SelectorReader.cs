namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Reads the text of a <see cref="Selector"/>.</summary>
internal sealed class SelectorReader(string text)
{
    private int _at;

    public Selector Read()
    {
        var alternatives = new List<SelectorPart[]>();
        do
        {
            alternatives.Add(ReadAlternative());
        }
        while (Take(','));

        return _at == text.Length ? new Selector([.. alternatives]) : throw Error("a combinator or the end");
    }

    private SelectorPart[] ReadAlternative()
    {
        var parts = new List<SelectorPart>();
        while (true)
        {
            SkipSpaces();
            var child = parts.Count > 0 && Take('>');
            SkipSpaces();
            if (!child && (_at == text.Length || text[_at] == ','))
            {
                return parts.Count > 0 ? [.. parts] : throw Error("a tag, #id, .class or [attribute]");
            }

            parts.Add(ReadPart(child));
        }
    }

    private SelectorPart ReadPart(bool child)
    {
        var start = _at;
        string? tag = Take('*') ? null : Name() is { Length: > 0 } name ? name.ToLowerInvariant() : null;
        string? id = null;
        var classes = new List<string>();
        var attributes = new List<AttributeTest>();
        while (_at < text.Length)
        {
            if (Take('#'))
            {
                id = Needed(Name());
            }
            else if (Take('.'))
            {
                classes.Add(Needed(Name()));
            }
            else if (Take('['))
            {
                attributes.Add(ReadAttribute());
            }
            else
            {
                break;
            }
        }

        return _at > start ? new SelectorPart(child, tag, id, classes, attributes) : throw Error("a tag, #id, .class or [attribute]");
    }

    private AttributeTest ReadAttribute()
    {
        var name = Needed(Name()).ToLowerInvariant();
        if (Take(']'))
        {
            return new AttributeTest(name, '\0', "");
        }

        var kind = Take('^') ? '^' : Take('*') ? '*' : Take('$') ? '$' : '=';
        if (!Take('='))
        {
            throw Error("'='");
        }

        var end = text.IndexOf(']', _at);
        if (end < 0)
        {
            throw Error("']'");
        }

        var value = text[_at..end].Trim('"', '\'');
        _at = end + 1;
        return new AttributeTest(name, kind, value);
    }

    private string Name()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '_' or ':'))
        {
            _at++;
        }

        return text[start.._at];
    }

    private string Needed(string name) => name.Length > 0 ? name : throw Error("a name");

    private bool Take(char mark)
    {
        if (_at < text.Length && text[_at] == mark)
        {
            _at++;
            return true;
        }

        return false;
    }

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private FormatException Error(string wanted) => new($"selector '{text}': {wanted} is needed at character {_at + 1}");
}
