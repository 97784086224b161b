using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>What addresses have held, and what became of the claims when they changed.</summary>
internal static class VersionRecords
{
    /// <summary>The version that a new one takes the place of.</summary>
    public readonly record struct ReplacedVersion(long ArticleKey, long NewNumber);

    /// <summary>Records that the article's address holds this text now.</summary>
    /// <returns>What it held before; null when it held nothing or the same.</returns>
    public static ReplacedVersion? Record(SqliteSession session, Article article, long articleKey, DateTimeOffset now, bool isNewText)
    {
        if (article.Url is not { } address)
        {
            return null;
        }

        var last = session.First<(long Number, long ArticleKey)?>(
            "SELECT number, article_key FROM versions WHERE address = $1 ORDER BY number DESC LIMIT 1", null, row => (row.GetInt64(0), row.GetInt64(1)), address);
        if (last is { } same && same.ArticleKey == articleKey)
        {
            return null;
        }

        var number = (last?.Number ?? 0) + 1;
        session.Execute("INSERT INTO versions (address, number, article_key, seen_at) VALUES ($1, $2, $3, $4)", address, number, articleKey, ClaimRows.Moment(article.RetrievedAt ?? now));
        if (!isNewText)
        {
            SetStanding(session, articleKey, ClaimStanding.Current);
        }

        if (last is not { } replaced)
        {
            return null;
        }

        // A text that still stands at another address, or came from a file, stays current.
        var standsElsewhere = session.Integer(
            """
            SELECT 1 FROM versions v WHERE v.article_key = $1 AND v.number = (SELECT max(number) FROM versions w WHERE w.address = v.address)
            UNION ALL SELECT 1 FROM appearances WHERE article_key = $1 AND url = '' LIMIT 1
            """,
            replaced.ArticleKey) is not null;
        if (!standsElsewhere)
        {
            SetStanding(session, replaced.ArticleKey, ClaimStanding.Superseded);
        }

        return new ReplacedVersion(replaced.ArticleKey, number);
    }

    /// <summary>Compares the claims of a version with those of the one before, and keeps what changed.</summary>
    public static IReadOnlyList<ClaimChange> Compare(SqliteSession session, WordIndex index, string address, ReplacedVersion replaced, long articleKey)
    {
        var older = ClaimsOf(session, replaced.ArticleKey);
        var newer = ClaimsOf(session, articleKey);
        var changes = new List<ClaimChange>();
        foreach (var (kind, old, @new) in VersionComparison.Compare([.. older.Values.Select(c => c.Claim)], [.. newer.Values.Select(c => c.Claim)]))
        {
            var oldKey = old is null ? (long?)null : older[old.Id].Key;
            session.Execute(
                "INSERT INTO claim_changes (address, number, kind, old_claim, new_claim) VALUES ($1, $2, $3, $4, $5)",
                address, replaced.NewNumber, ContractNames.Of(kind), oldKey, @new is null ? null : newer[@new.Id].Key);
            if (kind is ClaimChangeKind.Changed or ClaimChangeKind.Removed)
            {
                session.Execute("UPDATE claims SET edited = 1 WHERE claim_key = $1", oldKey);
                index.Note(oldKey!.Value, isNew: false);
            }

            if (kind != ClaimChangeKind.Kept)
            {
                changes.Add(new ClaimChange(kind, old?.Id, @new?.Id));
            }
        }

        return changes;
    }

    private static void SetStanding(SqliteSession session, long articleKey, ClaimStanding standing)
    {
        var word = ContractNames.Of(standing);
        session.Execute("UPDATE articles SET standing = $2 WHERE article_key = $1", articleKey, word);
        session.Execute("UPDATE claims SET standing = $2 WHERE article_key = $1 AND standing <> 'withdrawn'", articleKey, word);
        if (standing == ClaimStanding.Superseded)
        {
            foreach (var key in session.All("SELECT claim_key FROM claims WHERE article_key = $1", row => row.GetInt64(0), articleKey))
            {
                NearCopies.Promote(session, key);
            }
        }
    }

    private static Dictionary<string, (long Key, Claim Claim)> ClaimsOf(SqliteSession session, long articleKey) =>
        session.All(
            $"SELECT {ClaimRows.Columns} FROM claims c {ClaimRows.Joins} WHERE c.article_key = $1 AND c.standing <> 'withdrawn' ORDER BY c.start",
            row => (Key: row.GetInt64(ClaimRows.KeyColumn), ClaimRows.Read(row).Claim),
            articleKey).ToDictionary(claim => claim.Claim.Id, StringComparer.Ordinal);
}
