namespace Pipeline.Extract.Context;

/// <summary>Someone or something that the text named, for later pronouns and dropped subjects.</summary>
/// <param name="Text">As written.</param>
/// <param name="Entity">Its lexicon entry, where it has one.</param>
internal sealed record Mention(string Text, Entity? Entity);
