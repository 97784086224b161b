using Pipeline.Store.Queries;

namespace Pipeline.Store;

/// <summary>What a store needs besides its address.</summary>
public sealed record StoreOptions
{
    /// <summary>The words that searches are read by.</summary>
    public SearchVocabulary Vocabulary { get; init; } = SearchVocabulary.None;

    /// <summary>The clock that stamps what is stored.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long to wait for another process's write.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What another process is told about this one, when only one may have the store at a time: <c>the service at http://127.0.0.1:5163</c>.</summary>
    public string? Owner { get; init; }

    /// <summary>Open for reading alone: the database must exist, and nothing is changed.</summary>
    public bool ReadOnly { get; init; }
}
