using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Time;

/// <summary>Words that say when.</summary>
/// <param name="Span">Where they stand in the text searched.</param>
/// <param name="Form">What they do with their date.</param>
/// <param name="From">The date, or the first of a range.</param>
/// <param name="To">The last date of a range said with two dates (9月1日至10月3日); null otherwise.</param>
public readonly record struct TimeExpression(TextSpan Span, TimeForm Form, CalendarPoint From, CalendarPoint? To);
