using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using JiebaNet.Segmenter;
using JiebaNet.Segmenter.PosSeg;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.JiebaNet;

/// <summary>jieba.NET 0.42.2 behind the extractor's own contract: its cuts as spans of the text, with jieba's tags. Thread-safe.</summary>
/// <remarks>Where its words differ from those of <see cref="Extract.Segmentation.JiebaSegmenter"/>, and what it costs: docs/segmentation.md.</remarks>
public sealed class JiebaNetSegmenter : ISegmenter
{
    /// <summary>Tags of words that the dictionary does not list, remembered up to this many.</summary>
    private const int MostRemembered = 100_000;

    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("0123456789.%");

    private static readonly Lazy<JiebaNetSegmenter> Shared = new(() => new JiebaNetSegmenter(Path.Combine(AppContext.BaseDirectory, "jieba.net")));

    private readonly global::JiebaNet.Segmenter.JiebaSegmenter segmenter;
    private readonly Lazy<PosSegmenter> tagger;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> tags;
    private readonly ConcurrentDictionary<string, string> unlisted = new(StringComparer.Ordinal);

    private JiebaNetSegmenter(string resources)
    {
        var dictionary = Path.Combine(resources, "dict.txt");
        if (!File.Exists(dictionary))
        {
            // The package itself would go on without words.
            throw new FileNotFoundException($"{dictionary}: jieba.NET's dictionary is not there; build again with -p:JiebaNet=true, which copies it from the package", dictionary);
        }

        ConfigManager.ConfigFileBaseDir = resources;
        segmenter = new global::JiebaNet.Segmenter.JiebaSegmenter();
        tagger = new Lazy<PosSegmenter>(() => new PosSegmenter(segmenter));
        tags = ReadTags(dictionary).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The accurate mode, with Markov model. The dictionary is read at first use.</summary>
    /// <exception cref="FileNotFoundException">The dictionary is not beside the program.</exception>
    public static JiebaNetSegmenter Default => Shared.Value;

    /// <inheritdoc/>
    public void Segment(ReadOnlySpan<char> folded, List<Word> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (start, end) = (0, 0);
        foreach (var cut in segmenter.Cut(folded.ToString()))
        {
            end += cut.Length;

            // The package also cuts between the halves of a character outside the BMP.
            if (end < folded.Length && char.IsHighSurrogate(folded[end - 1]) && char.IsLowSurrogate(folded[end]))
            {
                continue;
            }

            words.Add(new Word(new TextSpan(start, end), TagOf(folded[start..end])));
            start = end;
        }
    }

    private string TagOf(ReadOnlySpan<char> word)
    {
        if (tags.TryGetValue(word, out var tag))
        {
            return tag;
        }

        if (!word.ContainsAnyInRange('\u4e00', '\u9fd5'))
        {
            return word.ContainsAnyInRange('0', '9') && !word.ContainsAnyExcept(NumberMarks) ? "m" : char.IsAsciiLetterOrDigit(word[0]) ? "eng" : "x";
        }

        var text = word.ToString();
        if (unlisted.TryGetValue(text, out var known))
        {
            return known;
        }

        // The package's tagger may cut the word again: what it says of its last part is said of it.
        known = string.Intern(tagger.Value.Cut(text).LastOrDefault()?.Flag ?? "x");
        if (unlisted.Count < MostRemembered)
        {
            unlisted[text] = known;
        }

        return known;
    }

    /// <summary>The third column of the dictionary; the package's tagger has the same table and does not show it.</summary>
    private static FrozenDictionary<string, string> ReadTags(string dictionary)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(dictionary))
        {
            var (first, last) = (line.IndexOf(' ', StringComparison.Ordinal), line.LastIndexOf(' '));
            if (first > 0 && last > first)
            {
                listed[line[..first]] = string.Intern(line[(last + 1)..]);
            }
        }

        return listed.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
