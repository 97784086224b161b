namespace Pipeline.Ingest.Sources;

/// <summary>Turns a read error in the midst of an enumeration into its last item, so that the inputs after it are still read.</summary>
internal static class GuardedEnumeration
{
    public static IEnumerable<SourceItem> Of(Func<IEnumerable<SourceItem>> items, string source)
    {
        IEnumerator<SourceItem>? enumerator = null;
        try
        {
            while (true)
            {
                SourceItem item;
                bool last = false;
                try
                {
                    enumerator ??= items().GetEnumerator();
                    if (!enumerator.MoveNext())
                    {
                        break;
                    }

                    item = enumerator.Current;
                }
                catch (Exception exception) when (ReadFailure.IsExpected(exception))
                {
                    (item, last) = (ReadFailure.Of(source, exception), true);
                }

                yield return item;
                if (last)
                {
                    break;
                }
            }
        }
        finally
        {
            enumerator?.Dispose();
        }
    }
}
