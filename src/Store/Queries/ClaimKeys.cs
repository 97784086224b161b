using Pipeline.Extract.Model;

namespace Pipeline.Store.Queries;

/// <summary>
/// Keys that put the newest publication first: an hour counted backwards, and a slot within it. The word index is read in the order of its keys,
/// so a page of the newest matches costs what it shows, and a span of publication is a range of keys.
/// </summary>
internal static class ClaimKeys
{
    private const int SlotBits = 16;
    private const long Slots = 1L << SlotBits;

    /// <summary>Counted from here backwards: 2^22 hours after 1970, in the year 2448.</summary>
    private const long LastHour = 1L << 22;

    /// <summary>The hour of a publication, counted backwards: smaller is newer. Dates outside 1970–2448 are taken as the nearest end.</summary>
    public static long Hour(Article article, DateTimeOffset storedAt)
    {
        var moment = article.PublishedAt is { } published
            ? published.Moment ?? new DateTimeOffset(published.Date.ToDateTime(TimeOnly.MinValue), PublicationTime.ChinaOffset)
            : article.RetrievedAt ?? storedAt;
        return LastHour - Math.Clamp(moment.ToUnixTimeSeconds() / 3600, 0, LastHour);
    }

    /// <summary>The first key of an hour.</summary>
    public static long First(long hour) => hour << SlotBits;

    /// <summary>Free keys for an article's claims: side by side, in its hour or, when that is full, in the next one that has room.</summary>
    /// <param name="hour">The article's hour.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="lastIn">The largest key from the first up to, and without, the second that is taken; null for none.</param>
    public static long Allocate(long hour, int count, Func<long, long, long?> lastIn)
    {
        if (count > Slots)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"an article holds at most {Slots} claims, this one {count}");
        }

        for (; ; hour++)
        {
            var next = (lastIn(First(hour), First(hour + 1)) ?? (First(hour) - 1)) + 1;
            if (next + count <= First(hour + 1))
            {
                return next;
            }
        }
    }

    /// <summary>The keys of publications from one day to another, in China's time, with an hour to spare for keys that found their own hour full.</summary>
    public static (long First, long Last) Range(DateOnly? since, DateOnly? until)
    {
        var first = until is { } last ? First(Math.Max(0, HourOf(last.AddDays(last == DateOnly.MaxValue ? 0 : 1)))) : 0;
        var end = since is { } start ? First(HourOf(start) + SpilledHours + 1) - 1 : long.MaxValue;
        return (first, end);
    }

    /// <summary>How many hours a key may lie beyond its own: 100 × 65,536 claims of one hour.</summary>
    private const int SpilledHours = 100;

    private static long HourOf(DateOnly day) => LastHour - Math.Clamp(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), PublicationTime.ChinaOffset).ToUnixTimeSeconds() / 3600, 0, LastHour);
}
