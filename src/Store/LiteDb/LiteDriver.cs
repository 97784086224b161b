using LiteDB;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>What a search goes through: the claims of the rarest words that a part of the query asks for, or all claims when no words are asked.</summary>
internal sealed class LiteDriver
{
    private readonly List<(string Marked, bool IsPrefix)>? words;
    private readonly long lastKey;
    private List<long>? gathered;

    private LiteDriver(List<(string Marked, bool IsPrefix)>? words, long lastKey) => (this.words, this.lastKey) = (words, lastKey);

    /// <summary>Chooses the part of the query whose words are rarest: those that get furthest with a few entries.</summary>
    public static LiteDriver Of(LiteSession session, List<LiteClause> clauses, long first, long last, int sample)
    {
        var (best, thinnest) = ((List<(string, bool)>?)null, double.MaxValue);
        foreach (var clause in clauses)
        {
            // Of each match, the rarest word; of the clause, all its matches.
            var rarest = clause.Matches.Select(match => match.Words
                .Select(word => (ClaimIndex.Marked(word, match.Field), match.Field != WordField.Facets && SearchTokens.IsSingle(word)))
                .Select(word => (Word: word, Density: Density(session, word, first, last, sample)))
                .MinBy(word => word.Density)).ToList();
            var density = rarest.Sum(word => word.Density);
            if (density < thinnest)
            {
                (best, thinnest) = (rarest.ConvertAll(word => word.Word), density);
            }
        }

        return new LiteDriver(best, last);
    }

    /// <summary>The next claims from a key on, in the order of their keys.</summary>
    public List<BsonDocument> Read(LiteSession session, long from, int count)
    {
        if (words is null)
        {
            return [.. session.Claims.Query().Where(BsonExpression.Create("$._id BETWEEN @0 AND @1", from, lastKey)).OrderBy("$._id").Limit(count).ToDocuments()];
        }

        if (words is [(var only, false)])
        {
            return [.. Range(session, only, from, lastKey, count)];
        }

        if (words.TrueForAll(word => !word.IsPrefix))
        {
            // Each range is in order: what the first of each hold is the first of all.
            return [.. words.SelectMany(word => Range(session, word.Marked, from, lastKey, count)).DistinctBy(document => document["_id"].AsInt64).OrderBy(document => document["_id"].AsInt64).Take(count)];
        }

        // A single character begins many words, whose ranges lie one after the other: their claims are gathered and sorted.
        gathered ??= [.. words.SelectMany(word => Keys(session, word)).Where(key => key >= from && key <= lastKey).Distinct().Order()];
        return [.. gathered.Where(key => key >= from).Take(count).Select(key => session.Claims.FindById(key)).Where(document => document is not null)];
    }

    /// <summary>The claims of one word, in the order of their keys.</summary>
    private static IEnumerable<BsonDocument> Range(LiteSession session, string marked, long from, long to, int count) =>
        session.Claims.Query().Where(BsonExpression.Create("$.words[*] ANY BETWEEN @0 AND @1", ClaimIndex.Entry(marked, from), ClaimIndex.Entry(marked, Math.Min(to, ClaimIndex.MaxKey)))).Limit(count).ToDocuments();

    private static IEnumerable<long> Keys(LiteSession session, (string Marked, bool IsPrefix) word)
    {
        var (low, high) = word.IsPrefix ? (word.Marked, word.Marked + char.MaxValue) : (ClaimIndex.Entry(word.Marked, 0), ClaimIndex.Entry(word.Marked, ClaimIndex.MaxKey));
        return session.Claims.Query().Where(BsonExpression.Create("$.words[*] ANY BETWEEN @0 AND @1", low, high)).Select("$._id").ToDocuments().Select(document => document["_id"].AsInt64);
    }

    /// <summary>Claims of a word for each key that its first entries span; a word with few entries is rarest.</summary>
    private static double Density(LiteSession session, (string Marked, bool IsPrefix) word, long first, long last, int sample)
    {
        if (word.IsPrefix)
        {
            return 1e9;
        }

        var entries = session.Claims.Query()
            .Where(BsonExpression.Create("$.words[*] ANY BETWEEN @0 AND @1", ClaimIndex.Entry(word.Marked, first), ClaimIndex.Entry(word.Marked, Math.Min(last, ClaimIndex.MaxKey))))
            .Select("$._id").Limit(sample).ToDocuments().Select(document => document["_id"].AsInt64).ToList();
        return entries.Count < sample ? entries.Count * 1e-15 : entries.Count / (double)(entries[^1] - first + 1);
    }
}
