using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>One way in which Chinese binds a number to what it says. Rules are asked in the order of <see cref="RuleBook"/>; the first that fits binds.</summary>
internal interface IBindingRule
{
    /// <summary>The name that claims print in <c>rule</c>.</summary>
    string Id { get; }

    /// <summary>Fills <paramref name="draft"/> if the rule's pattern stands around the quantity.</summary>
    /// <returns>False, with <paramref name="draft"/> untouched, when it does not.</returns>
    bool TryBind(QuantityFrame frame, ClaimDraft draft);
}
