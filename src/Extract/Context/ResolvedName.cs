namespace Pipeline.Extract.Context;

/// <summary>A subject as it will be printed.</summary>
/// <param name="Text">As written.</param>
/// <param name="IsResolved">True when a pronoun was replaced by what it stands for.</param>
internal readonly record struct ResolvedName(string Text, bool IsResolved);
