using LiteDB;
using Pipeline.Extract.Model;
using Pipeline.Store.Archives;
using Pipeline.Store.Articles;
using Pipeline.Store.Duplicates;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>Stores submissions within the open write; what it does and when is that of the SQLite engine.</summary>
internal sealed class LiteArticleWriter(LiteSession session, DateTimeOffset now)
{
    /// <summary>Bytes of raw input in one document: LiteDB takes up to 16 MB.</summary>
    private const int PartBytes = 1 << 20;

    /// <summary>Stores what is new of it.</summary>
    public SaveReceipt Save(PreparedSubmission prepared) =>
        LiteSession.First(session.Articles, "hash", Convert.ToHexStringLower(prepared.ContentHash)) is { } known ? Update(prepared, known) : Add(prepared);

    /// <summary>Writes an article's document.</summary>
    public static BsonDocument Insert(LiteSession session, PreparedSubmission prepared, string id, ClaimStanding standing, long hour, DateTimeOffset storedAt, string claimsDigest, long? origin)
    {
        var document = ClaimDocuments.Of(prepared.Submission.Article, id);
        document["_id"] = session.Next(session.Articles);
        document["hash"] = Convert.ToHexStringLower(prepared.ContentHash);
        document["standing"] = ContractNames.Of(standing);
        document["origin"] = origin is { } key ? key : BsonValue.Null;
        document["stored_at"] = ClaimDocuments.Moment(storedAt);
        document["hour"] = hour;
        document["claims_digest"] = claimsDigest;
        document["fingerprint"] = prepared.Print.Fingerprint;
        document["bands"] = new BsonArray(Enumerable.Range(0, SimHash.Bands).Select(band => new BsonValue(Band(prepared.Print.Fingerprint, band))));
        session.Articles.Insert(document);
        return document;
    }

    /// <summary>Keeps a raw input.</summary>
    public static void Insert(LiteSession session, string sha256, string? mediaType, int length, byte[] brotli)
    {
        var parts = (brotli.Length + PartBytes - 1) / PartBytes;
        session.Evidence.Insert(new BsonDocument { ["_id"] = sha256, ["media_type"] = mediaType, ["length"] = length, ["parts"] = parts });
        for (var part = 0; part < parts; part++)
        {
            session.EvidenceParts.Insert(new BsonDocument { ["_id"] = $"{sha256}/{part}", ["bytes"] = brotli.AsSpan(part * PartBytes, Math.Min(PartBytes, brotli.Length - (part * PartBytes))).ToArray() });
        }
    }

    /// <summary>A raw input, compressed.</summary>
    public static byte[] ReadEvidence(LiteSession session, BsonDocument evidence) =>
        [.. Enumerable.Range(0, evidence["parts"].AsInt32).SelectMany(part => session.EvidenceParts.FindById($"{evidence["_id"].AsString}/{part}")["bytes"].AsBinary)];

    /// <summary>Records a place where the text stood.</summary>
    public static void Insert(LiteSession session, long article, ArchivedAppearance place)
    {
        var outlet = Outlet.Of(place.Publisher, place.Url, place.Source);
        var known = session.Outlets.FindOne(BsonExpression.Create("$.name = @0 AND $.host = @1", outlet.Name, outlet.Host));
        if (known is null)
        {
            session.Outlets.Insert(known = new BsonDocument { ["_id"] = session.Next(session.Outlets), ["name"] = outlet.Name, ["host"] = outlet.Host });
        }

        session.Appearances.Insert(new BsonDocument
        {
            ["_id"] = place.Number > 0 && session.Appearances.FindById(place.Number) is null ? place.Number : session.Next(session.Appearances),
            ["article"] = article,
            ["outlet"] = known["_id"],
            ["source"] = place.Source,
            ["source_key"] = LiteSession.Key(place.Source),
            ["url"] = place.Url,
            ["url_key"] = place.Url is { } url ? LiteSession.Key(url) : null,
            ["title"] = place.Title,
            ["author"] = place.Author,
            ["publisher"] = place.Publisher,
            ["published_at"] = place.PublishedAt?.ToString(),
            ["retrieved_at"] = ClaimDocuments.Moment(place.RetrievedAt),
            ["evidence"] = place.EvidenceSha256,
        });
        session.Appeared(article);
    }

