using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pipeline.Host.Reading;

/// <summary>Groups what comes close together, so that one transaction holds many articles when they come fast and one when they come slowly.</summary>
internal static class ReadyBatches
{
    /// <summary>Articles in one batch, at most: a commit costs as much as storing some tens of articles.</summary>
    public const int MostArticles = 64;

    /// <summary>How long the first article of a batch waits for others.</summary>
    private static readonly TimeSpan s_linger = TimeSpan.FromMilliseconds(100);

    /// <summary>Yields what comes within a moment of the first item together, at most <see cref="MostArticles"/>; after the last nothing is waited for.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> OfAsync<T>(ChannelReader<T> items, TimeProvider clock, [EnumeratorCancellation] CancellationToken stopping)
    {
        while (await items.WaitToReadAsync(stopping).ConfigureAwait(false))
        {
            var batch = new List<T>(MostArticles);
            var late = Task.Delay(s_linger, clock, stopping);
            while (batch.Count < MostArticles)
            {
                if (items.TryRead(out var item))
                {
                    batch.Add(item);
                    continue;
                }

                var more = items.WaitToReadAsync(stopping).AsTask();
                if (await Task.WhenAny(more, late).ConfigureAwait(false) == late || !await more.ConfigureAwait(false))
                {
                    break;
                }
            }

            yield return batch;
        }
    }
}
