using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Names;

/// <summary>A company's name that stands in a sentence as one word.</summary>
/// <param name="Span">Where, in the article.</param>
/// <param name="Entity">Its lexicon entry; null for a name that no list knows.</param>
internal readonly record struct JoinedName(TextSpan Span, Entity? Entity);
