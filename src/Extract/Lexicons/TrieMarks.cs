namespace Pipeline.Extract.Lexicons;

/// <summary>What is noted of a node of a trie.</summary>
[Flags]
internal enum TrieMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Longer words go through it.</summary>
    LeadsOn = 1,

    /// <summary>A word of the vocabulary ends there.</summary>
    Word = 2,

    /// <summary>A name ends there.</summary>
    Name = 4,
}
