using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Exports;

/// <summary>A reviewed claim as ClaimReview (https://schema.org/ClaimReview) in JSON-LD, with every appearance of the claim.</summary>
public static class ClaimReviewJson
{
    /// <summary>The markup; null when there is no finding yet, or nobody's finding is closed.</summary>
    /// <param name="dossier">The claim.</param>
    /// <param name="publisher">The fact-checking organisation, or null.</param>
    public static JsonObject? ToJson(ClaimDossier dossier, string? publisher = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        if (dossier.Reviews.Verdict is not { } verdict || dossier.Reviews.State != ReviewState.Closed)
        {
            return null;
        }

        var finding = dossier.Reviews.Steps.Last(step => step.Verdict is not null);
        var claim = dossier.Claim.Claim;
        var (rating, name) = Rating(verdict);
        var appearances = dossier.Appearances.Select(Appearance).ToArray();
        var reviewed = new JsonObject
        {
            ["@type"] = "Claim",
            ["identifier"] = claim.Id,
            ["text"] = claim.Sentence,
            ["appearance"] = new JsonArray([.. appearances]),
            ["firstAppearance"] = dossier.Appearances.Count == 0 ? null : Appearance(dossier.Appearances[0]),
        };
        if (claim.Speaker is { } speaker)
        {
            reviewed["author"] = new JsonObject { ["@type"] = "Person", ["name"] = speaker };
        }

        var review = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ClaimReview",
            ["datePublished"] = finding.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["claimReviewed"] = claim.Sentence,
            ["reviewBody"] = finding.Note,
            ["author"] = new JsonObject { ["@type"] = publisher is null ? "Person" : "Organization", ["name"] = publisher ?? finding.Reviewer },
            ["itemReviewed"] = reviewed,
            ["reviewRating"] = rating is { } value
                ? new JsonObject { ["@type"] = "Rating", ["ratingValue"] = value, ["bestRating"] = 5, ["worstRating"] = 1, ["alternateName"] = name }
                : new JsonObject { ["@type"] = "Rating", ["alternateName"] = name },
        };
        if (finding.Evidence.Count > 0)
        {
            review["citation"] = new JsonArray([.. finding.Evidence.Select(link => JsonValue.Create(link))]);
        }

        // schema.org has no null: what is not known is left out.
        RemoveNulls(review);
        return review;
    }

    /// <summary>Truth as a number, 1 false to 5 true, where the finding is one of degree.</summary>
    private static (int? Value, string Name) Rating(Verdict verdict) => verdict switch
    {
        Verdict.True => (5, "True"),
        Verdict.MostlyTrue => (4, "Mostly true"),
        Verdict.HalfTrue => (3, "Half true"),
        Verdict.MostlyFalse => (2, "Mostly false"),
        Verdict.False => (1, "False"),
        Verdict.OutOfContext => (null, "Out of context"),
        _ => (null, "Unproven"),
    };

    private static JsonNode Appearance(Articles.Appearance appearance) => new JsonObject
    {
        ["@type"] = "NewsArticle",
        ["url"] = appearance.Url,
        ["headline"] = appearance.Title,
        ["datePublished"] = appearance.PublishedAt?.ToString(),
        ["author"] = appearance.Author is { } author ? new JsonObject { ["@type"] = "Person", ["name"] = author } : null,
        ["publisher"] = appearance.Publisher is { } medium ? new JsonObject { ["@type"] = "Organization", ["name"] = medium } : null,
    };

    private static void RemoveNulls(JsonNode node)
    {
        if (node is JsonObject json)
        {
            foreach (var (name, value) in json.ToList())
            {
                if (value is null)
                {
                    json.Remove(name);
                }
                else
                {
                    RemoveNulls(value);
                }
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>())
            {
                RemoveNulls(item);
            }
        }
    }
}
