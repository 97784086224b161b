using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Decoding;

namespace Pipeline.Ingest.Cleaning.Json;

/// <summary>Reads one line of a jsonl input: <c>{"id","text","published_at"?,"title"?,"url"?}</c> (docs/contract.md, section 5). Its text is taken as it is.</summary>
internal static class JsonArticle
{
    /// <summary>Reads the article, or says which field is wrong.</summary>
    public static CleaningResult Read(ReadOnlyMemory<byte> line, string source, DateTimeOffset retrievedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement, source, retrievedAt);
        }
        catch (JsonException exception)
        {
            return CleaningResult.Undecodable(source, $"no valid JSON: {FirstSentence(exception.Message)} (byte {exception.BytePositionInLine ?? 0} of the line)");
        }
        catch (InvalidOperationException)
        {
            return CleaningResult.Undecodable(source, "no valid JSON: a string holds a broken surrogate pair or broken UTF-8");
        }
    }

    private static CleaningResult Read(JsonElement root, string source, DateTimeOffset retrievedAt)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return CleaningResult.Undecodable(source, $"a JSON object is needed, found {Name(root.ValueKind)}");
        }

        var fields = new string?[5];
        string[] names = ["text", "id", "title", "url", "published_at"];
        for (var i = 0; i < names.Length; i++)
        {
            if (!root.TryGetProperty(names[i], out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (value.ValueKind != JsonValueKind.String && !(names[i] == "id" && value.ValueKind == JsonValueKind.Number))
            {
                return CleaningResult.Undecodable(source, $"field '{names[i]}' must be a string, found {Name(value.ValueKind)}");
            }

            fields[i] = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString();
        }

        if (fields[0] is not { } text)
        {
            return CleaningResult.Undecodable(source, "field 'text' is missing");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return CleaningResult.NotAnArticle(source, "field 'text' is empty");
        }

        PublicationTime? published = null;
        if (!string.IsNullOrWhiteSpace(fields[4]))
        {
            if (!PublicationTime.TryParse(fields[4], out var time))
            {
                return CleaningResult.Undecodable(source, $"field 'published_at' must be an ISO 8601 date or time, found '{fields[4]}'");
            }

            published = time;
        }

        return CleaningResult.Of(new Article
        {
            Id = string.IsNullOrEmpty(fields[1]) ? ContentId.OfArticle(text) : fields[1]!,
            Url = fields[3],
            Title = fields[2],
            PublishedAt = published,
            RetrievedAt = retrievedAt,
            Language = ScriptDetection.LanguageOf(text),
            Text = text,
            Source = source,
        });
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
