namespace Pipeline.Extract.Context;

/// <summary>How sure a claim is: each slot that its own pattern filled keeps the score, each that was carried over or stayed open lowers it, and so do a subject that no lexicon knows and the wider rules.</summary>
/// <remarks>docs/extraction.md lists the figures and how they were measured.</remarks>
internal static class Confidence
{
    /// <summary>0 to 1, two decimals.</summary>
    /// <param name="draft">The claim, bound and resolved.</param>
    /// <param name="isKnown">True when the entity lexicon knows the subject.</param>
    public static double Of(ClaimDraft draft, bool isKnown)
    {
        var score = 0.95;
        score -= draft.MetricSource switch
        {
            SlotSource.Pattern => draft.MetricSense is null ? 0.05 : 0,
            SlotSource.Open => draft.IsMetricSettled ? 0.05 : 0.2,
            _ => 0.08,
        };
        score -= draft.SubjectSource switch
        {
            SlotSource.Pattern => 0,
            SlotSource.Clause => 0.04,
            SlotSource.Sentence => 0.1,
            SlotSource.Discourse => 0.2,
            _ => 0.2,
        };
        score -= isKnown ? 0 : 0.05;
        score -= draft.Rule switch
        {
            "closing-verb" or "counted-noun" or "part-of" => 0.1,
            "verb-object" or "attributive-metric" or "attributive-rate" or "share-of-whole" => 0.05,
            _ => 0,
        };
        return Math.Round(Math.Clamp(score, 0.2, 0.99), 2);
    }
}
