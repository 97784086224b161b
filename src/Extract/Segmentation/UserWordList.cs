using System.Globalization;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Segmentation;

/// <summary>
/// Words of a user's own, laid over jieba's. Belongs to the segmenters it is given to, not to the process. Thread-safe:
/// words may be added while texts are cut; a text that is being cut keeps the words it started with.
/// </summary>
/// <remarks>Words are folded, so one spelling serves both scripts. After words were added, the next cut copies the list once.</remarks>
public sealed class UserWordList
{
    private readonly Lock sync = new();
    private readonly WordDictionary dictionary = WordDictionary.Embedded;
    private readonly UserWords words;
    private volatile UserWords? published;

    /// <summary>Creates an empty list.</summary>
    public UserWordList() => words = new UserWords(dictionary);

    /// <summary>The words as they are now; what is added later does not reach it.</summary>
    internal UserWords Current
    {
        get
        {
            if (published is { } current)
            {
                return current;
            }

            lock (sync)
            {
                return published ??= words.Copy();
            }
        }
    }

    /// <summary>Adds a word, or changes one.</summary>
    /// <param name="word">In either script. Letters, digits, Han characters and <c>+ # &amp; . _ % -</c>.</param>
    /// <param name="frequency">Occurrences on the scale of jieba's list (60 million in all); 0 takes the word out; null: as many as make it win over its parts.</param>
    /// <param name="tag">Part of speech, or null to keep the one it has; <c>x</c> when it has none.</param>
    /// <exception cref="ArgumentException">The word is empty or has a character at which every word ends.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frequency"/> is negative.</exception>
    public void Add(string word, int? frequency = null, string? tag = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        ArgumentOutOfRangeException.ThrowIfNegative(frequency ?? 0, nameof(frequency));
        var folded = TextFold.Fold(word);
        if (ImpossibleIn(folded) is { } mark)
        {
            throw new ArgumentException($"'{word}' can never be a word: every word ends at '{mark}'", nameof(word));
        }

        lock (sync)
        {
            words.Set(folded, frequency ?? Suggest(folded), tag);
            published = null;
        }
    }

    /// <summary>False for a word with a character at which every word ends.</summary>
    internal bool IsPossible(string folded) => ImpossibleIn(folded) is null;

    /// <summary>Takes a word out: it is no longer found, not by the Markov model either.</summary>
    public void Remove(string word) => Add(word, 0);

    /// <summary>Adds the words of a file in jieba's format: a word a line, then, each optional and after a space, its frequency and its tag.</summary>
    /// <param name="reader">Its text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="FormatException">A line has another form; the message has file and line. The words before it are added.</exception>
    public void Load(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var cells = line.Trim().TrimStart('\ufeff').Split(' ', '\t');
            if (cells[0].Length == 0 && cells.Length == 1)
            {
                continue;
            }

            int? frequency = null;
            string? tag = null;
            var wellFormed = cells.Length switch
            {
                1 => cells[0].Length > 0,
                2 => TryReadFrequency(cells[1], ref frequency) || TryReadTag(cells[1], ref tag),
                3 => TryReadFrequency(cells[1], ref frequency) && TryReadTag(cells[2], ref tag),
                _ => false,
            };
            if (!wellFormed)
            {
                throw new FormatException($"{file}:{number}: expected 'word', 'word frequency', 'word tag' or 'word frequency tag', found '{line}'");
            }

            if (ImpossibleIn(TextFold.Fold(cells[0])) is { } mark)
            {
                throw new FormatException($"{file}:{number}: '{cells[0]}' can never be a word: every word ends at '{mark}'");
            }

            Add(cells[0], frequency, tag);
        }
    }

    private static bool TryReadFrequency(string cell, ref int? frequency)
    {
        frequency = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return frequency is not null;
    }

    private static bool TryReadTag(string cell, ref string? tag)
    {
        tag = cell.Length > 0 && cell.All(char.IsAsciiLetterLower) ? cell : null;
        return tag is not null;
    }

    /// <summary>The first character at which every word ends, or null.</summary>
    private char? ImpossibleIn(string folded)
    {
        foreach (var unit in folded)
        {
            if (dictionary.Codes[unit] <= DictionaryFormat.CodeMask)
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>jieba's suggest_freq: one more than the frequency at which the word would be as likely as the words it falls into now.</summary>
    private int Suggest(string word)
    {
        var ends = new int[word.Length];
        var count = new WordCutter(dictionary, words, useMarkovModel: false, word).Ends(ends);
        var share = 1.0;
        var start = 0;
        foreach (var end in ends.AsSpan(0, count))
        {
            share *= (words.Frequency(dictionary, word.AsSpan(start..end)) ?? 1) / (double)words.Total;
            start = end;
        }

        return Math.Max((int)(share * words.Total) + 1, words.Frequency(dictionary, word) ?? 1);
    }
}
