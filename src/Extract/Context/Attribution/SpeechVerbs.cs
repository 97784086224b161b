using System.Collections.Immutable;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>The verbs of data/lexicons/speech_verbs.tsv.</summary>
internal sealed class SpeechVerbs
{
    /// <summary>The table that it reads.</summary>
    internal const string Table = "speech_verbs.tsv";

    private readonly WordTrie<SpeechSense> _forwards;
    private readonly WordTrie<SpeechSense> _backwards;

    public SpeechVerbs(LexiconTables tables)
    {
        var rows = tables.Rows(Table, "word", 1, "word", "sense", "source")
            .Select(row => KeyValuePair.Create(row.Folded("word"), row.Word<SpeechSense>("sense"))).ToList();
        _forwards = new WordTrie<SpeechSense>(rows);
        _backwards = new WordTrie<SpeechSense>(rows.Where(row => row.Value is SpeechSense.Say or SpeechSense.Deny or SpeechSense.Announce), reversed: true);
        Sayings = [.. rows.Where(row => row.Value is SpeechSense.Say or SpeechSense.Opine or SpeechSense.Show or SpeechSense.Deny).Select(row => row.Key)];
        Longest = rows.Max(row => row.Key.Length);
    }

    /// <summary>Length of the longest verb.</summary>
    public int Longest { get; }

    /// <summary>The verbs that say, opine, show or deny, folded: they have no object of their own, as 调查, 发现 and 判处 do.</summary>
    public ImmutableArray<string> Sayings { get; }

    /// <summary>Finds the longest verb that <paramref name="text"/> starts with.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, out int length, out SpeechSense sense) => _forwards.TryLongest(text, out length, out sense);

    /// <summary>True where <paramref name="text"/> ends with a verb that quotations follow.</summary>
    public bool EndsWithVerb(ReadOnlySpan<char> text) => _backwards.TryLongest(text, out _, out _);
}
