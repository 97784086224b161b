using Pipeline.Extract.Model;

namespace Pipeline.Store.Articles;

/// <summary>An article with all that the store knows of it.</summary>
/// <param name="Article">The article as first stored.</param>
/// <param name="Claims">Its claims in order, each with its standing.</param>
/// <param name="Appearances">Where its text stood, near copies included, oldest first.</param>
/// <param name="Versions">All versions of every address that held it, oldest first; empty when there was never another.</param>
public sealed record ArticleDossier(Article Article, IReadOnlyList<Queries.StoredClaim> Claims, IReadOnlyList<Appearance> Appearances, IReadOnlyList<ArticleVersion> Versions);
