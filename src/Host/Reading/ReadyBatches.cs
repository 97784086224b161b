using System.Runtime.CompilerServices;

namespace Pipeline.Host.Reading;

/// <summary>Groups what is ready, so that one transaction holds many articles when they come fast and one when they come slowly.</summary>
internal static class ReadyBatches
{
    /// <summary>Yields items together as long as the next one is there without waiting, at most <paramref name="most"/>.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<T>> OfAsync<T>(IAsyncEnumerable<T> items, int most, [EnumeratorCancellation] CancellationToken stopping)
    {
        var enumerator = items.GetAsyncEnumerator(stopping);
        await using (enumerator)
        {
            var batch = new List<T>(most);
            while (true)
            {
                var next = enumerator.MoveNextAsync();
                if (batch.Count > 0 && (batch.Count == most || !next.IsCompleted))
                {
                    yield return batch;
                    batch = new List<T>(most);
                }

                if (!await next)
                {
                    break;
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
