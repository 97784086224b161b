using System.Collections.Frozen;
using System.Text;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Reads a page's lines, in order, in one pass over its nodes.</summary>
internal sealed class PageLines
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
        ["address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption"]);

    private static readonly FrozenSet<string> Unread = FrozenSet.ToFrozenSet(
        ["head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "button", "select", "textarea", "option", "math", "map"]);

    private static readonly FrozenSet<string> Pictures = FrozenSet.ToFrozenSet(["img", "video", "picture", "iframe", "embed", "object", "amp-img"]);

    private readonly PageTree _tree;
    private readonly List<PageLine> _lines = [];
    private readonly Stack<int> _open = new();
    private readonly StringBuilder _text = new();
    private int _first = -1;
    private int _block;
    private int _links;
    private int _bolds;
    private int _headings;
    private int _items;
    private int _captions;
    private int _cells;
    private int _linkLength;
    private int _boldLength;
    private int _length;
    private bool _afterPicture;

    private PageLines(PageTree tree) => _tree = tree;

    /// <summary>The lines of a page, in document order.</summary>
    public static List<PageLine> Of(PageTree tree)
    {
        var reader = new PageLines(tree);
        reader.Read();
        return reader._lines;
    }

    private void Read()
    {
        for (var node = 0; node < _tree.Count;)
        {
            while (_open.TryPeek(out var open) && node >= _tree.End(open))
            {
                _open.Pop();
                Leave(_tree.Tag(open));
            }

            if (_tree.Text(node) is { } text)
            {
                Append(text, node);
                node++;
                continue;
            }

            var tag = _tree.Tag(node);
            _afterPicture |= Pictures.Contains(tag);
            if (Unread.Contains(tag))
            {
                node = _tree.End(node);
                continue;
            }

            Enter(tag, node);
            node++;
        }

        Flush();
    }

    private void Enter(string tag, int node)
    {
        if (Blocks.Contains(tag))
        {
            Flush();
            _block = tag == "br" ? _block : node;
        }

        Count(tag, 1);
        if (_tree.End(node) > node + 1)
        {
            _open.Push(node);
        }
        else
        {
            Leave(tag);
        }
    }

    private void Leave(string tag)
    {
        var ends = tag != "br" && Blocks.Contains(tag);
        if (ends)
        {
            // Before the count: the line still stands inside the heading, item or caption that ends here.
            Flush();
        }

        Count(tag, -1);
        if (ends)
        {
            _block = 0;
            foreach (var open in _open)
            {
                if (Blocks.Contains(_tree.Tag(open)))
                {
                    _block = open;
                    break;
                }
            }
        }
    }

    private void Count(string tag, int step)
    {
        switch (tag)
        {
            case "a": _links += step; break;
            case "b" or "strong": _bolds += step; break;
            case ['h', >= '1' and <= '6']: _headings += step; break;
            case "li": _items += step; break;
            case "figcaption" or "caption": _captions += step; break;
            case "td" or "th":
                _cells += step;
                _text.Append(' ');
                break;
        }
    }

    private void Append(string text, int node)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }

        _text.Append(text);
        if (count == 0)
        {
            return;
        }

        _first = _first < 0 ? node : _first;
        _length += count;
        _linkLength += _links > 0 ? count : 0;
        _boldLength += _bolds > 0 ? count : 0;
    }

    private void Flush()
    {
        if (_length > 0)
        {
            var text = WhiteSpace.Collapse(_text);
            if (text.Length > 0)
            {
                var flags = (_headings > 0 ? LineFlags.Heading : 0) | (_items > 0 ? LineFlags.ListItem : 0) | (_captions > 0 ? LineFlags.Caption : 0)
                    | (_cells > 0 ? LineFlags.Cell : 0) | (_boldLength == _length ? LineFlags.Bold : 0) | (_afterPicture ? LineFlags.AfterPicture : 0);
                _lines.Add(new PageLine(text, _first, _block, _length, _linkLength, Marks(text), flags));
                _afterPicture = false;
            }
        }

        _text.Clear();
        (_first, _length, _linkLength, _boldLength) = (-1, 0, 0, 0);
    }

    private static int Marks(string text)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            marks += text[i] is '，' or '。' or '！' or '？' or '；' || (i > 0 && text[i - 1] > '\u3000' && text[i] is ',' or '!' or '?' or ';') ? 1 : 0;
        }

        return marks;
    }
}
