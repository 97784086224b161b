using Pipeline.Store.Queries;

namespace Pipeline.Store.Exports;

/// <summary>Claims as JSON, one object a line.</summary>
public static class ClaimJsonLines
{
    /// <summary>Writes a line for each claim; returns how many.</summary>
    public static async Task<long> WriteAsync(TextWriter output, IAsyncEnumerable<StoredClaim> claims, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(claims);
        var count = 0L;
        await foreach (var claim in claims.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await output.WriteAsync(StoredClaimJson.ToLine(claim)).ConfigureAwait(false);
            await output.WriteAsync('\n').ConfigureAwait(false);
            count++;
        }

        return count;
    }
}
