using System.Runtime.InteropServices;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>One article on its way from text to claims. Used once, by one thread.</summary>
internal sealed class ArticlePass
{
    /// <summary>How many number-free sentences before a quantity are read for a subject it may carry over.</summary>
    private const int SentencesBack = 3;

    private readonly Article _article;
    private readonly ContextLexicon _lexicon;
    private readonly CircumstanceLexicon _circumstances;
    private readonly ISegmenter _segmenter;
    private readonly string _folded;
    private readonly string _contentId;
    private readonly IReadOnlyList<TextSpan> _sentences;
    private readonly List<Quantity> _quantities;
    private readonly List<SkippedNumber> _skipped;
    private readonly ArticleBuffers _buffers;
    private readonly OrganisationNames _names;
    private readonly Discourse _discourse;
    private Antecedents _antecedents = Antecedents.None;
    private TextSpan _writtenSpan;
    private string _writtenSentence = string.Empty;

    public ArticlePass(Article article, LexiconSet lexicons, ISegmenter segmenter, QuantityScanner scanner, ArticleBuffers buffers)
    {
        ArgumentNullException.ThrowIfNull(article);
        (_article, _lexicon, _circumstances, _segmenter) = (article, lexicons.Context, lexicons.Circumstances, segmenter);
        (_buffers, _quantities, _skipped) = (buffers, buffers.Quantities, buffers.Skipped);
        _folded = TextFold.Fold(article.Text);
        _contentId = ContentId.OfArticle(article.Text);
        _sentences = SentenceSplitter.Split(_folded);
        scanner.Scan(QuantityScanContext.Of(article.Text, _folded, lexicons.Quantities), new TextSpan(0, _folded.Length), _quantities, _skipped);
        _names = OrganisationNames.In(_folded, segmenter, _lexicon, lexicons.Names);
        _discourse = new Discourse(_folded, _sentences, article.PublishedAt?.Date, segmenter, lexicons.Circumstances, _names);
    }

    /// <summary>The claims, in order.</summary>
    public List<Claim> Claims()
    {
        var claims = new List<Claim>(_quantities.Count);
        Run((sentence, bound) => claims.Add(ToClaim(sentence, bound)), earlier => { });
        return claims;
    }

