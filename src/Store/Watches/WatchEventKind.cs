namespace Pipeline.Store.Watches;

/// <summary>What a watch fires on.</summary>
public enum WatchEventKind
{
    /// <summary>A claim that matches was stored.</summary>
    NewMatch,

    /// <summary>A claim that matches disagrees with one that was there.</summary>
    NewConflict,

    /// <summary>A claim that matches was changed or removed in a newer version of its article.</summary>
    SilentEdit,
}
