namespace Pipeline.Extract.Context;

/// <summary>A place that the text named, for 该国 and 该市.</summary>
/// <param name="Largest">The first of the names that follow one another: 中国 of 中国辽宁省.</param>
/// <param name="Text">All of them, as written.</param>
internal sealed record NamedPlace(string Largest, string Text);
