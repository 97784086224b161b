using LiteDB;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>A claim or an article with all that is known of it.</summary>
internal static class LiteDossiers
{
    /// <summary>The shortest beginning of an id that is looked for.</summary>
    private const int MinPrefix = 4;

    public static ClaimDossier? OfClaim(LiteSession session, string idOrPrefix)
    {
        if (Find(session.Claims, "claim_id", idOrPrefix) is not { } claim)
        {
            return null;
        }

        var key = claim["_id"];
        var changes = LiteSession.All(session.Changes, "old", key).Concat(LiteSession.All(session.Changes, "new", key)).DistinctBy(change => change["_id"].AsInt64)
            .Select(change => (Change: change, Version: session.Versions.FindById(change["version"])))
            .OrderBy(edit => edit.Version["seen_at"].AsString, StringComparer.Ordinal).ThenBy(edit => edit.Version["number"].AsInt32);
        return new ClaimDossier
        {
            Claim = ClaimDocuments.Read(claim),
            Article = ClaimDocuments.ReadArticle(session.Articles.FindById(claim["article"])),
            Appearances = AppearancesOf(session, claim),
            Edits =
            [
                .. changes.Select(edit => new ClaimEdit(
                    edit.Version["address"].AsString, edit.Version["number"].AsInt32, ClaimDocuments.Moment(edit.Version, "seen_at")!.Value, ContractNames.Parse<ClaimChangeKind>(edit.Change["kind"].AsString),
                    ByKey(session, edit.Change["old"]), ByKey(session, edit.Change["new"]))),
            ],
            Reviews = LiteReviews.Of(session, claim),
        };
    }

    public static ArticleDossier? OfArticle(LiteSession session, string idOrPrefix)
    {
        if (Find(session.Articles, "article_id", idOrPrefix) is not { } article)
        {
            return null;
        }

        var key = article["_id"];
        var addresses = LiteSession.All(session.Versions, "article", key).Select(version => version["address"].AsString).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var versions = addresses.SelectMany(address => VersionsOf(session, address)).ToList();
        var texts = LiteSession.All(session.Articles, "origin", key).Select(copy => copy["_id"]).Prepend(key);
        return new ArticleDossier(
            ClaimDocuments.ReadArticle(article),
            [.. LiteSession.All(session.Claims, "article", key).Select(ClaimDocuments.Read).OrderBy(claim => claim.Claim.Start).ThenBy(claim => claim.Claim.End)],
            At(session, texts, key.AsInt64),
            versions.Count > addresses.Count ? versions : []);
    }

    /// <summary>What a version made of the claims of the one before, in order.</summary>
    public static IEnumerable<ClaimChange> ChangesOf(LiteSession session, BsonDocument version) => LiteSession.All(session.Changes, "version", version["_id"])
        .Select(change => new ClaimChange(ContractNames.Parse<ClaimChangeKind>(change["kind"].AsString), ByKey(session, change["old"])?.Id, ByKey(session, change["new"])?.Id));

    private static Extract.Model.Claim? ByKey(LiteSession session, BsonValue key) => key.IsNull ? null : ClaimDocuments.Read(session.Claims.FindById(key)).Claim;

    /// <summary>Where the statement stood: at the appearances of its own article, and at those of every claim that copies the same origin.</summary>
    private static List<Appearance> AppearancesOf(LiteSession session, BsonDocument claim)
    {
        var origin = claim["copy_of"].IsNull ? claim["_id"] : claim["copy_of"];
        var texts = LiteSession.All(session.Claims, "copy_of", origin).Select(copy => copy["article"]).Prepend(session.Claims.FindById(origin)["article"]).Distinct();
        return At(session, texts, claim["article"].AsInt64);
    }

    /// <summary>The places where texts stood, oldest first.</summary>
    private static List<Appearance> At(LiteSession session, IEnumerable<BsonValue> articles, long own) =>
    [
        .. articles.SelectMany(article => LiteSession.All(session.Appearances, "article", article).Select(place => (Place: place, Article: session.Articles.FindById(article))))
            .OrderBy(found => ClaimDocuments.Text(found.Place, "published_at") ?? ClaimDocuments.Text(found.Place, "retrieved_at"), StringComparer.Ordinal).ThenBy(found => found.Place["_id"].AsInt64)
            .Select(found => new Appearance
            {
                ArticleId = found.Article["article_id"].AsString,
                Source = found.Place["source"].AsString,
                Url = ClaimDocuments.Text(found.Place, "url"),
                Title = ClaimDocuments.Text(found.Place, "title"),
                Author = ClaimDocuments.Text(found.Place, "author"),
                Publisher = ClaimDocuments.Text(found.Place, "publisher"),
                PublishedAt = ClaimDocuments.Published(found.Place, "published_at"),
                RetrievedAt = ClaimDocuments.Moment(found.Place, "retrieved_at"),
                EvidenceSha256 = ClaimDocuments.Text(found.Place, "evidence"),
                IsNearCopy = found.Article["_id"].AsInt64 != own,
            }),
    ];

    private static IEnumerable<ArticleVersion> VersionsOf(LiteSession session, string address) => LiteVersions.Of(session, address).Select(version => new ArticleVersion(
        address,
        version["number"].AsInt32,
        session.Articles.FindById(version["article"])["article_id"].AsString,
        ClaimDocuments.Moment(version, "seen_at")!.Value,
        [.. ChangesOf(session, version).Where(change => change.Kind != ClaimChangeKind.Kept)]));

    private static BsonDocument? Find(ILiteCollection<BsonDocument> collection, string field, string idOrPrefix)
    {
        var exact = LiteSession.First(collection, "id", LiteSession.Key(idOrPrefix));
        if (exact is not null || idOrPrefix.Length < MinPrefix)
        {
            return exact;
        }

        var candidates = collection.Query().Where(BsonExpression.Create("$.id BETWEEN @0 AND @1", idOrPrefix, idOrPrefix + char.MaxValue)).Limit(3).ToList();
        return candidates switch
        {
            [] => null,
            [var only] => only,
            _ => throw new QueryException("id", $"'{idOrPrefix}' begins several ids ({string.Join(", ", candidates.Select(candidate => candidate[field].AsString))} …): give more of it"),
        };
    }
}
