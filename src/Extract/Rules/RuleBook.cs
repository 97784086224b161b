using System.Collections.Immutable;

namespace Pipeline.Extract.Rules;

/// <summary>All binding rules, the narrow before the wide.</summary>
internal static class RuleBook
{
    /// <summary>In the order they are asked.</summary>
    public static ImmutableArray<IBindingRule> Rules { get; } =
    [
        new RestatedValueRule(),
        new ParallelListRule(),
        new SideBySideRule(),
        new BracketedItemRule(),
        new AgeRule(),
        new TollRule(),
        new DistanceRule(),
        new RankedValueRule(),
        new MarginRule(),
        new ComparedValueRule(),
        new RatioOfAbilityRule(),
        new ComparedMultipleRule(),
        new ChangeByItselfRule(),
        new ShareOfWholeRule(),
        new ContributionRule(),
        new DealingRule(),
        new PartOfGroupRule(),
        new HoldingRule(),
        new ChangeRule(),
        new AttributiveRateRule(),
        new PartOfRule(),
        new RelativeClauseRule(),
        new AttributiveMetricRule(),
        new VerbObjectRule(),
        new MetricLevelRule(),
        new CountedNounRule(),
        new ClosingVerbRule(),
        new CarriedMetricRule(),
    ];
}
