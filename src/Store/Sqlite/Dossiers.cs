using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>A claim or an article with all that is known of it.</summary>
internal static class Dossiers
{
    /// <summary>The shortest beginning of an id that is looked for.</summary>
    private const int MinPrefix = 4;

    private const string EditSql = $"""
        SELECT g.address, g.number, g.kind, g.old_claim, g.new_claim, v.seen_at
        FROM claim_changes g JOIN versions v ON v.address = g.address AND v.number = g.number
        WHERE g.old_claim = $1 OR g.new_claim = $1 ORDER BY v.seen_at, g.number
        """;

    public static ClaimDossier? OfClaim(SqliteSession session, string idOrPrefix)
    {
        if (KeyOf(session, "claims", "claim_key", idOrPrefix) is not { } key)
        {
            return null;
        }

        var claim = ByKey(session, key);
        var (articleKey, statement) = session.First("SELECT article_key, statement FROM claims WHERE claim_key = $1", default, row => (row.GetInt64(0), row.GetInt64(1)), key);
        var edits = session.All(EditSql, row => (Address: row.GetString(0), Number: row.GetInt32(1), Kind: row.GetString(2), Old: row.IsDBNull(3) ? (long?)null : row.GetInt64(3), New: row.IsDBNull(4) ? (long?)null : row.GetInt64(4), SeenAt: row.GetString(5)), key);
        return new ClaimDossier
        {
            Claim = claim,
            Article = ArticleRow(session, articleKey),
            Appearances = AppearancesOf(session, key, articleKey),
            Edits =
            [
                .. edits.Select(edit => new ClaimEdit(
                    edit.Address, edit.Number, ClaimRows.Moment(edit.SeenAt)!.Value, ContractNames.Parse<ClaimChangeKind>(edit.Kind),
                    edit.Old is { } old ? ByKey(session, old).Claim : null, edit.New is { } @new ? ByKey(session, @new).Claim : null)),
            ],
            Reviews = ReviewRecords.Of(session, key, statement),
        };
    }

    public static ArticleDossier? OfArticle(SqliteSession session, string idOrPrefix)
    {
        if (KeyOf(session, "articles", "article_key", idOrPrefix) is not { } key)
        {
            return null;
        }

        var addresses = session.All("SELECT DISTINCT address FROM versions WHERE article_key = $1", row => row.GetString(0), key);
        var versions = addresses.SelectMany(address => VersionsOf(session, address)).ToList();
        return new ArticleDossier(
            ArticleRow(session, key),
            session.All($"SELECT {ClaimRows.Columns} FROM claims c {ClaimRows.Joins} WHERE c.article_key = $1 ORDER BY c.start, c.\"end\"", ClaimRows.Read, key),
            AppearanceRecords.Of(session, key, withCopies: true),
            versions.Count > addresses.Count ? versions : []);
    }

    private static StoredClaim ByKey(SqliteSession session, long key) =>
        session.First($"SELECT {ClaimRows.Columns} FROM claims c {ClaimRows.Joins} WHERE c.claim_key = $1", null, ClaimRows.Read, key)!;

    /// <summary>Where the statement stood: at the appearances of its own article, and at those of every claim that copies the same origin.</summary>
    private static List<Appearance> AppearancesOf(SqliteSession session, long claimKey, long articleKey)
    {
        var origin = session.Integer("SELECT copy_of FROM claims WHERE claim_key = $1", claimKey) ?? claimKey;
        return session.All(
            """
            SELECT a.id, p.source, p.url, p.title, p.author, p.publisher, p.published_at, p.retrieved_at, e.sha256, a.article_key <> $2
            FROM appearances p JOIN articles a ON a.article_key = p.article_key LEFT JOIN evidence e ON e.evidence_key = p.evidence_key
            WHERE p.article_key IN (SELECT article_key FROM claims WHERE claim_key = $1 OR copy_of = $1)
            ORDER BY coalesce(p.published_at, p.retrieved_at), p.appearance_key
            """,
            AppearanceRecords.Read,
            origin,
            articleKey);
    }

    private static IEnumerable<ArticleVersion> VersionsOf(SqliteSession session, string address)
    {
        foreach (var (number, articleId, seenAt) in session.All(
            "SELECT v.number, a.id, v.seen_at FROM versions v JOIN articles a ON a.article_key = v.article_key WHERE v.address = $1 ORDER BY v.number",
            row => (row.GetInt32(0), row.GetString(1), row.GetString(2)),
            address))
        {
            var changes = session.All(
                """
                SELECT g.kind, (SELECT id FROM claims WHERE claim_key = g.old_claim), (SELECT id FROM claims WHERE claim_key = g.new_claim)
                FROM claim_changes g WHERE g.address = $1 AND g.number = $2 AND g.kind <> 'kept' ORDER BY g.change_key
                """,
                row => new ClaimChange(ContractNames.Parse<ClaimChangeKind>(row.GetString(0)), ClaimRows.Text(row, 1), ClaimRows.Text(row, 2)),
                address,
                (long)number);
            yield return new ArticleVersion(address, number, articleId, ClaimRows.Moment(seenAt)!.Value, changes);
        }
    }

    private static long? KeyOf(SqliteSession session, string table, string key, string idOrPrefix)
    {
        var exact = session.Integer($"SELECT {key} FROM {table} WHERE id = $1", idOrPrefix);
        if (exact is not null || idOrPrefix.Length < MinPrefix)
        {
            return exact;
        }

        var candidates = session.All($"SELECT {key}, id FROM {table} WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 3", row => (Key: row.GetInt64(0), Id: row.GetString(1)), idOrPrefix, idOrPrefix + char.MaxValue);
        return candidates switch
        {
            [] => null,
            [var only] => only.Key,
            _ => throw new QueryException("id", $"'{idOrPrefix}' begins several ids ({string.Join(", ", candidates.Select(candidate => candidate.Id))} …): give more of it"),
        };
    }

    /// <summary>The article of a key.</summary>
    public static Article ArticleRow(SqliteSession session, long key) => session.First<Article>(
        "SELECT id, url, title, author, publisher, published_at, retrieved_at, language, text, source FROM articles WHERE article_key = $1",
        null!,
        row => new Article
        {
            Id = row.GetString(0),
            Url = ClaimRows.Text(row, 1),
            Title = ClaimRows.Text(row, 2),
            Author = ClaimRows.Text(row, 3),
            Publisher = ClaimRows.Text(row, 4),
            PublishedAt = ClaimRows.Published(ClaimRows.Text(row, 5)),
            RetrievedAt = ClaimRows.Moment(ClaimRows.Text(row, 6)),
            Language = row.GetString(7),
            Text = row.GetString(8),
            Source = row.GetString(9),
        },
        key);
}
