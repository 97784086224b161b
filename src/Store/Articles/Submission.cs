using Pipeline.Extract.Model;

namespace Pipeline.Store.Articles;

/// <summary>An article with its claims, handed to the store as one piece: all of it is stored, or nothing.</summary>
/// <param name="Article">The cleaned article.</param>
/// <param name="Claims">Its claims, in order.</param>
/// <param name="Evidence">What it was read from; null when that is not kept.</param>
public sealed record Submission(Article Article, IReadOnlyList<Claim> Claims, Evidence? Evidence = null);
