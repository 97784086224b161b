namespace Pipeline.Extract.Segmentation;

/// <summary>What jieba's block patterns tell apart. A block is a longest run of <see cref="Han"/>, <see cref="Alphanumeric"/> and <see cref="Joiner"/>.</summary>
internal enum CharacterClass
{
    /// <summary>Space, punctuation and all else: each a word by itself.</summary>
    Outside = 0,

    /// <summary>U+4E00 to U+9FD5.</summary>
    Han = 1,

    /// <summary>ASCII letter or digit.</summary>
    Alphanumeric = 2,

    /// <summary>One of <c>+ # &amp; . _ % -</c>, which hold a block together.</summary>
    Joiner = 3,
}
