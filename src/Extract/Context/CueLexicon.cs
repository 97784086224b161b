using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context;

/// <summary>The words of data/lexicons/context_cues.tsv. Immutable; words are folded to Simplified.</summary>
public sealed class CueLexicon
{
    /// <summary>The table that it reads.</summary>
    internal const string Table = "context_cues.tsv";

    private readonly WordSet[] _words;

    private CueLexicon(WordSet[] words) => _words = words;

    /// <summary>True when <paramref name="word"/>, which is folded, gives <paramref name="cue"/>.</summary>
    public bool Is(ContextCue cue, ReadOnlySpan<char> word) => _words[(int)cue].Contains(word);

    /// <summary>True when folded <paramref name="text"/> ends with a word that gives <paramref name="cue"/>.</summary>
    public bool IsAtEnd(ContextCue cue, ReadOnlySpan<char> text) => LengthAtEnd(cue, text) > 0;

    /// <summary>Length of the longest word that gives <paramref name="cue"/> and that folded <paramref name="text"/> ends with; 0 for none.</summary>
    public int LengthAtEnd(ContextCue cue, ReadOnlySpan<char> text) => _words[(int)cue].LengthOfEndOf(text);

    /// <summary>True when folded <paramref name="text"/> starts with a word that gives <paramref name="cue"/>.</summary>
    public bool IsAtStart(ContextCue cue, ReadOnlySpan<char> text) => _words[(int)cue].ContainsStartOf(text);

    /// <summary>True when a word that gives <paramref name="cue"/> stands anywhere in folded <paramref name="text"/>.</summary>
    public bool IsIn(ContextCue cue, ReadOnlySpan<char> text) => _words[(int)cue].IsIn(text);

    /// <summary>Reads <see cref="Table"/>.</summary>
    /// <exception cref="LexiconException">The table is malformed.</exception>
    internal static CueLexicon Read(LexiconTables tables)
    {
        var words = new List<string>[Enum.GetValues<ContextCue>().Length];
        foreach (var row in tables.Rows(Table, "word", 2, "cue", "word", "source"))
        {
            (words[(int)row.Word<ContextCue>("cue")] ??= []).Add(row.Folded("word"));
        }

        return new CueLexicon(Array.ConvertAll(words, static list => new WordSet(list ?? [])));
    }
}
