using System.Buffers;
using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Context.Quotations;
using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>
/// An article as a course of sentences: says of each quantity when it holds, who states it, whether in quotation marks, and how firmly.
/// Made once for an article and asked in text order by one thread; the rules are those of docs/time-and-speakers.md.
/// </summary>
public sealed partial class Discourse
{
    /// <summary>One of these is in every year that is written as a number.</summary>
    private static readonly SearchValues<char> YearUnits = SearchValues.Create("年0123456789");

    private readonly string _folded;
    private readonly DateOnly? _publishedOn;
    private readonly ISegmenter _segmenter;
    private readonly CircumstanceLexicon _lexicon;
    private readonly OrganisationNames _names;
    private readonly IReadOnlyList<TextSpan> _sentences;
    private readonly List<Quotation> _quotations = [];
    private readonly Dictionary<int, TextSpan?> _speakerOfQuotation = [];
    private readonly Dictionary<int, SentenceReading> _readings = [];
    private readonly List<TimeExpression> _earlier = [];
    private int _readTo;
    private int? _statedYear;
    private (SentenceParts? Parts, bool IsAhead, TimeContext Before, Period?[] Periods) _resolved = (null, false, default, []);

    /// <summary>Makes the discourse of an article.</summary>
    /// <param name="folded">The article's text after <see cref="TextFold"/>.</param>
    /// <param name="sentences">Its sentences in order (<see cref="SentenceSplitter"/>).</param>
    /// <param name="publishedOn">The day it was published, in its own offset; null when unknown.</param>
    /// <param name="segmenter">Cuts sentences that hold no quantity, when a pronoun or a quotation leads to them.</param>
    /// <param name="lexicon">Its words; null for the built-in ones.</param>
    public Discourse(string folded, IReadOnlyList<TextSpan> sentences, DateOnly? publishedOn, ISegmenter segmenter, CircumstanceLexicon? lexicon = null)
        : this(folded, sentences, publishedOn, segmenter, lexicon, null)
    {
    }

