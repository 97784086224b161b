using Pipeline.Extract.Model;
using Pipeline.Extract.Text;
using Pipeline.Store.Articles;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;

namespace Pipeline.Store.SelfChecks;

/// <summary>Checks the numbers of one article against each other. Pure; rounding is allowed for, so that what is found cannot all be right.</summary>
public static class ArticleSelfCheck
{
    /// <summary>What is found, in the order of the article.</summary>
    public static IReadOnlyList<SelfCheckFinding> Run(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var asserted = claims.Where(claim => claim.Modality == Modality.Asserted).ToList();
        return [.. Shares(asserted).Concat(Growth(asserted)).Concat(Parts(asserted)).OrderBy(finding => finding.Claims[0].Start)];
    }

    /// <summary>Different subjects' shares of one whole at one time; at least, the lower end of each counts.</summary>
    private static IEnumerable<SelfCheckFinding> Shares(List<Claim> claims) => claims
        .Where(claim => claim.Kind is ClaimKind.MarketShare or ClaimKind.RevenueShare or ClaimKind.Share && claim.Unit == "%" && claim.Bound != Bound.Below && claim.Whole is not null && StatementHash.SubjectKey(claim).Length > 0)
        .GroupBy(claim => (claim.Kind, Whole: SearchTokens.Squeeze(claim.Whole!), Metric: StatementHash.MetricKey(claim), claim.Time))
        .Select(whole => whole.DistinctBy(StatementHash.SubjectKey).ToList())
        .Where(parts => parts.Count > 1 && parts.Sum(part => ValueInterval.Rounded(part).Low) > 100)
        .Select(parts => new SelfCheckFinding(SelfCheckKind.SharesExceedWhole, 100, parts.Sum(part => part.Low), parts));

    /// <summary>A level with its earlier value (从80亿增至100亿) beside a growth rate of the same subject, metric and time.</summary>
    private static IEnumerable<SelfCheckFinding> Growth(List<Claim> claims)
    {
        foreach (var level in claims.Where(claim => claim.From is > 0 && claim.Kind is ClaimKind.Money or ClaimKind.Count or ClaimKind.Measure or ClaimKind.Compute && claim.Low == claim.High))
        {
            foreach (var growth in claims.Where(claim => claim.Kind == ClaimKind.Change && claim.Unit == "%" && claim.Direction is not null && SameTopic(claim, level) && claim.Time == level.Time && claim.Bound == Bound.Exact && level.Bound == Bound.Exact))
            {
                var earlier = level.From!.Value;
                var half = StatedPrecision.HalfStep(level);
                if (earlier <= half)
                {
                    continue;
                }

                // The earlier value is written to the same digits as the later one.
                var least = ((level.Low - half) / (earlier + half) - 1) * 100;
                var most = ((level.Low + half) / (earlier - half) - 1) * 100;
                var stated = ValueInterval.Rounded(growth);
                if (!stated.Meets(new ValueInterval(least, most)))
                {
                    var expected = Math.Round((level.Low / earlier - 1) * 100, 2);
                    yield return new SelfCheckFinding(SelfCheckKind.GrowthDoesNotFit, expected, growth.Direction == ChangeDirection.Down ? -growth.Low : growth.Low, [level, growth]);
                }
            }
        }
    }

    /// <summary>A total, then 其中 and at least two parts in the same unit, all in one sentence.</summary>
    private static IEnumerable<SelfCheckFinding> Parts(List<Claim> claims)
    {
        foreach (var sentence in claims.GroupBy(claim => (claim.ArticleId, claim.Sentence)))
        {
            var split = TextFold.Fold(sentence.Key.Sentence).IndexOf("其中", StringComparison.Ordinal);
            if (split < 0)
            {
                continue;
            }

            var ordered = sentence.OrderBy(claim => claim.Start).ToList();
            var start = ordered[0].Start - sentence.Key.Sentence.IndexOf(ordered[0].Text, StringComparison.Ordinal);
            var total = ordered.LastOrDefault(claim => claim.End - start <= split && claim.Kind is ClaimKind.Money or ClaimKind.Count or ClaimKind.Measure && claim.Bound != Bound.Above);
            var parts = total is null ? [] : ordered.Where(claim => claim.Start - start > split && claim.Kind == total.Kind && claim.Unit == total.Unit && claim.Per == total.Per && claim.Bound != Bound.Below && claim.Direction == total.Direction).ToList();
            if (parts.Count > 1 && parts.Sum(part => ValueInterval.Rounded(part).Low) > ValueInterval.Rounded(total!).High)
            {
                yield return new SelfCheckFinding(SelfCheckKind.PartsExceedTotal, total!.High, parts.Sum(part => part.Low), [total, .. parts]);
            }
        }
    }

    private static bool SameTopic(Claim a, Claim b) =>
        StatementHash.SubjectKey(a) == StatementHash.SubjectKey(b) && StatementHash.MetricKey(a) == StatementHash.MetricKey(b) && StatementHash.MetricKey(a).Length > 0;
}
