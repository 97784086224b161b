using Microsoft.Data.Sqlite;
using Pipeline.Store.Archives;
using Pipeline.Store.Articles;

namespace Pipeline.Store.Sqlite;

/// <summary>Where texts stood, and the raw inputs they were read from.</summary>
internal static class AppearanceRecords
{
    /// <summary>Records that the text stood there, with its evidence.</summary>
    /// <returns>False when that was known.</returns>
    public static bool Add(SqliteSession session, long articleKey, PreparedSubmission prepared)
    {
        var article = prepared.Submission.Article;
        if (session.Integer("SELECT 1 FROM appearances WHERE article_key = $1 AND source = $2 AND url = $3", articleKey, article.Source, article.Url ?? "") is not null)
        {
            return false;
        }

        session.Execute(
            "INSERT INTO appearances (article_key, outlet_key, source, url, title, author, publisher, published_at, retrieved_at, evidence_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            articleKey, OutletKey(session, Outlet.Of(article)), article.Source, article.Url ?? "", article.Title, article.Author, article.Publisher,
            article.PublishedAt?.ToString(), ClaimRows.Moment(article.RetrievedAt ?? prepared.Submission.Evidence?.RetrievedAt), EvidenceKey(session, prepared));
        return true;
    }

    /// <summary>The appearances of an article and of its near copies, oldest first.</summary>
    public static List<Appearance> Of(SqliteSession session, long articleKey, bool withCopies) => session.All(
        """
        SELECT a.id, p.source, p.url, p.title, p.author, p.publisher, p.published_at, p.retrieved_at, e.sha256, a.article_key <> $1
        FROM appearances p JOIN articles a ON a.article_key = p.article_key LEFT JOIN evidence e ON e.evidence_key = p.evidence_key
        WHERE p.article_key = $1 OR ($2 AND p.article_key IN (SELECT article_key FROM articles WHERE origin_key = $1))
        ORDER BY coalesce(p.published_at, p.retrieved_at), p.appearance_key
        """,
        Read,
        articleKey,
        withCopies ? 1L : 0L);

    /// <summary>The appearances of one article's text alone.</summary>
    public static Appearance Read(SqliteDataReader row) => new()
    {
        ArticleId = row.GetString(0),
        Source = row.GetString(1),
        Url = row.GetString(2) is { Length: > 0 } url ? url : null,
        Title = ClaimRows.Text(row, 3),
        Author = ClaimRows.Text(row, 4),
        Publisher = ClaimRows.Text(row, 5),
        PublishedAt = ClaimRows.Published(ClaimRows.Text(row, 6)),
        RetrievedAt = ClaimRows.Moment(ClaimRows.Text(row, 7)),
        EvidenceSha256 = row.IsDBNull(8) ? null : Convert.ToHexStringLower(row.GetFieldValue<byte[]>(8)),
        IsNearCopy = row.GetInt64(9) != 0,
    };

    /// <summary>Puts an archive's appearance back.</summary>
    public static void Insert(SqliteSession session, long articleKey, ArchivedAppearance appearance)
    {
        var key = session.Integer("SELECT 1 FROM appearances WHERE appearance_key = $1", appearance.Number) is null ? appearance.Number : (long?)null;
        var evidence = appearance.EvidenceSha256 is { } sha ? session.Integer("SELECT evidence_key FROM evidence WHERE sha256 = $1", Convert.FromHexString(sha)) ?? throw ArchiveChecks.Unknown("evidence", sha) : (long?)null;
        session.Execute(
            "INSERT INTO appearances (appearance_key, article_key, outlet_key, source, url, title, author, publisher, published_at, retrieved_at, evidence_key) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            key, articleKey, OutletKey(session, Outlet.Of(appearance.Publisher, appearance.Url, appearance.Source)), appearance.Source, appearance.Url ?? "", appearance.Title, appearance.Author, appearance.Publisher,
            appearance.PublishedAt?.ToString(), ClaimRows.Moment(appearance.RetrievedAt), evidence);
    }

    private static long OutletKey(SqliteSession session, Outlet outlet) =>
        session.Integer("SELECT outlet_key FROM outlets WHERE name = $1 AND host = $2", outlet.Name, outlet.Host)
        ?? session.Insert("INSERT INTO outlets (name, host) VALUES ($1, $2)", outlet.Name, outlet.Host);

    private static long? EvidenceKey(SqliteSession session, PreparedSubmission prepared) => prepared.EvidenceHash is not { } hash
        ? null
        : session.Integer("SELECT evidence_key FROM evidence WHERE sha256 = $1", hash)
            ?? session.Insert(
                "INSERT INTO evidence (sha256, media_type, length, content) VALUES ($1, $2, $3, $4)",
                hash, prepared.Submission.Evidence!.MediaType, (long)prepared.Submission.Evidence.Bytes.Length, prepared.CompressedEvidence);
}
