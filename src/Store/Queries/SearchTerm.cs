namespace Pipeline.Store.Queries;

/// <summary>A part of a search: every claim found holds it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="IsPhrase">True between quotation marks: its characters stand side by side, and other names of the same thing do not count.</param>
public sealed record SearchTerm(string Text, bool IsPhrase = false);
