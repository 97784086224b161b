using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>Walks the sentence's words, quantities, times and skipped numbers together.</summary>
internal ref struct TokenCursor(int sentenceEnd, ReadOnlySpan<Word> words, ReadOnlySpan<SkippedNumber> skipped, ReadOnlySpan<Quantity> quantities, ReadOnlySpan<TimeExpression> times)
{
    private readonly ReadOnlySpan<SkippedNumber> _skippedNumbers = skipped;
    private readonly ReadOnlySpan<Quantity> _quantities = quantities;
    private readonly ReadOnlySpan<TimeExpression> _times = times;
    private int _quantity;
    private int _skipped;
    private int _time;

    public readonly ReadOnlySpan<Word> Words { get; } = words;

    public int WordIndex { readonly get; private set; }

    public void MoveTo(int at)
    {
        while (WordIndex + 1 < Words.Length && Words[WordIndex].Span.End <= at)
        {
            WordIndex++;
        }

        while (_quantity < _quantities.Length && _quantities[_quantity].Extent.End <= at)
        {
            _quantity++;
        }

        while (_skipped < _skippedNumbers.Length && _skippedNumbers[_skipped].Span.End <= at)
        {
            _skipped++;
        }

        while (_time < _times.Length && _times[_time].Span.End <= at)
        {
            _time++;
        }
    }

    /// <summary>The quantity, time or skipped number that starts at or covers <paramref name="at"/>.</summary>
    public readonly bool TryStretch(int at, out Token token)
    {
        if (_quantity < _quantities.Length && _quantities[_quantity].Extent.Start <= at)
        {
            token = new Token(at, _quantities[_quantity].Extent.End, TokenRole.Quantity, string.Empty, WordSense.None, _quantity);
            return true;
        }

        if (_time < _times.Length && _times[_time].Span.Start <= at)
        {
            token = new Token(at, Limit(_times[_time].Span.End), TokenRole.Time, string.Empty, WordSense.None);
            return true;
        }

        if (_skipped < _skippedNumbers.Length && _skippedNumbers[_skipped].Span.Start <= at && _skippedNumbers[_skipped].Span.End > at)
        {
            var (role, tag) = _skippedNumbers[_skipped].Reason switch
            {
                SkipReason.Time or SkipReason.Streak => (TokenRole.Time, string.Empty),
                SkipReason.Name or SkipReason.ProductSpecification or SkipReason.Identifier => (TokenRole.Noun, "name"),
                SkipReason.Idiom => (TokenRole.Other, string.Empty),
                SkipReason.Denominator when _skippedNumbers[_skipped].Span.Length == 1 => (TokenRole.Skipped, string.Empty),
                SkipReason.IndefiniteOne => _skippedNumbers[_skipped].Span.Length > 2 ? (TokenRole.Noun, "n") : (TokenRole.Determiner, string.Empty),
                _ => (TokenRole.Number, string.Empty),
            };
            token = new Token(at, Limit(_skippedNumbers[_skipped].Span.End), role, tag, WordSense.None);
            return true;
        }

        token = default;
        return false;
    }

    /// <summary>Where the skipped number at <paramref name="at"/> ends, if one starts there.</summary>
    public readonly int? SkippedEndAt(int at) => _skipped < _skippedNumbers.Length && _skippedNumbers[_skipped].Span.Start == at ? _skippedNumbers[_skipped].Span.End : null;

    /// <summary>True when the stretch that starts at <paramref name="start"/> is a number that is no quantity, and it and all others before <paramref name="end"/> end by then.</summary>
    public readonly bool IsOtherNumberEnd(int start, int end)
    {
        if (_skipped >= _skippedNumbers.Length || _skippedNumbers[_skipped].Span.Start != start
            || _quantity < _quantities.Length && _quantities[_quantity].Extent.Start < end
            || _time < _times.Length && _times[_time].Span.Start < end)
        {
            return false;
        }

        foreach (var other in _skippedNumbers[_skipped..])
        {
            if (other.Span.Start >= end)
            {
                break;
            }

            if (other.Span.End > end)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the next quantity, time or skipped number after <paramref name="at"/> starts.</summary>
    public readonly int NextStretch(int at)
    {
        var next = NextValueOrTime(at);
        if (_skipped < _skippedNumbers.Length)
        {
            next = Math.Min(next, _skippedNumbers[_skipped].Span.Start);
        }

        return Math.Max(next, at + 1);
    }

    /// <summary>Where the next quantity after <paramref name="at"/> starts; a title may hold a time or a number that is no claim (《周处除三害》).</summary>
    public readonly int NextQuantity(int at) => Math.Max(at + 1, _quantity < _quantities.Length ? Math.Min(sentenceEnd, _quantities[_quantity].Extent.Start) : sentenceEnd);

    /// <summary>Where the figures of the next quantity, or the next time, after <paramref name="at"/> start: a name may end with what looks like a modifier (信达|3%).</summary>
    public readonly int NextFigureOrTime(int at)
    {
        var next = _quantity < _quantities.Length ? Math.Min(sentenceEnd, _quantities[_quantity].Span.Start) : sentenceEnd;
        return Math.Max(_time < _times.Length ? Math.Min(next, _times[_time].Span.Start) : next, at + 1);
    }

    /// <summary>Where the next quantity or time after <paramref name="at"/> starts; a number that is no claim may be part of a listed name (沪深两市).</summary>
    public readonly int NextValueOrTime(int at)
    {
        var next = sentenceEnd;
        if (_quantity < _quantities.Length)
        {
            next = Math.Min(next, _quantities[_quantity].Extent.Start);
        }

        if (_time < _times.Length)
        {
            next = Math.Min(next, _times[_time].Span.Start);
        }

        return Math.Max(next, at + 1);
    }

    /// <summary>A time or skipped number never runs into a quantity.</summary>
    private readonly int Limit(int end) =>
        _quantity < _quantities.Length ? Math.Min(end, _quantities[_quantity].Extent.Start) : end;
}
