using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Extract.Model;

namespace Pipeline.Store.Archives;

/// <summary>
/// An archive as JSON lines: first <c>{"archive": 1, …}</c>, then an object a record whose one name says what it is:
/// <c>{"article": {…}}</c>, <c>{"review": {…}}</c>. Articles and claims in it are the contract's records. Last comes <c>{"end": N}</c>,
/// so that a file that was cut off is noticed.
/// </summary>
public static class ArchiveJsonLines
{
    /// <summary>How every archive begins.</summary>
    public static ReadOnlySpan<byte> FirstBytes => "{\"archive\":"u8;

    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ContractJson.Contract, new DefaultJsonTypeInfoResolver()),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["evidence"] = typeof(ArchivedEvidence),
        ["article"] = typeof(ArchivedArticle),
        ["copy"] = typeof(ArchivedCopy),
        ["version"] = typeof(ArchivedVersion),
        ["review"] = typeof(ArchivedReview),
        ["watch"] = typeof(ArchivedWatch),
        ["event"] = typeof(ArchivedWatchEvent),
    };

    private static readonly Dictionary<Type, string> Names = Types.ToDictionary(type => type.Value, type => type.Key);

    /// <summary>Writes an archive; returns how many records it holds.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="records">All of a store.</param>
    /// <param name="madeAt">Said in the first line.</param>
    /// <param name="cancellationToken">Stops between records.</param>
    public static async Task<long> WriteAsync(TextWriter output, IAsyncEnumerable<ArchiveRecord> records, DateTimeOffset madeAt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(records);
        await output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"archive\":{Version},\"made_at\":\"{madeAt:O}\"}}\n")).ConfigureAwait(false);
        var count = 0L;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync($"{{\"{Names[record.GetType()]}\":{JsonSerializer.Serialize(record, record.GetType(), Options)}}}\n").ConfigureAwait(false);
            count++;
        }

        await output.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"end\":{count}}}\n")).ConfigureAwait(false);
        return count;
    }

    /// <summary>Reads an archive's records as they are taken.</summary>
    /// <param name="input">UTF-8.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="cancellationToken">Stops between lines.</param>
    /// <exception cref="ArchiveFormatException">A line cannot be read, or the file was cut off.</exception>
    public static async IAsyncEnumerable<ArchiveRecord> ReadAsync(Stream input, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        var (number, count, isWhole) = (0L, 0L, false);
        while (await ReadLineAsync(lines, name, number + 1, cancellationToken).ConfigureAwait(false) is { } line)
        {
            number++;
            if (isWhole)
            {
                throw Unreadable(name, number, "stands after the end of the archive");
            }

            var (kind, value) = Split(line, name, number);
            if (number == 1)
            {
                if (kind != "archive" || value is not JsonValue version || !version.TryGetValue(out int written))
                {
                    throw Unreadable(name, number, "is no archive of this program: its first line begins with {\"archive\":");
                }

                if (written > Version)
                {
                    throw Unreadable(name, number, string.Create(CultureInfo.InvariantCulture, $"was written by a newer version of the program (archive format {written}); update the program"));
                }
            }
            else if (kind == "end")
            {
                isWhole = value is JsonValue total && total.TryGetValue(out long stated) && stated == count
                    ? true
                    : throw Unreadable(name, number, string.Create(CultureInfo.InvariantCulture, $"counts {value} records, and {count} stand before it: lines are missing; export again"));
            }
            else
            {
                yield return Record(kind, value, name, number);
                count++;
            }
        }

        if (!isWhole)
        {
            throw Unreadable(name, number, "is the last line, and the archive does not end there: the file was cut off; export again");
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader lines, string name, long number, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DecoderFallbackException cause)
        {
            throw Unreadable(name, number, "is not UTF-8", cause);
        }
        catch (InvalidDataException cause)
        {
            throw Unreadable(name, number, cause.Message, cause);
        }
    }

    private static (string Kind, JsonNode? Value) Split(string line, string name, long number)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject { Count: > 0 } json ? (json.First().Key, json.First().Value) : throw Unreadable(name, number, "is no record");
        }
        catch (JsonException cause)
        {
            throw Unreadable(name, number, $"is no JSON: {cause.Message}", cause);
        }
    }

    private static ArchiveRecord Record(string kind, JsonNode? value, string name, long number)
    {
        if (!Types.TryGetValue(kind, out var type))
        {
            throw Unreadable(name, number, $"is of a kind that this version does not know ('{kind}')");
        }

        try
        {
            return (ArchiveRecord?)value.Deserialize(type, Options) ?? throw Unreadable(name, number, "is empty");
        }
        catch (Exception cause) when (cause is JsonException or FormatException or InvalidOperationException)
        {
            throw Unreadable(name, number, cause.Message, cause);
        }
    }

    private static ArchiveFormatException Unreadable(string name, long number, string why, Exception? cause = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}:{number}: {why}"), cause);
}
