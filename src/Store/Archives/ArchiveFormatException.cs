namespace Pipeline.Store.Archives;

/// <summary>A line of an archive cannot be read; the message says which and why.</summary>
public sealed class ArchiveFormatException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What, where and what to do.</param>
    /// <param name="cause">The reader's own error.</param>
    public ArchiveFormatException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
