namespace Pipeline.Store.Archives;

/// <summary>A claim that repeats a claim of another article.</summary>
public sealed record ArchivedCopy : ArchiveRecord
{
    /// <summary>The copy's id.</summary>
    public required string Claim { get; init; }

    /// <summary>The id of the claim that it copies.</summary>
    public required string Of { get; init; }
}
