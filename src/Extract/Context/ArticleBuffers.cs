using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>The lists that one article after another fills, so that a short text does not pay for them anew. Used by one thread at a time.</summary>
internal sealed class ArticleBuffers
{
    /// <summary>Most entries that are worth keeping: those of an article of some ten thousand characters.</summary>
    private const int MostKept = 4096;

    /// <summary>Makes the lists of those who find words of <paramref name="vocabulary"/>.</summary>
    public ArticleBuffers(Vocabulary vocabulary)
    {
        Listed = new ListedWords(vocabulary);
        Reader = new TokenReader(Listed);
    }

    /// <summary>The article's quantities.</summary>
    public List<Quantity> Quantities { get; } = [];

    /// <summary>Its other numbers.</summary>
    public List<SkippedNumber> Skipped { get; } = [];

    /// <summary>The clauses of a sentence.</summary>
    public List<TextSpan> Clauses { get; } = [];

    /// <summary>The words of a sentence, positions within it.</summary>
    public List<Word> Words { get; } = [];

    /// <summary>The tokens of a sentence.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>The listed words of a sentence.</summary>
    public ListedWords Listed { get; }

    /// <summary>Reads the tokens.</summary>
    public TokenReader Reader { get; }

    /// <summary>Forgets the article.</summary>
    /// <returns>False when the lists have grown too long to be kept.</returns>
    public bool TryClear()
    {
        Quantities.Clear();
        Skipped.Clear();
        return Math.Max(Math.Max(Quantities.Capacity, Skipped.Capacity), Math.Max(Words.Capacity, Tokens.Capacity)) <= MostKept;
    }
}
