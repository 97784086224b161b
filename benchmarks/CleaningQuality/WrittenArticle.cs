namespace Pipeline.Benchmarks.CleaningQuality;

/// <summary>A headline and its paragraphs; a paragraph without a mark at its end is a subheading.</summary>
internal sealed record WrittenArticle(string Title, IReadOnlyList<string> Paragraphs)
{
    public bool IsTraditional => Paragraphs[0].Contains('遠') || Paragraphs[0].Contains('鎮');

    public string Text => string.Join('\n', Paragraphs);
}
