using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching;

/// <summary>What to fetch.</summary>
/// <param name="Address">Where.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Validators">Those of the version already held; null to ask without condition.</param>
public sealed record FetchRequest(DocumentAddress Address, FetchPurpose Purpose, Validators? Validators = null);