    /// <summary>Free keys for an article's claims.</summary>
    public static long Allocate(LiteSession session, long hour, int count) => ClaimKeys.Allocate(hour, count, (first, end) =>
        session.Claims.Query().Where(BsonExpression.Create("$._id BETWEEN @0 AND @1", first, end - 1)).OrderBy("$._id", Query.Descending).Select("$._id").Limit(1).ToDocuments().FirstOrDefault()?["_id"].AsInt64);

    /// <summary>When an origin's claim no longer stands, the first copy of it takes its place, and the others follow that one.</summary>
    public static void Promote(LiteSession session, long claim)
    {
        var copies = LiteSession.All(session.Claims, "copy_of", claim);
        if (copies.LastOrDefault(copy => copy["standing"].AsString == "current") is not { } heir)
        {
            return;
        }

        foreach (var copy in copies)
        {
            var isHeir = copy["_id"] == heir["_id"];
            copy["copy_of"] = isHeir ? BsonValue.Null : heir["_id"];
            copy["copy_of_id"] = isHeir ? BsonValue.Null : heir["claim_id"];
            session.Put(copy, isNew: false, rewords: false);
        }
    }

    private static long Band(long fingerprint, int band) => ((long)band << 32) | SimHash.Band(fingerprint, band);

    private static bool Appear(LiteSession session, long article, PreparedSubmission prepared)
    {
        var submission = prepared.Submission;
        var (source, url) = (submission.Article.Source, submission.Article.Url);
        if (LiteSession.All(session.Appearances, "article", article).Exists(place => place["source"].AsString == source && ClaimDocuments.Text(place, "url") == url))
        {
            return false;
        }

        var sha = prepared.EvidenceHash is { } hash ? Convert.ToHexStringLower(hash) : null;
        if (sha is not null && session.Evidence.FindById(sha) is null)
        {
            Insert(session, sha, submission.Evidence!.MediaType, submission.Evidence.Bytes.Length, prepared.CompressedEvidence!);
        }

        var read = submission.Article;
        Insert(session, article, new ArchivedAppearance
        {
            Number = 0,
            Source = source,
            Url = url,
            Title = read.Title,
            Author = read.Author,
            Publisher = read.Publisher,
            PublishedAt = read.PublishedAt,
            RetrievedAt = read.RetrievedAt ?? submission.Evidence?.RetrievedAt,
            EvidenceSha256 = sha,
        });
        return true;
    }

    private SaveReceipt Add(PreparedSubmission prepared)
    {
        var article = prepared.Submission.Article;

        // An id that a jsonl input gave may be taken by another text; the content's own id never is.
        var id = LiteSession.First(session.Articles, "id", LiteSession.Key(article.Id)) is null ? article.Id : ContentId.OfArticle(article.Text);
        var hour = ClaimKeys.Hour(article, now);
        var document = Insert(session, prepared, id, ClaimStanding.Current, hour, now, Convert.ToHexStringLower(prepared.ClaimsDigest), origin: null);
        var key = document["_id"].AsInt64;
        Appear(session, key, prepared);

        var replaced = LiteVersions.Record(session, article, key, now, isNewText: true);
        var origin = FindOrigin(prepared.Print, key);
        if (origin is not null)
        {
            document["origin"] = origin["_id"];
            session.Articles.Update(document);
        }

        WriteClaims(prepared, document, origin);
        var changes = replaced is { } version ? LiteVersions.Compare(session, article.Url!, version, key) : [];
        return new SaveReceipt
        {
            Outcome = replaced is null ? SaveOutcome.Stored : SaveOutcome.NewVersion,
            ArticleId = id,
            ClaimCount = prepared.Submission.Claims.Count,
            NearCopyOf = origin?["article_id"].AsString,
            Changes = changes,
        };
    }

