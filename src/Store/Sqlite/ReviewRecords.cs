using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Sqlite;

/// <summary>Review histories, append-only, and the findings that hold by them.</summary>
internal static class ReviewRecords
{
    /// <summary>Adds a step.</summary>
    /// <returns>The history with it; null when there is no such claim.</returns>
    /// <exception cref="StaleReviewException">Another step came first.</exception>
    public static ReviewHistory? Add(SqliteSession session, ReviewDraft draft, DateTimeOffset now)
    {
        var claim = session.First<(long Key, long Statement)?>("SELECT claim_key, statement FROM claims WHERE id = $1", null, row => (row.GetInt64(0), row.GetInt64(1)), draft.ClaimId);
        if (claim is not { } found)
        {
            return null;
        }

        var before = Of(session, found.Key, found.Statement);
        if (draft.ExpectedVersion is { } expected && expected != before.Version)
        {
            throw new StaleReviewException(draft.ClaimId, expected, before);
        }

        Insert(session, found.Key, found.Statement, new Review
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
        var others = draft.CoversAppearances ? session.All("SELECT claim_key FROM claims WHERE statement = $1 AND claim_key <> $2", row => row.GetInt64(0), found.Statement, found.Key) : [];
        var index = new WordIndex();
        foreach (var key in (long[])[found.Key, .. others])
        {
            Refresh(session, key, found.Statement);
            index.Note(key, isNew: false);
        }

        index.Write(session);

        return Of(session, found.Key, found.Statement);
    }

    /// <summary>Writes a step; its version follows from its place.</summary>
    public static void Insert(SqliteSession session, long claimKey, long statement, Review review) => session.Execute(
        """
        INSERT INTO reviews (claim_key, statement, covers_appearances, reviewer, at, state, verdict, note, assignee, evidence)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        claimKey, statement, review.CoversAppearances ? 1L : 0L, review.Reviewer, ClaimRows.Moment(review.At), ContractNames.Of(review.State),
        review.Verdict is { } verdict ? ContractNames.Of(verdict) : null, review.Note, review.Assignee, JsonSerializer.Serialize(review.Evidence));

    /// <summary>The steps that hold for a claim: its own, and those on the same statement that cover all appearances.</summary>
    public static ReviewHistory Of(SqliteSession session, long claimKey, long statement) => new([.. session.All(
        """
        SELECT row_number() OVER (ORDER BY r.review_key), c.id, r.reviewer, r.at, r.state, r.verdict, r.note, r.assignee, r.evidence, r.covers_appearances
        FROM reviews r JOIN claims c ON c.claim_key = r.claim_key
        WHERE r.claim_key = $1 OR (r.statement = $2 AND r.covers_appearances = 1)
        ORDER BY r.review_key
        """,
        Read,
        claimKey,
        statement)]);

    /// <summary>Works out the finding that holds for a claim.</summary>
    /// <returns>False when there is none.</returns>
    public static bool Refresh(SqliteSession session, long claimKey, long statement)
    {
        if (session.Integer("SELECT 1 FROM reviews WHERE claim_key = $1 OR (statement = $2 AND covers_appearances = 1) LIMIT 1", claimKey, statement) is null)
        {
            return false;
        }

        var history = Of(session, claimKey, statement);
        session.Execute(
            "INSERT OR REPLACE INTO findings (claim_key, verdict, state, version) VALUES ($1, $2, $3, $4)",
            claimKey, history.Verdict is { } verdict ? ContractNames.Of(verdict) : null, ContractNames.Of(history.State!.Value), (long)history.Version);
        return true;
    }

    /// <summary>The step of a row of <see cref="Of"/>.</summary>
    public static Review Read(SqliteDataReader row) => new()
    {
        Version = row.GetInt32(0),
        ClaimId = row.GetString(1),
        Reviewer = row.GetString(2),
        At = ClaimRows.Moment(row.GetString(3))!.Value,
        State = ContractNames.Parse<ReviewState>(row.GetString(4)),
        Verdict = ClaimRows.Text(row, 5) is { } verdict ? ContractNames.Parse<Verdict>(verdict) : null,
        Note = ClaimRows.Text(row, 6),
        Assignee = ClaimRows.Text(row, 7),
        Evidence = JsonSerializer.Deserialize<string[]>(row.GetString(8))!,
        CoversAppearances = row.GetInt64(9) != 0,
    };
}
