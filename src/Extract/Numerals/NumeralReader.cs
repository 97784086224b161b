namespace Pipeline.Extract.Numerals;

/// <summary>
/// Reads one number of folded text, in Arabic digits, Chinese words, or both (3万2, 1兆2,000亿), in time linear in its length.
/// </summary>
/// <remarks>
/// Place words add up below 万; 万, 亿 and 兆 close a section; two scale words in a row multiply (万亿, 亿亿).
/// A last single digit takes the place below the last one (一千三 = 1300, 三万二 = 32000) unless 零 stands between.
/// </remarks>
internal ref partial struct NumeralReader
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<char> _original;
    private readonly int _limit;
    private readonly int _start;
    private int _position;

    private decimal _totalLow, _totalHigh;
    private decimal _sectionLow, _sectionHigh;
    private decimal _currentLow, _currentHigh;
    private bool _hasCurrent, _currentIsSingleDigit, _currentIsArabic;
    private decimal _lastUnit;
    private decimal _lastScale;
    private decimal _sharedScale;
    private bool _afterScale, _afterZero, _startedArabic, _hasPoint;
    private bool _isOpen, _impliedOne, _hasLargeScale, _outOfRange;
    private int _integerDigits, _fractionDigits;

    private NumeralReader(ReadOnlySpan<char> text, ReadOnlySpan<char> original, int at, int limit)
    {
        this = default;
        _text = text;
        _original = original;
        (_start, _position, _limit, _sharedScale) = (at, at, limit, 1);
    }

    private readonly bool IsStarted => _position > _start;

    /// <summary>Reads the number at <paramref name="at"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="original">The text before folding, of the same length; empty when unknown.</param>
    /// <param name="at">Index of a numeral character.</param>
    /// <param name="limit">Index to stop before.</param>
    /// <param name="numeral">The number.</param>
    /// <returns>False when no number starts here.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, ReadOnlySpan<char> original, int at, int limit, out Numeral numeral)
    {
        var reader = new NumeralReader(text, original, at, limit);
        return reader.TryRead(out numeral);
    }

    private bool TryRead(out Numeral numeral)
    {
        numeral = default;
        if (_position >= _limit || !NumeralCharacters.IsNumeral(_text[_position]))
        {
            return false;
        }

        _startedArabic = char.IsAsciiDigit(_text[_position]);
        while (_position < _limit)
        {
            var before = _position;
            var c = _text[_position];
            if (char.IsAsciiDigit(c))
            {
                if (IsStarted && (!_startedArabic || _hasCurrent || _hasPoint))
                {
                    break;
                }

                var arabic = ArabicNumeral.Read(_text, _original, _position, _limit);
                if (arabic.IsDotted)
                {
                    if (IsStarted)
                    {
                        break;
                    }

                    numeral = new Numeral { Start = _start, End = arabic.End, Low = 0, High = 0, Form = NumeralForm.Dotted, Scale = 1, IntegerDigits = arabic.IntegerDigits };
                    return true;
                }

                TakeArabic(arabic);
            }
            else if (NumeralCharacters.DigitOf(c) is var digit and >= 0)
            {
                if (_hasCurrent || _hasPoint)
                {
                    break;
                }

                if (TakeDigitRun())
                {
                    continue;
                }

                if (TryReadDigitString(out numeral))
                {
                    return true;
                }

                TakeChineseDigit(digit);
            }
            else if (!TakePlaceOrScale(c) && !TakePoint(c) && !TakeOpen(c) && !SkipSpaces(c))
            {
                break;
            }

            if (_position == before)
            {
                break;
            }
        }

        return IsStarted && TryFinish(out numeral);
    }

    // 八七八亿, 十一万五〇一, 二〇.二: digits in a row, written as Arabic ones are, before a scale, after one, or before a point.
    private bool TakeDigitRun()
    {
        if (IsStarted && !_afterScale)
        {
            return false;
        }

        var end = _position;
        decimal value = 0;
        while (end < _limit && end - _position < 28 && NumeralCharacters.DigitOf(_text[end]) is var digit and >= 0)
        {
            value = (value * 10) + digit;
            end++;
        }

        var length = end - _position;
        if (length < 2 || (length == 2 && IsSpread(_position) && !(IsPointed(end) && _text[end] != '点')) || _text[_position] is '零' or '〇'
            || !(IsStarted || (end < _limit && (NumeralCharacters.ScaleOf(_text[end]) > 0 || IsPointed(end)))))
        {
            return false;
        }

        (_currentLow, _currentHigh) = (value, value);
        (_hasCurrent, _currentIsSingleDigit, _currentIsArabic, _afterScale, _sharedScale) = (true, false, false, false, 1);
        _position = end;
        return true;
    }

    // 二〇二五, 五五, 一二三: digits in a row are no sum; of two, a rising pair is a spread (七八十).
    private bool TryReadDigitString(out Numeral numeral)
    {
        numeral = default;
        if (IsStarted)
        {
            return false;
        }

        var end = _position;
        decimal value = 0;
        while (end < _limit && NumeralCharacters.DigitOf(_text[end]) is var digit and >= 0)
        {
            if (end - _position < 28)
            {
                value = (value * 10) + digit;
            }

            end++;
        }

        var length = end - _position;
        if (length < 2 || (length == 2 && IsSpread(_position)) || (_text[_position] is '零' && length == 2))
        {
            return false;
        }

        numeral = new Numeral
        {
            Start = _start,
            End = end,
            Low = length > 28 ? 0 : value,
            High = length > 28 ? 0 : value,
            Form = NumeralForm.ChineseDigits,
            Scale = 1,
            IsOutOfRange = length > 28,
        };
        return true;
    }

    private readonly bool IsSpread(int at)
    {
        if (at + 1 >= _limit)
        {
            return false;
        }

        var (first, second) = (NumeralCharacters.DigitOf(_text[at]), NumeralCharacters.DigitOf(_text[at + 1]));
        var isThird = at + 2 < _limit && NumeralCharacters.DigitOf(_text[at + 2]) >= 0;
        return first >= 1 && !isThird && (second == first + 1 || (first == 3 && second == 5));
    }

    private bool TryFinish(out Numeral numeral)
    {
        var end = _position;
        if (_hasCurrent)
        {
            var unit = _lastUnit >= 100 && !_afterZero && _currentIsSingleDigit ? _lastUnit / 10 : 1;
            Add(ref _sectionLow, ref _sectionHigh, _currentLow, _currentHigh, unit);
        }

        var (low, high) = (_totalLow, _totalHigh);
        Add(ref low, ref high, _sectionLow, _sectionHigh, 1);
        numeral = new Numeral
        {
            Start = _start,
            End = end,
            Low = _outOfRange ? 0 : low,
            High = _outOfRange ? 0 : high,
            Form = _startedArabic ? NumeralForm.Arabic : NumeralForm.Chinese,
            Scale = _hasCurrent ? 1 : _sharedScale,
            IntegerDigits = _integerDigits,
            FractionDigits = _fractionDigits,
            IsOpen = _isOpen,
            HasImpliedOne = _impliedOne,
            IsOutOfRange = _outOfRange,
            HasLargeScale = _hasLargeScale,
        };
        return true;
    }

    private void Add(ref decimal low, ref decimal high, decimal moreLow, decimal moreHigh, decimal factor)
    {
        Multiply(ref moreLow, factor);
        Multiply(ref moreHigh, factor);
        if (high > ExactDecimal.Largest - moreHigh)
        {
            _outOfRange = true;
            return;
        }

        (low, high) = (low + moreLow, high + moreHigh);
    }

    private void Multiply(ref decimal value, decimal factor)
    {
        if (factor == 1 || value == 0)
        {
            return;
        }

        _outOfRange |= !ExactDecimal.TryMultiply(value, factor, out value);
    }
}
