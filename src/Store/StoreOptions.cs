using Pipeline.Extract.Segmentation;

namespace Pipeline.Store;

/// <summary>What a store needs besides its address.</summary>
public sealed record StoreOptions
{
    /// <summary>Cuts the words of a search, and those that near copies are recognised by. Null: runs of Chinese characters are searched for as they stand.</summary>
    public ISegmenter? Segmenter { get; init; }

    /// <summary>All names of what a name means, folded: 辉达 → 英伟达, 辉达, NVIDIA. Null: names mean themselves.</summary>
    public Func<string, IReadOnlyList<string>>? Aliases { get; init; }

    /// <summary>The clock that stamps what is stored.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for another process's write.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Open for reading alone: the database must exist, and nothing is changed.</summary>
    public bool ReadOnly { get; init; }
}
