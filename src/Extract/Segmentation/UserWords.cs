using Pipeline.Extract.Text;

namespace Pipeline.Extract.Segmentation;

/// <summary>
/// Words laid over the shared dictionary: a trie of their own, the total they change, their tags.
/// <see cref="UserWordList"/> changes one instance under its lock and hands out copies, which nobody changes.
/// </summary>
internal sealed class UserWords
{
    /// <summary>Frequency of a node that is only the beginning of words.</summary>
    private const int PrefixOnly = -1;

    private const int Root = 0;

    /// <summary>Binary logarithm of the places in the map of first pairs: 16 kB.</summary>
    private const int PairBits = 17;

    /// <summary>Tags that a choice of <see cref="BestPath"/> can hold.</summary>
    private const int TagRoom = 255;

    private readonly Dictionary<(int Node, char Character), int> children;
    private readonly List<(int Frequency, int Tag)> nodes;
    private readonly List<string> tags;

    // Most places of a text are turned away by the first two units of the words.
    private readonly PairSet pairs;
    private readonly HashSet<char> alone;

    /// <summary>Starts with no words over <paramref name="dictionary"/>.</summary>
    public UserWords(WordDictionary dictionary)
    {
        children = [];
        nodes = [(PrefixOnly, IWordSink.Unlisted)];
        tags = [.. dictionary.Tags];
        pairs = new PairSet(PairBits);
        alone = [];
        Total = dictionary.Total;
        Tags = dictionary.Tags;
        LogTotal = Math.Log(Total);
        Untagged = dictionary.NoTag;
    }

    private UserWords(UserWords source)
    {
        children = new(source.children);
        nodes = [.. source.nodes];
        tags = source.tags;
        pairs = source.pairs.Copy();
        alone = [.. source.alone];
        Total = source.Total;
        Tags = [.. source.tags];
        LogTotal = source.LogTotal;
        Untagged = source.Untagged;
        HasForcedSplits = source.HasForcedSplits;
    }

    /// <summary>Sum of all frequencies, the shared dictionary's included.</summary>
    public long Total { get; private set; }

    /// <summary>Natural logarithm of <see cref="Total"/>.</summary>
    public double LogTotal { get; private set; }

    /// <summary>Parts of speech by index, the shared dictionary's first.</summary>
    public string[] Tags { get; }

    /// <summary>Index of <c>x</c>, tag of a word that was given none; as in jieba.</summary>
    public int Untagged { get; }

    /// <summary>Whether a word of frequency 0 was added: the Markov model then must not find it either.</summary>
    public bool HasForcedSplits { get; private set; }

    /// <summary>A copy that later changes do not reach.</summary>
    public UserWords Copy() => new(this);

    /// <summary>Adds or replaces a word. A frequency of 0 takes it out of the dictionary.</summary>
    /// <exception cref="ArgumentException">One tag too many.</exception>
    public void Set(ReadOnlySpan<char> word, int frequency, string? tag)
    {
        var index = tag is null ? IWordSink.Unlisted : TagIndex(tag);
        var node = Root;
        foreach (var character in word)
        {
            if (!children.TryGetValue((node, character), out var child))
            {
                child = nodes.Count;
                nodes.Add((PrefixOnly, IWordSink.Unlisted));
                children.Add((node, character), child);
            }

            node = child;
        }

        if (word.Length == 1)
        {
            alone.Add(word[0]);
        }
        else
        {
            pairs.Add(word[0], word[1]);
        }

        nodes[node] = (frequency, index == IWordSink.Unlisted ? nodes[node].Tag : index);
        Total += frequency;
        LogTotal = Math.Log(Total);
        HasForcedSplits |= frequency == 0;
    }

    /// <summary>Where a walk by <see cref="Next"/> starts at the first character of <paramref name="rest"/>; -1 where no word does.</summary>
    public int StartOf(ReadOnlySpan<char> rest) => rest.Length > 1 && pairs.MayContain(rest[0], rest[1]) || alone.Count > 0 && alone.Contains(rest[0]) ? Root : -1;

    /// <summary>The node after <paramref name="character"/>, or -1. Start from <see cref="StartOf"/>.</summary>
    public int Next(int node, char character) => children.TryGetValue((node, character), out var child) ? child : -1;

    /// <summary>Frequency and tag of the word that ends at <paramref name="node"/>.</summary>
    /// <returns>False when no user word ends there.</returns>
    public bool TryGetWord(int node, out int frequency, out int tag)
    {
        (frequency, tag) = nodes[node];
        return frequency != PrefixOnly;
    }

    /// <summary>Frequency of <paramref name="word"/> in both dictionaries together; null where jieba's table has no entry, 0 for a mere beginning of words and for a word taken out.</summary>
    public int? Frequency(WordDictionary dictionary, ReadOnlySpan<char> word)
    {
        var node = Find(word);
        if (node >= 0 && TryGetWord(node, out var own, out _))
        {
            return own;
        }

        var unit = dictionary.Find(word);
        return unit != 0 ? dictionary.Frequencies[DictionaryFormat.FrequencyIndex(unit)] : node >= 0 ? 0 : null;
    }

    /// <summary>Whether <paramref name="word"/> was added with frequency 0.</summary>
    public bool IsForcedSplit(ReadOnlySpan<char> word) => HasForcedSplits && Find(word) is >= 0 and var node && nodes[node].Frequency == 0;

    private int Find(ReadOnlySpan<char> word)
    {
        var node = Root;
        for (var i = 0; i < word.Length && node >= 0; i++)
        {
            node = Next(node, word[i]);
        }

        return node;
    }

    private int TagIndex(string tag)
    {
        var index = tags.IndexOf(tag);
        if (index < 0)
        {
            index = tags.Count < TagRoom ? tags.Count : throw new ArgumentException($"tag '{tag}' is one too many: a segmenter tells {TagRoom} apart", nameof(tag));
            tags.Add(string.Intern(tag));
        }

        return index;
    }
}
