namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>One compound of a selector: what one element must be.</summary>
/// <param name="IsChild">True when it must be a child of the part before it, false when a descendant.</param>
/// <param name="Tag">Lower-case tag, or null for any.</param>
/// <param name="Id">Or null for any.</param>
/// <param name="Classes">All of them are needed.</param>
/// <param name="Attributes">All of them are needed.</param>
internal sealed record SelectorPart(bool IsChild, string? Tag, string? Id, IReadOnlyList<string> Classes, IReadOnlyList<AttributeTest> Attributes)
{
    /// <summary><c>#id</c>, <c>.class</c>, or null where only the tag tells.</summary>
    public string? Key { get; } = Id is not null ? "#" + Id : Classes.Count > 0 ? "." + Classes[0] : null;

    /// <summary><see cref="Key"/> without its mark.</summary>
    public string? KeyName { get; } = Id ?? (Classes.Count > 0 ? Classes[0] : null);

    /// <summary>True when a node is such an element.</summary>
    public bool Matches(PageTree tree, int node)
    {
        if (tree.Element(node) is not { } element || (Tag is not null && tree.Tag(node) != Tag) || (Id is not null && element.Id != Id))
        {
            return false;
        }

        foreach (var name in Classes)
        {
            if (!element.ClassList.Contains(name))
            {
                return false;
            }
        }

        foreach (var test in Attributes)
        {
            if (!test.Holds(element.GetAttribute(test.Name)))
            {
                return false;
            }
        }

        return true;
    }
}
