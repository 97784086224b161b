using LiteDB;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>
/// Finds claims. LiteDB uses one index a query: the range of the rarest word drives, newest first, and all else that is asked is looked up among the words of
/// the claims that it brings. What is read comes in portions, so that no cursor of LiteDB's stays open between them.
/// </summary>
internal sealed class LiteSearch(LiteFile file, StoreOptions options)
{
    /// <summary>Claims in a portion: the first is small, since most pages are.</summary>
    private const int FirstPortion = 64, Portion = 512;

    /// <summary>Entries of a word that are looked at to tell how rare it is.</summary>
    private const int Sample = 12;

    /// <summary>A page of matches.</summary>
    public ClaimPage Page(ClaimQuery query, CancellationToken cancellationToken)
    {
        var cursors = new ClaimCursors(query);
        var claims = new List<StoredClaim>();
        var last = default(ClaimPlace);
        foreach (var (place, claim) in Matches(query, cursors.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (claims.Count == query.Limit)
            {
                return new ClaimPage(claims, cursors.After(last));
            }

            claims.Add(claim);
            last = place;
        }

        return new ClaimPage(claims, null);
    }

    /// <summary>All matches in order, beginning after a place; each portion is read when it is reached.</summary>
    public IEnumerable<(ClaimPlace Place, StoredClaim Claim)> Matches(ClaimQuery query, ClaimPlace? after, TopicKey? topic = null)
    {
        var criteria = file.Read(session => new ClaimCriteria(query, options, new Places(session), topic));
        return Matches(criteria, after, portion => file.Read(portion));
    }

    /// <summary>The same within a write.</summary>
    public IEnumerable<(ClaimPlace Place, StoredClaim Claim)> Matches(LiteSession session, ClaimQuery query) =>
        Matches(new ClaimCriteria(query, options, new Places(session)), after: null, portion => portion(session));

    private static IEnumerable<(ClaimPlace Place, StoredClaim Claim)> Matches(ClaimCriteria criteria, ClaimPlace? after, Func<Func<LiteSession, List<(long Key, StoredClaim Claim, bool IsMatch)>>, List<(long Key, StoredClaim Claim, bool IsMatch)>> read)
    {
        if (criteria.IsImpossible)
        {
            yield break;
        }

        for (var tier = after?.Tier ?? 0; tier < criteria.Tiers; tier++)
        {
            var next = after is { } place && place.Tier == tier ? Math.Max(criteria.Keys.First, place.Key + 1) : criteria.Keys.First;
            var clauses = criteria.Clauses(tier).Select(clause => new LiteClause(clause)).ToList();

            // What the tiers before have shown is told from the claim itself: nothing has to be remembered.
            var shown = tier > 0 ? criteria.Clauses(tier - 1).Select(clause => new LiteClause(clause)).ToList() : [];
            LiteDriver? driver = null;
            for (var size = FirstPortion; ; size = Portion)
            {
                var from = next;
                var portion = read(session =>
                {
                    driver ??= LiteDriver.Of(session, clauses, from, criteria.Keys.Last, Sample);
                    return [.. driver.Read(session, from, size).Select(document => Look(document, criteria, clauses, shown))];
                });
                foreach (var (key, claim, isMatch) in portion)
                {
                    if (isMatch)
                    {
                        yield return (new ClaimPlace(tier, key), claim);
                    }
                }

                if (portion.Count < size)
                {
                    break;
                }

                next = portion[^1].Key + 1;
            }
        }
    }

    /// <summary>The topics of the matches, the one with the best and newest first; each is read when it is taken.</summary>
    public IEnumerable<ClaimTopic> Topics(ClaimQuery query, int maxClaims, CancellationToken cancellationToken)
    {
        var cursors = new ClaimCursors(query);
        var seen = new HashSet<TopicKey>();
        var since = 0;
        foreach (var (place, match) in Matches(query, cursors.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var topic = new TopicKey(StatementHash.SubjectKey(match.Claim), StatementHash.MetricKey(match.Claim));
            if (topic.Subject.Length == 0 || topic.Metric.Length == 0 || !seen.Add(topic))
            {
                if (++since % TellEvery == 0)
                {
                    yield return new ClaimTopic([], IsComplete: true, cursors.After(place));
                }

                continue;
            }

            var claims = new List<StoredClaim>();
            var isComplete = true;
            foreach (var (found, claim) in Matches(query with { Cursor = null }, after: null, topic))
            {
                if (claims.Count == 0 && cursors.Start is { } start && (found.Tier < start.Tier || (found.Tier == start.Tier && found.Key <= start.Key)))
                {
                    // Its first match lies before the cursor: it has been read on an earlier page.
                    break;
                }

                if (claims.Count == maxClaims)
                {
                    isComplete = false;
                    break;
                }

                claims.Add(claim);
            }

            if (claims.Count > 0)
            {
                since = 0;
                yield return new ClaimTopic(claims, isComplete, cursors.After(place));
            }
        }
    }

    /// <summary>All current claims of each article with a match, in the order of the article.</summary>
    public IEnumerable<IReadOnlyList<StoredClaim>> Articles(ClaimQuery query)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, claim) in Matches(query, after: null))
        {
            if (seen.Add(claim.Claim.ArticleId))
            {
                yield return file.Read(session => OfArticle(session, claim.Claim.ArticleId));
            }
        }
    }

    private const int TellEvery = 10_000;

    private static List<StoredClaim> OfArticle(LiteSession session, string id) =>
        LiteSession.First(session.Articles, "id", LiteSession.Key(id)) is { } article
            ? [.. LiteSession.All(session.Claims, "article", article["_id"]).Select(ClaimDocuments.Read).Where(claim => claim.Standing == ClaimStanding.Current).OrderBy(claim => claim.Claim.Start)]
            : [];

    private static (long Key, StoredClaim Claim, bool IsMatch) Look(BsonDocument document, ClaimCriteria criteria, List<LiteClause> clauses, List<LiteClause> shown)
    {
        var key = document["_id"].AsInt64;
        var isListed = criteria.WantsEdited ? document["edited"].AsBoolean : document["standing"].AsString == "current" && (criteria.WantsCopies || document["copy_of"].IsNull);
        if (!isListed || !HoldsReview(document, criteria))
        {
            return (key, null!, false);
        }

        var words = clauses.Count == 0 ? null : new LiteWords(document);
        if (words is not null && (!clauses.TrueForAll(clause => clause.Holds(words)) || (shown.Count > 0 && shown.TrueForAll(clause => clause.Holds(words)))))
        {
            return (key, null!, false);
        }

        var claim = ClaimDocuments.Read(document);
        var isOfTopic = criteria.Topic is not { } topic || (StatementHash.SubjectKey(claim.Claim) == topic.Subject && StatementHash.MetricKey(claim.Claim) == topic.Metric);
        return (key, claim, isOfTopic && criteria.Accepts(claim));
    }

    private static bool HoldsReview(BsonDocument document, ClaimCriteria criteria) =>
        !criteria.WantsUnreviewed || document["state"].IsNull || criteria.ReviewStates.Any(state => ContractNames.Of(state) == document["state"].AsString);

    private sealed class Places(LiteSession session) : ISearchPlaces
    {
        public (int Low, int High)? ExtentOf(string unit) => session.Units.FindById(LiteSession.Key(unit)) is { } extent ? (extent["low"].AsInt32, extent["high"].AsInt32) : null;

        public IEnumerable<string> FacetsOfSource(string source)
        {
            var name = SearchTokens.Squeeze(source);
            var host = source.Trim().TrimEnd('/').ToLowerInvariant();
            var outlets = name.Length == 0
                ? []
                : session.Outlets.FindAll().Where(outlet => outlet["name"].AsString.Contains(name, StringComparison.Ordinal)
                        || outlet["host"].AsString.Equals(host, StringComparison.OrdinalIgnoreCase) || outlet["host"].AsString.EndsWith('.' + host, StringComparison.OrdinalIgnoreCase))
                    .Select(outlet => Facets.Outlet(outlet["_id"].AsInt64)).ToList();
            var places = LiteSession.All(session.Appearances, "source_key", LiteSession.Key(source.Trim())).Concat(LiteSession.All(session.Appearances, "url_key", LiteSession.Key(source.Trim())));
            return [.. outlets, .. places.Select(place => Facets.Article(place["article"].AsInt64)).Distinct(StringComparer.Ordinal)];
        }
    }
}
