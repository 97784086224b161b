using System.Text.Json.Serialization;
using Pipeline.Host.Api.Responses;

namespace Pipeline.Host.Api.Errors;

/// <summary>An error as <c>application/problem+json</c> (RFC 9457).</summary>
internal sealed record ApiProblem
{
    /// <summary>The media type of every error.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Which sort of error: <c>urn:pipeline:problem:</c> and a name that docs/api.md lists.</summary>
    public required string Type { get; init; }

    /// <summary>The same in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What was found, where, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The parameter or field that is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>What stood there, shortened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Found { get; init; }

    /// <summary>What may stand there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>For a stale review: the history as it is now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HistoryAnswer? Current { get; init; }

    /// <summary>Makes one.</summary>
    public static ApiProblem Of(int status, string name, string title, string detail) =>
        new() { Type = "urn:pipeline:problem:" + name, Title = title, Status = status, Detail = detail };
}
