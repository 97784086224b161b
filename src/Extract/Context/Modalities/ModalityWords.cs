using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>The words of data/lexicons/modality.tsv.</summary>
internal sealed class ModalityWords(LexiconTables tables)
{
    private readonly WordTrie<ModalitySense> _words = new(
        tables.Rows("modality.tsv", "word", 1, "word", "sense", "source").Select(row => KeyValuePair.Create(row.Folded("word"), row.Word<ModalitySense>("sense"))));

    /// <summary>Finds the longest word that starts with the word at <paramref name="index"/> and ends with one.</summary>
    public bool TryMatch(SentenceParts parts, int index, out int end, out ModalitySense sense)
    {
        var start = parts.Words[index].Span.Start;
        end = start;
        if (!_words.TryLongest(parts.Folded.AsSpan(start, parts.Span.End - start), out var length, out sense))
        {
            return false;
        }

        end = start + length;
        if (parts.IsWordEnd(end) || (parts.Folded[start] == '拟' && parts.Words[index].Span.Length == 2))
        {
            // The segmenter joins 拟 to what follows where it knows neither (拟按).
            return true;
        }

        end = parts.Words[index].Span.End;
        return _words.TryLongest(parts.Text(index), out length, out sense) && length == parts.Words[index].Span.Length;
    }
}