    internal Discourse(string folded, IReadOnlyList<TextSpan> sentences, DateOnly? publishedOn, ISegmenter segmenter, CircumstanceLexicon? lexicon, OrganisationNames? names)
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(segmenter);
        (_folded, _sentences, _publishedOn, _segmenter) = (folded, sentences, publishedOn is { } day ? Dateline.Of(folded, day) ?? day : null, segmenter);
        _lexicon = lexicon ?? CircumstanceLexicon.BuiltIn;
        _names = names ?? OrganisationNames.In(folded, segmenter, LexiconSet.BuiltIn, new ListedWords(LexiconSet.BuiltIn.Vocabulary));
        QuotationFinder.Find(folded, _lexicon, _quotations);
    }

    /// <summary>Says when <paramref name="quantity"/> holds, who states it and how firmly.</summary>
    /// <param name="sentence">A sentence of the article.</param>
    /// <param name="quantity">One of its quantities.</param>
    public Circumstances Of(AnalyzedSentence sentence, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(quantity);
        var reading = Read(sentence);
        var at = quantity.Span.Start;
        var quotation = SpeechAt(at);
        var modality = ModalityOf(reading, at);
        var time = TimeOf(reading, sentence.Quantities, quantity, quotation, ref modality);
        return new Circumstances(time, SpeakerOf(reading, at, quotation), quotation >= 0, modality);
    }

    /// <summary>Who is said to state what in <paramref name="sentence"/>, in the order of the verbs.</summary>
    internal ImmutableArray<Spoken> SpokenIn(AnalyzedSentence sentence) => Read(sentence).Spoken;

    private static Modality ModalityOf(SentenceReading reading, int at) =>
        GoverningTime.CalculationPhrase(reading.Parts, at) is null ? reading.ModalityAt(at) : Modality.Asserted;

    private string? TimeOf(SentenceReading reading, ImmutableArray<Quantity> quantities, Quantity quantity, int quotation, ref Modality modality)
    {
        var parts = reading.Parts;
        var quoted = quotation >= 0 ? _quotations[quotation].Span : (TextSpan?)null;
        var governing = GoverningTime.Find(parts, quantities, quantity, reading.Spoken, quoted, parts.Times.Length);
        if (governing >= 0 && modality == Modality.Asserted && IsForeseenApart(reading, parts.Times[governing].Span, quantity.Span.Start) && PeriodsOf(parts, isAhead: false)[governing] is { } running && running.Last > _publishedOn
            && GoverningTime.Find(parts, quantities, quantity, reading.Spoken, quoted, governing) is >= 0 and var earlier)
        {
            // 第3季成长7%，全年可望成长5%；消费增长1%: the year that is not over yet was only foreseen.
            governing = earlier;
        }

        while (governing >= 0 && modality == Modality.Asserted && IsForeseenApart(reading, parts.Times[governing].Span, quantity.Span.Start) && PeriodsOf(parts, isAhead: false)[governing] is { } ahead && ahead.First > _publishedOn)
        {
            governing = GoverningTime.Find(parts, quantities, quantity, reading.Spoken, quoted, governing);
        }

        if (governing < 0)
        {
            return quotation < 0 && modality == Modality.Asserted ? ContinuedDay(parts)?.ToIso() : null;
        }

        if (modality == Modality.Asserted && GoverningTime.IsToCome(parts, parts.Times[governing], quantity.Span.Start))
        {
            modality = Modality.Forecast;
        }

        if (modality == Modality.Forecast && PlannedTime.IsBefore(reading, parts.Times[governing], quantity.Span.Start))
        {
            return null;
        }

        var own = RespectiveTimes.Find(parts, quantities, quantity, governing, out var part, out var of);
        var isAhead = modality == Modality.Forecast && !DatesFact(reading, quantities, parts.Times[governing].Span.End, quantity.Span.Start) || GoverningTime.IsOfOdds(parts, parts.Times[governing], quantity.Span.Start);
        if (PeriodsOf(parts, isAhead)[own] is not { } period)
        {
            return null;
        }

        period = of > 1 ? period.Part(part, of) : period;

        // A year that has not begun can only be foreseen.
        if (modality == Modality.Asserted && period.Unit == TimeUnit.Year && period.First > _publishedOn)
        {
            modality = Modality.Forecast;
        }

        return period.ToIso();
    }

    /// <summary>到2029年将超过1400亿美元；国产芯片占比约35%: a semicolon parts the value from a time that is only foreseen.</summary>
    private static bool IsForeseenApart(SentenceReading reading, TextSpan time, int at)
    {
        var semicolon = reading.Parts.Folded.AsSpan(time.End, Math.Max(0, at - time.End)).IndexOf(';');
        return semicolon > 0 && reading.ModalityAt(time.End + semicolon - 1) == Modality.Forecast;
    }

    /// <summary>9月新增11.9万人，高于预期的5万人: a time that dates what has happened is not one to come.</summary>
    private static bool DatesFact(SentenceReading reading, ImmutableArray<Quantity> quantities, int from, int to)
    {
        foreach (var quantity in quantities)
        {
            if (quantity.Span.Start >= from && quantity.Span.Start < to && reading.ModalityAt(quantity.Span.Start) == Modality.Asserted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The periods of a sentence's times; its values are asked one after the other, so the last answer is kept.</summary>
    private Period?[] PeriodsOf(SentenceParts parts, bool isAhead)
    {
        if (_publishedOn is null && Array.Exists(parts.Times, static time => time.From.Anchor == TimeAnchor.Open))
        {
            NoteEarlierYears(parts.Span.Start);
        }

        var before = new TimeContext(_publishedOn, _resolved.Parts == parts ? _resolved.Before.Preceding : PrecedingOf(parts), _publishedOn is null ? _statedYear : null, Holidays: _lexicon.Holidays);
        if (_resolved.Parts != parts || _resolved.IsAhead != isAhead || _resolved.Before != before)
        {
            _resolved = (parts, isAhead, before, Resolve(parts, isAhead, before));
            if (before.Preceding is not null && !isAhead)
            {
                // 同月 of the next sentence counts on from this one.
                _earlierPeriods[parts.Span.Start] = _resolved.Periods;
            }
        }

        return _resolved.Periods;
    }

    private Period?[] Resolve(SentenceParts parts, bool isAhead, TimeContext before) =>
        TimeResolver.ResolveAll(parts.Times, _publishedOn, isAhead, before, time => GoverningTime.IsCompared(parts, time), time => GoverningTime.IsAside(parts, time));

    private SentenceReading Read(AnalyzedSentence sentence)
    {
        if (_readings.TryGetValue(sentence.Span.Start, out var reading))
        {
            return reading;
        }

        reading = new SentenceReading(SentenceParts.Of(sentence));
        _readings.Add(sentence.Span.Start, reading);
        return reading;
    }

    private SentenceReading ReadAt(int index)
    {
        var span = _sentences[index];
        if (_readings.TryGetValue(span.Start, out var reading))
        {
            return reading;
        }

        var cut = new List<Word>();
        _segmenter.Segment(_folded.AsSpan(span.Start, span.Length), cut);
        ImmutableArray<Word> words = [.. cut.Select(word => new Word(new TextSpan(word.Span.Start + span.Start, word.Span.End + span.Start), word.Tag))];
        var clauses = new List<TextSpan>();
        ClauseSplitter.Split(_folded, span, clauses);
        var sentence = new AnalyzedSentence { Lexicon = _lexicon, Folded = _folded, Span = span, Clauses = [.. clauses], Words = words, Quantities = [] };
        sentence.JoinNames(_names);
        reading = new SentenceReading(SentenceParts.Of(sentence));
        _readings.Add(span.Start, reading);
        return reading;
    }

    /// <summary>Without a publication date a year that the text has said is all that 10月 can belong to.</summary>
    private void NoteEarlierYears(int until)
    {
        if (_publishedOn is not null || until <= _readTo)
        {
            return;
        }

        for (var sentence = SentenceAt(until) - 1; sentence >= 0 && _sentences[sentence].End > _readTo; sentence--)
        {
            if (LastYearIn(_sentences[sentence]) is { } year)
            {
                _statedYear = year;
                break;
            }
        }

        _readTo = until;
    }

    /// <summary>The last year that a sentence states by its number.</summary>
    private int? LastYearIn(TextSpan sentence)
    {
        if (!sentence.Of(_folded).ContainsAny(YearUnits))
        {
            return null;
        }

        _earlier.Clear();
        _lexicon.Times.Find(_folded, sentence, _earlier);
        for (var i = _earlier.Count - 1; i >= 0; i--)
        {
            if (TimeResolver.Resolve(_earlier[i], default) is { } period && TimeResolver.YearOf(_earlier[i], period) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>Index of the speech that holds <paramref name="position"/>; −1 outside speech.</summary>
    private int SpeechAt(int position)
    {
        var (low, high) = (0, _quotations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_quotations[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _quotations.Count && _quotations[low].Span.Contains(position) && _quotations[low].IsSpeech ? low : -1;
    }

    internal int SentenceAt(int position)
    {
        var (low, high) = (0, _sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sentences[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _sentences.Count ? low : -1;
    }
}
