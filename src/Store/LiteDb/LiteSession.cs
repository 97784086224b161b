using System.Security.Cryptography;
using System.Text;
using LiteDB;

namespace Pipeline.Store.LiteDb;

/// <summary>The collections of one database. Keys are whole numbers, counted up; texts that indexes hold are cut to what LiteDB can index (<see cref="Key"/>).</summary>
internal sealed class LiteSession(LiteDatabase database)
{
    /// <summary>LiteDB indexes keys of up to 1,023 bytes.</summary>
    private const int MostKeyBytes = 900;

    private const string TotalsId = "totals";
    private readonly Dictionary<string, long> last = new(StringComparer.Ordinal);
    private readonly HashSet<long> reworded = [];
    private ClaimIndex? words;
    private long listed;

    public ILiteCollection<BsonDocument> Steps { get; } = database.GetCollection("schema_steps");

    public ILiteCollection<BsonDocument> Totals { get; } = database.GetCollection("totals");

    public ILiteCollection<BsonDocument> Articles { get; } = database.GetCollection("articles");

    public ILiteCollection<BsonDocument> Appearances { get; } = database.GetCollection("appearances");

    public ILiteCollection<BsonDocument> Outlets { get; } = database.GetCollection("outlets");

    public ILiteCollection<BsonDocument> Evidence { get; } = database.GetCollection("evidence");

    public ILiteCollection<BsonDocument> EvidenceParts { get; } = database.GetCollection("evidence_parts");

    public ILiteCollection<BsonDocument> Versions { get; } = database.GetCollection("versions");

    public ILiteCollection<BsonDocument> Changes { get; } = database.GetCollection("claim_changes");

    public ILiteCollection<BsonDocument> Claims { get; } = database.GetCollection("claims");

    public ILiteCollection<BsonDocument> Units { get; } = database.GetCollection("units");

    public ILiteCollection<BsonDocument> Reviews { get; } = database.GetCollection("reviews");

    public ILiteCollection<BsonDocument> Feeds { get; } = database.GetCollection("feeds");

    public ILiteCollection<BsonDocument> Pages { get; } = database.GetCollection("pages");

    public ILiteCollection<BsonDocument> Hosts { get; } = database.GetCollection("hosts");

    public ILiteCollection<BsonDocument> Watches { get; } = database.GetCollection("watches");

    public ILiteCollection<BsonDocument> Events { get; } = database.GetCollection("watch_events");

    /// <summary>Claims that stand, copies left out.</summary>
    public long Listed => Totals.FindById(TotalsId)?["claims"].AsInt64 ?? 0;

    /// <summary>Makes the indexes of a new database.</summary>
    public void MakeIndexes()
    {
        Articles.EnsureIndex("by_id", "$.id", unique: true);
        Articles.EnsureIndex("by_hash", "$.hash", unique: true);
        Articles.EnsureIndex("by_band", "$.bands[*]");
        Articles.EnsureIndex("by_origin", "$.origin");
        Appearances.EnsureIndex("by_article", "$.article");
        Appearances.EnsureIndex("by_url", "$.url_key");
        Appearances.EnsureIndex("by_source", "$.source_key");
        Versions.EnsureIndex("by_address", "$.address_key");
        Versions.EnsureIndex("by_article", "$.article");
        Changes.EnsureIndex("by_version", "$.version");
        Changes.EnsureIndex("by_old", "$.old");
        Changes.EnsureIndex("by_new", "$.new");
        Claims.EnsureIndex("by_id", "$.id", unique: true);
        Claims.EnsureIndex("by_word", "$.words[*]");
        Claims.EnsureIndex("by_article", "$.article");
        Claims.EnsureIndex("by_statement", "$.statement");
        Claims.EnsureIndex("by_origin", "$.copy_of");
        Reviews.EnsureIndex("by_claim", "$.claim");
        Reviews.EnsureIndex("by_statement", "$.statement");
        Feeds.EnsureIndex("by_url", "$.url_key", unique: true);
        Pages.EnsureIndex("by_document", "$.document_key", unique: true);
        Pages.EnsureIndex("by_due", "$.due");
        Pages.EnsureIndex("by_failure", "$.failed");
        Watches.EnsureIndex("by_id", "$.id", unique: true);
        Events.EnsureIndex("by_watch", "$.watch");
        Events.EnsureIndex("by_due", "$.due");
        Events.EnsureIndex("by_happening", "$.happening", unique: true);
    }

    /// <summary>A text as an index holds it: itself, or for the few that are too long its SHA-256.</summary>
    public static string Key(string text) =>
        text.Length * 3 <= MostKeyBytes || Encoding.UTF8.GetByteCount(text) <= MostKeyBytes ? text : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Begins a write.</summary>
    public void Begin()
    {
        last.Clear();
        reworded.Clear();
        words = new ClaimIndex(this);
        listed = 0;
    }

    /// <summary>Writes what a write leaves to its end: the words of claims that changed, and the count of those listed.</summary>
    public void Finish()
    {
        foreach (var key in reworded.Order())
        {
            var claim = Claims.FindById(key);
            words!.Fill(claim);
            Claims.Update(claim);
        }

        if (listed != 0)
        {
            Totals.Upsert(new BsonDocument { ["_id"] = TotalsId, ["claims"] = Listed + listed });
        }
    }

    /// <summary>The next free key of a collection that is counted up.</summary>
    public long Next(ILiteCollection<BsonDocument> collection)
    {
        var next = (last.TryGetValue(collection.Name, out var key) ? key : Last(collection)) + 1;
        last[collection.Name] = next;
        return next;
    }

    /// <summary>The largest key; 0 when there is none.</summary>
    public static long Last(ILiteCollection<BsonDocument> collection) =>
        collection.Query().OrderBy("$._id", Query.Descending).Limit(1).ToDocuments().FirstOrDefault()?["_id"].AsInt64 ?? 0;

    /// <summary>The first document that an index finds.</summary>
    public static BsonDocument? First(ILiteCollection<BsonDocument> collection, string field, BsonValue value) => collection.FindOne(BsonExpression.Create($"$.{field} = @0", value));

    /// <summary>All documents that an index finds, by their keys.</summary>
    public static List<BsonDocument> All(ILiteCollection<BsonDocument> collection, string field, BsonValue value) =>
        [.. collection.Find(BsonExpression.Create($"$.{field} = @0", value)).OrderBy(document => document["_id"].AsInt64)];

    /// <summary>Writes a claim anew, or for the first time, and keeps count of those listed.</summary>
    /// <param name="claim">The document; a new one gets its words at once, another at the end, when <paramref name="rewords"/>.</param>
    /// <param name="isNew">Whether it is not there yet.</param>
    /// <param name="rewords">Whether it may be found by other words than before.</param>
    public void Put(BsonDocument claim, bool isNew, bool rewords)
    {
        var isListed = claim["standing"].AsString == "current" && claim["copy_of"].IsNull;
        listed += (isListed ? 1 : 0) - (claim["listed"].IsBoolean && claim["listed"].AsBoolean ? 1 : 0);
        claim["listed"] = isListed;
        if (isNew)
        {
            words!.Fill(claim);
            Claims.Insert(claim);
            return;
        }

        Claims.Update(claim);
        if (rewords)
        {
            reworded.Add(claim["_id"].AsInt64);
        }
    }

    /// <summary>Notes that a claim may be found by other words than before.</summary>
    public void Reword(long key) => reworded.Add(key);

    /// <summary>Notes that an article stood at one more place.</summary>
    public void Appeared(long article) => words!.Forget(article);
}
