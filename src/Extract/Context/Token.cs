namespace Pipeline.Extract.Context;

/// <summary>A stretch of a sentence with what it does there.</summary>
/// <param name="Start">First UTF-16 unit, in the article's text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Role">What it does.</param>
/// <param name="Tag">jieba's part of speech; empty where another finder named the stretch.</param>
/// <param name="Sense">What the lexicons say.</param>
/// <param name="Quantity">Index of the quantity, or -1.</param>
internal readonly record struct Token(int Start, int End, TokenRole Role, string Tag, WordSense Sense, int Quantity = -1)
{
    /// <summary>True for the name of someone or something: a listed name, or one that the segmenter tagged so.</summary>
    public bool IsName => Role == TokenRole.Noun && Sense.Metric is null
        && !Sense.Is(WordRoles.Attribute | WordRoles.Thing) && (Sense.Entity is not null || Sense.Is(WordRoles.Region) || Tag is "s" or "nr" or "ns" or "nt" or "nz" or "nrt" or "nrfg" or "eng" or "name");
}
