using System.Globalization;

namespace Pipeline.Store.Queries;

/// <summary>
/// Values as words of the index: the number line cut into decades, first digits and first two digits, each a word with its unit.
/// A range of values is then a short list of words, which the index intersects with everything else that is asked.
/// </summary>
internal static class ValueWords
{
    /// <summary>Decimal exponents that are told apart; beyond them the outermost step stands for all.</summary>
    private const int MinExponent = -12, MaxExponent = 28;

    /// <summary>Steps a decade (first two digits, 10 to 99), and steps a first digit.</summary>
    private const int Decade = 90, Digit = 10;

    private const int LastStep = ((MaxExponent - MinExponent + 1) * Decade) - 1;

    /// <summary>The place of a value on the number line: 0 for zero, further steps up and down from it.</summary>
    public static int Place(decimal value) => value == 0 ? 0 : Math.Sign(value) * (Step(value) + 1);

    /// <summary>Appends every word of a value, or of a range from low to high.</summary>
    public static void Append(string unit, decimal low, decimal high, List<string> words)
    {
        var prefix = "v" + Facets.Hex(unit);
        foreach (var (sign, first, last) in Sides(Place(low), Place(high)))
        {
            for (var step = first; step <= last; step++)
            {
                words.Add(Word(prefix, sign, 'c', step));
                if (step == first || step % Digit == 0)
                {
                    words.Add(Word(prefix, sign, 'b', step / Digit));
                }

                if (step == first || step % Decade == 0)
                {
                    words.Add(Word(prefix, sign, 'a', step / Decade));
                }
            }
        }
    }

    /// <summary>Words of one range at most, where coarser ones will do: each is a list that the index goes through.</summary>
    private const int FewWords = 6;

    /// <summary>Words of which every value from <paramref name="min"/> to <paramref name="max"/> has one; values just outside may have one too.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="min">The smallest value; null for none.</param>
    /// <param name="max">The largest value; null for none.</param>
    /// <param name="lowest">The place of the smallest value that there is.</param>
    /// <param name="highest">The place of the largest value that there is.</param>
    /// <returns>
    /// As exact as few words can be: when the first two digits of both ends take too many, the ends are the first digits, then the decades,
    /// which reach beyond the range by little when the range is so wide.
    /// </returns>
    public static List<string> Covering(string unit, decimal? min, decimal? max, int lowest, int highest)
    {
        var low = min is { } least ? Math.Max(Place(least), lowest) : lowest;
        var high = max is { } most ? Math.Min(Place(most), highest) : highest;
        var exact = Covering(unit, low, high, max is null, 1);
        var digits = exact.Count > FewWords ? Covering(unit, low, high, max is null, Digit) : exact;
        return digits.Count > FewWords ? Covering(unit, low, high, max is null, Decade) : digits;
    }

    /// <param name="unit">The unit.</param>
    /// <param name="low">Where the range begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="isOpen">True when nothing lies beyond the end: the whole decade will do there.</param>
    /// <param name="grain">The finest step that is told apart: 1, a digit or a decade.</param>
    private static List<string> Covering(string unit, int low, int high, bool isOpen, int grain)
    {
        var prefix = "v" + Facets.Hex(unit);
        var words = new List<string>();
        foreach (var (sign, from, to) in Sides(low, high))
        {
            var (first, last) = (from / grain * grain, (to / grain * grain) + grain - 1);
            for (var step = first; step <= last;)
            {
                var (level, width) = step % Decade == 0 && (step + Decade - 1 <= last || (sign == 'p' && isOpen)) ? ('a', Decade)
                    : step % Digit == 0 && step + Digit - 1 <= last ? ('b', Digit)
                    : ('c', 1);
                words.Add(Word(prefix, sign, level, step / width));
                step += width;
            }
        }

        return words;
    }

    /// <summary>The steps that a stretch of the number line covers below zero, at it, and above it; none when it is empty.</summary>
    private static IEnumerable<(char Sign, int First, int Last)> Sides(int low, int high)
    {
        if (low > high)
        {
            yield break;
        }

        if (low < 0)
        {
            yield return ('n', high < 0 ? -high - 1 : 0, -low - 1);
        }

        if (low <= 0 && high >= 0)
        {
            yield return ('z', 0, 0);
        }

        if (high > 0)
        {
            yield return ('p', low > 0 ? low - 1 : 0, high - 1);
        }
    }

    private static int Step(decimal value)
    {
        var magnitude = Math.Abs(value);
        var exponent = 0;
        for (; magnitude >= 10 && exponent < MaxExponent; exponent++)
        {
            magnitude /= 10;
        }

        for (; magnitude < 1 && exponent > MinExponent; exponent--)
        {
            magnitude *= 10;
        }

        var digits = magnitude < 1 ? 0 : (int)Math.Min(magnitude * 10, 99) - 10;
        return Math.Min(((exponent - MinExponent) * Decade) + digits, LastStep);
    }

    private static string Word(string prefix, char sign, char level, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}x{sign}{level}{index}");
}
