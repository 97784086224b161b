using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Queries;

/// <summary>A claim with all that the store knows of it.</summary>
public sealed record ClaimDossier
{
    /// <summary>The claim with its standing and finding.</summary>
    public required StoredClaim Claim { get; init; }

    /// <summary>The article it stands in.</summary>
    public required Article Article { get; init; }

    /// <summary>Every place where the statement stood: the article's own and those of its copies, oldest first.</summary>
    public required IReadOnlyList<Appearance> Appearances { get; init; }

    /// <summary>What newer or older versions of the article made of it, oldest first.</summary>
    public required IReadOnlyList<ClaimEdit> Edits { get; init; }

    /// <summary>Its review history.</summary>
    public required ReviewHistory Reviews { get; init; }
}
