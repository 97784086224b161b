using System.Collections.Immutable;
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

    /// <summary>Sentences that go through each step together, so that a step finds its code and tables in the processor's caches.</summary>
    private const int ReadTogether = 16;

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
    private (TextSpan Speaker, string? Body) _lastBody;

    public ArticlePass(Article article, LexiconSet lexicons, ISegmenter segmenter, QuantityScanner scanner, ArticleBuffers buffers)
    {
        ArgumentNullException.ThrowIfNull(article);
        (_article, _lexicon, _circumstances, _segmenter) = (article, lexicons.Context, lexicons.Circumstances, segmenter);
        (_buffers, _quantities, _skipped) = (buffers, buffers.Quantities, buffers.Skipped);
        _folded = TextFold.Fold(article.Text);
        _contentId = ContentId.OfArticle(article.Text);
        _sentences = SentenceSplitter.Split(_folded);
        scanner.Scan(QuantityScanContext.Of(article.Text, _folded, lexicons.Quantities), new TextSpan(0, _folded.Length), _quantities, _skipped);
        _sentences = WithoutFurniture(_sentences);
        _names = OrganisationNames.In(_folded, segmenter, lexicons, buffers.Listed);
        _discourse = new Discourse(_folded, _sentences, article.PublishedAt?.Date, segmenter, lexicons.Circumstances, _names);
    }

    /// <summary>Leaves out the sentences that are the page's and no part of the text, with the numbers in them.</summary>
    private IReadOnlyList<TextSpan> WithoutFurniture(IReadOnlyList<TextSpan> sentences)
    {
        var invitations = InvitationLine.In(_folded);
        bool IsInvited(TextSpan span) => invitations.Exists(line => span.Start >= line.Start && span.Start < line.End);
        if (invitations.Count > 0 && _quantities.RemoveAll(quantity => IsInvited(quantity.Span) && Skip(quantity.Span)) > 0)
        {
            _skipped.Sort(static (one, other) => one.Span.Start.CompareTo(other.Span.Start));
        }

        return invitations.Count > 0 || sentences.Any(sentence => PageLine.Is(sentence.Of(_folded)))
            ? [.. sentences.Where(sentence => !PageLine.Is(sentence.Of(_folded)) && !IsInvited(sentence))]
            : sentences;

        bool Skip(TextSpan span)
        {
            _skipped.Add(new SkippedNumber(span, SkipReason.Furniture));
            return true;
        }
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
                claims.Add(new ExplainedClaim(claim, [.. bound.Draft.Evidence.Distinct(StringComparer.Ordinal)], OriginsOf(bound.Draft), OpenOf(claim, bound.Draft)));
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
        var (index, next, lastRead) = (0, 0, -1);
        var batch = new List<SentenceStep>(ReadTogether);
        while (index < _sentences.Count && next < _quantities.Count)
        {
            batch.Clear();
            for (; index < _sentences.Count && next < _quantities.Count && batch.Count < ReadTogether; index++)
            {
                var span = _sentences[index];
                var first = next;
                while (next < _quantities.Count && _quantities[next].Span.Start < span.End)
                {
                    next++;
                }

                if (next > first)
                {
                    batch.Add(new SentenceStep(index, Cut(span, [.. CollectionsMarshal.AsSpan(_quantities)[first..next]])));
                }
            }

            foreach (var step in batch)
            {
                step.Row = Tokens(step.Sentence);
            }

            foreach (var step in batch)
            {
                step.Spoken = _discourse.SpokenIn(step.Sentence);
            }

            foreach (var step in batch)
            {
                for (var gap = Math.Max(lastRead + 1, step.Index - SentencesBack); gap < step.Index; gap++)
                {
                    _antecedents = _antecedents.AfterUnread(new UnreadSentence(this, _sentences[gap]));
                }

                lastRead = step.Index;
                step.Frame = new SentenceFrame(_article.Text, step.Row!, step.Sentence.Quantities, step.Spoken, _antecedents) { BodyBehind = BodyBehind };
                SentenceBinder.Bind(step.Frame);
                _antecedents = _antecedents.After(step.Frame);
            }

            foreach (var step in batch)
            {
                foreach (var bound in step.Frame!.Bound)
                {
                    if (step.Frame.EarlierTokens.Contains(bound.Token))
                    {
                        earlier(bound.Quantity);
                    }
                    else
                    {
                        claim(step.Sentence, bound);
                    }
                }
            }
        }
    }

    /// <summary>Reads a sentence without a quantity, which a later one asks for.</summary>
    public SentenceFrame ReadAlone(TextSpan span, Antecedents antecedents)
    {
        var sentence = Cut(span, []);
        return new SentenceFrame(_article.Text, Tokens(sentence), [], _discourse.SpokenIn(sentence), antecedents);
    }

    /// <summary>“我们的毛利率为25%。”宁德时代董事长说: the body for which he speaks who is named behind the quotation at <paramref name="position"/>, or whose figures he tells; null for none.</summary>
    private string? BodyBehind(int position)
    {
        if (_discourse.SpeakerBehind(position) is not { } speaker)
        {
            return null;
        }

        if (_lastBody.Speaker != speaker)
        {
            var span = _sentences[_discourse.SentenceAt(speaker.Start)];
            var sentence = ReadAlone(span, _antecedents);
            _lastBody = (speaker, SubjectName.BodyOfSpeaker(sentence, sentence.Row.Touching(speaker, new Phrase(0, sentence.Row.Count))));
        }

        return _lastBody.Body;
    }

    private AnalyzedSentence Cut(TextSpan span, ImmutableArray<Quantity> quantities)
    {
        _buffers.Clauses.Clear();
        ClauseSplitter.Split(_folded, span, _buffers.Clauses);
        _buffers.Words.Clear();
        _segmenter.Segment(_folded.AsSpan(span.Start, span.Length), _buffers.Words);
        return new AnalyzedSentence { Lexicon = _circumstances, Folded = _folded, Span = span, Clauses = [.. _buffers.Clauses], Words = Moved(_buffers.Words, span.Start), Quantities = quantities };
    }

    /// <summary>The words of a stretch that starts at <paramref name="start"/>, at their positions in the article.</summary>
    private static ImmutableArray<Word> Moved(List<Word> words, int start)
    {
        var moved = new Word[words.Count];
        for (var i = 0; i < moved.Length; i++)
        {
            moved[i] = new Word(new TextSpan(words[i].Span.Start + start, words[i].Span.End + start), words[i].Tag);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(moved);
    }

    private TokenRow Tokens(AnalyzedSentence sentence)
    {
        sentence.JoinNames(_names);
        var firstSkipped = FirstSkippedAfter(sentence.Span.Start);
        var endSkipped = firstSkipped;
        while (endSkipped < _skipped.Count && _skipped[endSkipped].Span.Start < sentence.Span.End)
        {
            endSkipped++;
        }

        _buffers.Reader.Read(sentence, CollectionsMarshal.AsSpan(_skipped)[firstSkipped..endSkipped], _buffers.Tokens);
        DivisionNames.Settle(_folded, _buffers.Tokens, _circumstances.Cues);
        return new TokenRow(_folded, _buffers.Tokens.ToArray(), _circumstances.Cues);
    }

    /// <summary>The first skipped number that ends after <paramref name="start"/>.</summary>
    private int FirstSkippedAfter(int start)
    {
        var (low, high) = (0, _skipped.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _skipped[middle].Span.End <= start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private Claim ToClaim(AnalyzedSentence sentence, BoundQuantity bound)
    {
        var (quantity, draft) = (bound.Quantity, bound.Draft);
        var circumstances = _discourse.Of(sentence, quantity);
        var subjectId = draft.SubjectText is { } subject ? _names.IdOf(TextFold.Fold(subject)) : null;
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
            SubjectId = subjectId,
            Metric = draft.Metric,
            MetricId = draft.MetricSense?.Id,
            Whole = draft.Whole,
            Time = circumstances.Time,
            Speaker = circumstances.Speaker is { } speaker ? Written(speaker) : null,
            Quoted = circumstances.Quoted,
            Modality = circumstances.Modality,
            Confidence = Confidence.Of(draft, subjectId is not null),
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

    /// <summary>A sentence with a quantity on its way.</summary>
    private sealed class SentenceStep(int index, AnalyzedSentence sentence)
    {
        public int Index { get; } = index;

        public AnalyzedSentence Sentence { get; } = sentence;

        public TokenRow? Row { get; set; }

        public ImmutableArray<Attribution.Spoken> Spoken { get; set; }

        public SentenceFrame? Frame { get; set; }
    }
}
