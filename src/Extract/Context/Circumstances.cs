using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>When a value holds, who states it and how firmly (docs/time-and-speakers.md).</summary>
/// <param name="Time">ISO 8601 date, month, year or interval; null where the text does not say.</param>
/// <param name="Speaker">Where the speaker's name stands in the article; null for the article's own voice.</param>
/// <param name="Quoted">True inside quoted speech.</param>
/// <param name="Modality">Asserted, forecast, hypothetical or denied.</param>
public readonly record struct Circumstances(string? Time, TextSpan? Speaker, bool Quoted, Modality Modality);
