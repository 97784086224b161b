namespace Pipeline.Extract.Context.Time;

/// <summary>Turns time expressions into stretches of the calendar (docs/time-and-speakers.md, section 2).</summary>
/// <remarks>Sources: docs/contract.md, section 2, row <c>time</c>; the gold's notes: quarters and halves are month intervals, 目前 is the publication date.</remarks>
public static partial class TimeResolver
{
    /// <summary>Resolves <paramref name="expression"/>.</summary>
    /// <returns>Null where it has no date, or where what it is counted from is unknown.</returns>
    public static Period? Resolve(TimeExpression expression, TimeContext context)
    {
        if (expression.From.Unit == TimeUnit.Clock)
        {
            // 上午: of the day spoken of, else of the day of the text.
            return ResolveDayShift(expression.From with { Anchor = TimeAnchor.Latest }, context);
        }

        if (expression.Form == TimeForm.Past)
        {
            return UntilNow(expression.From, context.PublishedOn);
        }

        if (expression.Form == TimeForm.Undated || Resolve(expression.From, context) is not { } first)
        {
            return null;
        }

        if (expression.Months > 0)
        {
            return MonthsUntil(first.Last, expression.Months);
        }

        if (expression.Form == TimeForm.Since)
        {
            return context.PublishedOn is { } now && now > first.First ? first with { Last = now } : null;
        }

        if (expression.To is not { } to)
        {
            return first;
        }

        var inherited = InheritParts(expression.From, to);
        if (Resolve(inherited, context with { Preceding = first, StatedYear = first.First.Year }) is not { } last)
        {
            // 2018年10月至今年10月 ends nowhere without a publication date.
            return to.Anchor == TimeAnchor.Publication ? null : first;
        }

        if (last.Last < first.First && inherited.Anchor == TimeAnchor.Open)
        {
            // 11月至2月 runs into the next year.
            last = last.AddYears(1);
        }

        return last.Last < first.First ? first : new Period(first.First, last.Last, Finer(first.Unit, last.Unit));
    }

