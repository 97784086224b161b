using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Conflicts;

/// <summary>Finds claims that disagree. Pure: the same claims in any order give the same groups.</summary>
public static class ConflictFinder
{
    /// <summary>Claims shown of an apparent conflict: one a frame, as many as this.</summary>
    private const int MaxApparent = 20;

    /// <summary>Ratios this near to a power of ten are a slip: 3.02万 beside 3.0亿 is, 2.8万 is not.</summary>
    private const decimal MagnitudeTolerance = 0.02m;

    /// <summary>The conflicts among claims, the real ones first; claims without a subject or metric, hypothetical and denied ones are left out.</summary>
    public static IReadOnlyList<ConflictGroup> Find(IEnumerable<StoredClaim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return [.. claims.GroupBy(claim => (Subject: StatementHash.SubjectKey(claim.Claim), Metric: StatementHash.MetricKey(claim.Claim)))
            .Where(topic => topic.Key.Subject.Length > 0 && topic.Key.Metric.Length > 0)
            .OrderBy(topic => topic.Key.Subject, StringComparer.Ordinal).ThenBy(topic => topic.Key.Metric, StringComparer.Ordinal)
            .SelectMany(OfTopic)
            .OrderByDescending(group => group.IsReal)];
    }

    private static IEnumerable<ConflictGroup> OfTopic(IEnumerable<StoredClaim> topic)
    {
        var claims = Distinct(topic);
        if (claims.Count < 2)
        {
            yield break;
        }

        var frames = claims.GroupBy(ClaimFrame.Of).Select(frame => (frame.Key, Claims: frame.OrderBy(claim => ValueInterval.Stated(claim.Claim).Low).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal).ToList())).ToList();
        foreach (var (_, members) in frames)
        {
            foreach (var group in OfFrame(members))
            {
                yield return group;
            }
        }

        foreach (var group in PercentOrPoints(frames))
        {
            yield return group;
        }

