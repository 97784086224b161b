using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>Stores submissions within the open write transaction.</summary>
internal sealed class ArticleWriter(SqliteSession session, DateTimeOffset now)
{
    private readonly WordIndex index = new();

    private sealed record KnownArticle(long Key, string Id, byte[] ClaimsDigest, long? OriginKey, long OrderHour);

    /// <summary>Stores what is new of it.</summary>
    public SaveReceipt Save(PreparedSubmission prepared)
    {
        var known = session.First<KnownArticle?>(
            "SELECT article_key, id, claims_digest, origin_key, order_hour FROM articles WHERE content_hash = $1",
            null,
            row => new KnownArticle(row.GetInt64(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.GetInt64(4)),
            prepared.ContentHash);
        return known is null ? Add(prepared) : Update(prepared, known);
    }

    /// <summary>Brings the word index up to date; called once, after the last submission.</summary>
    public void Finish() => index.Write(session);

    private SaveReceipt Add(PreparedSubmission prepared)
    {
        var (article, claims) = (prepared.Submission.Article, prepared.Submission.Claims);

        // An id that a jsonl input gave may be taken by another text; the content's own id never is.
        var id = session.Integer("SELECT 1 FROM articles WHERE id = $1", article.Id) is null ? article.Id : ContentId.OfArticle(article.Text);
        var hour = ClaimKeys.Hour(article, now);
        var articleKey = Insert(session, prepared, id, ClaimStanding.Current, hour, now, prepared.ClaimsDigest);
        AppearanceRecords.Add(session, articleKey, prepared);

        var replaced = VersionRecords.Record(session, article, articleKey, now, isNewText: true);
        var origin = NearCopies.FindOrigin(session, prepared.Print, articleKey);
        NearCopies.Register(session, prepared.Print.Fingerprint, articleKey);
        if (origin is { } copied)
        {
            session.Execute("UPDATE articles SET origin_key = $2 WHERE article_key = $1", articleKey, copied.Key);
        }

        WriteClaims(prepared, articleKey, origin?.Key, origin?.Id ?? id, hour, isNewArticle: true);
        var changes = replaced is { } version ? VersionRecords.Compare(session, index, article.Url!, version, articleKey) : [];
        return new SaveReceipt
        {
            Outcome = replaced is null ? SaveOutcome.Stored : SaveOutcome.NewVersion,
            ArticleId = id,
            ClaimCount = claims.Count,
            NearCopyOf = origin?.Id,
            Changes = changes,
        };
    }

    /// <summary>Writes an article's row; returns its key.</summary>
    public static long Insert(SqliteSession session, PreparedSubmission prepared, string id, ClaimStanding standing, long hour, DateTimeOffset storedAt, byte[] claimsDigest)
    {
        var article = prepared.Submission.Article;
        return session.Insert(
            """
            INSERT INTO articles (id, content_hash, standing, url, title, author, publisher, published_at, retrieved_at, language, source, stored_at, order_hour, claims_digest, fingerprint, text)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            """,
            id, prepared.ContentHash, ContractNames.Of(standing), article.Url, article.Title, article.Author, article.Publisher, article.PublishedAt?.ToString(), ClaimRows.Moment(article.RetrievedAt),
            article.Language, article.Source, ClaimRows.Moment(storedAt), hour, claimsDigest, prepared.Print.Fingerprint, article.Text);
    }

    private SaveReceipt Update(PreparedSubmission prepared, KnownArticle known)
    {
        var article = prepared.Submission.Article;
        var revised = !prepared.ClaimsDigest.AsSpan().SequenceEqual(known.ClaimsDigest);
        var appeared = AppearanceRecords.Add(session, known.Key, prepared);
        VersionRecords.ReplacedVersion? replaced = null;

        // A page that goes back to an earlier text is an edit too; a saved file read again is not.
        if (article.Url is { } url && (appeared || article.Source == url))
        {
            replaced = VersionRecords.Record(session, article, known.Key, now, isNewText: false);
        }

        if (revised)
        {
            session.Execute("UPDATE articles SET claims_digest = $2 WHERE article_key = $1", known.Key, prepared.ClaimsDigest);
            var originId = known.OriginKey is { } origin ? session.Text("SELECT id FROM articles WHERE article_key = $1", origin)! : known.Id;
            WriteClaims(prepared, known.Key, known.OriginKey, originId, known.OrderHour, isNewArticle: false);
        }
        else if (appeared)
        {
            foreach (var key in session.All("SELECT claim_key FROM claims WHERE article_key = $1", row => row.GetInt64(0), known.Key))
            {
                index.Note(key, isNew: false);
            }
        }

        return new SaveReceipt
        {
            Outcome = replaced is not null ? SaveOutcome.NewVersion : revised ? SaveOutcome.ClaimsRevised : appeared ? SaveOutcome.NewAppearance : SaveOutcome.AlreadyKnown,
            ArticleId = known.Id,
            ClaimCount = revised ? prepared.Submission.Claims.Count : 0,
            NearCopyOf = known.OriginKey is { } copied && (revised || appeared) ? session.Text("SELECT id FROM articles WHERE article_key = $1", copied) : null,
            Changes = replaced is { } version ? VersionRecords.Compare(session, index, article.Url!, version, known.Key) : [],
        };
    }

    /// <summary>Writes an article's claims: those with a known id anew under their key, the others under new keys; those it no longer has are withdrawn.</summary>
    private void WriteClaims(PreparedSubmission prepared, long articleKey, long? originKey, string originId, long hour, bool isNewArticle)
    {
        var old = session.All("SELECT claim_key, id FROM claims WHERE article_key = $1", row => (Key: row.GetInt64(0), Id: row.GetString(1)), articleKey).ToDictionary(row => row.Id, row => row.Key, StringComparer.Ordinal);
        var claims = prepared.Submission.Claims;
        var next = claims.Count > old.Count || claims.Any(claim => !old.ContainsKey(claim.Id)) ? ClaimRows.Allocate(session, hour, claims.Count) : 0;
        foreach (var claim in claims)
        {
            var exists = old.Remove(claim.Id, out var key);
            if (!exists)
            {
                key = next++;
            }

            var statement = StatementHash.Of(claim, originId);
            var copyOf = originKey is { } origin
                ? session.Integer("SELECT claim_key FROM claims WHERE statement = $1 AND article_key = $2 AND standing = 'current'", statement, origin)
                : null;
            ClaimRows.Write(session, key, exists, claim, articleKey, statement, copyOf);
            if (ReviewRecords.Refresh(session, key, statement) || !isNewArticle)
            {
                index.Note(key, isNew: !exists);
            }
            else
            {
                index.Add(key, claim, prepared.Submission.Article, articleKey);
            }
        }

        foreach (var key in old.Values)
        {
            session.Execute("UPDATE claims SET standing = 'withdrawn' WHERE claim_key = $1", key);
            NearCopies.Promote(session, key);
        }
    }
}
