using Pipeline.Extract.Model;
using Pipeline.Store.Articles;

namespace Pipeline.Store.Queries;

/// <summary>What one version of an article made of a claim of the version before.</summary>
/// <param name="Address">The address whose text changed.</param>
/// <param name="Version">The number of the newer version.</param>
/// <param name="SeenAt">When the newer version was first seen.</param>
/// <param name="Kind">Kept, changed, removed or added.</param>
/// <param name="Old">The claim before; null when added.</param>
/// <param name="New">The claim after; null when removed.</param>
public sealed record ClaimEdit(string Address, int Version, DateTimeOffset SeenAt, ClaimChangeKind Kind, Claim? Old, Claim? New);
