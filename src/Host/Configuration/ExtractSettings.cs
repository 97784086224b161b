namespace Pipeline.Host.Configuration;

/// <summary>Section <c>Extract</c>.</summary>
internal sealed record ExtractSettings
{
    /// <summary>Folders with the user's own lexicon files, merged over the built-in ones.</summary>
    public IReadOnlyList<string> Lexicons { get; init; } = [];

    /// <summary>What cuts sentences into words.</summary>
    public SegmenterKind Segmenter { get; init; }
}
