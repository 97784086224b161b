using Pipeline.Extract.Model;

namespace Pipeline.Store.Conflicts;

/// <summary>The values that a claim leaves possible, both ends included; a change downwards is negative.</summary>
/// <param name="Low">The smallest.</param>
/// <param name="High">The largest.</param>
internal readonly record struct ValueInterval(decimal Low, decimal High)
{
    /// <summary>约 and 近 leave a twentieth to either side: 近26% is 24.7 to 27.3. Wide enough for 近40% beside 38%, too narrow for 近三成 beside 25%.</summary>
    private const decimal AboutPart = 0.05m;

    private const decimal Lowest = -7e28m, Highest = 7e28m;

    /// <summary>The interval as stated, with no allowance for rounding.</summary>
    public static ValueInterval Stated(Claim claim) => Of(claim, 0);

    /// <summary>The interval with half of the last written digit to either side.</summary>
    public static ValueInterval Rounded(Claim claim) => Of(claim, StatedPrecision.HalfStep(claim));

    /// <summary>True when one value satisfies both.</summary>
    public bool Meets(ValueInterval other) => Low <= other.High && other.Low <= High;

    private static ValueInterval Of(Claim claim, decimal halfStep)
    {
        var (low, high) = claim.Bound switch
        {
            Bound.Above => (claim.Low - halfStep, Highest),
            Bound.Below => (Lowest, claim.High + halfStep),
            Bound.About => (claim.Low - Math.Max(halfStep, Math.Abs(claim.Low) * AboutPart), claim.High + Math.Max(halfStep, Math.Abs(claim.High) * AboutPart)),
            _ => (claim.Low - halfStep, claim.High + halfStep),
        };

        // A multiple (翻倍, 减半) holds its direction in its value; any other change is a magnitude.
        return claim.Kind == ClaimKind.Change && claim.Direction == ChangeDirection.Down && claim.Unit != "x" ? new(-high, -low) : new(low, high);
    }
}
