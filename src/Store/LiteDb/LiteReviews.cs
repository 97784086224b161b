using LiteDB;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.LiteDb;

/// <summary>Review histories, append-only, and the findings that hold by them.</summary>
internal static class LiteReviews
{
    /// <summary>Adds a step.</summary>
    /// <returns>The history with it; null when there is no such claim.</returns>
    /// <exception cref="StaleReviewException">Another step came first.</exception>
    public static ReviewHistory? Add(LiteSession session, ReviewDraft draft, DateTimeOffset now)
    {
        if (LiteSession.First(session.Claims, "id", LiteSession.Key(draft.ClaimId)) is not { } claim)
        {
            return null;
        }

        var before = Of(session, claim);
        if (draft.ExpectedVersion is { } expected && expected != before.Version)
        {
            throw new StaleReviewException(draft.ClaimId, expected, before);
        }

        var (key, statement) = (claim["_id"].AsInt64, claim["statement"].AsInt64);
        Insert(session, key, statement, new Review
        {
            Version = before.Version + 1,
            ClaimId = draft.ClaimId,
            Reviewer = draft.Reviewer,
            At = now,
            State = draft.State,
            Verdict = draft.Verdict,
            Note = draft.Note,
            Assignee = draft.Assignee,
            Evidence = draft.Evidence,
            CoversAppearances = draft.CoversAppearances,
        });
        return Of(session, session.Claims.FindById(key));
    }

    /// <summary>Writes a step, and the finding that now holds for each claim that it covers.</summary>
    public static void Insert(LiteSession session, long claim, long statement, Review review)
    {
        session.Reviews.Insert(new BsonDocument
        {
            ["_id"] = session.Next(session.Reviews),
            ["claim"] = claim,
            ["statement"] = statement,
            ["covers_appearances"] = review.CoversAppearances,
            ["claim_id"] = review.ClaimId,
            ["reviewer"] = review.Reviewer,
            ["at"] = ClaimDocuments.Moment(review.At),
            ["state"] = ContractNames.Of(review.State),
            ["verdict"] = review.Verdict is { } verdict ? ContractNames.Of(verdict) : null,
            ["note"] = review.Note,
            ["assignee"] = review.Assignee,
            ["evidence"] = new BsonArray(review.Evidence.Select(link => new BsonValue(link))),
        });
        var others = review.CoversAppearances ? LiteSession.All(session.Claims, "statement", statement).Where(other => other["_id"].AsInt64 != claim) : [];
        foreach (var covered in others.Prepend(session.Claims.FindById(claim)))
        {
            Refresh(session, covered);
            session.Put(covered, isNew: false, rewords: true);
        }
    }

    /// <summary>The steps that hold for a claim: its own, and those on the same statement that cover all appearances.</summary>
    public static ReviewHistory Of(LiteSession session, BsonDocument claim) => new([.. Steps(session, claim["_id"].AsInt64, claim["statement"].AsInt64).Select((step, index) => Read(step, index + 1))]);

    /// <summary>A step with its place in the history of the claim that it was written on.</summary>
    public static Review OfClaim(LiteSession session, BsonDocument step)
    {
        var claim = session.Claims.FindById(step["claim"]);
        var place = Steps(session, claim["_id"].AsInt64, claim["statement"].AsInt64).Count(other => other["_id"].AsInt64 <= step["_id"].AsInt64);
        return Read(step, place);
    }

    /// <summary>Works out the finding that holds for a claim, in its document.</summary>
    public static void Refresh(LiteSession session, BsonDocument claim)
    {
        var history = Of(session, claim);
        claim["verdict"] = history.Verdict is { } verdict ? ContractNames.Of(verdict) : null;
        claim["state"] = history.State is { } state ? ContractNames.Of(state) : null;
    }

    private static Review Read(BsonDocument step, int version) => new()
    {
        Version = version,
        ClaimId = step["claim_id"].AsString,
        Reviewer = step["reviewer"].AsString,
        At = ClaimDocuments.Moment(step, "at")!.Value,
        State = ContractNames.Parse<ReviewState>(step["state"].AsString),
        Verdict = ClaimDocuments.Text(step, "verdict") is { } verdict ? ContractNames.Parse<Verdict>(verdict) : null,
        Note = ClaimDocuments.Text(step, "note"),
        Assignee = ClaimDocuments.Text(step, "assignee"),
        Evidence = [.. step["evidence"].AsArray.Select(link => link.AsString)],
        CoversAppearances = step["covers_appearances"].AsBoolean,
    };

    private static IEnumerable<BsonDocument> Steps(LiteSession session, long claim, long statement) =>
        LiteSession.All(session.Reviews, "claim", claim)
            .Concat(LiteSession.All(session.Reviews, "statement", statement).Where(step => step["covers_appearances"].AsBoolean))
            .DistinctBy(step => step["_id"].AsInt64).OrderBy(step => step["_id"].AsInt64);
}
