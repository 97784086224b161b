using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Lexicons;

/// <summary>A word that holds number words and states no quantity.</summary>
/// <param name="Word">The whole word, folded.</param>
/// <param name="Anchor">Index in the word of its first numeral character.</param>
/// <param name="Reason">Why it is no claim.</param>
public sealed record NumberWord(string Word, int Anchor, SkipReason Reason);
