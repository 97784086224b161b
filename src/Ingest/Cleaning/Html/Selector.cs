namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>
/// A CSS selector of the kind that publisher files need: tag, <c>#id</c>, <c>.class</c>, <c>[attr]</c>, <c>[attr=v]</c>, <c>[attr^=v]</c>,
/// <c>[attr*=v]</c>, <c>[attr$=v]</c>, descendant and child combinators, and lists. It is matched against a <see cref="PageTree"/>.
/// </summary>
internal sealed class Selector
{
    private readonly SelectorPart[][] _alternatives;

    internal Selector(SelectorPart[][] alternatives) => _alternatives = alternatives;

    /// <summary><c>#id</c> or <c>.class</c> under which each alternative's candidates are listed.</summary>
    public IEnumerable<string> Keys => _alternatives.Select(parts => parts[^1].Key).OfType<string>();

    /// <summary>Reads a selector.</summary>
    /// <exception cref="FormatException">It is not of the supported form; the message has the place.</exception>
    public static Selector Parse(string text) => new SelectorReader(text).Read();

    /// <summary>Every node that matches, in document order.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="below">Only nodes below this one; −1 for the whole page.</param>
    public IEnumerable<int> Match(PageTree tree, int below = -1)
    {
        if (_alternatives.Length == 1)
        {
            return MatchOne(tree, _alternatives[0], below);
        }

        return _alternatives.SelectMany(parts => MatchOne(tree, parts, below)).Distinct().Order();
    }

    private static IEnumerable<int> MatchOne(PageTree tree, SelectorPart[] parts, int below)
    {
        var last = parts[^1];
        var (from, to) = below < 0 ? (0, tree.Count) : (below + 1, tree.End(below));
        if (last.Key is { } key)
        {
            var lists = key[0] == '#' ? tree.ById : tree.ByClass;
            if (lists.TryGetValue(last.KeyName!, out var nodes))
            {
                foreach (var node in nodes)
                {
                    if (node >= from && node < to && last.Matches(tree, node) && AncestorsMatch(tree, parts, node))
                    {
                        yield return node;
                    }
                }
            }

            yield break;
        }

        foreach (var node in last.Tag is { } tag ? tree.ByTag(tag) : Enumerable.Range(from, to - from))
        {
            if (node >= from && node < to && last.Matches(tree, node) && AncestorsMatch(tree, parts, node))
            {
                yield return node;
            }
        }
    }

    // The nearest ancestor that fits is taken, without retrying further up: the selectors of publisher files name each level once.
    private static bool AncestorsMatch(PageTree tree, SelectorPart[] parts, int node)
    {
        var at = parts.Length - 1;
        while (at > 0)
        {
            var wanted = parts[at - 1];
            var parent = tree.Parent(node);
            if (parts[at].IsChild)
            {
                if (parent < 0 || !wanted.Matches(tree, parent))
                {
                    return false;
                }
            }
            else
            {
                while (parent >= 0 && !wanted.Matches(tree, parent))
                {
                    parent = tree.Parent(parent);
                }

                if (parent < 0)
                {
                    return false;
                }
            }

            (node, at) = (parent, at - 1);
        }

        return true;
    }
}