    /// <summary>截至6月30日止六个月: January to June; twelve to December are the year.</summary>
    private static Period? MonthsUntil(DateOnly last, int months)
    {
        if (last.Year is < 1000 or > 9000)
        {
            return null;
        }

        var first = new DateOnly(last.Year, last.Month, 1).AddMonths(1 - months);
        return months == 12 && last.Month == 12 ? WholeYear(last.Year) : new Period(first, new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month)), TimeUnit.Month);
    }

    /// <summary>Months after its end in which a quarter or half is still reported on; stock exchanges allow four for the year.</summary>
    private const int ReportingMonths = 4;

    /// <summary>Months after which a month or a day is no longer estimated (预计10月零售220万辆, in November).</summary>
    private const int EstimatedMonths = 1;

    /// <summary>Days ahead within which a day or month without a year is the coming one (自5月15日起), not last year's; about six weeks of notice.</summary>
    private const int NearDays = 45;

    /// <summary>Resolves the expressions of a sentence in order; each is the ground for those after it.</summary>
    /// <param name="expressions">In order.</param>
    /// <param name="publishedOn">The article's day; null when unknown.</param>
    /// <param name="isAhead">True for the time of a forecast.</param>
    /// <param name="before">What the text before has said, when it carries over.</param>
    /// <param name="isCompared">True for a time that a value is only compared with: 较去年10月增长5%，累计前10月… goes on with this year.</param>
    /// <param name="isAside">True for a time that only says of which thing (成立于1998年的公司): its year is not that of what follows.</param>
    /// <returns>One entry for each expression.</returns>
    public static Period?[] ResolveAll(IReadOnlyList<TimeExpression> expressions, DateOnly? publishedOn, bool isAhead = false, TimeContext before = default, Func<TimeExpression, bool>? isCompared = null, Func<TimeExpression, bool>? isAside = null)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        var periods = new Period?[expressions.Count];
        var context = before with { PublishedOn = publishedOn, IsAhead = isAhead };
        for (var i = 0; i < periods.Length; i++)
        {
            periods[i] = Resolve(expressions[i], context);

            // 去年同期 and 较2019年 look back once; what follows is about the present period again.
            if (periods[i] is { } period && expressions[i].From.Unit is not (TimeUnit.Period or TimeUnit.Clock) && !(expressions[i].From is { Anchor: TimeAnchor.Publication, Year: < 0 } or { Anchor: TimeAnchor.Publication, Unit: TimeUnit.Year } or { Anchor: TimeAnchor.Stated, Unit: TimeUnit.Year } && isCompared?.Invoke(expressions[i]) == true))
            {
                var isOfThing = isAside?.Invoke(expressions[i]) == true;
                if (isOfThing && expressions[i].From.Unit == TimeUnit.Month)
                {
                    // 3月白银期货价格26日: no day of that month.
                    continue;
                }

                var year = isOfThing ? null : YearOf(expressions[i], period);
                context = context with { Preceding = period, StatedYear = year ?? (IsNow(expressions[i].From) ? before.StatedYear : context.StatedYear) };
            }
        }

        return periods;
    }

    /// <summary>三年前…，如今…，年底前…: what is said of now ends the year spoken of.</summary>
    private static bool IsNow(CalendarPoint point) => point is { Unit: TimeUnit.Day, Anchor: TimeAnchor.Publication, Shift: 0 };

    /// <summary>The year that <paramref name="expression"/> says by itself or by the publication date, for the year-less dates after it.</summary>
    public static int? YearOf(TimeExpression expression, Period resolved) =>
        expression.From.Anchor is TimeAnchor.Stated || (expression.From.Anchor is TimeAnchor.Publication && expression.From.Shift == 0 && expression.From.Unit is not (TimeUnit.Day or TimeUnit.Weekday or TimeUnit.Week))
            ? resolved.Last.Year
            : null;

    private static Period? Resolve(CalendarPoint point, TimeContext context) =>
        Stretch(point, context) is { } period ? point.IsEnd && point.Unit != TimeUnit.Holiday ? Months(period.Last.Year, period.Last.Month, period.Last.Month) : period : null;

    private static Period? Stretch(CalendarPoint point, TimeContext context) => point.Unit switch
    {
        TimeUnit.None or TimeUnit.Clock => null,
        TimeUnit.Period => context.Preceding?.AddYears(point.Year) ?? (point.Year < 0 && context.PublishedOn is { } now ? WholeYear(now.Year + point.Year) : null),
        TimeUnit.Week or TimeUnit.Weekday => ResolveWeek(point, context),
        TimeUnit.TradingDay => ResolveTradingDay(point, context),
        TimeUnit.SchoolYear => ResolveSchoolYear(point, context),
        TimeUnit.Holiday => ResolveHoliday(point, context),
        TimeUnit.Day when point.Day == 0 => ResolveDayShift(point, context),
        TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Day when point.First == 0 && point.Anchor != TimeAnchor.Open => ResolveShift(point, context),
        _ => ResolveInYear(point, context),
    };

    /// <summary>国庆假期, 去年春节假期, 五一假期前三天: of an unsaid year the most recent or the near one, for forecasts the coming one; a year that the calendar lacks stays the year.</summary>
    private static Period? ResolveHoliday(CalendarPoint point, TimeContext context)
    {
        var year = point.Anchor switch
        {
            TimeAnchor.Stated => point.Year,
            TimeAnchor.Publication => context.PublishedOn?.Year + point.Year,
            _ => context.StatedYear,
        };
        if (year is { } known)
        {
            return Days(point, context.Holidays?.Find(point.First, known)) ?? (point.Anchor == TimeAnchor.Open ? null : WholeYear(known));
        }

        if (context.PublishedOn is not { } now)
        {
            return null;
        }

        var (before, here, next) = (context.Holidays?.Find(point.First, now.Year - 1), context.Holidays?.Find(point.First, now.Year), context.Holidays?.Find(point.First, now.Year + 1));
        var isNext = next?.First.DayNumber <= now.DayNumber + NearDays || context.IsAhead && here?.Last < now;
        var isBefore = !context.IsAhead && here?.First.DayNumber > now.DayNumber + NearDays;
        return Days(point, isNext ? next : isBefore ? before : here);
    }

    private static Period? Days(CalendarPoint point, Period? holiday)
    {
        if (holiday is not { } whole || point.Day == 0 || point.Day > whole.Last.DayNumber - whole.First.DayNumber + 1)
        {
            return holiday;
        }

        var last = whole.First.AddDays(point.Day - 1);
        return whole with { First = point.IsEnd ? last : whole.First, Last = last };
    }

    /// <summary>9月1日至7日: the later day takes the month of the first.</summary>
    private static CalendarPoint InheritParts(CalendarPoint from, CalendarPoint to) =>
        to is { Unit: TimeUnit.Day, Day: > 0, First: 0, Anchor: TimeAnchor.Open } ? to with { First = from.First, Last = from.First, Shift = from.Shift, Anchor = from.First > 0 ? TimeAnchor.Open : from.Anchor } : to;

    private static Period? ResolveInYear(CalendarPoint point, TimeContext context)
    {
        if (point is { Unit: TimeUnit.Day, First: 0 })
        {
            return ResolveLoneDay(point, context);
        }

        var year = point.Anchor switch
        {
            TimeAnchor.Stated => point.Year,
            TimeAnchor.Publication => context.PublishedOn?.Year + point.Year,
            TimeAnchor.Context => (context.Preceding?.Last.Year ?? context.StatedYear) + point.Year,
            _ => context.StatedYear,
        };
        if (year is { } known)
        {
            return InYear(point, known);
        }

        // The year is not said at all: the most recent such period that has begun, for forecasts the next that has not ended.
        if (point.Anchor != TimeAnchor.Open || context.PublishedOn is not { } now || InYear(point, now.Year) is not { } here)
        {
            return null;
        }

        if (context.IsAhead)
        {
            // What is expected of a quarter or half just ended is reported after it: 预计上半年实现净利润…
            var months = point.Unit switch { TimeUnit.Quarter or TimeUnit.Half => ReportingMonths, TimeUnit.Month or TimeUnit.Day => EstimatedMonths, _ => 0 };
            var over = here.Last.AddMonths(Math.Min(months, (9999 - here.Last.Year) * 12));
            return over < now ? here.AddYears(1) : here;
        }

        if (point.Unit == TimeUnit.Year && now.Month <= ReportingMonths)
        {
            // 全年派息 in March is the last year's, whose results are being told.
            return here.AddYears(-1);
        }

        var begun = point.Last > point.First && point.Unit is TimeUnit.Month or TimeUnit.Quarter ? LastPartBegins(point, here) : here.First;
        var horizon = point.Unit is TimeUnit.Day or TimeUnit.Month ? NearDays : 1;
        if (point.Unit == TimeUnit.Day && here.AddYears(1).First.DayNumber <= now.DayNumber + NearDays)
        {
            // 元旦 in December is the coming one.
            return here.AddYears(1);
        }

        return begun.DayNumber > now.DayNumber + horizon ? here.AddYears(-1) : here;
    }

    /// <summary>前10月 cannot be this year's in March: its last month must have begun.</summary>
    private static DateOnly LastPartBegins(CalendarPoint point, Period here) =>
        new(here.Last.Year, point.Unit == TimeUnit.Quarter ? here.Last.Month - 2 : here.Last.Month, 1);

    private static Period? InYear(CalendarPoint point, int year)
    {
        if (year is < 1 or > 9998)
        {
            return null;
        }

        switch (point.Unit)
        {
            case TimeUnit.Year:
                return WholeYear(year);
            case TimeUnit.Half:
                return Months(year, point.First == 1 ? 1 : 7, point.First == 1 ? 6 : 12);
            case TimeUnit.Quarter:
                return Months(year, (point.First * 3) - 2, point.Last * 3);
            case TimeUnit.Month:
                return Months(year, point.First, point.Last);
            case TimeUnit.Day when point.Day <= DateTime.DaysInMonth(year, point.First):
                var day = new DateOnly(year, point.First, point.Day);
                return new Period(day, day, TimeUnit.Day);
            default:
                return null;
        }
    }

    /// <summary>10日晚: the most recent tenth, or the tenth of the month spoken of.</summary>
    private static Period? ResolveLoneDay(CalendarPoint point, TimeContext context)
    {
        var month = context.Preceding is { Unit: TimeUnit.Day or TimeUnit.Month } preceding ? preceding.Last : context.PublishedOn;
        if (month is not { } known)
        {
            return null;
        }

        var isPast = context.Preceding is null && !context.IsAhead && point.Day > known.Day + 1;
        var first = new DateOnly(known.Year, known.Month, 1);
        if (isPast && first.Year > 1)
        {
            first = first.AddMonths(-1);
        }

        if (point.Day > DateTime.DaysInMonth(first.Year, first.Month))
        {
            return null;
        }

        var day = new DateOnly(first.Year, first.Month, point.Day);
        return new Period(day, day, TimeUnit.Day);
    }

    private static Period WholeYear(int year) => new(new DateOnly(Math.Clamp(year, 1, 9998), 1, 1), new DateOnly(Math.Clamp(year, 1, 9998), 12, 31), TimeUnit.Year);

    private static Period Months(int year, int first, int last) =>
        new(new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)), TimeUnit.Month);

    private static TimeUnit Finer(TimeUnit one, TimeUnit other) => one > other ? one : other;
}
