namespace Pipeline.Extract.Context.Time;

/// <summary>A place in the calendar as the words give it, before it is resolved against a publication date.</summary>
public readonly record struct CalendarPoint
{
    /// <summary>How fine it is.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>What it is counted from.</summary>
    public required TimeAnchor Anchor { get; init; }

    /// <summary>The Gregorian year where <see cref="Anchor"/> is <see cref="TimeAnchor.Stated"/>, else years from the anchor (去年 −1).</summary>
    public int Year { get; init; }

    /// <summary>Number of the first half (1–2), quarter (1–4), month (1–12) or weekday (1–7, Monday first), of a holiday its number in holidays.tsv; 0 where unsaid.</summary>
    public int First { get; init; }

    /// <summary>Number of the last half, quarter or month: 前三季度 runs from 1 to 3; 0 where unsaid.</summary>
    public int Last { get; init; }

    /// <summary>Day of the month, 1–31; of a holiday how many of its first days, 0 for all; 0 where unsaid.</summary>
    public int Day { get; init; }

    /// <summary>True for the last month of what it says: 三季度末, 上半年末, 上季末; for the last day: 假期第三天.</summary>
    public bool IsEnd { get; init; }

    /// <summary>Units from the anchor: 上季度 −1, 昨日 −1; with <see cref="Day"/> it counts months (上月15日).</summary>
    public int Shift { get; init; }
}
