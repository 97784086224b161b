using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>A sentence without a quantity, which is read only when a later one asks whom it names.</summary>
/// <param name="Pass">Reads it.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct UnreadSentence(ArticlePass Pass, TextSpan Span)
{
    /// <summary>Reads the sentence, given what was named before it.</summary>
    public SentenceFrame Read(Antecedents before) => Pass.ReadAlone(Span, before);
}
