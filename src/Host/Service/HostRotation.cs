namespace Pipeline.Host.Service;

/// <summary>Takes hosts in turn, so that with more of them than lanes each is served, whatever its name.</summary>
internal sealed class HostRotation
{
    private string _last = "";

    /// <summary>The hosts to serve next: those after the last one served, then those before it.</summary>
    /// <param name="due">In ordinal order.</param>
    /// <param name="count">Most hosts to give.</param>
    public IReadOnlyList<string> Next(IReadOnlyList<string> due, int count)
    {
        List<string> next = [.. due.Where(IsAfterLast).Concat(due.Where(host => !IsAfterLast(host))).Take(count)];
        _last = next.Count > 0 ? next[^1] : _last;
        return next;
    }

    private bool IsAfterLast(string host) => string.CompareOrdinal(host, _last) > 0;
}
