using LiteDB;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>What addresses have held, and what became of the claims when they changed.</summary>
internal static class LiteVersions
{
    /// <summary>The version that a new one takes the place of.</summary>
    public readonly record struct ReplacedVersion(long Article, long NewVersion);

    /// <summary>Records that the article's address holds this text now.</summary>
    /// <returns>What it held before; null when it held nothing or the same.</returns>
    public static ReplacedVersion? Record(LiteSession session, Article article, long key, DateTimeOffset now, bool isNewText)
    {
        if (article.Url is not { } address)
        {
            return null;
        }

        var last = Of(session, address).LastOrDefault();
        if (last?["article"].AsInt64 == key)
        {
            return null;
        }

        var version = Insert(session, address, (last?["number"].AsInt32 ?? 0) + 1, key, article.RetrievedAt ?? now);
        if (!isNewText)
        {
            SetStanding(session, key, ClaimStanding.Current);
        }

        if (last is null)
        {
            return null;
        }

        // A text that still stands at another address, or came from a file, stays current.
        var replaced = last["article"].AsInt64;
        var standsElsewhere = LiteSession.All(session.Versions, "article", replaced).Exists(held => Of(session, held["address"].AsString)[^1]["article"].AsInt64 == replaced)
            || LiteSession.All(session.Appearances, "article", replaced).Exists(place => place["url"].IsNull);
        if (!standsElsewhere)
        {
            SetStanding(session, replaced, ClaimStanding.Superseded);
        }

        return new ReplacedVersion(replaced, version);
    }

    /// <summary>The versions of an address, oldest first.</summary>
    public static List<BsonDocument> Of(LiteSession session, string address) =>
        [.. LiteSession.All(session.Versions, "address_key", LiteSession.Key(address)).Where(version => version["address"].AsString == address).OrderBy(version => version["number"].AsInt32)];

    /// <summary>Writes a version; returns its key.</summary>
    public static long Insert(LiteSession session, string address, int number, long article, DateTimeOffset seenAt)
    {
        var key = session.Next(session.Versions);
        session.Versions.Insert(new BsonDocument
        {
            ["_id"] = key,
            ["address"] = address,
            ["address_key"] = LiteSession.Key(address),
            ["number"] = number,
            ["article"] = article,
            ["seen_at"] = ClaimDocuments.Moment(seenAt),
        });
        return key;
    }

    /// <summary>Writes what a version made of a claim.</summary>
    public static void Insert(LiteSession session, long version, ClaimChangeKind kind, long? old, long? @new) => session.Changes.Insert(new BsonDocument
    {
        ["_id"] = session.Next(session.Changes),
        ["version"] = version,
        ["kind"] = ContractNames.Of(kind),
        ["old"] = old is { } before ? before : BsonValue.Null,
        ["new"] = @new is { } after ? after : BsonValue.Null,
    });

    /// <summary>Compares the claims of a version with those of the one before, and keeps what changed.</summary>
    public static IReadOnlyList<ClaimChange> Compare(LiteSession session, string address, ReplacedVersion replaced, long article)
    {
        var older = ClaimsOf(session, replaced.Article);
        var newer = ClaimsOf(session, article);
        var changes = new List<ClaimChange>();
        foreach (var (kind, old, @new) in VersionComparison.Compare([.. older.Values.Select(Read)], [.. newer.Values.Select(Read)]))
        {
            var before = old is null ? null : older[old.Id];
            Insert(session, replaced.NewVersion, kind, before?["_id"].AsInt64, @new is null ? null : newer[@new.Id]["_id"].AsInt64);
            if (kind is ClaimChangeKind.Changed or ClaimChangeKind.Removed)
            {
                before!["edited"] = true;
                session.Put(before, isNew: false, rewords: true);
            }

            if (kind != ClaimChangeKind.Kept)
            {
                changes.Add(new ClaimChange(kind, old?.Id, @new?.Id));
            }
        }

        return changes;
    }

    private static Claim Read(BsonDocument document) => ClaimDocuments.Read(document).Claim;

    private static void SetStanding(LiteSession session, long key, ClaimStanding standing)
    {
        var word = ContractNames.Of(standing);
        var article = session.Articles.FindById(key);
        article["standing"] = word;
        session.Articles.Update(article);
        var claims = LiteSession.All(session.Claims, "article", key);
        foreach (var claim in claims.Where(claim => claim["standing"].AsString != "withdrawn"))
        {
            claim["standing"] = word;
            session.Put(claim, isNew: false, rewords: false);
        }

        if (standing == ClaimStanding.Superseded)
        {
            foreach (var claim in claims)
            {
                LiteArticleWriter.Promote(session, claim["_id"].AsInt64);
            }
        }
    }

    private static Dictionary<string, BsonDocument> ClaimsOf(LiteSession session, long article) => LiteSession.All(session.Claims, "article", article)
        .Where(claim => claim["standing"].AsString != "withdrawn").OrderBy(claim => claim["start"].AsInt32)
        .ToDictionary(claim => claim["claim_id"].AsString, StringComparer.Ordinal);
}
