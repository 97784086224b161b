using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A value with nothing of its own around it measures what was measured before: 欧洲市场两成五.</summary>
internal sealed class CarriedMetricRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "carried-metric";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Left.Noun.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, frame.Left.Noun);
        }

        frame.CarryMetric(draft);
        return true;
    }
}
