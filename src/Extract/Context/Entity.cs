namespace Pipeline.Extract.Context;

/// <summary>A named thing.</summary>
/// <param name="Id">Its canonical name, Simplified.</param>
/// <param name="Type">What sort of thing it is.</param>
public sealed record Entity(string Id, EntityType Type);