        foreach (var group in Apparent(frames))
        {
            yield return group;
        }
    }

    /// <summary>A copied claim once, and of one article each value once.</summary>
    private static List<StoredClaim> Distinct(IEnumerable<StoredClaim> topic) => [.. topic
        .Where(claim => claim.CopyOf is null && claim.Standing == ClaimStanding.Current && claim.Claim.Modality is Modality.Asserted or Modality.Forecast)
        .OrderBy(claim => claim.Claim.ArticleId, StringComparer.Ordinal).ThenBy(claim => claim.Claim.Start)
        .DistinctBy(claim => (claim.Claim.ArticleId, ClaimFrame.Of(claim), claim.Claim.Low, claim.Claim.High, claim.Claim.Bound, claim.Claim.Direction))];

    /// <summary>What claims in one frame disagree about: a slip first, then what is left when the side that fewer articles state is put aside.</summary>
    private static IEnumerable<ConflictGroup> OfFrame(List<StoredClaim> members)
    {
        for (var rest = members; Disagreement(rest) is var (reason, highest, lowest);)
        {
            yield return Group(rest, reason, isReal: reason != ConflictReason.Rounding);
            if (reason != ConflictReason.Magnitude)
            {
                yield break;
            }

            var sides = rest.ToLookup(claim => (double)claim.Claim.High * (double)claim.Claim.High > (double)highest * (double)lowest);
            rest = [.. sides[Articles(sides[true]) >= Articles(sides[false])]];
        }
    }

    private static int Articles(IEnumerable<StoredClaim> claims) => claims.Select(claim => claim.Claim.ArticleId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Why claims in one frame disagree, and the values that do; null when one value satisfies every article as stated.</summary>
    /// <remarks>
    /// An article that states several values in one frame speaks of several things that the frame does not tell apart (two rents, two reservoirs):
    /// all from its smallest to its largest stays possible, and it contradicts others, never itself.
    /// </remarks>
    private static (ConflictReason Reason, decimal Highest, decimal Lowest)? Disagreement(List<StoredClaim> members)
    {
        var articles = members.GroupBy(member => member.Claim.ArticleId, member => member.Claim, StringComparer.Ordinal)
            .Select(article => (Low: article.MinBy(claim => ValueInterval.Stated(claim).Low)!, High: article.MaxBy(claim => ValueInterval.Stated(claim).High)!)).ToList();
        if (articles.Count == 0)
        {
            return null;
        }

        // Intervals on a line have a common point when each pair does: the largest lower end and the smallest upper end decide.
        var highest = articles.MaxBy(article => ValueInterval.Stated(article.Low).Low).Low;
        var lowest = articles.MinBy(article => ValueInterval.Stated(article.High).High).High;
        var gap = ValueInterval.Stated(highest).Low - ValueInterval.Stated(lowest).High;
        if (gap <= 0)
        {
            return null;
        }

        // 26% and 26.3% are one value given to more or fewer digits; 26% and 27% are not, though both may be rounded.
        var reason = gap <= Math.Max(StatedPrecision.HalfStep(highest), StatedPrecision.HalfStep(lowest)) ? ConflictReason.Rounding
            : IsSlip(highest.Low, lowest.High) ? ConflictReason.Magnitude
            : highest.Kind == ClaimKind.Change && highest.Direction is { } up && lowest.Direction is { } down && up != down ? ConflictReason.Direction
            : ConflictReason.Value;
        return (reason, highest.Low, lowest.High);
    }

    private static bool IsSlip(decimal larger, decimal smaller)
    {
        if (smaller == 0 || larger == 0 || Math.Sign(larger) != Math.Sign(smaller))
        {
            return false;
        }

        var ratio = (double)larger / (double)smaller;
        ratio = ratio < 1 ? 1 / ratio : ratio;
        var powers = Math.Log10(ratio);
        var power = Math.Round(powers);
        return power >= 1 && Math.Abs(ratio / Math.Pow(10, power) - 1) <= (double)MagnitudeTolerance;
    }

    private static IEnumerable<ConflictGroup> PercentOrPoints(List<(ClaimFrame Frame, List<StoredClaim> Claims)> frames)
    {
        foreach (var (frame, claims) in frames.Where(frame => frame.Frame.Unit == "pp"))
        {
            var percents = frames.Where(other => other.Frame == frame with { Unit = "%" }).SelectMany(other => other.Claims)
                .Where(percent => claims.Exists(point => point.Claim.Low == percent.Claim.Low && point.Claim.High == percent.Claim.High)).ToList();
            if (percents.Count > 0)
            {
                yield return Group([.. claims.Where(point => percents.Exists(percent => percent.Claim.Low == point.Claim.Low)), .. percents], ConflictReason.PercentOrPoints, isReal: true);
            }
        }
    }

    /// <summary>Values that do not meet across frames, with what sets the frames apart: one group a reason.</summary>
    private static IEnumerable<ConflictGroup> Apparent(List<(ClaimFrame Frame, List<StoredClaim> Claims)> frames)
    {
        var byReason = new SortedDictionary<ConflictReason, HashSet<StoredClaim>>();
        var compared = frames.Take(MaxApparent * 2).ToList();
        for (var i = 0; i < compared.Count; i++)
        {
            for (var j = i + 1; j < compared.Count; j++)
            {
                var (a, b) = (compared[i], compared[j]);
                if (a.Frame.Kind == b.Frame.Kind && a.Claims[0].Claim.ArticleId != b.Claims[0].Claim.ArticleId && a.Frame.DifferenceFrom(b.Frame) is { } reason && !(a.Frame.Unit is "%" or "pp" && b.Frame.Unit is "%" or "pp" && a.Frame.Unit != b.Frame.Unit)
                    && (reason == ConflictReason.Unit || !ValueInterval.Rounded(a.Claims[0].Claim).Meets(ValueInterval.Rounded(b.Claims[0].Claim))))
                {
                    var members = byReason.TryGetValue(reason, out var found) ? found : byReason[reason] = [];
                    members.Add(a.Claims[0]);
                    members.Add(b.Claims[0]);
                }
            }
        }

        foreach (var (reason, members) in byReason)
        {
            yield return Group([.. members.OrderBy(claim => claim.Claim.Time, StringComparer.Ordinal).ThenBy(claim => claim.Claim.Low).ThenBy(claim => claim.Claim.Id, StringComparer.Ordinal).Take(MaxApparent)], reason, isReal: false);
        }
    }

    private static ConflictGroup Group(List<StoredClaim> claims, ConflictReason reason, bool isReal) => new(
        MostNamed(claims, claim => claim.SubjectId ?? claim.Subject), MostNamed(claims, claim => claim.MetricId ?? claim.Metric), reason, isReal, claims);

    private static string MostNamed(List<StoredClaim> claims, Func<Claim, string?> name) =>
        claims.Select(claim => name(claim.Claim)!).GroupBy(word => word, StringComparer.Ordinal).OrderByDescending(words => words.Count()).ThenBy(words => words.Key, StringComparer.Ordinal).First().Key;
}
