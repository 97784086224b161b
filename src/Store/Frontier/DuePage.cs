namespace Pipeline.Store.Frontier;

/// <summary>A page that is to be fetched now.</summary>
/// <param name="Key">Its row.</param>
/// <param name="Document">The key that all addresses of the document share.</param>
/// <param name="Url">Where to fetch it.</param>
/// <param name="Host">Whose turn that takes.</param>
/// <param name="Attempts">Transient failures in a row so far.</param>
/// <param name="Fetches">How often it has been fetched and settled.</param>
/// <param name="State">What it was before.</param>
/// <param name="ETag">From the version held.</param>
/// <param name="LastModified">From the version held.</param>
public sealed record DuePage(long Key, string Document, string Url, string Host, int Attempts, int Fetches, PageState State, string? ETag, string? LastModified);
