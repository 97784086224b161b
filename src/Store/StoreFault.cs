namespace Pipeline.Store;

/// <summary>Why a store could not do what it was asked.</summary>
public enum StoreFault
{
    /// <summary>The file or its folder is not there.</summary>
    Missing,

    /// <summary>The address names an engine that this build does not have.</summary>
    NoEngine,

    /// <summary>Another process holds the write lock for longer than the busy timeout.</summary>
    Locked,

    /// <summary>The file is no database.</summary>
    NotADatabase,

    /// <summary>The file is a database and damaged.</summary>
    Corrupt,

    /// <summary>The file was written by a newer version of the program.</summary>
    NewerSchema,

    /// <summary>No room is left on the disk, or the database has reached its largest size.</summary>
    Full,

    /// <summary>The file or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>The operating system refused to read or write.</summary>
    Io,

    /// <summary>The store holds other content than the archive that is put into it.</summary>
    Foreign,
}
