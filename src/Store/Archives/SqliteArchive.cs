using System.Runtime.CompilerServices;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Sqlite;
using Pipeline.Store.Watches;

namespace Pipeline.Store.Archives;

/// <summary>A SQLite store's archive; read within one snapshot.</summary>
internal sealed class SqliteArchive(SqliteDatabase database, StoreOptions options) : IStoreArchive
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchiveRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var record in database.Stream(Records))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<bool>> WriteAsync(IReadOnlyList<ArchiveRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var prepared = records.Select(record => (Record: record, Article: record is ArchivedArticle article ? PreparedSubmission.Of(new Submission(article.Article, []), options.Vocabulary.Segmenter) : null)).ToList();
        return database.WriteAsync<IReadOnlyList<bool>>(
            session =>
            {
                var (index, added) = (new WordIndex(), new List<bool>(prepared.Count));
                foreach (var (record, article) in prepared)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    added.Add(record switch
                    {
                        ArchivedEvidence evidence => Add(session, evidence),
                        ArchivedArticle text => Add(session, text, article!, index),
                        ArchivedCopy copy => Add(session, copy),
                        ArchivedVersion version => Add(session, version),
                        ArchivedReview review => Add(session, review, index),
                        ArchivedWatch watch => Add(session, watch),
                        ArchivedWatchEvent fired => Add(session, fired),
                        _ => throw new ArgumentOutOfRangeException(nameof(records), record, "no such record"),
                    });
                }

                index.Write(session);
                return added;
            },
            cancellationToken);
    }

    private static IEnumerable<ArchiveRecord> Records(SqliteSession session) => Articles(session).Concat(Copies(session)).Concat(Versions(session)).Concat(Reviews(session)).Concat(Watches(session));

    private static ArchivedEvidence Evidence(SqliteSession session, string sha256) => session.First<ArchivedEvidence>(
        "SELECT media_type, length, content FROM evidence WHERE sha256 = $1",
        null!,
        row => new ArchivedEvidence { Sha256 = sha256, MediaType = ClaimRows.Text(row, 0), Length = row.GetInt32(1), Brotli = row.GetFieldValue<byte[]>(2) },
        Convert.FromHexString(sha256));

    /// <summary>Each article after the raw inputs that it was the first to be read from.</summary>
    private static IEnumerable<ArchiveRecord> Articles(SqliteSession session)
    {
        var number = 0;
        var evidence = new HashSet<string>(StringComparer.Ordinal);
        var articles = session.Stream(
            "SELECT a.article_key, a.stored_at, a.standing, (SELECT id FROM articles WHERE article_key = a.origin_key), a.claims_digest FROM articles a ORDER BY a.article_key",
            row => (Key: row.GetInt64(0), StoredAt: ClaimRows.Moment(row.GetString(1))!.Value, Standing: ContractNames.Parse<ClaimStanding>(row.GetString(2)), Origin: ClaimRows.Text(row, 3), Digest: row.GetFieldValue<byte[]>(4)));
        foreach (var article in articles)
        {
            var appearances = session.All(
                "SELECT p.appearance_key, p.source, p.url, p.title, p.author, p.publisher, p.published_at, p.retrieved_at, e.sha256 FROM appearances p LEFT JOIN evidence e ON e.evidence_key = p.evidence_key WHERE p.article_key = $1 ORDER BY p.appearance_key",
                row => new ArchivedAppearance
                {
                    Number = row.GetInt64(0),
                    Source = row.GetString(1),
                    Url = row.GetString(2) is { Length: > 0 } url ? url : null,
                    Title = ClaimRows.Text(row, 3),
                    Author = ClaimRows.Text(row, 4),
                    Publisher = ClaimRows.Text(row, 5),
                    PublishedAt = ClaimRows.Published(ClaimRows.Text(row, 6)),
                    RetrievedAt = ClaimRows.Moment(ClaimRows.Text(row, 7)),
                    EvidenceSha256 = row.IsDBNull(8) ? null : Convert.ToHexStringLower(row.GetFieldValue<byte[]>(8)),
                },
                article.Key);
            foreach (var sha in appearances.Select(appearance => appearance.EvidenceSha256).OfType<string>().Where(evidence.Add))
            {
                yield return Evidence(session, sha);
            }

            yield return new ArchivedArticle
            {
                Number = ++number,
                Article = Dossiers.ArticleRow(session, article.Key),
                StoredAt = article.StoredAt,
                Standing = article.Standing,
                NearCopyOf = article.Origin,
                ClaimsDigest = Convert.ToHexStringLower(article.Digest),
                Appearances = appearances,
                Claims = session.All(
                    $"SELECT {ClaimRows.Columns}, c.edited FROM claims c {ClaimRows.Joins} WHERE c.article_key = $1 ORDER BY c.claim_key",
                    row => ClaimRows.Read(row) is var stored
                        ? new ArchivedClaim { Claim = stored.Claim, Place = row.GetInt64(ClaimRows.KeyColumn), Standing = stored.Standing, Edited = row.GetInt64(ClaimRows.ColumnCount) != 0 }
                        : null!,
                    article.Key),
            };
        }
    }

    private static IEnumerable<ArchiveRecord> Copies(SqliteSession session) => session.Stream(
        "SELECT c.id, o.id FROM claims c JOIN claims o ON o.claim_key = c.copy_of WHERE c.copy_of IS NOT NULL ORDER BY c.claim_key",
        row => new ArchivedCopy { Claim = row.GetString(0), Of = row.GetString(1) });

    private static IEnumerable<ArchiveRecord> Versions(SqliteSession session)
    {
        var versions = session.Stream(
            "SELECT v.address, v.number, a.id, v.seen_at FROM versions v JOIN articles a ON a.article_key = v.article_key ORDER BY v.seen_at, v.address, v.number",
            row => (Address: row.GetString(0), Number: row.GetInt32(1), Article: row.GetString(2), SeenAt: ClaimRows.Moment(row.GetString(3))!.Value));
        foreach (var version in versions)
        {
            yield return new ArchivedVersion
            {
                Address = version.Address,
                Number = version.Number,
                ArticleId = version.Article,
                SeenAt = version.SeenAt,
                Changes = session.All(
                    "SELECT g.kind, (SELECT id FROM claims WHERE claim_key = g.old_claim), (SELECT id FROM claims WHERE claim_key = g.new_claim) FROM claim_changes g WHERE g.address = $1 AND g.number = $2 ORDER BY g.change_key",
                    row => new ClaimChange(ContractNames.Parse<ClaimChangeKind>(row.GetString(0)), ClaimRows.Text(row, 1), ClaimRows.Text(row, 2)),
                    version.Address, (long)version.Number),
            };
        }
    }

    private static IEnumerable<ArchiveRecord> Reviews(SqliteSession session)
    {
        var number = 0;
        return session.Stream(
            """
            SELECT (SELECT count(*) FROM reviews b WHERE b.review_key <= r.review_key AND (b.claim_key = r.claim_key OR (b.statement = c.statement AND b.covers_appearances = 1))),
              c.id, r.reviewer, r.at, r.state, r.verdict, r.note, r.assignee, r.evidence, r.covers_appearances, r.statement
            FROM reviews r JOIN claims c ON c.claim_key = r.claim_key ORDER BY r.review_key
            """,
            row => new ArchivedReview { Number = ++number, Review = ReviewRecords.Read(row), Statement = row.GetInt64(10) });
    }

    private static IEnumerable<ArchiveRecord> Watches(SqliteSession session)
    {
        foreach (var watch in SqliteWatchStore.All(session))
        {
            yield return new ArchivedWatch { Watch = watch };
        }

        var events = session.Stream(
            $"SELECT {SqliteWatchStore.EventColumns}, e.due_at FROM watch_events e JOIN watches w ON w.watch_key = e.watch_key ORDER BY e.event_key",
            row => new ArchivedWatchEvent { Event = SqliteWatchStore.ReadEvent(row, 0), DueAt = row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(9)) });
        foreach (var fired in events)
        {
            yield return fired;
        }
    }

    private static bool Add(SqliteSession session, ArchivedEvidence evidence)
    {
        var hash = Convert.FromHexString(evidence.Sha256);
        if (session.Integer("SELECT 1 FROM evidence WHERE sha256 = $1", hash) is not null)
        {
            return false;
        }

        ArchiveChecks.Evidence(evidence);
        session.Insert("INSERT INTO evidence (sha256, media_type, length, content) VALUES ($1, $2, $3, $4)", hash, evidence.MediaType, (long)evidence.Length, evidence.Brotli);
        return true;
    }

    private bool Add(SqliteSession session, ArchivedArticle record, PreparedSubmission prepared, WordIndex index)
    {
        var article = record.Article;
        if (session.Text("SELECT id FROM articles WHERE content_hash = $1", prepared.ContentHash) is { } known)
        {
            return known == article.Id ? false : throw ArchiveChecks.OtherContent(database.Path, $"article {article.Id}", $"stored as {known}");
        }

        if ((session.Integer("SELECT max(article_key) FROM articles") ?? 0) != record.Number - 1)
        {
            throw ArchiveChecks.OtherContent(database.Path, $"article {article.Id}", "not there, and others are in its place");
        }

        var hour = ClaimKeys.Hour(article, record.StoredAt);
        var origin = record.NearCopyOf is { } copied
            ? session.Integer("SELECT article_key FROM articles WHERE id = $1", copied) ?? throw ArchiveChecks.Unknown("article", copied)
            : (long?)null;
        var key = ArticleWriter.Insert(session, prepared, article.Id, record.Standing, hour, record.StoredAt, Convert.FromHexString(record.ClaimsDigest));
        session.Execute("UPDATE articles SET origin_key = $2 WHERE article_key = $1", key, origin);
        NearCopies.Register(session, prepared.Print.Fingerprint, key);
        foreach (var appearance in record.Appearances)
        {
            AppearanceRecords.Insert(session, key, appearance);
        }

        foreach (var claim in record.Claims)
        {
            var place = session.Integer("SELECT 1 FROM claims WHERE claim_key = $1", claim.Place) is null ? claim.Place : ClaimRows.Allocate(session, hour, 1);
            ClaimRows.Write(session, place, exists: false, claim.Claim, key, StatementHash.Of(claim.Claim, record.NearCopyOf ?? article.Id), copyOf: null);
            session.Execute("UPDATE claims SET standing = $2, edited = $3 WHERE claim_key = $1", place, ContractNames.Of(claim.Standing), claim.Edited ? 1L : 0L);
            index.Note(place, isNew: true);
        }

        return true;
    }

    /// <remarks>A link that the store has undone since, because the origin no longer stands, is not made again.</remarks>
    private static bool Add(SqliteSession session, ArchivedCopy copy) => session.Execute(
        """
        UPDATE claims SET copy_of = o.claim_key FROM (SELECT claim_key, standing FROM claims WHERE id = $2) o
        WHERE id = $1 AND copy_of IS NULL AND (o.standing = 'current' OR claims.standing <> 'current')
        """,
        copy.Claim, copy.Of) > 0;

    private bool Add(SqliteSession session, ArchivedVersion version)
    {
        var article = ArticleKey(session, version.ArticleId);
        var known = session.Integer("SELECT article_key FROM versions WHERE address = $1 AND number = $2", version.Address, (long)version.Number);
        if (known is not null)
        {
            return known == article ? false : throw ArchiveChecks.OtherContent(database.Path, $"version {version.Number} of {version.Address}", "another text");
        }

        session.Execute("INSERT INTO versions (address, number, article_key, seen_at) VALUES ($1, $2, $3, $4)", version.Address, (long)version.Number, article, ClaimRows.Moment(version.SeenAt));
        foreach (var change in version.Changes)
        {
            session.Execute(
                "INSERT INTO claim_changes (address, number, kind, old_claim, new_claim) VALUES ($1, $2, $3, $4, $5)",
                version.Address, (long)version.Number, ContractNames.Of(change.Kind), ClaimKey(session, change.OldClaimId), ClaimKey(session, change.NewClaimId));
        }

        return true;
    }

    private bool Add(SqliteSession session, ArchivedReview record, WordIndex index)
    {
        var review = record.Review;
        var claim = ClaimKey(session, review.ClaimId)!.Value;
        if (session.Integer("SELECT 1 FROM reviews WHERE claim_key = $1 AND reviewer = $2 AND at = $3", claim, review.Reviewer, ClaimRows.Moment(review.At)) is not null)
        {
            return false;
        }

        if ((session.Integer("SELECT max(review_key) FROM reviews") ?? 0) != record.Number - 1)
        {
            throw ArchiveChecks.OtherContent(database.Path, $"the review of claim {review.ClaimId} by {review.Reviewer}", "not there, and others are in its place");
        }

        ReviewRecords.Insert(session, claim, record.Statement, review);
        foreach (var (key, statement) in session.All(
            "SELECT claim_key, statement FROM claims WHERE claim_key = $1 OR ($3 AND statement = $2)", row => (row.GetInt64(0), row.GetInt64(1)), claim, record.Statement, review.CoversAppearances ? 1L : 0L))
        {
            ReviewRecords.Refresh(session, key, statement);
            index.Note(key, isNew: false);
        }

        return true;
    }

    private static bool Add(SqliteSession session, ArchivedWatch record)
    {
        if (session.Integer("SELECT 1 FROM watches WHERE id = $1", record.Watch.Id) is not null)
        {
            return false;
        }

        SqliteWatchStore.Insert(session, record.Watch);
        return true;
    }

    private static bool Add(SqliteSession session, ArchivedWatchEvent record)
    {
        var fired = record.Event;
        var watch = session.Integer("SELECT watch_key FROM watches WHERE id = $1", fired.WatchId) ?? throw ArchiveChecks.Unknown("watch", fired.WatchId);
        return session.Execute(
            "INSERT OR IGNORE INTO watch_events (watch_key, kind, claim_id, body, at, attempts, due_at, problem, tried_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            watch, ContractNames.Of(fired.Kind), fired.ClaimId, fired.Body, ClaimRows.Moment(fired.At), (long)fired.Attempts, record.DueAt?.ToUnixTimeSeconds(), fired.Problem, ClaimRows.Moment(fired.TriedAt)) > 0;
    }

    private static long ArticleKey(SqliteSession session, string id) => session.Integer("SELECT article_key FROM articles WHERE id = $1", id) ?? throw ArchiveChecks.Unknown("article", id);

    private static long? ClaimKey(SqliteSession session, string? id) => id is null ? null : session.Integer("SELECT claim_key FROM claims WHERE id = $1", id) ?? throw ArchiveChecks.Unknown("claim", id);
}
