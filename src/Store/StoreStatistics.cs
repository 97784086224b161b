namespace Pipeline.Store;

/// <summary>What the store holds.</summary>
public sealed record StoreStatistics
{
    /// <summary>Distinct article texts.</summary>
    public required long Articles { get; init; }

    /// <summary>Places where they stood.</summary>
    public required long Appearances { get; init; }

    /// <summary>Claims that stand, copies left out.</summary>
    public required long Claims { get; init; }

    /// <summary>Review steps.</summary>
    public required long Reviews { get; init; }

    /// <summary>Raw inputs kept.</summary>
    public required long Evidence { get; init; }

    /// <summary>Size of the database in bytes, without its write-ahead log.</summary>
    public required long Bytes { get; init; }
}
