using Pipeline.Extract.Model;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Sqlite;

/// <summary>Keeps the word index in step with the claims.</summary>
/// <remarks>
/// What changes in a transaction is written at its end, in the order of the keys: the index takes rows in ascending order into memory,
/// and starts a new segment on the disk whenever one comes out of order.
/// </remarks>
internal sealed class WordIndex
{
    private readonly SortedDictionary<long, bool> changed = [];

    private const string RowSql = $"""
        SELECT {ClaimRows.Columns}, c.edited, c.article_key FROM claims c {ClaimRows.Joins} WHERE c.claim_key = $1
        """;

    /// <summary>Notes that a claim's row changed.</summary>
    /// <param name="key">The claim.</param>
    /// <param name="isNew">True when the index does not hold it yet.</param>
    public void Note(long key, bool isNew) => changed[key] = isNew || (changed.TryGetValue(key, out var before) && before);

    /// <summary>Writes what was noted, each claim as its row stands now.</summary>
    public void Write(SqliteSession session)
    {
        foreach (var (key, isNew) in changed)
        {
            Write(session, key, isNew);
        }

        changed.Clear();
    }

    private static void Write(SqliteSession session, long key, bool isNew)
    {
        if (!isNew)
        {
            session.Execute("DELETE FROM claim_words WHERE rowid = $1", key);
        }

        var (stored, edited, article) = session.First(RowSql, default, row => (ClaimRows.Read(row), row.GetInt64(ClaimRows.ColumnCount) != 0, row.GetInt64(ClaimRows.ColumnCount + 1)), key);
        var claim = stored.Claim;
        var outlets = session.All("SELECT DISTINCT outlet_key FROM appearances WHERE article_key = $1", row => Facets.Outlet(row.GetInt64(0)), article);
        var facets = ClaimWords.Facets(stored, edited, article, outlets);
        session.Execute(
            "INSERT INTO claim_words (rowid, subject, metric, speaker, other, sentence, title, facets) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            key, Own(claim, WordField.Subject), Own(claim, WordField.Metric), Own(claim, WordField.Speaker), Own(claim, WordField.Other),
            string.Join(' ', ClaimWords.Of(claim, WordField.Text)), string.Join(' ', ClaimWords.Of([stored.Title])), string.Join(' ', facets));
        var (low, high) = (ValueWords.Place(claim.Low), ValueWords.Place(claim.High));
        session.Execute(
            "INSERT INTO unit_extents (unit, low, high) VALUES ($1, $2, $3) ON CONFLICT (unit) DO UPDATE SET low = min(low, excluded.low), high = max(high, excluded.high) WHERE excluded.low < low OR excluded.high > high",
            claim.Unit, (long)low, (long)high);
    }

    private static string Own(Claim claim, WordField field) => string.Join(' ', ClaimWords.Of(claim, field).Select(word => SearchTokens.OwnMark + word));
}
