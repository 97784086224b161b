using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.SelfChecks;

namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/articles/{id}</c>: an article with its claims.</summary>
/// <param name="Article">The article as first stored.</param>
/// <param name="Claims">Its claims in order.</param>
/// <param name="Appearances">Where its text stood, oldest first.</param>
/// <param name="Versions">All versions of every address that held it; empty when there was never another.</param>
/// <param name="Checks">Numbers of it that cannot all be right.</param>
internal sealed record ArticleAnswer(Article Article, IReadOnlyList<StoredClaim> Claims, IReadOnlyList<Appearance> Appearances, IReadOnlyList<ArticleVersion> Versions, IReadOnlyList<SelfCheckFinding> Checks)
{
    /// <summary>The same as the store gives it, checked.</summary>
    public static ArticleAnswer Of(ArticleDossier dossier) => new(
        dossier.Article,
        dossier.Claims,
        dossier.Appearances,
        dossier.Versions,
        ArticleSelfCheck.Run([.. dossier.Claims.Where(claim => claim.Standing != ClaimStanding.Withdrawn).Select(claim => claim.Claim)]));
}
