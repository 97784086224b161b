namespace Pipeline.Store.Articles;

/// <summary>One version of what an address held.</summary>
/// <param name="Address">The URL, or the id that a jsonl input gave.</param>
/// <param name="Number">1 for the first text seen there.</param>
/// <param name="ArticleId">The text it held.</param>
/// <param name="SeenAt">When it was first seen there.</param>
/// <param name="Changes">What became of the claims of the version before; empty for the first.</param>
public sealed record ArticleVersion(string Address, int Number, string ArticleId, DateTimeOffset SeenAt, IReadOnlyList<ClaimChange> Changes);
