using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>The verbs of data/lexicons/speech_verbs.tsv.</summary>
internal static class SpeechVerbs
{
    private static readonly WordTrie<SpeechSense> Forwards;
    private static readonly WordTrie<SpeechSense> Backwards;

    static SpeechVerbs()
    {
        var rows = TsvTable.Read(EmbeddedLexicons.Open("speech_verbs.tsv"), "word", "sense", "source").Rows
            .Select(row => KeyValuePair.Create(row["word"], row.Word<SpeechSense>("sense"))).ToList();
        Forwards = new WordTrie<SpeechSense>(rows);
        Backwards = new WordTrie<SpeechSense>(rows.Where(row => row.Value is SpeechSense.Say or SpeechSense.Deny or SpeechSense.Announce), reversed: true);
        Longest = rows.Max(row => row.Key.Length);
    }

    /// <summary>Length of the longest verb.</summary>
    public static int Longest { get; }

    /// <summary>Finds the longest verb that <paramref name="text"/> starts with.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, out int length, out SpeechSense sense) => Forwards.TryLongest(text, out length, out sense);

    /// <summary>True where <paramref name="text"/> ends with a verb that quotations follow.</summary>
    public static bool EndsWithVerb(ReadOnlySpan<char> text) => Backwards.TryLongest(text, out _, out _);
}
