namespace Pipeline.Store.Archives;

/// <summary>One line of an archive.</summary>
public abstract record ArchiveRecord;
