namespace Pipeline.Extract.Context.Time;

/// <summary>What a time expression is resolved against.</summary>
/// <param name="PublishedOn">The article's day, in its own offset; null when unknown.</param>
/// <param name="Preceding">The time spoken of before, which 当年 and 同期 are counted from; null when there is none.</param>
/// <param name="StatedYear">The year that the text has said, which 10月 belongs to; null when it has said none.</param>
/// <param name="IsAhead">True where the value is a forecast: 10月 is then the coming one.</param>
/// <param name="Holidays">When the holidays are; null leaves them without a date.</param>
public readonly record struct TimeContext(DateOnly? PublishedOn, Period? Preceding = null, int? StatedYear = null, bool IsAhead = false, HolidayCalendar? Holidays = null);
