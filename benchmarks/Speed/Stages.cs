using Pipeline.Extract;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Benchmarks.Speed;

/// <summary>The stages of extraction, each over the whole corpus, with what comes before it already done.</summary>
internal sealed class Stages
{
    private readonly Corpus _corpus;
    private readonly List<(QuantityScanContext Context, IReadOnlyList<TextSpan> ClaimSentences)> _read = [];
    private readonly QuantityScanner _scanner = new(LexiconSet.BuiltIn.Quantities);
    private readonly List<Quantity> _quantities = [];
    private readonly List<SkippedNumber> _skipped = [];
    private readonly List<Word> _words = [];

    public Stages(Corpus corpus)
    {
        _corpus = corpus;
        foreach (var article in corpus.Articles)
        {
            var context = QuantityScanContext.Of(article.Text);
            Scan(context);
            var sentences = SentenceSplitter.Split(context.Folded);
            var withQuantity = sentences.Where(sentence => _quantities.Exists(quantity => sentence.Contains(quantity.Span))).ToList();
            Sentences += sentences.Count;
            ClaimSentences += withQuantity.Count;
            _read.Add((context, withQuantity));
        }

        Claims = corpus.Articles.Sum(article => ClaimExtractor.Default.Extract(article).Count);
    }

    public int Sentences { get; }

    public int ClaimSentences { get; }

    public int Claims { get; }

    public IEnumerable<(string Name, Action Run)> All =>
    [
        ("fold", Fold),
        ("sentences", Split),
        ("quantities", () => _read.ForEach(article => Scan(article.Context))),
        ("segmentation", Segment),
        ("extraction", Extract),
    ];

    private void Fold() => _corpus.Articles.ForEach(static article => TextFold.Fold(article.Text));

    private void Split() => _read.ForEach(static article => SentenceSplitter.Split(article.Context.Folded));

    private void Scan(QuantityScanContext context)
    {
        _quantities.Clear();
        _skipped.Clear();
        _scanner.Scan(context, new TextSpan(0, context.Text.Length), _quantities, _skipped);
    }

    private void Segment()
    {
        foreach (var (context, sentences) in _read)
        {
            foreach (var sentence in sentences)
            {
                _words.Clear();
                JiebaSegmenter.Default.Segment(sentence.Of(context.Folded), _words);
            }
        }
    }

    private void Extract() => _corpus.Articles.ForEach(static article => ClaimExtractor.Default.Extract(article));
}
