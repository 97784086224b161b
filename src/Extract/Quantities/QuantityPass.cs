using System.Buffers;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Numerals;

namespace Pipeline.Extract.Quantities;

/// <summary>One run over a text. Its parts: reading numbers with their units, what is no quantity, ranges, modifiers.</summary>
internal ref partial struct QuantityPass
{
    // What a noun counted in 块 ends in: 城砖, 光伏板, 显示屏.
    private static readonly SearchValues<char> CountedInBlocks = SearchValues.Create("砖板石瓦屏牌碑匾池田饼表玉锭冰皂毯块");

    private static readonly SearchValues<char> NotInName = SearchValues.Create(",。;:!?“”「」人名位0123456789");

    // 翻倍, 腰斩, 减半, 折半, 过半 hold no numeral character.
    private static readonly SearchValues<char> Starters = SearchValues.Create("0123456789零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖十百千拾佰仟廿卅卌万亿兆翻腰减折半");

    // How far a price may stand from the currency that it is the price of: 1美元兑换人民币7元.
    private const int LongestExchange = 6;

    private readonly QuantityLexicon _lexicon;
    private readonly QuantityScanContext _context;
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<char> _original;
    private readonly int _start;
    private readonly int _end;
    private readonly List<Quantity> _quantities;
    private readonly List<SkippedNumber> _skipped;
    private readonly int _firstQuantity;
    private int _floor;
    private int _listStart;
    private TextSpan _priced;
    private int _listCount;

    public QuantityPass(QuantityLexicon lexicon, QuantityScanContext context, TextSpan range, List<Quantity> quantities, List<SkippedNumber> skipped)
    {
        this = default;
        _lexicon = lexicon;
        _context = context;
        _text = context.Folded;
        _original = context.Text;
        (_start, _end, _floor) = (range.Start, range.End, range.Start);
        (_quantities, _skipped) = (quantities, skipped);
        _firstQuantity = quantities.Count;
    }

    public void Run()
    {
        var at = _start;
        while (at < _end)
        {
            var leap = _text[at.._end].IndexOfAny(Starters);
            if (leap < 0)
            {
                break;
            }

            at = Step(at + leap);
            _floor = Math.Max(_floor, Math.Min(at, _end));
        }
    }

    // Returns where to go on, beyond at.
    private int Step(int at)
    {
        if (_text[at] == '零' && Is(at, "零下"))
        {
            at += 2;
            if (at >= _end || !NumeralCharacters.IsNumeral(_text[at]))
            {
                return at;
            }
        }

        if (_text[at] == '兆' && At(at - 1) is not ('数' or '上' or '几' or '近' or '逾') && !_lexicon.Units.TryLongest(_text[(at + 1).._end], out _, out _))
        {
            // 李兆基, 预兆: no number without one before it or a unit behind.
            return at + 1;
        }

        if (TryNumberWord(at, out var next) || TryChangeWord(at, out next))
        {
            return next;
        }

        var c = _text[at];
        if (char.IsAsciiDigit(c) && TryLatinName(at, out next))
        {
            return next;
        }

        if (TryPercentForm(at, out var reading) || TryHalf(at, out reading))
        {
            return Conclude(ref reading);
        }

        if (!NumeralCharacters.IsNumeral(c) || !NumeralReader.TryRead(_text, _original, at, _end, out var numeral))
        {
            return at + 1;
        }

        if (IsFinancialCharacterInWord(numeral))
        {
            return at + 1;
        }

        if (TryTime(numeral, out next) || TryOrdinal(numeral, out next) || TryIdentifier(numeral, out next))
        {
            return next;
        }

        reading = Read(numeral);
        return Conclude(ref reading);
    }

    // Joins a range, finds modifiers, then emits the quantity or says why it is none.
    private int Conclude(ref Reading reading)
    {
        FindModifiersBefore(ref reading);
        while (TryRange(ref reading))
        {
        }

        FindModifierOfShare(ref reading);
        FindModifiersAfter(ref reading);
        var resume = Math.Max(reading.End, reading.Numeral.End);
        if (reading.Numeral.IsOutOfRange)
        {
            Skip(reading.Start, reading.End, SkipReason.OutOfRange);
            return resume;
        }

        if (reading.Unit is { Word: "起" } && reading.Numeral.HasLargeScale && !CountsCases(reading.Start))
        {
            // 总价380万起: no classifier.
            (reading.Unit, reading.End, reading.ExtentEnd, reading.Bound) = (null, reading.Numeral.End, reading.End, Bound.Above);
        }

        if (reading.Unit is { Use: NumberUse.Noun } && EndsName(reading) || reading.Unit is { Use: NumberUse.Noun or NumberUse.Set } && IsOfYear(reading))
        {
            // 小米15销量, iPhone 16用户: the noun counts nothing.
            (reading.Unit, reading.End, reading.ExtentEnd) = (null, reading.Numeral.End, reading.Numeral.End);
        }

        if (reading.Unit is null)
        {
            return ConcludeBare(ref reading, resume);
        }

        if (PointsAtOne(reading))
        {
            DropList();
            Skip(reading.Numeral.Start, reading.Numeral.Start + 1, SkipReason.IndefiniteOne);
            return reading.Numeral.Start + 1;
        }

        ResolveUnit(ref reading);
        if (IsPriced(reading))
        {
            // Of 1欧元兑换1.14美元 the euro goes on to own its price.
            DropList();
            _priced = new TextSpan(reading.Low == 1 ? reading.Numeral.End : reading.Start, reading.End);
            var end = Is(reading.End, "兑换") ? reading.Numeral.End : reading.End;
            Skip(reading.Numeral.Start, end, SkipReason.Denominator);
            return end;
        }

        if ((RestatesLimit(reading) ? SkipReason.Enumeration : WhyNoClaim(reading)) is { } reason)
        {
            DropList();
            Skip(reading.Start, reading.End, reason);
            return Math.Max(resume, Math.Min(reading.ExtentEnd, _end));
        }

        FlushList(reading);
        Emit(reading);
        return Math.Max(resume, reading.ExtentEnd);
    }

    // 破获案件25.8万起: a classifier after all.
    private readonly bool CountsCases(int at)
    {
        var from = Math.Max(_start, at - CueWindow);
        var before = _text[from..at];
        before = before[(before.LastIndexOfAny(",;:") + 1)..];
        return before.Contains('案') || before.Contains("问题", StringComparison.Ordinal) || before.Contains("火灾", StringComparison.Ordinal) || before.Contains("投诉", StringComparison.Ordinal) || before.Contains("违法", StringComparison.Ordinal) || before.Contains("违规", StringComparison.Ordinal) || before.Contains("事故", StringComparison.Ordinal) || before.Contains("事件", StringComparison.Ordinal) || before.Contains("纠纷", StringComparison.Ordinal);
    }

    // 不超过15元/股(含15元/股): the bracket only says that the limit is meant with its end.
    private readonly bool RestatesLimit(in Reading reading) =>
        _quantities.Count > _firstQuantity && _quantities[^1] is { } before && EndsAt(reading.Start, "(含") && before.Span.End == reading.Start - 2
        && before.Dimension == reading.Unit!.Dimension && TryCanonical(reading.Unit, reading.Low, out var low) && low == before.Low;

    private readonly void Skip(int start, int end, SkipReason reason) => _skipped.Add(new SkippedNumber(new TextSpan(start, end), reason));

    private readonly void Emit(in Reading reading)
    {
        var unit = reading.Unit!;
        if (!TryCanonical(unit, reading.Low, out var low) || !TryCanonical(unit, reading.High, out var high))
        {
            Skip(reading.Start, reading.End, SkipReason.OutOfRange);
            return;
        }

        var (per, impliedPer) = (reading.Per ?? PricedAfter(reading), reading.ImpliedPer ?? unit.Per);
        if (per is null && impliedPer is null && _quantities.Count > _firstQuantity && _quantities[^1] is { } previous && previous.Dimension == unit.Dimension
            && previous.Span.End == reading.Start - 1 && _text[reading.Start - 1] is '和' or '、' or '与' or '及')
        {
            // 每吨分别上调125元和120元.
            (per, impliedPer) = (previous.Per, previous.ImpliedPer);
        }
        else if (per is null && _priced.Length > 0 && unit.Dimension == Dimension.Money && reading.Start - _priced.End is > 0 and <= LongestExchange)
        {
            // 1美元兑换162日元
            per = _priced;
        }

        _quantities.Add(new Quantity
        {
            Span = new TextSpan(reading.Start, reading.End),
            Extent = new TextSpan(Math.Min(reading.ExtentStart, reading.Start), Math.Max(reading.ExtentEnd, reading.End)),
            Low = low,
            High = high,
            Unit = unit.IsArticleCurrency ? ArticleCurrency() : unit.Unit,
            Dimension = unit.Dimension,
            Bound = reading.Bound == Bound.Exact ? BoundAhead(reading) : reading.Bound,
            Per = per,
            ImpliedPer = impliedPer,
        });
    }

    private static bool TryCanonical(UnitEntry unit, decimal reading, out decimal canonical)
    {
        canonical = 0;
        if (!ExactDecimal.TryMultiply(reading, unit.Numerator, out _))
        {
            return false;
        }

        canonical = ExactDecimal.Trim(unit.ToCanonical(reading));
        return true;
    }

    private readonly char At(int index) => index >= _start && index < _end ? _text[index] : '\0';

    private readonly bool Is(int at, string word) => at >= _start && at <= _end && _text[at.._end].StartsWith(word, StringComparison.Ordinal);

    private readonly bool EndsAt(int at, string word) => at >= _start && _text[_start..at].EndsWith(word, StringComparison.Ordinal);

    private readonly bool HasCueDirectlyBefore(int at, NumberCues cue) =>
        at > _start && _lexicon.CuesBefore.TryLongest(_text[Math.Max(_start, at - 8)..at], out _, out var found) && (found & cue) != 0;

    private readonly bool HasCueDirectlyAfter(int at, NumberCues cue) =>
        at < _end && _lexicon.CuesAfter.TryLongest(_text[at..Math.Min(_end, at + 8)], out _, out var found) && (found & cue) != 0;

    // Looks back through the clause, at most window units.
    private readonly bool HasCueBefore(int at, NumberCues cue, int window)
    {
        for (var end = at; end > Math.Max(_start, at - window) && !IsClauseEnd(_text[end - 1]); end--)
        {
            if (HasCueDirectlyBefore(end, cue))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool HasCueAfter(int at, NumberCues cue, int window)
    {
        for (var start = at; start < Math.Min(_end, at + window) && !IsClauseEnd(_text[start]); start++)
        {
            if (HasCueDirectlyAfter(start, cue))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClauseEnd(char c) => c is ',' or '。' or ';' or '!' or '?' or '\n' or ':' or '"' or '“' or '”' or '「' or '」';
}
