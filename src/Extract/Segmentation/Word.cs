using Pipeline.Extract.Model;

namespace Pipeline.Extract.Segmentation;

/// <summary>A word of a segmented text.</summary>
/// <param name="Span">Where it stands, UTF-16 code units.</param>
/// <param name="Tag">Part of speech in jieba's (ICTCLAS) tag set: <c>n</c>, <c>nr</c>, <c>v</c>, <c>m</c>, <c>x</c> …; interned, never empty.</param>
public readonly record struct Word(TextSpan Span, string Tag);
