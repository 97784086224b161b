namespace Pipeline.Store.Frontier;

/// <summary>A page that a feed names.</summary>
/// <param name="Document">The key that all addresses of the document share.</param>
/// <param name="Url">Where to fetch it.</param>
/// <param name="Host">Whose turn that takes.</param>
public sealed record FoundPage(string Document, string Url, string Host);
