namespace Pipeline.Extract.Context;

/// <summary>The thing that one value of a list belongs to.</summary>
/// <param name="Owner">Its own subject; empty when the items are metrics.</param>
/// <param name="Metric">What is measured, where the list names it; may be empty.</param>
/// <param name="Back">Where the list names nothing: how many values before this one, not counting the list's, the one stands that it belongs with; 0 where it does not.</param>
/// <param name="Head">The token that what is measured shares with the last of the list: 增幅 of 营收 in 营收和净利润增幅; -1 for none.</param>
internal readonly record struct ListItem(Phrase Owner, Phrase Metric, int Back = 0, int Head = -1);
