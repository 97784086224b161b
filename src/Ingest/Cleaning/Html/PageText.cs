using System.Text;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>The text below a node, without scripts.</summary>
internal static class PageText
{
    public static string Of(PageTree tree, int node)
    {
        var text = new StringBuilder();
        for (var at = node; at < tree.End(node);)
        {
            if (tree.Tag(at) is "script" or "style" or "noscript")
            {
                at = tree.End(at);
                continue;
            }

            text.Append(tree.Text(at));
            at++;
        }

        return WhiteSpace.Collapse(text);
    }
}
