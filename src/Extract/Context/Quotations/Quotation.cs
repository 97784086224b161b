using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Quotations;

/// <summary>A stretch between quotation marks.</summary>
/// <param name="Span">The marks included; one that is never closed runs to the end of its paragraph.</param>
/// <param name="IsSpeech">True for words that somebody says; false for quoted names, terms and scare quotes.</param>
public readonly record struct Quotation(TextSpan Span, bool IsSpeech);
