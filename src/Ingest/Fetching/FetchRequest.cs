using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching;

/// <summary>What to fetch.</summary>
/// <param name="Address">Where.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Validators">Those of the version already held; null to ask without condition.</param>
public sealed record FetchRequest(DocumentAddress Address, FetchPurpose Purpose, Validators? Validators = null)
{
    /// <summary>Says of a redirect's target, when it is another document, whether the caller has it or will fetch it for itself: it is not fetched then. Null: every redirect is followed.</summary>
    public Func<DocumentAddress, bool>? IsHeld { get; init; }
}
