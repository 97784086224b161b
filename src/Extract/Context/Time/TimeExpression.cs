using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Time;

/// <summary>Words that say when.</summary>
/// <param name="Span">Where they stand in the text searched.</param>
/// <param name="Form">What they do with their date.</param>
/// <param name="From">The date, or the first of a range.</param>
/// <param name="To">The last date of a range said with two dates (9月1日至10月3日); null otherwise.</param>
public readonly record struct TimeExpression(TextSpan Span, TimeForm Form, CalendarPoint From, CalendarPoint? To)
{
    /// <summary>How many months end with the date (截至6月30日止六个月); 0 for none.</summary>
    public int Months { get; init; }
}
