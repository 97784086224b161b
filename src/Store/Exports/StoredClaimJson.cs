using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Exports;

/// <summary>
/// A stored claim as JSON: the contract's fields in the contract's order, then what a list of claims shows beside them
/// (<c>title</c>, <c>url</c>, <c>publisher</c>, <c>published_at</c>, <c>source</c>, <c>verdict</c>, <c>review</c>, <c>standing</c>, <c>copy_of</c>).
/// </summary>
public static class StoredClaimJson
{
    /// <summary>On one line, Chinese characters as they are.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>The claim as an object; every field is there, null where there is nothing to say.</summary>
    public static JsonObject ToJson(StoredClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var json = JsonSerializer.SerializeToNode(claim.Claim, ContractJson.Contract.Claim)!.AsObject();
        json["title"] = claim.Title;
        json["url"] = claim.Url;
        json["publisher"] = claim.Publisher;
        json["published_at"] = claim.PublishedAt?.ToString();
        json["source"] = claim.Source;
        json["verdict"] = claim.Verdict is { } verdict ? ContractNames.Of(verdict) : null;
        json["review"] = claim.ReviewState is { } state ? ContractNames.Of(state) : null;
        json["standing"] = ContractNames.Of(claim.Standing);
        json["copy_of"] = claim.CopyOf;
        return json;
    }

    /// <summary>One line, Chinese characters as they are.</summary>
    public static string ToLine(StoredClaim claim) => ToJson(claim).ToJsonString(Compact);

    /// <summary>An object on several lines, Chinese characters as they are.</summary>
    public static string ToText(JsonNode json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.ToJsonString(Indented);
    }
}
