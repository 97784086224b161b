namespace Pipeline.Extract.Context;

/// <summary>Someone or something that the text named, for later pronouns and dropped subjects.</summary>
/// <param name="Text">As written.</param>
/// <param name="Entity">Its lexicon entry, where it has one.</param>
/// <param name="StandsAlone">True for a name or a determined thing, false for a bare common noun.</param>
/// <param name="IsOrganisation">True for a company, whose figures at home and abroad (国内, 全国) are its own.</param>
internal sealed record Mention(string Text, Entity? Entity, bool StandsAlone = true, bool IsOrganisation = false);
