using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Articles;

/// <summary>Which claims of a newer version of an article answer which of the older one.</summary>
internal static class VersionComparison
{
    /// <summary>
    /// Pairs the claims of two versions. In order of certainty: the same value in the same sentence; the same value of the same subject, metric and time;
    /// another value where the sentence is otherwise the same; another value of the same subject, metric, whole and time.
    /// </summary>
    public static IReadOnlyList<(ClaimChangeKind Kind, Claim? Old, Claim? New)> Compare(IReadOnlyList<Claim> older, IReadOnlyList<Claim> newer)
    {
        var partners = new Claim?[older.Count];
        var kinds = new ClaimChangeKind[older.Count];
        var taken = new bool[newer.Count];

        Pair(older, newer, partners, kinds, taken, ClaimChangeKind.Kept, static (a, b) => SameValue(a, b) && Folded(a.Sentence) == Folded(b.Sentence));
        Pair(older, newer, partners, kinds, taken, ClaimChangeKind.Kept, static (a, b) => SameValue(a, b) && a.Time == b.Time && SameTopic(a, b));
        Pair(older, newer, partners, kinds, taken, ClaimChangeKind.Changed, static (a, b) => a.Kind == b.Kind && Frame(a) == Frame(b));
        Pair(older, newer, partners, kinds, taken, ClaimChangeKind.Changed, static (a, b) => a.Kind == b.Kind && a.Unit == b.Unit && a.Time == b.Time && StatementHash.MetricKey(a).Length > 0 && SameTopic(a, b));

        var changes = new List<(ClaimChangeKind, Claim?, Claim?)>(older.Count + newer.Count);
        for (var i = 0; i < older.Count; i++)
        {
            changes.Add((partners[i] is null ? ClaimChangeKind.Removed : kinds[i], older[i], partners[i]));
        }

        for (var j = 0; j < newer.Count; j++)
        {
            if (!taken[j])
            {
                changes.Add((ClaimChangeKind.Added, null, newer[j]));
            }
        }

        return changes;
    }

    private static void Pair(IReadOnlyList<Claim> older, IReadOnlyList<Claim> newer, Claim?[] partners, ClaimChangeKind[] kinds, bool[] taken, ClaimChangeKind kind, Func<Claim, Claim, bool> match)
    {
        for (var i = 0; i < older.Count; i++)
        {
            for (var j = 0; partners[i] is null && j < newer.Count; j++)
            {
                if (!taken[j] && match(older[i], newer[j]))
                {
                    (partners[i], kinds[i], taken[j]) = (newer[j], kind, true);
                }
            }
        }
    }

    private static bool SameValue(Claim a, Claim b) =>
        a.Kind == b.Kind && a.Low == b.Low && a.High == b.High && a.Unit == b.Unit && a.Bound == b.Bound && a.Direction == b.Direction && a.From == b.From && a.Modality == b.Modality;

    private static bool SameTopic(Claim a, Claim b) =>
        StatementHash.SubjectKey(a) == StatementHash.SubjectKey(b) && StatementHash.MetricKey(a) == StatementHash.MetricKey(b) && Folded(a.Whole ?? "") == Folded(b.Whole ?? "");

    /// <summary>The sentence with the quantity cut out: what stays when only the number is edited.</summary>
    private static string Frame(Claim claim)
    {
        var at = claim.Sentence.IndexOf(claim.Text, StringComparison.Ordinal);
        return Folded(at < 0 ? claim.Sentence : string.Concat(claim.Sentence.AsSpan(0, at), "\0", claim.Sentence.AsSpan(at + claim.Text.Length)));
    }

    private static string Folded(string text) => TextFold.Fold(text);
}
