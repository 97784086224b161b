using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/claims/{id}</c>: a claim with all that is known of it, as <c>show --format json</c> prints it.</summary>
/// <param name="Claim">The claim with its finding.</param>
/// <param name="Article">The article it stands in.</param>
/// <param name="Appearances">Every place where the statement stood, oldest first.</param>
/// <param name="Edits">What other versions of the article made of it.</param>
/// <param name="Reviews">The steps of its review, oldest first.</param>
/// <param name="Version">What a new finding hands back as <c>version</c>.</param>
internal sealed record ClaimAnswer(StoredClaim Claim, Article Article, IReadOnlyList<Appearance> Appearances, IReadOnlyList<ClaimEdit> Edits, IReadOnlyList<Review> Reviews, int Version)
{
    /// <summary>The same as the store gives it.</summary>
    public static ClaimAnswer Of(ClaimDossier dossier) =>
        new(dossier.Claim, dossier.Article, dossier.Appearances, dossier.Edits, dossier.Reviews.Steps, dossier.Reviews.Version);
}
