namespace Pipeline.Extract.Context;

/// <summary>A run of tokens, half-open; empty when nothing was found.</summary>
/// <param name="Start">First token.</param>
/// <param name="End">One past the last token.</param>
internal readonly record struct Phrase(int Start, int End)
{
    /// <summary>Nothing.</summary>
    public static readonly Phrase None;

    /// <summary>True when it holds no token.</summary>
    public bool IsEmpty => End <= Start;
}
