using Pipeline.Extract.Model;

namespace Pipeline.Extract.Lexicons;

/// <summary>A word beside a number that says how it limits the value.</summary>
/// <param name="Bound">What it says.</param>
/// <param name="NotBeside">What must not stand on its outer side, since the word is then part of another.</param>
public sealed record Modifier(Bound Bound, WordSet NotBeside);
