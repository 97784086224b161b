namespace Pipeline.DictionaryCompiler;

/// <summary>A node of the trie before it is packed.</summary>
internal sealed class TrieNode
{
    /// <summary>Children by character code, ascending.</summary>
    public SortedList<int, TrieNode> Children { get; } = [];

    /// <summary>The word that ends here, or null.</summary>
    public WordEntry? Word { get; set; }

    /// <summary>Sum of the frequencies of all words below: how often the node is asked for.</summary>
    public long Visits { get; set; }

    /// <summary>Where its unit stands in the double array.</summary>
    public int Place { get; set; }

    /// <summary>Base of its children there.</summary>
    public int Base { get; set; }
}
