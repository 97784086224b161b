namespace Pipeline.Store.Conflicts;

/// <summary>Why claims on one topic disagree, or only seem to.</summary>
public enum ConflictReason
{
    /// <summary>The values do not meet. Real.</summary>
    Value,

    /// <summary>The values differ by a power of ten: 万 for 亿, a slipped point. Real.</summary>
    Magnitude,

    /// <summary>The same number once in percent and once in percentage points. Real.</summary>
    PercentOrPoints,

    /// <summary>One rises and the other falls. Real.</summary>
    Direction,

    /// <summary>The same value, given to more or fewer digits. Apparent.</summary>
    Rounding,

    /// <summary>The claims speak of different times. Apparent.</summary>
    Period,

    /// <summary>The claims speak of different wholes. Apparent.</summary>
    Scope,

    /// <summary>The claims are in different units, or a different denominator. Apparent.</summary>
    Unit,

    /// <summary>The changes are relative to different things: a year ago, the quarter before. Apparent.</summary>
    Basis,

    /// <summary>One is a fact, the other a forecast. Apparent.</summary>
    Modality,
}
