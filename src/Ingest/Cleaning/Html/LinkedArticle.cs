using System.Text.Json;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>A NewsArticle as schema.org describes it in JSON-LD.</summary>
internal sealed record LinkedArticle(string? Headline, string? Published, string? Author, string? Publisher, string? Url)
{
    private const int DeepestNesting = 6;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>The first article in a script; null when it holds none or is no JSON.</summary>
    public static LinkedArticle? Find(string script)
    {
        try
        {
            using var document = JsonDocument.Parse(script.Trim().TrimEnd(';'), Lenient);
            return Find(document.RootElement, 0);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static LinkedArticle? Find(JsonElement element, int depth)
    {
        if (depth > DeepestNesting)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (Find(item, depth + 1) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (IsArticle(element))
        {
            return new LinkedArticle(Text(element, "headline"), Text(element, "datePublished"), Name(element, "author"), Name(element, "publisher"), Text(element, "url"));
        }

        // Baidu's cambrian vocabulary, common on mainland sites: title and pubDate without a type.
        if (Text(element, "pubDate") is { } published)
        {
            return new LinkedArticle(Text(element, "title"), published, null, null, Text(element, "@id"));
        }

        return element.TryGetProperty("@graph", out var graph) ? Find(graph, depth + 1) : null;
    }

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => type.GetString()!.EndsWith("Article", StringComparison.Ordinal),
        JsonValueKind.Array => type.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.GetString()!.EndsWith("Article", StringComparison.Ordinal)),
        _ => false,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && InlineText.Normalize(value.GetString()) is { Length: > 0 } text ? text : null;

    private static string? Name(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => Text(element, name),
            JsonValueKind.Object => Text(value, "name"),
            JsonValueKind.Array when value.GetArrayLength() > 0 => value[0].ValueKind == JsonValueKind.Object ? Text(value[0], "name") : value[0].ValueKind == JsonValueKind.String ? value[0].GetString() : null,
            _ => null,
        };
    }
}
