namespace Pipeline.Extract.Numerals;

/// <summary>Reads a run of Arabic digits with its separators and points.</summary>
internal readonly ref struct ArabicNumeral
{
    private const int MaxDigits = 28;

    private ArabicNumeral(int end, decimal value, int integerDigits, int fractionDigits, bool isDotted, bool isOutOfRange) =>
        (End, Value, IntegerDigits, FractionDigits, IsDotted, IsOutOfRange) = (end, value, integerDigits, fractionDigits, isDotted, isOutOfRange);

    /// <summary>One past the last code unit.</summary>
    public int End { get; }

    /// <summary>The value; 0 when it cannot be held exactly, or when it is dotted.</summary>
    public decimal Value { get; }

    /// <summary>Digits before the point.</summary>
    public int IntegerDigits { get; }

    /// <summary>Digits after the point.</summary>
    public int FractionDigits { get; }

    /// <summary>True for 5.0.1 and 6·18: a version, a date or an address.</summary>
    public bool IsDotted { get; }

    /// <summary>True beyond 28 digits.</summary>
    public bool IsOutOfRange { get; }

    /// <summary>Reads at <paramref name="at"/>, where a digit stands.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="original">The text before folding, to tell a full-width comma between half-width digits from a separator; empty when unknown.</param>
    /// <param name="at">Index of the first digit.</param>
    /// <param name="limit">Index to stop before.</param>
    public static ArabicNumeral Read(ReadOnlySpan<char> text, ReadOnlySpan<char> original, int at, int limit)
    {
        UInt128 mantissa = 0;
        var (integerDigits, fractionDigits) = (0, 0);
        var position = at;
        var first = true;
        while (true)
        {
            var groupStart = position;
            while (position < limit && char.IsAsciiDigit(text[position]))
            {
                Push(ref mantissa, text[position++], integerDigits++);
            }

            var mayGroup = first ? position - groupStart <= 3 : position - groupStart == 3;
            first = false;
            if (!mayGroup || !IsGroupSeparator(text, original, position, limit))
            {
                break;
            }

            position++;
        }

        if (IsPointed(text, position, limit, '.') || IsSpacedPoint(text, at, position, limit))
        {
            position += text[position + 1] == ' ' ? 2 : 1;
            while (position < limit && char.IsAsciiDigit(text[position]))
            {
                Push(ref mantissa, text[position++], integerDigits + fractionDigits++);
            }
        }

        if (IsPointed(text, position, limit, '.') || IsPointed(text, position, limit, '·'))
        {
            while (position < limit && (char.IsAsciiDigit(text[position]) || IsPointed(text, position, limit, text[position] is '·' ? '·' : '.')))
            {
                position++;
            }

            return new ArabicNumeral(position, 0, integerDigits, fractionDigits, isDotted: true, isOutOfRange: false);
        }

        var isOutOfRange = integerDigits + fractionDigits > MaxDigits;
        var value = isOutOfRange ? 0 : ToDecimal(mantissa, fractionDigits);
        if (fractionDigits == 2 && position + 4 < limit && text[position] == '-' && char.IsAsciiDigit(text[position + 1]) && text[position + 2] == '/' && text[position + 3] is '2' or '4' or '8' && text[position + 4] == '美')
        {
            // 报7.46-3/4美元/蒲式耳: grain is priced in quarters of a cent.
            value += (text[position + 1] - '0') / (100m * (text[position + 3] - '0'));
            position += 4;
        }

        return new ArabicNumeral(position, value, integerDigits, fractionDigits, isDotted: false, isOutOfRange);
    }

    private static void Push(ref UInt128 mantissa, char digit, int count)
    {
        if (count < MaxDigits)
        {
            mantissa = (mantissa * 10) + (uint)(digit - '0');
        }
    }

    private static decimal ToDecimal(UInt128 mantissa, int fractionDigits)
    {
        var (low, high) = ((ulong)mantissa, (ulong)(mantissa >> 64));
        return new decimal((int)low, (int)(low >> 32), (int)high, isNegative: false, (byte)fractionDigits);
    }

    /// <summary>占比16. 43%: a line that was broken after its point. What a list numbers stands at its head.</summary>
    private static bool IsSpacedPoint(ReadOnlySpan<char> text, int start, int at, int limit)
    {
        if (start == 0 || text[start - 1] < 0x4E00 || at + 2 >= limit || text[at] != '.' || text[at + 1] != ' ')
        {
            return false;
        }

        var end = at + 2;
        while (end < limit && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > at + 2 && end < limit && text[end] is '%' or '亿' or '万';
    }

    private static bool IsPointed(ReadOnlySpan<char> text, int at, int limit, char point) =>
        at + 1 < limit && text[at] == point && char.IsAsciiDigit(text[at + 1]);

    // Exactly three digits must follow; 「第2，100人」 keeps its full-width comma between half-width digits.
    private static bool IsGroupSeparator(ReadOnlySpan<char> text, ReadOnlySpan<char> original, int at, int limit)
    {
        if (at + 3 >= limit || text[at] != ',' || !char.IsAsciiDigit(text[at + 1]) || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3]))
        {
            return false;
        }

        if (at + 4 < limit && char.IsAsciiDigit(text[at + 4]))
        {
            return false;
        }

        return original.IsEmpty || original[at] == ',' || !char.IsAsciiDigit(original[at - 1])
            || text[at + 1] == '0' || IsGroup(text, at - 4) || at + 7 < limit && IsGroup(text, at + 4);
    }

    /// <summary>2，000 and 144，461，000: a full-width comma parts groups where one starts with 0 or another follows or went before.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int comma) =>
        comma > 0 && comma + 3 < text.Length && text[comma] == ',' && char.IsAsciiDigit(text[comma - 1]) && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3]);
}
