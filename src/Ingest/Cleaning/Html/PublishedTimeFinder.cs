using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Publishers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Finds when a page says its article was published; never a comment's, an update's or a footer's time.</summary>
internal static class PublishedTimeFinder
{
    /// <summary>The longest line that states a time rather than tells of one.</summary>
    private const int LongestByline = 120;

    /// <summary>The time; a stated clock is preferred to a bare day, which midnight sharp stands for too.</summary>
    public static PublicationTime? Find(Page page, PageHead head, Layout? layout)
    {
        PublicationTime? day = null;
        PublicationTime? midnight = null;
        foreach (var candidate in Candidates(page, head, layout))
        {
            var isMidnight = candidate.Moment is { } at && at.TimeOfDay == TimeSpan.Zero;
            if (isMidnight)
            {
                midnight ??= candidate;
                continue;
            }

            if (candidate.Moment is not null && (midnight is null || midnight.Value.Date == candidate.Date) && (day is null || Math.Abs(candidate.Date.DayNumber - day.Value.Date.DayNumber) <= 1))
            {
                return Local(candidate, head);
            }

            day ??= candidate.Moment is null ? candidate : null;
        }

        return midnight ?? day;
    }

    // Some sites mark their local time as UTC: where the byline shows the same clock, it is the local one.
    private static PublicationTime Local(PublicationTime stated, PageHead head)
    {
        if (stated.Moment is not { } moment || moment.Offset != TimeSpan.Zero)
        {
            return stated;
        }

        foreach (var line in head.Lines)
        {
            if (line.Length <= LongestByline && line.Marks == 0 && TimeText.Find(line.Text) is { Moment: { } shown } && shown.Offset == PublicationTime.ChinaOffset
                && Math.Abs((shown.DateTime - moment.DateTime).TotalMinutes) < 1)
            {
                return new PublicationTime(new DateTimeOffset(moment.DateTime, PublicationTime.ChinaOffset));
            }
        }

        return stated;
    }

    /// <summary>The time that a byline counts back from the fetch, 3小时前; null without any, and for a saved file, whose age nobody knows.</summary>
    public static PublicationTime? CountedBack(Page page, PageHead head, DateTimeOffset? fetched)
    {
        if (fetched is not { Year: > 1970 } now)
        {
            return null;
        }

        for (var i = Math.Max(0, page.TitleLine); i < head.BodyStart; i++)
        {
            if (page.Lines[i].Marks == 0 && RelativeTime.Find(page.Lines[i].Text, now) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    private static IEnumerable<PublicationTime> Candidates(Page page, PageHead head, Layout? layout)
    {
        foreach (var stated in (layout?.Time ?? []).SelectMany(s => s.Read(page.Tree)))
        {
            if (Read(stated) is { } time)
            {
                yield return time;
            }
        }

        if (page.Metadata.Linked?.Published is { } linked && Read(linked) is { } linkedTime)
        {
            yield return linkedTime;
        }

        foreach (var name in (string[])["weibo: article:create_at", "article:published_time", "og:time", "og:article:published_time", "datePublished", "pubdate", "publishdate", "PublishDate", "publish_date", "og:release_date", "article:published", "_pubtime", "apub:time", "date", "DC.date.issued", "shareaholic:article_published_time", "dateUpdate"])
        {
            if (page.Metadata.First(name) is { } meta && Read(meta) is { } metaTime)
            {
                yield return metaTime;
            }
        }

        foreach (var line in head.Lines)
        {
            if (line.Length <= LongestByline && line.Marks == 0 && !TellsOfADay(line.Text) && Read(BeforeUpdate(line.Text)) is { } visible)
            {
                yield return visible;
            }
        }

        foreach (var node in page.Tree.ByTag("time"))
        {
            if (page.Tree.Element(node)!.GetAttribute("datetime") is { } machine && Read(machine) is { } elementTime)
            {
                yield return elementTime;
            }
        }
    }

    private static PublicationTime? Read(string text) => TimeText.Find(text) ?? TimeText.FromUnix(text);

    // （2007年6月29日第十届…会议通过）: words follow the day at once, as in a sentence.
    private static bool TellsOfADay(string line) =>
        TimeText.Find(line, out var span) is { Moment: null } && span.End < line.Length && line[span.End] is >= '\u4e00' and <= '\u9fff' && line.Length - span.End > 8;

    // 發布 2019/03/18 23:59　最後更新 2019/03/19 08:00, in any order: what follows 更新 is no publication.
    private static string BeforeUpdate(string line)
    {
        foreach (var label in (ReadOnlySpan<string>)["发布", "發布", "發佈", "刊登", "发表", "發表"])
        {
            var at = line.IndexOf(label, StringComparison.Ordinal);
            if (at > 0 && TimeText.Find(line.AsSpan(at)) is not null)
            {
                line = line[at..];
                break;
            }
        }

        var update = line.IndexOf("更新", StringComparison.Ordinal);
        return update > 0 && TimeText.Find(line.AsSpan(0, update)) is not null ? line[..update]
            : update >= 0 && TimeText.Find(line, out var updated) is not null && TimeText.Find(line.AsSpan(updated.End)) is not null ? line[updated.End..]
            : line;
    }
}
