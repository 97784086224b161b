using Pipeline.Store.Articles;

namespace Pipeline.Store;

/// <summary>Saving in one step, for callers that have no threads to prepare articles on.</summary>
public static class ClaimStoreSaving
{
    /// <summary>Stores an article with its claims and evidence in one transaction. The same submission twice changes nothing.</summary>
    /// <exception cref="StoreException">Nothing was stored.</exception>
    public static async Task<SaveReceipt> SaveAsync(this IClaimStore store, Submission submission, CancellationToken cancellationToken = default) =>
        (await store.SaveAllAsync([submission], cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Stores several in one transaction, which is much quicker than one by one.</summary>
    /// <returns>A receipt for each, in order.</returns>
    /// <exception cref="StoreException">None of them was stored.</exception>
    public static Task<IReadOnlyList<SaveReceipt>> SaveAllAsync(this IClaimStore store, IReadOnlyList<Submission> submissions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(submissions);
        return store.SavePreparedAsync([.. submissions.Select(store.Prepare)], cancellationToken);
    }
}
