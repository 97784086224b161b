using System.Runtime.CompilerServices;
using LiteDB;
using Pipeline.Store.Archives;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>A LiteDB store's archive; each record is whole, and what others store meanwhile may or may not be among them.</summary>
internal sealed class LiteArchive(LiteFile file, StoreOptions options) : IStoreArchive
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchiveRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var record in Articles().Concat(Copies()).Concat(Versions()).Concat(Reviews()).Concat(Watches()))
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
        return file.WriteAsync<IReadOnlyList<bool>>(
            session =>
            {
                var added = new List<bool>(prepared.Count);
                foreach (var (record, article) in prepared)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    added.Add(record switch
                    {
                        ArchivedEvidence evidence => Add(session, evidence),
                        ArchivedArticle text => Add(session, text, article!),
                        ArchivedCopy copy => Add(session, copy),
                        ArchivedVersion version => Add(session, version),
                        ArchivedReview review => Add(session, review),
                        ArchivedWatch watch => Add(session, watch),
                        ArchivedWatchEvent fired => Add(session, fired),
                        _ => throw new ArgumentOutOfRangeException(nameof(records), record, "no such record"),
                    });
                }

                return added;
            },
            cancellationToken);
    }

    private IEnumerable<ArchiveRecord> Articles()
    {
        var evidence = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in Each(session => session.Articles))
        {
            var key = document["_id"];
            var places = file.Read(session => LiteSession.All(session.Appearances, "article", key)).ConvertAll(place => new ArchivedAppearance
            {
                Number = place["_id"].AsInt64,
                Source = place["source"].AsString,
                Url = ClaimDocuments.Text(place, "url"),
                Title = ClaimDocuments.Text(place, "title"),
                Author = ClaimDocuments.Text(place, "author"),
                Publisher = ClaimDocuments.Text(place, "publisher"),
                PublishedAt = ClaimDocuments.Published(place, "published_at"),
                RetrievedAt = ClaimDocuments.Moment(place, "retrieved_at"),
                EvidenceSha256 = ClaimDocuments.Text(place, "evidence"),
            });
            foreach (var sha in places.Select(place => place.EvidenceSha256).OfType<string>().Where(evidence.Add))
            {
                yield return file.Read(session => session.Evidence.FindById(sha) is var raw
                    ? new ArchivedEvidence { Sha256 = sha, MediaType = ClaimDocuments.Text(raw, "media_type"), Length = raw["length"].AsInt32, Brotli = LiteArticleWriter.ReadEvidence(session, raw) }
                    : null!);
            }

            yield return file.Read(session => new ArchivedArticle
            {
                Number = (int)key.AsInt64,
                Article = ClaimDocuments.ReadArticle(document),
                StoredAt = ClaimDocuments.Moment(document, "stored_at")!.Value,
                Standing = ContractNames.Parse<ClaimStanding>(document["standing"].AsString),
                NearCopyOf = document["origin"].IsNull ? null : session.Articles.FindById(document["origin"])["article_id"].AsString,
                ClaimsDigest = document["claims_digest"].AsString,
                Appearances = places,
                Claims = [.. LiteSession.All(session.Claims, "article", key).Select(claim => ClaimDocuments.Read(claim) is var stored
                    ? new ArchivedClaim { Claim = stored.Claim, Place = claim["_id"].AsInt64, Standing = stored.Standing, Edited = claim["edited"].AsBoolean }
                    : null!)],
            });
        }
    }

    private IEnumerable<ArchiveRecord> Copies() => Each(session => session.Claims).Where(claim => !claim["copy_of"].IsNull)
        .Select(claim => new ArchivedCopy { Claim = claim["claim_id"].AsString, Of = claim["copy_of_id"].AsString });

    private IEnumerable<ArchiveRecord> Versions() => Each(session => session.Versions)
        .Select(version => file.Read(session => new ArchivedVersion
        {
            Address = version["address"].AsString,
            Number = version["number"].AsInt32,
            ArticleId = session.Articles.FindById(version["article"])["article_id"].AsString,
            SeenAt = ClaimDocuments.Moment(version, "seen_at")!.Value,
            Changes = [.. LiteDossiers.ChangesOf(session, version)],
        }));

    private IEnumerable<ArchiveRecord> Reviews()
    {
        var number = 0;
        return Each(session => session.Reviews).Select(step => file.Read(session => new ArchivedReview
        {
            Number = ++number,
            Review = LiteReviews.OfClaim(session, step),
            Statement = step["statement"].AsInt64,
        }));
    }

    private IEnumerable<ArchiveRecord> Watches() =>
        file.Read(session => LiteWatchStore.All(session)).Select(watch => (ArchiveRecord)new ArchivedWatch { Watch = LiteWatchStore.Read(watch) })
            .Concat(Each(session => session.Events).Select(fired => new ArchivedWatchEvent { Event = LiteWatchStore.ReadEvent(fired), DueAt = fired["due"].IsNull ? null : DateTimeOffset.FromUnixTimeSeconds(fired["due"].AsInt64) }));

    /// <summary>All documents of a collection by their keys, in portions.</summary>
    private IEnumerable<BsonDocument> Each(Func<LiteSession, ILiteCollection<BsonDocument>> of)
    {
        const int portion = 100;
        for (var last = long.MinValue; ;)
        {
            var documents = file.Read(session => of(session).Query().Where(BsonExpression.Create("$._id > @0", last)).OrderBy("$._id").Limit(portion).ToList());
            foreach (var document in documents)
            {
                yield return document;
            }

            if (documents.Count < portion)
            {
                yield break;
            }

            last = documents[^1]["_id"].AsInt64;
        }
    }

    private static bool Add(LiteSession session, ArchivedEvidence evidence)
    {
        if (session.Evidence.FindById(evidence.Sha256) is not null)
        {
            return false;
        }

        ArchiveChecks.Evidence(evidence);
        LiteArticleWriter.Insert(session, evidence.Sha256, evidence.MediaType, evidence.Length, evidence.Brotli);
        return true;
    }

    private bool Add(LiteSession session, ArchivedArticle record, PreparedSubmission prepared)
    {
        var article = record.Article;
        if (LiteSession.First(session.Articles, "hash", Convert.ToHexStringLower(prepared.ContentHash)) is { } known)
        {
            return known["article_id"].AsString == article.Id ? false : throw ArchiveChecks.OtherContent(file.Path, $"article {article.Id}", $"stored as {known["article_id"].AsString}");
        }

        if (LiteSession.Last(session.Articles) != record.Number - 1)
        {
            throw ArchiveChecks.OtherContent(file.Path, $"article {article.Id}", "not there, and others are in its place");
        }

        var hour = ClaimKeys.Hour(article, record.StoredAt);
        var origin = record.NearCopyOf is { } copied ? ByArticle(session, copied)["_id"].AsInt64 : (long?)null;
        var document = LiteArticleWriter.Insert(session, prepared, article.Id, record.Standing, hour, record.StoredAt, record.ClaimsDigest, origin);
        foreach (var place in record.Appearances)
        {
            if (place.EvidenceSha256 is { } sha && session.Evidence.FindById(sha) is null)
            {
                throw ArchiveChecks.Unknown("evidence", sha);
            }

            LiteArticleWriter.Insert(session, document["_id"].AsInt64, place);
        }

        foreach (var claim in record.Claims)
        {
            var written = new BsonDocument
            {
                ["_id"] = session.Claims.FindById(claim.Place) is null ? claim.Place : LiteArticleWriter.Allocate(session, hour, 1),
                ["standing"] = ContractNames.Of(claim.Standing),
                ["edited"] = claim.Edited,
                ["statement"] = StatementHash.Of(claim.Claim, record.NearCopyOf ?? article.Id),
                ["copy_of"] = BsonValue.Null,
            };
            ClaimDocuments.Write(written, claim.Claim, document);
            session.Put(written, isNew: true, rewords: true);
        }

        return true;
    }

    /// <remarks>A link that the store has undone since, because the origin no longer stands, is not made again.</remarks>
    private static bool Add(LiteSession session, ArchivedCopy copy)
    {
        var (claim, origin) = (ByClaim(session, copy.Claim), ByClaim(session, copy.Of));
        if (!claim["copy_of"].IsNull || (origin["standing"].AsString != "current" && claim["standing"].AsString == "current"))
        {
            return false;
        }

        (claim["copy_of"], claim["copy_of_id"]) = (origin["_id"], origin["claim_id"]);
        session.Put(claim, isNew: false, rewords: false);
        return true;
    }

    private bool Add(LiteSession session, ArchivedVersion record)
    {
        var article = ByArticle(session, record.ArticleId)["_id"].AsInt64;
        if (LiteVersions.Of(session, record.Address).Find(version => version["number"].AsInt32 == record.Number) is { } known)
        {
            return known["article"].AsInt64 == article ? false : throw ArchiveChecks.OtherContent(file.Path, $"version {record.Number} of {record.Address}", "another text");
        }

        var key = LiteVersions.Insert(session, record.Address, record.Number, article, record.SeenAt);
        foreach (var change in record.Changes)
        {
            LiteVersions.Insert(session, key, change.Kind, KeyOf(session, change.OldClaimId), KeyOf(session, change.NewClaimId));
        }

        return true;
    }

    private bool Add(LiteSession session, ArchivedReview record)
    {
        var review = record.Review;
        var claim = ByClaim(session, review.ClaimId)["_id"];
        if (LiteSession.All(session.Reviews, "claim", claim).Exists(step => step["reviewer"].AsString == review.Reviewer && ClaimDocuments.Moment(step, "at") == review.At))
        {
            return false;
        }

        if (LiteSession.Last(session.Reviews) != record.Number - 1)
        {
            throw ArchiveChecks.OtherContent(file.Path, $"the review of claim {review.ClaimId} by {review.Reviewer}", "not there, and others are in its place");
        }

        LiteReviews.Insert(session, claim.AsInt64, record.Statement, review);
        return true;
    }

    private static bool Add(LiteSession session, ArchivedWatch record)
    {
        if (LiteSession.First(session.Watches, "id", record.Watch.Id) is not null)
        {
            return false;
        }

        LiteWatchStore.Insert(session, record.Watch);
        return true;
    }

    private static bool Add(LiteSession session, ArchivedWatchEvent record) => LiteSession.First(session.Watches, "id", record.Event.WatchId) is null
        ? throw ArchiveChecks.Unknown("watch", record.Event.WatchId)
        : LiteWatchStore.Insert(session, record.Event, record.DueAt?.ToUnixTimeSeconds());

    private static BsonDocument ByArticle(LiteSession session, string id) => LiteSession.First(session.Articles, "id", LiteSession.Key(id)) ?? throw ArchiveChecks.Unknown("article", id);

    private static BsonDocument ByClaim(LiteSession session, string id) => LiteSession.First(session.Claims, "id", LiteSession.Key(id)) ?? throw ArchiveChecks.Unknown("claim", id);

    private static long? KeyOf(LiteSession session, string? id) => id is null ? null : ByClaim(session, id)["_id"].AsInt64;
}
