using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Exports;

/// <summary>A claim, or an article, with all that is known of it, as JSON: what <c>show --format json</c> prints and the API answers.</summary>
public static class ClaimDossierJson
{
    /// <summary><c>{"claim", "article", "appearances", "edits", "reviews", "version"}</c>.</summary>
    public static JsonObject ToJson(ClaimDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new JsonObject
        {
            ["claim"] = StoredClaimJson.ToJson(dossier.Claim),
            ["article"] = JsonSerializer.SerializeToNode(dossier.Article, ContractJson.Contract.Article),
            ["appearances"] = Array(dossier.Appearances, ToJson),
            ["edits"] = Array(dossier.Edits, edit => new JsonObject
            {
                ["address"] = edit.Address,
                ["version"] = edit.Version,
                ["seen_at"] = edit.SeenAt,
                ["kind"] = ContractNames.Of(edit.Kind),
                ["old"] = edit.Old is null ? null : JsonSerializer.SerializeToNode(edit.Old, ContractJson.Contract.Claim),
                ["new"] = edit.New is null ? null : JsonSerializer.SerializeToNode(edit.New, ContractJson.Contract.Claim),
            }),
            ["reviews"] = Array(dossier.Reviews.Steps, ToJson),
            ["version"] = dossier.Reviews.Version,
        };
    }

    /// <summary><c>{"article", "claims", "appearances", "versions"}</c>.</summary>
    public static JsonObject ToJson(ArticleDossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return new JsonObject
        {
            ["article"] = JsonSerializer.SerializeToNode(dossier.Article, ContractJson.Contract.Article),
            ["claims"] = Array(dossier.Claims, StoredClaimJson.ToJson),
            ["appearances"] = Array(dossier.Appearances, ToJson),
            ["versions"] = Array(dossier.Versions, version => new JsonObject
            {
                ["address"] = version.Address,
                ["number"] = version.Number,
                ["article_id"] = version.ArticleId,
                ["seen_at"] = version.SeenAt,
                ["changes"] = Array(version.Changes, change => new JsonObject { ["kind"] = ContractNames.Of(change.Kind), ["old"] = change.OldClaimId, ["new"] = change.NewClaimId }),
            }),
        };
    }

    /// <summary>A review step.</summary>
    public static JsonObject ToJson(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new JsonObject
        {
            ["version"] = review.Version,
            ["claim_id"] = review.ClaimId,
            ["verdict"] = review.Verdict is { } verdict ? ContractNames.Of(verdict) : null,
            ["state"] = ContractNames.Of(review.State),
            ["note"] = review.Note,
            ["reviewer"] = review.Reviewer,
            ["assignee"] = review.Assignee,
            ["evidence"] = new JsonArray([.. review.Evidence.Select(link => JsonValue.Create(link))]),
            ["at"] = review.At,
            ["covers_appearances"] = review.CoversAppearances,
        };
    }

    private static JsonObject ToJson(Appearance appearance) => new()
    {
        ["article_id"] = appearance.ArticleId,
        ["source"] = appearance.Source,
        ["url"] = appearance.Url,
        ["title"] = appearance.Title,
        ["author"] = appearance.Author,
        ["publisher"] = appearance.Publisher,
        ["published_at"] = appearance.PublishedAt?.ToString(),
        ["retrieved_at"] = appearance.RetrievedAt,
        ["evidence_sha256"] = appearance.EvidenceSha256,
        ["near_copy"] = appearance.IsNearCopy,
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> toJson) => new([.. items.Select(toJson)]);
}
