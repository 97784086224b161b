namespace Pipeline.Extract.Numerals;

/// <content>What each character adds to the number: digits, places, scales, the point, 多 and 几.</content>
internal ref partial struct NumeralReader
{
    private void TakeArabic(ArabicNumeral arabic)
    {
        if (!IsStarted)
        {
            (_integerDigits, _fractionDigits) = (arabic.IntegerDigits, arabic.FractionDigits);
        }

        _currentLow = _currentHigh = arabic.Value;
        _outOfRange |= arabic.IsOutOfRange;
        _currentIsSingleDigit = arabic is { IntegerDigits: 1, FractionDigits: 0 };
        (_hasCurrent, _currentIsArabic, _afterScale, _sharedScale) = (true, true, false, 1);
        _position = arabic.End;
    }

    private void TakeChineseDigit(int digit)
    {
        if (digit == 0 && IsStarted)
        {
            (_afterZero, _afterScale) = (true, false);
            _position++;
            return;
        }

        _currentLow = _currentHigh = digit;
        var isSpread = IsSpread(_position) && !_currentIsArabic;
        if (isSpread)
        {
            _currentHigh = NumeralCharacters.DigitOf(_text[_position + 1]);
        }

        (_hasCurrent, _currentIsSingleDigit, _currentIsArabic, _afterScale, _sharedScale) = (true, digit > 0, false, false, 1);
        _position += isSpread ? 2 : 1;
    }

    private bool TakePlaceOrScale(char c)
    {
        if (NumeralCharacters.TensOf(c) is var tens and > 0)
        {
            if (_hasCurrent || _hasPoint || _afterScale || (IsStarted && _lastUnit is > 0 and < 100))
            {
                return false;
            }

            Add(ref _sectionLow, ref _sectionHigh, tens, tens, 1);
            (_lastUnit, _afterZero) = (10, false);
            _position++;
            return true;
        }

        return NumeralCharacters.PlaceOf(c) is var place and > 0 ? TakePlace(place)
            : NumeralCharacters.ScaleOf(c) is var scale and > 0 && TakeScale(scale);
    }

    private bool TakePlace(int place)
    {
        // 3百分点, 5千米: the unit's own prefix.
        var next = _position + 1 < _limit ? _text[_position + 1] : '\0';
        if (_hasCurrent && _currentIsArabic && ((place == 1000 && next is '米' or '克' or '瓦' or '瓩' or '卡' or '赫' or '帕' or '伏' or '焦') || (place == 100 && next is '分' or '帕')))
        {
            return false;
        }

        if (_hasCurrent)
        {
            if (_lastUnit > 0 && _lastUnit <= place && !_afterZero && _lastScale != _lastUnit)
            {
                return false;
            }

            _sharedScale = _totalLow == 0 && _sectionLow == 0 && place >= 100 ? place : 1;
            Add(ref _sectionLow, ref _sectionHigh, _currentLow, _currentHigh, place);
            (_hasCurrent, _hasPoint) = (false, false);
        }
        else if (!IsStarted || (place == 10 && (_afterZero || (_lastUnit >= 100 && !_afterScale))))
        {
            _impliedOne |= !IsStarted && place >= 100;
            _sharedScale = 1;
            Add(ref _sectionLow, ref _sectionHigh, 1, 1, place);
        }
        else
        {
            return false;
        }

        (_lastUnit, _afterZero, _afterScale) = (place, false, false);
        _position++;
        return true;
    }

    private bool TakeScale(decimal scale)
    {
        // 兆瓦, 兆赫, 兆字节: the unit's own prefix.
        if (scale == 1_000_000_000_000m && _position + 1 < _limit && _text[_position + 1] is '瓦' or '赫' or '字' or '位' or '比' or '欧' or '帕' or '伏' or '电' or '焦')
        {
            return false;
        }

        if (_afterScale && !_hasCurrent)
        {
            Multiply(ref _totalLow, scale);
            Multiply(ref _totalHigh, scale);
            _sharedScale = _sharedScale > 1e14m ? _sharedScale : _sharedScale * scale;
        }
        else
        {
            var hasGroup = _hasCurrent || _sectionLow != 0 || _isOpen;
            if (!hasGroup && IsStarted)
            {
                return false;
            }

            _impliedOne |= !hasGroup;
            var (low, high) = hasGroup ? (_sectionLow + (_hasCurrent ? _currentLow : 0), _sectionHigh + (_hasCurrent ? _currentHigh : 0)) : (1m, 1m);
            if (_lastScale != 0 && scale > _lastScale)
            {
                // 一万五千亿: the larger scale takes what stands before it along.
                Add(ref _totalLow, ref _totalHigh, low, high, 1);
                Multiply(ref _totalLow, scale);
                Multiply(ref _totalHigh, scale);
            }
            else
            {
                Add(ref _totalLow, ref _totalHigh, low, high, scale);
            }

            _sharedScale = _sharedScale > 1e14m ? _sharedScale : _sharedScale * scale;
            (_sectionLow, _sectionHigh, _hasCurrent, _hasPoint) = (0, 0, false, false);
        }

        (_lastUnit, _lastScale, _afterScale, _afterZero, _hasLargeScale) = (scale, scale, true, false, true);
        _position++;
        return true;
    }

    // 十二点五; 三点二十分 is a clock time.
    private bool TakePoint(char c)
    {
        if (_hasPoint || _currentIsArabic || _currentLow != _currentHigh || !IsPointed(_position))
        {
            return false;
        }

        var end = _position + 1;
        decimal digits = 0, weight = 1;
        while (end < _limit && NumeralCharacters.DigitOf(_text[end]) is var digit and >= 0)
        {
            if (end - _position <= 12)
            {
                (digits, weight) = ((digits * 10) + digit, weight * 10);
            }

            end++;
        }

        if (end < _limit && (_text[end] is '十' or '刻' || (_text[end] == '分' && !(end + 1 < _limit && _text[end + 1] is '之'))))
        {
            return false;
        }

        var fraction = digits / weight;
        if (_hasCurrent)
        {
            (_currentLow, _currentHigh) = (_currentLow + fraction, _currentHigh + fraction);
        }
        else
        {
            (_currentLow, _currentHigh, _hasCurrent) = (fraction, fraction, true);
        }

        _fractionDigits = end - _position - 1;
        (_hasPoint, _currentIsSingleDigit, _afterScale) = (true, false, false);
        _position = end;
        return true;
    }

    // 十二点五; 二〇.二%, 七七六·七亿: another point only where a percentage, a scale or a unit closes the number (not in 九·一八).
    private readonly bool IsPointed(int at)
    {
        if (at + 1 >= _limit || NumeralCharacters.DigitOf(_text[at + 1]) < 0)
        {
            return false;
        }

        if (_text[at] is not ('.' or '·' or '‧' or '・'))
        {
            return _text[at] == '点';
        }

        var end = at + 2;
        while (end < _limit && NumeralCharacters.DigitOf(_text[end]) >= 0)
        {
            end++;
        }

        return end < _limit && (_text[end] is '%' or '元' or '美' or '倍' or '公' or '个' or '度' or '吨' or '坪' or '成' or '人' or '例' or '件' or '分' or '毫' || NumeralCharacters.ScaleOf(_text[end]) > 0);
    }

    // 十余万, 1000多万, 二十几, 一百零几万.
    private bool TakeOpen(char c)
    {
        if (!IsStarted)
        {
            return false;
        }

        var next = _position + 1 < _limit ? _text[_position + 1] : '\0';
        if ((c is '多' or '余' && NumeralCharacters.ScaleOf(next) > 0)
            || (c == '几' && !_hasCurrent && (_lastUnit == 10 || _afterZero)))
        {
            (_isOpen, _currentIsSingleDigit) = (true, false);
            if (c != '几' && _afterScale && !_hasCurrent && _sectionLow == 0)
            {
                // 三十万多亿: what follows multiplies as if nothing stood between.
                _position++;
                return true;
            }

            _afterScale = false;
            _position++;
            return true;
        }

        return false;
    }

    private bool SkipSpaces(char c)
    {
        if (c != ' ' || !_currentIsArabic || !(_hasCurrent || _afterScale))
        {
            return false;
        }

        var next = _position;
        while (next < _limit && next - _position < 3 && _text[next] == ' ')
        {
            next++;
        }

        // 融资1亿 300万用户: only a number that is spaced throughout goes on after a space.
        if (next < _limit && (_hasCurrent ? NumeralCharacters.ScaleOf(_text[next]) > 0 : _position > 1 && _text[_position - 2] == ' ' && StartsScaledNumber(next)))
        {
            _position = next;
            return true;
        }

        return false;
    }

    // 1 亿 7,244 万: what follows the scale is a number with a smaller scale of its own.
    private readonly bool StartsScaledNumber(int at)
    {
        var end = at;
        while (end < _limit && (char.IsAsciiDigit(_text[end]) || (_text[end] is ',' or ' ' && end > at)))
        {
            end++;
        }

        return end > at && end < _limit && NumeralCharacters.ScaleOf(_text[end]) is var scale && scale > 0 && scale < _lastScale;
    }
}
