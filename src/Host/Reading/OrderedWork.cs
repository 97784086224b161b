using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pipeline.Host.Reading;

/// <summary>Work on all cores whose results come in the order of its input, with a bounded number under way.</summary>
internal static class OrderedWork
{
    /// <summary>Results waiting per core: enough that a slow item does not idle the other cores, few enough that memory stays flat.</summary>
    private const int AheadPerCore = 4;

    /// <summary>Applies <paramref name="work"/> to each item of <paramref name="items"/>, which is read lazily on a thread of its own.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stopping"/> was cancelled.</exception>
    public static async IAsyncEnumerable<TResult> SelectAsync<T, TResult>(
        IEnumerable<T> items, Func<T, TResult> work, [EnumeratorCancellation] CancellationToken stopping)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var pending = Channel.CreateBounded<Task<TResult>>(AheadPerCore * Environment.ProcessorCount);
        var reading = Task.Run(() => ReadAsync(items, work, pending.Writer, abandoned.Token), CancellationToken.None);
        try
        {
            await foreach (var result in pending.Reader.ReadAllAsync(stopping))
            {
                yield return await result;
            }
        }
        finally
        {
            await abandoned.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync<T, TResult>(IEnumerable<T> items, Func<T, TResult> work, ChannelWriter<Task<TResult>> pending, CancellationToken stopping)
    {
        try
        {
            foreach (var item in items)
            {
                await pending.WriteAsync(Task.Run(() => work(item), stopping), stopping);
            }

            pending.Complete();
        }
        catch (Exception e)
        {
            // The consumer rethrows it in its turn, after the results before it.
            pending.Complete(e);
        }
    }
}
