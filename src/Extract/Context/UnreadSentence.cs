using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>A sentence without a quantity, which is read only when a later one asks whom it names.</summary>
/// <param name="Pass">Reads it.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="NextSkipped">A skipped number of the article at or after its own.</param>
internal readonly record struct UnreadSentence(ArticlePass Pass, TextSpan Span, int NextSkipped)
{
    /// <summary>Reads the sentence, given what was named before it.</summary>
    public SentenceFrame Read(Antecedents before) => Pass.ReadAlone(Span, NextSkipped, before);
}
