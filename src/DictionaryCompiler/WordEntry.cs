namespace Pipeline.DictionaryCompiler;

/// <summary>A line of the word list.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Frequency">Occurrences, at least 1.</param>
/// <param name="Tag">Part of speech.</param>
internal sealed record WordEntry(string Text, int Frequency, string Tag);
