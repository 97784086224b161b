using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Responses;

/// <summary><c>/api/claims/{id}/reviews</c>: a claim's review history.</summary>
/// <param name="Reviews">The steps, oldest first.</param>
/// <param name="Version">What a new finding hands back as <c>version</c>.</param>
/// <param name="Verdict">The finding that holds, or null.</param>
/// <param name="State">Where the checking stands; null when nobody has begun.</param>
internal sealed record HistoryAnswer(IReadOnlyList<Review> Reviews, int Version, Verdict? Verdict, ReviewState? State)
{
    /// <summary>The same as the store gives it.</summary>
    public static HistoryAnswer Of(ReviewHistory history) => new(history.Steps, history.Version, history.Verdict, history.State);
}
