using Pipeline.Extract.Model;

namespace Pipeline.Ingest.Cleaning;

/// <summary>Paragraphs without furniture, and what the furniture said.</summary>
/// <param name="Paragraphs">In order, none empty.</param>
/// <param name="Author">From a credit line, or null.</param>
/// <param name="Publisher">From a 来源 line, or null.</param>
/// <param name="PublishedAt">From a 发布时间 or 更新时间 line, or null.</param>
internal sealed record CleanedText(IReadOnlyList<string> Paragraphs, string? Author, string? Publisher, PublicationTime? PublishedAt);
