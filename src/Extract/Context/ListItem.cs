namespace Pipeline.Extract.Context;

/// <summary>The thing that one value of a list belongs to.</summary>
/// <param name="Owner">Its own subject; empty when the items are metrics.</param>
/// <param name="Metric">What is measured, where the list names it; may be empty.</param>
internal readonly record struct ListItem(Phrase Owner, Phrase Metric);