    private SaveReceipt Update(PreparedSubmission prepared, BsonDocument known)
    {
        var article = prepared.Submission.Article;
        var key = known["_id"].AsInt64;
        var digest = Convert.ToHexStringLower(prepared.ClaimsDigest);
        var revised = known["claims_digest"].AsString != digest;
        var appeared = Appear(session, key, prepared);
        LiteVersions.ReplacedVersion? replaced = null;

        // A page that goes back to an earlier text is an edit too; a saved file read again is not.
        if (article.Url is { } url && (appeared || article.Source == url))
        {
            replaced = LiteVersions.Record(session, article, key, now, isNewText: false);
            known = session.Articles.FindById(key);
        }

        var origin = known["origin"].IsNull ? null : session.Articles.FindById(known["origin"]);
        if (revised)
        {
            known["claims_digest"] = digest;
            session.Articles.Update(known);
            WriteClaims(prepared, known, origin);
        }
        else if (appeared)
        {
            foreach (var claim in LiteSession.All(session.Claims, "article", key))
            {
                session.Reword(claim["_id"].AsInt64);
            }
        }

        return new SaveReceipt
        {
            Outcome = replaced is not null ? SaveOutcome.NewVersion : revised ? SaveOutcome.ClaimsRevised : appeared ? SaveOutcome.NewAppearance : SaveOutcome.AlreadyKnown,
            ArticleId = known["article_id"].AsString,
            ClaimCount = revised ? prepared.Submission.Claims.Count : 0,
            NearCopyOf = revised || appeared ? origin?["article_id"].AsString : null,
            Changes = replaced is { } version ? LiteVersions.Compare(session, article.Url!, version, key) : [],
        };
    }

    /// <summary>Writes an article's claims: those with a known id anew under their key, the others under new keys; those it no longer has are withdrawn.</summary>
    private void WriteClaims(PreparedSubmission prepared, BsonDocument article, BsonDocument? origin)
    {
        var old = LiteSession.All(session.Claims, "article", article["_id"]).ToDictionary(claim => claim["claim_id"].AsString, StringComparer.Ordinal);
        var claims = prepared.Submission.Claims;
        var next = claims.Any(claim => !old.ContainsKey(claim.Id)) ? Allocate(session, article["hour"].AsInt64, claims.Count) : 0;
        var originals = origin is null
            ? []
            : LiteSession.All(session.Claims, "article", origin["_id"]).Where(claim => claim["standing"].AsString == "current").DistinctBy(claim => claim["statement"].AsInt64).ToDictionary(claim => claim["statement"].AsInt64);
        foreach (var claim in claims)
        {
            var exists = old.Remove(claim.Id, out var document);
            document ??= new BsonDocument { ["_id"] = next++, ["edited"] = false };
            var statement = StatementHash.Of(claim, (origin ?? article)["article_id"].AsString);
            var copied = originals.GetValueOrDefault(statement);
            ClaimDocuments.Write(document, claim with { ArticleId = article["article_id"].AsString }, article);
            document["standing"] = "current";
            document["statement"] = statement;
            document["copy_of"] = copied?["_id"] ?? BsonValue.Null;
            document["copy_of_id"] = copied?["claim_id"] ?? BsonValue.Null;
            LiteReviews.Refresh(session, document);
            session.Put(document, isNew: !exists, rewords: true);
        }

        foreach (var lost in old.Values)
        {
            lost["standing"] = "withdrawn";
            session.Put(lost, isNew: false, rewords: false);
            Promote(session, lost["_id"].AsInt64);
        }
    }

    /// <summary>The article that the new one copies: the nearest of those within reach whose figures and word pairs agree.</summary>
    private BsonDocument? FindOrigin(TextPrint print, long article)
    {
        if (!print.IsComparable)
        {
            return null;
        }

        var candidates = new Dictionary<long, int>();
        for (var band = 0; band < SimHash.Bands; band++)
        {
            foreach (var found in session.Articles.Query().Where(BsonExpression.Create("$.bands[*] ANY = @0", Band(print.Fingerprint, band))).Select("{_id: $._id, fingerprint: $.fingerprint}").ToDocuments())
            {
                if (found["_id"].AsInt64 != article && SimHash.Distance(print.Fingerprint, found["fingerprint"].AsInt64) is <= SimHash.MaxDistance and var distance)
                {
                    candidates[found["_id"].AsInt64] = distance;
                }
            }
        }

        foreach (var (key, _) in candidates.OrderBy(candidate => candidate.Value).ThenBy(candidate => candidate.Key).Take(TextPrint.MaxCandidates))
        {
            // The version that this one replaces at its own address is superseded by now, and no origin.
            var found = session.Articles.FindById(key);
            if (found["standing"].AsString == "current" && print.IsNearCopyOf(found["text"].AsString))
            {
                return found["origin"].IsNull ? found : session.Articles.FindById(found["origin"]);
            }
        }

        return null;
    }
}
