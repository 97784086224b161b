using System.Text;
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
    private readonly SortedDictionary<long, Change> changed = [];
    private readonly Dictionary<long, string[]> outlets = [];
    private readonly Dictionary<string, (long Low, long High)> extents = new(StringComparer.Ordinal);
    private readonly StringBuilder column = new();

    private const string RowSql = $"""
        SELECT {ClaimRows.Columns}, c.edited, c.article_key FROM claims c {ClaimRows.Joins} WHERE c.claim_key = $1
        """;

    /// <param name="IsNew">True when the index does not hold the claim yet.</param>
    /// <param name="Row">What is known to stand in its row; null: the row is read.</param>
    private readonly record struct Change(bool IsNew, IndexedClaim? Row);

    private sealed record IndexedClaim(StoredClaim Stored, bool IsEdited, long ArticleKey);

    /// <summary>Notes that a claim's row, its finding or its article's places changed.</summary>
    /// <param name="key">The claim.</param>
    /// <param name="isNew">True when the index does not hold it yet.</param>
    public void Note(long key, bool isNew) => changed[key] = new Change(isNew || (changed.TryGetValue(key, out var before) && before.IsNew), null);

    /// <summary>Adds a claim of a new article: it has no finding and no newer version yet.</summary>
    public void Add(long key, Claim claim, Article article, long articleKey) =>
        changed[key] = new Change(IsNew: true, new IndexedClaim(new StoredClaim { Claim = claim, Title = article.Title, Source = article.Source }, IsEdited: false, articleKey));

    /// <summary>Writes what was noted, each claim as its row stands now.</summary>
    public void Write(SqliteSession session)
    {
        foreach (var (key, change) in changed)
        {
            if (!change.IsNew)
            {
                session.Execute("DELETE FROM claim_words WHERE rowid = $1", key);
            }

            Insert(session, key, change.Row ?? Read(session, key));
        }

        foreach (var (unit, (low, high)) in extents)
        {
            session.Execute(
                "INSERT INTO unit_extents (unit, low, high) VALUES ($1, $2, $3) ON CONFLICT (unit) DO UPDATE SET low = min(low, excluded.low), high = max(high, excluded.high) WHERE excluded.low < low OR excluded.high > high",
                unit, low, high);
        }

        changed.Clear();
        outlets.Clear();
        extents.Clear();
    }

    private static IndexedClaim Read(SqliteSession session, long key) =>
        session.First(RowSql, null!, row => new IndexedClaim(ClaimRows.Read(row), row.GetInt64(ClaimRows.ColumnCount) != 0, row.GetInt64(ClaimRows.ColumnCount + 1)), key);

    private void Insert(SqliteSession session, long key, IndexedClaim row)
    {
        var claim = row.Stored.Claim;
        if (!outlets.TryGetValue(row.ArticleKey, out var places))
        {
            places = [.. session.All("SELECT DISTINCT outlet_key FROM appearances WHERE article_key = $1", outlet => Facets.Outlet(outlet.GetInt64(0)), row.ArticleKey)];
            outlets.Add(row.ArticleKey, places);
        }

        session.Execute(
            "INSERT INTO claim_words (rowid, subject, metric, speaker, other, sentence, title, facets) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            key, Own(claim, WordField.Subject), Own(claim, WordField.Metric), Own(claim, WordField.Speaker), Own(claim, WordField.Other),
            Column(ClaimWords.Texts(claim, WordField.Text)), Column([row.Stored.Title]), string.Join(' ', ClaimWords.Facets(row.Stored, row.IsEdited, row.ArticleKey, places)));
        Extend(claim.Unit, ValueWords.Place(claim.Low), ValueWords.Place(claim.High));
    }

    private string Own(Claim claim, WordField field) => Column(ClaimWords.Texts(claim, field), SearchTokens.OwnMark.ToString());

    /// <summary>The words of texts with spaces between. Repeats stay: the index keeps a word once a column, and finds that out faster.</summary>
    private string Column(ReadOnlySpan<string?> texts, string mark = "")
    {
        column.Clear();
        foreach (var text in texts)
        {
            SearchTokens.Read(text ?? "", token => column.Append(mark).Append(token).Append(' '));
        }

        return column.ToString();
    }

    private void Extend(string unit, long low, long high) =>
        extents[unit] = extents.TryGetValue(unit, out var known) ? (Math.Min(low, known.Low), Math.Max(high, known.High)) : (low, high);
}
