using System.Globalization;
using Pipeline.Extract.Text;

namespace Pipeline.DictionaryCompiler;

/// <summary>jieba's dict.txt, folded as the texts will be.</summary>
internal sealed class WordList
{
    private const char Particle = '着';

    /// <summary>What Taiwan writes for <see cref="Particle"/>. Folding cannot change it, since 著名 has it in both scripts; so words with the one are listed with the other too.</summary>
    private const char TaiwaneseParticle = '著';

    private WordList(IReadOnlyList<WordEntry> words, long total) => (Words, Total) = (words, total);

    /// <summary>Words in ordinal order, each once.</summary>
    public IReadOnlyList<WordEntry> Words { get; }

    /// <summary>Sum of all frequencies before folding: jieba's, since every probability rests on it.</summary>
    public long Total { get; }

    /// <summary>
    /// Reads the list. A word that folding changes (乾隆 → 干隆) is listed under its folded form, since folded text holds no
    /// other, unless the list has that form itself: then the Simplified word's own figures stand, as in jieba. A single
    /// character that folding changes is left out: its figures are those of a Traditional character, not of the Simplified one.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is not word, frequency, tag; the message has file and line.</exception>
    public static WordList Read(string file)
    {
        var own = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        var folded = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        var total = 0L;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var cells = line.Split(' ');
            if (cells.Length != 3 || cells[0].Length == 0 || cells[2].Length == 0 || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var frequency) || frequency == 0)
            {
                throw new InvalidDataException($"{file}:{number}: expected 'word frequency tag', found '{line}'");
            }

            total += frequency;
            var entry = new WordEntry(TextFold.Fold(cells[0]), frequency, cells[2]);
            if (entry.Text == cells[0])
            {
                // A word listed twice has the later figures, and both count in the total: as in jieba.
                own[entry.Text] = entry;
            }
            else if (entry.Text.Length > 1 && (!folded.TryGetValue(entry.Text, out var rival) || rival.Frequency < frequency))
            {
                folded[entry.Text] = entry;
            }
        }

        foreach (var entry in folded.Values)
        {
            own.TryAdd(entry.Text, entry);
        }

        foreach (var entry in own.Values.Where(entry => entry.Text.Length > 1 && entry.Text.Contains(Particle, StringComparison.Ordinal)).ToList())
        {
            var taiwanese = entry.Text.Replace(Particle, TaiwaneseParticle);
            if (!own.TryGetValue(taiwanese, out var listed) || listed.Frequency < entry.Frequency)
            {
                own[taiwanese] = entry with { Text = taiwanese };
            }
        }

        return new WordList([.. own.Values.OrderBy(entry => entry.Text, StringComparer.Ordinal)], total);
    }
}