    /// <summary>The claims with what bound them, and every other number with its reason.</summary>
    public Explanation Explanation()
    {
        var claims = new List<ExplainedClaim>(_quantities.Count);
        var skipped = new List<SkippedNumber>(_skipped);
        Run(
            (sentence, bound) =>
            {
                var claim = ToClaim(sentence, bound);
                claims.Add(new ExplainedClaim(claim, bound.Draft.Evidence, OriginsOf(bound.Draft), OpenOf(claim, bound.Draft)));
            },
            earlier => skipped.Add(new SkippedNumber(earlier.Span, SkipReason.EarlierValue)));
        skipped.Sort(static (one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return new Explanation(claims, skipped);
    }

    private static List<string> OriginsOf(ClaimDraft draft) =>
        [$"subject: {draft.SubjectSource.ToString().ToLowerInvariant()}", $"metric: {draft.MetricSource.ToString().ToLowerInvariant()}"];

    private static List<string> OpenOf(Claim claim, ClaimDraft draft)
    {
        var open = new List<string>();
        if (claim.Subject is null)
        {
            open.Add("subject");
        }

        if (claim.Metric is null && !draft.IsMetricSettled)
        {
            open.Add("metric");
        }

        if (claim.Whole is null && claim.Kind is ClaimKind.Share or ClaimKind.MarketShare or ClaimKind.RevenueShare)
        {
            open.Add("whole");
        }

        if (claim.Time is null)
        {
            open.Add("time");
        }

        return open;
    }

    private void Run(Action<AnalyzedSentence, BoundQuantity> claim, Action<Quantity> earlier)
    {
        var (next, nextSkipped) = (0, 0);
        var lastRead = -1;
        for (var index = 0; index < _sentences.Count && next < _quantities.Count; index++)
        {
            var span = _sentences[index];
            while (nextSkipped < _skipped.Count && _skipped[nextSkipped].Span.End <= span.Start)
            {
                nextSkipped++;
            }

            if (_quantities[next].Span.Start >= span.End)
            {
                continue;
            }

            for (var gap = Math.Max(lastRead + 1, index - SentencesBack); gap < index; gap++)
            {
                var (unread, near) = (_sentences[gap], nextSkipped);
                _antecedents = _antecedents.AfterUnread(before => Read(unread, [], near, before).Frame);
            }

            lastRead = index;
            var first = next;
            while (next < _quantities.Count && _quantities[next].Span.Start < span.End)
            {
                next++;
            }

            var (sentence, frame) = Read(span, _quantities.GetRange(first, next - first), nextSkipped, _antecedents);
            SentenceBinder.Bind(frame);
            _antecedents = _antecedents.After(frame);
            foreach (var bound in frame.Bound)
            {
                if (frame.EarlierTokens.Contains(bound.Token))
                {
                    earlier(bound.Quantity);
                }
                else
                {
                    claim(sentence, bound);
                }
            }
        }
    }

    private (AnalyzedSentence Sentence, SentenceFrame Frame) Read(TextSpan span, List<Quantity> quantities, int nextSkipped, Antecedents antecedents)
    {
        _buffers.Clauses.Clear();
        ClauseSplitter.Split(_folded, span, _buffers.Clauses);
        _buffers.Words.Clear();
        _segmenter.Segment(_folded.AsSpan(span.Start, span.Length), _buffers.Words);
        for (var i = 0; i < _buffers.Words.Count; i++)
        {
            var word = _buffers.Words[i];
            _buffers.Words[i] = new Word(new TextSpan(word.Span.Start + span.Start, word.Span.End + span.Start), word.Tag);
        }

        var names = _names.Join(span, _buffers.Words);
        var words = _buffers.Words.ToArray();

        var firstSkipped = FirstSkippedFrom(span.Start, nextSkipped);
        var endSkipped = firstSkipped;
        while (endSkipped < _skipped.Count && _skipped[endSkipped].Span.Start < span.End)
        {
            endSkipped++;
        }

        var skipped = CollectionsMarshal.AsSpan(_skipped)[firstSkipped..endSkipped];
        var sentence = new AnalyzedSentence { Lexicon = _circumstances, Folded = _folded, Span = span, Clauses = _buffers.Clauses.ToArray(), Words = words, Names = names, Quantities = quantities };
        _buffers.Reader.Read(sentence, words, skipped, CollectionsMarshal.AsSpan(quantities), _buffers.Tokens);
        return (sentence, new SentenceFrame(_article.Text, new TokenRow(_folded, _buffers.Tokens.ToArray()), quantities, _discourse.SpokenIn(sentence), antecedents));
    }

    private int FirstSkippedFrom(int start, int near)
    {
        while (near > 0 && _skipped[near - 1].Span.End > start)
        {
            near--;
        }

        return near;
    }

    private Claim ToClaim(AnalyzedSentence sentence, BoundQuantity bound)
    {
        var (quantity, draft) = (bound.Quantity, bound.Draft);
        var circumstances = _discourse.Of(sentence, quantity);
        return new Claim
        {
            Id = ContentId.OfClaim(_contentId, quantity.Span),
            ArticleId = _article.Id,
            Kind = draft.Kind!.Value,
            Text = Written(quantity.Span),
            Start = quantity.Span.Start,
            End = quantity.Span.End,
            Sentence = WrittenSentence(sentence.Span),
            Low = draft.Low,
            High = draft.High,
            Unit = quantity.Unit,
            Bound = quantity.Bound,
            Per = quantity.Per is { } per ? Written(per) : quantity.ImpliedPer,
            Direction = draft.Direction,
            From = draft.From,
            Basis = draft.Basis,
            Subject = draft.SubjectText,
            SubjectId = draft.SubjectText is { } subject ? _names.IdOf(TextFold.Fold(subject)) : null,
            Metric = draft.Metric,
            MetricId = draft.MetricSense?.Id,
            Whole = draft.Whole,
            Time = circumstances.Time,
            Speaker = circumstances.Speaker is { } speaker ? Written(speaker) : null,
            Quoted = circumstances.Quoted,
            Modality = circumstances.Modality,
            Confidence = Confidence.Of(draft),
            Rule = draft.Rule,
        };
    }

    /// <summary>The claims of a sentence share its text.</summary>
    private string WrittenSentence(TextSpan span)
    {
        if (_writtenSpan != span)
        {
            (_writtenSpan, _writtenSentence) = (span, Written(span));
        }

        return _writtenSentence;
    }

    private string Written(TextSpan span) => _article.Text[span.Start..span.End];
}
