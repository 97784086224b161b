using Pipeline.Store.Watches;

namespace Pipeline.Store.Archives;

/// <summary>Something that a watch fired.</summary>
public sealed record ArchivedWatchEvent : ArchiveRecord
{
    /// <summary>The event; its key is its own in every store.</summary>
    public required WatchEvent Event { get; init; }

    /// <summary>When its delivery is to be tried (again); null when there is nothing left to deliver. Whole seconds.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
