namespace Pipeline.Extract.Context.Time;

/// <summary>What a row of data/lexicons/time_words.tsv means.</summary>
internal enum TimeSense
{
    /// <summary>Complete in itself: 去年, 昨日, 上季度.</summary>
    Point,

    /// <summary>A part of a year: 上半年, 年底.</summary>
    Part,

    /// <summary>Says when without a date: 近年.</summary>
    Undated,

    /// <summary>Says when together with the length that follows: 近 of 近三年.</summary>
    BeforeLength,

    /// <summary>Either of the two before: 过去, 过去三年.</summary>
    UndatedOrBeforeLength,

    /// <summary>A time of day: 下午.</summary>
    Clock,

    /// <summary>Looks like a time word and is none: 今日头条.</summary>
    Blocked,
}
