using Pipeline.Extract.Model;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Reads times that count back from when the page was fetched: <c>3小时前</c>, <c>5分鐘前</c>, <c>昨天 10:20</c>, <c>2天前</c>.</summary>
internal static class RelativeTime
{
    /// <summary>A longer line tells of something else than its own age.</summary>
    private const int LongestLine = 40;

    private static readonly (string Unit, TimeSpan Span)[] Units =
        [("秒前", TimeSpan.FromSeconds(1)), ("分钟前", TimeSpan.FromMinutes(1)), ("分鐘前", TimeSpan.FromMinutes(1)), ("小时前", TimeSpan.FromHours(1)), ("小時前", TimeSpan.FromHours(1)), ("个小时前", TimeSpan.FromHours(1)), ("個小時前", TimeSpan.FromHours(1)), ("天前", TimeSpan.FromDays(1))];

    private static readonly (string Day, int Back)[] Days = [("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("前天", 2)];

    /// <summary>The time that a line states.</summary>
    /// <param name="line">A byline.</param>
    /// <param name="fetched">When the page was fetched.</param>
    /// <returns>A moment for minutes and hours, the day alone for days; null when the line states none.</returns>
    public static PublicationTime? Find(string line, DateTimeOffset fetched)
    {
        if (line.Length > LongestLine)
        {
            return null;
        }

        var now = fetched.ToOffset(PublicationTime.ChinaOffset);
        foreach (var (unit, span) in Units)
        {
            var at = line.IndexOf(unit, StringComparison.Ordinal);
            var start = at;
            while (start > 0 && (char.IsAsciiDigit(line[start - 1]) || line[start - 1] == ' '))
            {
                start--;
            }

            if (at > 0 && int.TryParse(line.AsSpan(start, at - start).Trim(), out var count) && count is >= 0 and <= 365)
            {
                var then = now - (span * count);
                return span == TimeSpan.FromDays(1) ? new PublicationTime(DateOnly.FromDateTime(then.DateTime)) : new PublicationTime(then.AddTicks(-(then.Ticks % TimeSpan.TicksPerSecond)));
            }
        }

        foreach (var (word, back) in Days)
        {
            var at = line.IndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && Clock(line.AsSpan(at + word.Length)) is { } clock)
            {
                return new PublicationTime(new DateTimeOffset(now.Date.AddDays(-back) + clock, PublicationTime.ChinaOffset));
            }
        }

        return null;
    }

    private static TimeSpan? Clock(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" 　");
        return text.Length >= 5 && TimeOnly.TryParseExact(text[..5], "HH:mm", out var clock) ? clock.ToTimeSpan() : null;
    }
}
