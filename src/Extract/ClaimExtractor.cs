using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract;

/// <summary>Article in, claims out. Immutable and thread-safe; the same article gives the same claims on every machine.</summary>
public sealed class ClaimExtractor
{
    private readonly ContextLexicon _lexicon;
    private readonly ISegmenter _segmenter;

    /// <summary>An extractor with the given words.</summary>
    public ClaimExtractor(ContextLexicon lexicon, ISegmenter segmenter) => (_lexicon, _segmenter) = (lexicon, segmenter);

    /// <summary>The claims of <paramref name="article"/>, in the order of their spans.</summary>
    internal List<Claim> Extract(Article article, IReadOnlyList<Quantity> quantities, IReadOnlyList<SkippedNumber> skipped)
    {
        var folded = TextFold.Fold(article.Text);
        var contentId = ContentId.OfArticle(article.Text);
        var claims = new List<Claim>();
        var antecedents = new Antecedents();
        var reader = new TokenReader(_lexicon);
        var position = 0;
        var (next, nextSkipped) = (0, 0);
        while (SentenceSplitter.TryNext(folded, ref position, out var span))
        {
            var inside = new List<Quantity>();
            while (next < quantities.Count && quantities[next].Span.Start < span.End)
            {
                inside.Add(quantities[next++]);
            }

            var insideSkipped = new List<SkippedNumber>();
            while (nextSkipped < skipped.Count && skipped[nextSkipped].Span.Start < span.End)
            {
                insideSkipped.Add(skipped[nextSkipped++]);
            }

            var clauses = new List<TextSpan>();
            ClauseSplitter.Split(folded, span, clauses);
            var relative = new List<Word>();
            _segmenter.Segment(folded.AsSpan(span.Start, span.Length), relative);
            var words = relative.ConvertAll(w => new Word(new TextSpan(w.Span.Start + span.Start, w.Span.End + span.Start), w.Tag));
            var sentence = new AnalyzedSentence { Folded = folded, Span = span, Clauses = clauses, Words = words, Quantities = inside };
            var tokens = new List<Token>();
            reader.Read(sentence, insideSkipped, [], tokens);
            var frame = new SentenceFrame(article.Text, new TokenRow(folded, tokens), inside, antecedents);
            SentenceBinder.Bind(frame);
            AntecedentUpdate.After(frame);
            foreach (var bound in frame.Bound)
            {
                if (!frame.EarlierTokens.Contains(bound.Token))
                {
                    claims.Add(ToClaim(article, contentId, span, bound));
                }
            }
        }

        return claims;
    }

    private Claim ToClaim(Article article, string contentId, TextSpan sentence, BoundQuantity bound)
    {
        var (quantity, draft) = (bound.Quantity, bound.Draft);
        return new Claim
        {
            Id = ContentId.OfClaim(contentId, quantity.Span),
            ArticleId = article.Id,
            Kind = draft.Kind!.Value,
            Text = article.Text[quantity.Span.Start..quantity.Span.End],
            Start = quantity.Span.Start,
            End = quantity.Span.End,
            Sentence = article.Text[sentence.Start..sentence.End],
            Low = draft.Low,
            High = draft.High,
            Unit = quantity.Unit,
            Bound = quantity.Bound,
            Per = quantity.Per is { } per ? article.Text[per.Start..per.End] : null,
            Direction = draft.Direction,
            From = draft.From,
            Basis = draft.Basis,
            Subject = draft.SubjectText,
            SubjectId = draft.SubjectText is { } subject && _lexicon.TryGet(TextFold.Fold(subject), out var sense) ? sense.Entity?.Id : null,
            Metric = draft.Metric,
            MetricId = draft.MetricSense?.Id,
            Whole = draft.Whole,
            Confidence = Confidence.Of(draft),
            Rule = draft.Rule,
        };
    }
}
