namespace Pipeline.Ingest.Fetching.Http;

/// <summary>A host resolves to addresses inside a network only.</summary>
internal sealed class AddressRefusedException(string message) : Exception(message);
