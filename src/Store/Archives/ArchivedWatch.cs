using Pipeline.Store.Watches;

namespace Pipeline.Store.Archives;

/// <summary>A saved query, its signing key included. Put back, it fires on what is stored after the archive's last article.</summary>
public sealed record ArchivedWatch : ArchiveRecord
{
    /// <summary>The watch.</summary>
    public required Watch Watch { get; init; }
}
