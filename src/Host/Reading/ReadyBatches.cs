using System.Runtime.CompilerServices;

namespace Pipeline.Host.Reading;

/// <summary>Groups what comes close together, so that one transaction holds many articles when they come fast and one when they come slowly.</summary>
internal static class ReadyBatches
{
    /// <summary>Yields the items that come within <paramref name="linger"/> of the first together, at most <paramref name="most"/>; after the last nothing is waited for.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> OfAsync<T>(IAsyncEnumerable<T> items, int most, TimeSpan linger, [EnumeratorCancellation] CancellationToken stopping)
    {
        var enumerator = items.GetAsyncEnumerator(stopping);
        await using (enumerator)
        {
            var batch = new List<T>(most);
            var late = Task.CompletedTask;
            while (true)
            {
                var next = enumerator.MoveNextAsync().AsTask();
                if (batch.Count > 0 && (batch.Count == most || await Task.WhenAny(next, late) == late))
                {
                    yield return batch;
                    batch = new List<T>(most);
                }

                if (!await next)
                {
                    break;
                }

                if (batch.Count == 0)
                {
                    late = Task.Delay(linger, stopping);
                }

                batch.Add(enumerator.Current);
            }

            if (batch.Count > 0)
            {
                yield return batch;
            }
        }
    }
}
