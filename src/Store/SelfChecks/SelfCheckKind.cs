namespace Pipeline.Store.SelfChecks;

/// <summary>How an article's numbers contradict each other.</summary>
public enum SelfCheckKind
{
    /// <summary>Shares of one whole add to more than 100 %.</summary>
    SharesExceedWhole,

    /// <summary>A growth rate does not fit the two levels that are stated.</summary>
    GrowthDoesNotFit,

    /// <summary>Parts add to more than their total.</summary>
    PartsExceedTotal,
}
