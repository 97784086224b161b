namespace Pipeline.Ingest.Fetching.Feeds;

/// <summary>A document is no feed of its kind; the message says what was found.</summary>
public sealed class FeedFormatException : Exception
{
    /// <summary>A document is no feed of its kind.</summary>
    public FeedFormatException(string message)
        : base(message)
    {
    }

    /// <summary>A document is no feed of its kind.</summary>
    public FeedFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
