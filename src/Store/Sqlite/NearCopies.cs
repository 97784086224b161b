using Pipeline.Store.Duplicates;

namespace Pipeline.Store.Sqlite;

/// <summary>Links an article to the one that it is a near copy of.</summary>
internal static class NearCopies
{
    /// <summary>An origin article.</summary>
    public readonly record struct Origin(long Key, string Id);

    /// <summary>The article that the new one copies: the nearest of those within reach whose figures and word pairs agree.</summary>
    public static Origin? FindOrigin(SqliteSession session, TextPrint print, long articleKey)
    {
        if (!print.IsComparable)
        {
            return null;
        }

        var candidates = new Dictionary<long, int>();
        for (var band = 0; band < SimHash.Bands; band++)
        {
            foreach (var (key, fingerprint) in session.All(
                "SELECT article_key, fingerprint FROM fingerprint_bands WHERE band = $1 AND value = $2",
                row => (row.GetInt64(0), row.GetInt64(1)),
                (long)band, SimHash.Band(print.Fingerprint, band)))
            {
                if (key != articleKey && SimHash.Distance(print.Fingerprint, fingerprint) is <= SimHash.MaxDistance and var distance)
                {
                    candidates[key] = distance;
                }
            }
        }

        foreach (var (key, _) in candidates.OrderBy(candidate => candidate.Value).ThenBy(candidate => candidate.Key).Take(TextPrint.MaxCandidates))
        {
            // The version that this one replaces at its own address is superseded by now, and no origin.
            var found = session.First<(string Text, long? Origin, string Id)?>(
                "SELECT text, origin_key, id FROM articles WHERE article_key = $1 AND standing = 'current'",
                null,
                row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetString(2)),
                key);
            if (found is { } article && print.IsNearCopyOf(article.Text))
            {
                return article.Origin is { } origin
                    ? new Origin(origin, session.Text("SELECT id FROM articles WHERE article_key = $1", origin)!)
                    : new Origin(key, article.Id);
            }
        }

        return null;
    }

    /// <summary>Makes an article findable by its fingerprint.</summary>
    public static void Register(SqliteSession session, long fingerprint, long articleKey)
    {
        for (var band = 0; band < SimHash.Bands; band++)
        {
            session.Execute("INSERT INTO fingerprint_bands (band, value, fingerprint, article_key) VALUES ($1, $2, $3, $4)", (long)band, SimHash.Band(fingerprint, band), fingerprint, articleKey);
        }
    }

    /// <summary>When an origin's claim no longer stands, the first copy of it takes its place, and the others follow that one.</summary>
    public static void Promote(SqliteSession session, long claimKey)
    {
        if (session.Integer("SELECT claim_key FROM claims WHERE copy_of = $1 AND standing = 'current' ORDER BY claim_key DESC LIMIT 1", claimKey) is not { } heir)
        {
            return;
        }

        session.Execute("UPDATE claims SET copy_of = NULL WHERE claim_key = $1", heir);
        session.Execute("UPDATE claims SET copy_of = $2 WHERE copy_of = $1", claimKey, heir);
    }
}
