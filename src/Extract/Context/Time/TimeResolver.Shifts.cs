namespace Pipeline.Extract.Context.Time;

/// <content>Times that are counted from a day: 昨日, 上一交易日, 上季度, 本周, 过去一年, 本学年.</content>
public static partial class TimeResolver
{
    /// <summary>More years than a length may count back (400), so that its first day has a date.</summary>
    private const int MostPastYears = 500;

    /// <summary>The month that school years begin with.</summary>
    private const int FirstSchoolMonth = 9;

    /// <summary>过去一年: the days from that long before the publication until it.</summary>
    private static Period? UntilNow(CalendarPoint point, DateOnly? publishedOn)
    {
        if (publishedOn is not { Year: > MostPastYears } now)
        {
            return null;
        }

        var first = point.Unit switch
        {
            TimeUnit.Year => now.AddYears(point.Shift),
            TimeUnit.Month => now.AddMonths(point.Shift),
            TimeUnit.Week => now.AddDays(7 * point.Shift),
            _ => now.AddDays(point.Shift),
        };
        return new Period(first, now, TimeUnit.Day);
    }

    /// <summary>昨日, 前天: days from the day spoken of or the publication.</summary>
    private static Period? ResolveDayShift(CalendarPoint point, TimeContext context)
    {
        DateOnly? preceding = context.Preceding is { Unit: TimeUnit.Day } before ? before.Last : null;
        var day = point.Anchor switch
        {
            TimeAnchor.Context => preceding,
            TimeAnchor.Latest => preceding ?? context.PublishedOn,
            _ => context.PublishedOn,
        };
        if (day is not { } known || known.DayNumber + point.Shift is < 1 or > 3_000_000)
        {
            return null;
        }

        var shifted = known.AddDays(point.Shift);
        return new Period(shifted, shifted, TimeUnit.Day);
    }

    /// <summary>上一交易日: the weekday before; what days the exchange is closed beside weekends is not known here.</summary>
    private static Period? ResolveTradingDay(CalendarPoint point, TimeContext context)
    {
        var origin = point.Anchor == TimeAnchor.Context && context.Preceding is { Unit: TimeUnit.Day } preceding ? preceding.Last : context.PublishedOn;
        if (origin is not { } day || day.Year is < 1000 or > 9000)
        {
            return null;
        }

        do
        {
            day = day.AddDays(point.Shift);
        }
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return new Period(day, day, TimeUnit.Day);
    }

    /// <summary>本学年: the one that runs, from September to August.</summary>
    private static Period? ResolveSchoolYear(CalendarPoint point, TimeContext context)
    {
        if (context.PublishedOn is not { } now || now.Year is < 1000 or > 9000)
        {
            return null;
        }

        var first = new DateOnly(now.Month < FirstSchoolMonth ? now.Year - 1 : now.Year, FirstSchoolMonth, 1).AddYears(point.Shift);
        return new Period(first, first.AddYears(1).AddDays(-1), TimeUnit.Month);
    }

    private static Period? ResolveShift(CalendarPoint point, TimeContext context)
    {
        var origin = point.Anchor == TimeAnchor.Context ? context.Preceding?.Last : context.PublishedOn;
        if (origin is not { } known || known.Year is < 1000 or > 9000)
        {
            return null;
        }

        if (point.Anchor == TimeAnchor.Context && context.Preceding is { Unit: TimeUnit.Year })
        {
            return null;
        }

        if (point.Unit == TimeUnit.Quarter)
        {
            var start = new DateOnly(known.Year, ((known.Month - 1) / 3 * 3) + 1, 1).AddMonths(3 * point.Shift);
            return Months(start.Year, start.Month, start.Month + 2);
        }

        var month = new DateOnly(known.Year, known.Month, 1).AddMonths(point.Shift);
        if (point.Unit == TimeUnit.Month)
        {
            return Months(month.Year, month.Month, month.Month);
        }

        if (point.Day > DateTime.DaysInMonth(month.Year, month.Month))
        {
            return null;
        }

        var day = new DateOnly(month.Year, month.Month, point.Day);
        return new Period(day, day, TimeUnit.Day);
    }

    /// <summary>A week runs from Monday to Sunday; a weekday without one is the most recent, for forecasts the coming one.</summary>
    private static Period? ResolveWeek(CalendarPoint point, TimeContext context)
    {
        if (context.PublishedOn is not { } now || now.Year is < 1000 or > 9000)
        {
            return null;
        }

        if (point.Anchor == TimeAnchor.Context)
        {
            if (context.Preceding is not { Unit: TimeUnit.Day } spoken)
            {
                return null;
            }

            now = spoken.First;
        }

        var today = now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek;
        var monday = now.AddDays(1 - today + (7 * point.Shift));
        if (point.Unit == TimeUnit.Week)
        {
            return new Period(monday, monday.AddDays(6), TimeUnit.Day);
        }

        var day = monday.AddDays(point.First - 1);
        if (point.Anchor == TimeAnchor.Open)
        {
            day = context.IsAhead ? (day < now ? day.AddDays(7) : day) : (day > now ? day.AddDays(-7) : day);
        }

        return new Period(day, day, TimeUnit.Day);
    }
}
