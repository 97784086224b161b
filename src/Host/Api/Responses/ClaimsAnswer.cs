using Pipeline.Store.Queries;

namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/claims</c>: one page.</summary>
/// <param name="Claims">The claims, best first, then newest.</param>
/// <param name="Next">The <c>cursor</c> of the next page; null when this is the last.</param>
internal sealed record ClaimsAnswer(IReadOnlyList<StoredClaim> Claims, string? Next);
