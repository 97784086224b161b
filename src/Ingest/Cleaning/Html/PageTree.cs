using AngleSharp.Dom;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>
/// A page's nodes in document order. The nodes below node <c>i</c> are <c>i + 1</c> to <c>End(i)</c>, exclusive, so that any question
/// about a subtree is one about a range. Built and walked without recursion: no nesting can exhaust the stack.
/// </summary>
internal sealed class PageTree
{
    private readonly List<Node> _nodes;
    private Dictionary<string, List<int>>? _byTag;

    private PageTree(List<Node> nodes, Dictionary<string, List<int>> byId, Dictionary<string, List<int>> byClass) => (_nodes, ById, ByClass) = (nodes, byId, byClass);

    /// <summary>Number of nodes: elements and texts.</summary>
    public int Count => _nodes.Count;

    /// <summary>Nodes by their id, where <see cref="SelectorIndex"/> names it.</summary>
    public Dictionary<string, List<int>> ById { get; }

    /// <summary>Nodes by each of their classes, where <see cref="SelectorIndex"/> names it.</summary>
    public Dictionary<string, List<int>> ByClass { get; }

    /// <summary>Elements of a tag, in document order; listed when first asked for.</summary>
    public IReadOnlyList<int> ByTag(string tag)
    {
        if (_byTag is null)
        {
            _byTag = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var node = 0; node < _nodes.Count; node++)
            {
                if (_nodes[node].Element is not null)
                {
                    Add(_byTag, _nodes[node].Tag, node);
                }
            }
        }

        return _byTag.TryGetValue(tag, out var nodes) ? nodes : [];
    }

    /// <summary>Flattens a document.</summary>
    /// <param name="document">A parsed page.</param>
    /// <param name="index">The ids and classes that selectors will ask for.</param>
    public static PageTree Of(IDocument document, SelectorIndex index)
    {
        var nodes = new List<Node>(4096);
        var byId = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byClass = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var open = new Stack<(INodeList Children, int Next, int Node)>();
        if (document.DocumentElement is { } root)
        {
            nodes.Add(new Node(root, null, -1));
            Register(root, 0, index, byId, byClass);
            open.Push((root.ChildNodes, 0, 0));
        }

        while (open.TryPop(out var level))
        {
            var (children, next, parent) = level;
            var descended = false;
            for (; next < children.Length && !descended; next++)
            {
                switch (children[next])
                {
                    case IElement element:
                        var at = nodes.Count;
                        nodes.Add(new Node(element, null, parent));
                        Register(element, at, index, byId, byClass);
                        if (element.ChildNodes.Length > 0)
                        {
                            open.Push((children, next + 1, parent));
                            open.Push((element.ChildNodes, 0, at));
                            descended = true;
                        }
                        else
                        {
                            Close(nodes, at);
                        }

                        break;
                    case ICharacterData { NodeType: NodeType.Text } text:
                        nodes.Add(new Node(null, text.Data, parent) { End = nodes.Count + 1 });
                        break;
                }
            }

            if (!descended)
            {
                Close(nodes, parent);
            }
        }

        return new PageTree(nodes, byId, byClass);
    }

    /// <summary>The element, or null for a text.</summary>
    public IElement? Element(int node) => _nodes[node].Element;

    /// <summary>The tag's lower-case name; empty for a text.</summary>
    public string Tag(int node) => _nodes[node].Tag;

    /// <summary>The characters of a text; null for an element.</summary>
    public string? Text(int node) => _nodes[node].Text;

    /// <summary>The parent's node, −1 for the root.</summary>
    public int Parent(int node) => _nodes[node].Parent;

    /// <summary>One past the last node below.</summary>
    public int End(int node) => _nodes[node].End;

    private static void Close(List<Node> nodes, int at) => nodes[at] = nodes[at] with { End = nodes.Count };

    private static void Register(IElement element, int at, SelectorIndex index, Dictionary<string, List<int>> byId, Dictionary<string, List<int>> byClass)
    {
        if (element.Attributes.Length == 0)
        {
            return;
        }

        if (element.Id is { Length: > 0 } id && index.Id(id) is { } knownId)
        {
            Add(byId, knownId, at);
        }

        if (element.ClassName is { Length: > 0 } classes)
        {
            var rest = classes.AsSpan();
            while (!rest.IsEmpty)
            {
                rest = rest.TrimStart();
                var end = rest.IndexOfAny(" \t\r\n\f");
                var name = end < 0 ? rest : rest[..end];
                if (!name.IsEmpty && index.Class(name) is { } knownClass)
                {
                    Add(byClass, knownClass, at);
                }

                rest = end < 0 ? [] : rest[end..];
            }
        }
    }

    private static void Add(Dictionary<string, List<int>> lists, string key, int node)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(node);
    }

    private readonly record struct Node(IElement? Element, string? Text, int Parent)
    {
        public string Tag { get; } = Element?.LocalName ?? "";

        public int End { get; init; }
    }
}
