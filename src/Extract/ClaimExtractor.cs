using System.Collections.Concurrent;
using Pipeline.Extract.Context;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract;

/// <summary>Article in, claims out (docs/extraction.md). Immutable and thread-safe; the same article gives the same claims on every machine.</summary>
public sealed class ClaimExtractor
{
    private static readonly Lazy<ClaimExtractor> Shared = new(static () => new ClaimExtractor(LexiconSet.BuiltIn));

    private readonly LexiconSet _lexicons;
    private readonly ISegmenter _segmenter;
    private readonly QuantityScanner _scanner;
    private readonly ConcurrentBag<ArticleBuffers> _spare = [];

    /// <summary>Makes an extractor.</summary>
    /// <param name="lexicons">Its vocabularies.</param>
    /// <param name="segmenter">Cuts sentences into tagged words; null for jieba's cut with the names of the lexicons laid over it.</param>
    public ClaimExtractor(LexiconSet lexicons, ISegmenter? segmenter = null)
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        (_lexicons, _segmenter, _scanner) = (lexicons, segmenter ?? lexicons.Segmenter, new QuantityScanner(lexicons.Quantities));
    }

    /// <summary>The extractor with the built-in vocabularies, made at first use.</summary>
    public static ClaimExtractor Default => Shared.Value;

    /// <summary>The claims of <paramref name="article"/>, in the order of their spans, which do not overlap.</summary>
    public IReadOnlyList<Claim> Extract(Article article) => Pass(article, static pass => pass.Claims());

    /// <summary>The claims of <paramref name="article"/> with what bound each, and the numbers that are no claims with their reasons.</summary>
    public Explanation Explain(Article article) => Pass(article, static pass => pass.Explanation());

    private TResult Pass<TResult>(Article article, Func<ArticlePass, TResult> read)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!_spare.TryTake(out var buffers))
        {
            buffers = new ArticleBuffers(_lexicons.Vocabulary);
        }

        try
        {
            return read(new ArticlePass(article, _lexicons, _segmenter, _scanner, buffers));
        }
        finally
        {
            if (buffers.TryClear())
            {
                _spare.Add(buffers);
            }
        }
    }
}
