using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>A stretch of a sentence whose values are not simply asserted.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="Modality">What they are.</param>
internal readonly record struct ModalityScope(TextSpan Span, Modality Modality);
