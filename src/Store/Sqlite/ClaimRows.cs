using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Sqlite;

/// <summary>Claims as rows, and rows as claims.</summary>
internal static class ClaimRows
{
    /// <summary>The columns that <see cref="Read"/> takes, of claims <c>c</c>, their article <c>a</c> and finding <c>f</c>.</summary>
    public const string Columns = """
        c.id, a.id, c.kind, c.text, c.start, c."end", c.sentence, c.low, c.high, c.unit, c.bound, c.per, c.direction, c."from", c.basis,
        c.subject, c.subject_id, c.metric, c.metric_id, c.whole, c.time, c.speaker, c.quoted, c.modality, c.confidence, c.rule,
        c.claim_key, c.standing, (SELECT o.id FROM claims o WHERE o.claim_key = c.copy_of), a.title, a.url, a.publisher, a.published_at, a.source, f.verdict, f.state
        """;

    /// <summary>Where <see cref="Columns"/> come from, beside what drives the query. Left joins: SQLite leaves out those of which no column is wanted.</summary>
    public const string Joins = "LEFT JOIN articles a ON a.article_key = c.article_key LEFT JOIN findings f ON f.claim_key = c.claim_key";

    /// <summary>The position of the claim's key in <see cref="Columns"/>.</summary>
    public const int KeyColumn = 26;

    /// <summary>How many <see cref="Columns"/> there are.</summary>
    public const int ColumnCount = 36;

    private const string InsertSql = """
        INSERT INTO claims (claim_key, id, article_key, standing, copy_of, statement,
          kind, text, start, "end", sentence, low, high, unit, bound, per, direction, "from", basis, subject, subject_id, metric, metric_id, whole, time,
          speaker, quoted, modality, confidence, rule, subject_key, metric_key)
        VALUES ($1, $2, $3, 'current', $4, $5,
          $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)
        """;

    private const string UpdateSql = """
        UPDATE claims SET article_key = $3, standing = 'current', copy_of = $4, statement = $5,
          kind = $6, text = $7, start = $8, "end" = $9, sentence = $10, low = $11, high = $12, unit = $13, bound = $14, per = $15, direction = $16, "from" =
          $17, basis = $18, subject = $19, subject_id = $20, metric = $21, metric_id = $22, whole = $23, time = $24, speaker = $25, quoted = $26, modality =
          $27, confidence = $28, rule = $29, subject_key = $30, metric_key = $31
        WHERE claim_key = $1 AND id = $2
        """;

    /// <summary>Adds a claim under a key, or writes it anew where the key is its own already.</summary>
    public static void Write(SqliteSession session, long key, bool exists, Claim claim, long articleKey, long statement, long? copyOf) => session.Execute(
        exists ? UpdateSql : InsertSql,
        key, claim.Id, articleKey, copyOf, statement, ContractNames.Of(claim.Kind), claim.Text, (long)claim.Start, (long)claim.End, claim.Sentence,
        Exact(claim.Low), claim.High == claim.Low ? null : Exact(claim.High),
        claim.Unit, ContractNames.Of(claim.Bound), claim.Per, claim.Direction is { } direction ? ContractNames.Of(direction) : null, claim.From is { } from ? Exact(from) : null, claim.Basis,
        claim.Subject, claim.SubjectId, claim.Metric, claim.MetricId, claim.Whole, claim.Time, claim.Speaker, claim.Quoted ? 1L : 0L, ContractNames.Of(claim.Modality), claim.Confidence, claim.Rule,
        StatementHash.SubjectKey(claim), StatementHash.MetricKey(claim));

    /// <summary>Free keys for an article's claims.</summary>
    public static long Allocate(SqliteSession session, long hour, int count) =>
        ClaimKeys.Allocate(hour, count, (first, end) => session.Integer("SELECT max(claim_key) FROM claims WHERE claim_key >= $1 AND claim_key < $2", first, end));

    /// <summary>The claim of a row of <see cref="Columns"/>.</summary>
    public static StoredClaim Read(SqliteDataReader row)
    {
        var low = decimal.Parse(row.GetString(7), CultureInfo.InvariantCulture);
        return new StoredClaim
        {
            Claim = new Claim
            {
                Id = row.GetString(0),
                ArticleId = row.GetString(1),
                Kind = ContractNames.Parse<ClaimKind>(row.GetString(2)),
                Text = row.GetString(3),
                Start = row.GetInt32(4),
                End = row.GetInt32(5),
                Sentence = row.GetString(6),
                Low = low,
                High = Text(row, 8) is { } high ? decimal.Parse(high, CultureInfo.InvariantCulture) : low,
                Unit = row.GetString(9),
                Bound = ContractNames.Parse<Bound>(row.GetString(10)),
                Per = Text(row, 11),
                Direction = Text(row, 12) is { } direction ? ContractNames.Parse<ChangeDirection>(direction) : null,
                From = Text(row, 13) is { } from ? decimal.Parse(from, CultureInfo.InvariantCulture) : null,
                Basis = Text(row, 14),
                Subject = Text(row, 15),
                SubjectId = Text(row, 16),
                Metric = Text(row, 17),
                MetricId = Text(row, 18),
                Whole = Text(row, 19),
                Time = Text(row, 20),
                Speaker = Text(row, 21),
                Quoted = row.GetInt64(22) != 0,
                Modality = ContractNames.Parse<Modality>(row.GetString(23)),
                Confidence = row.GetDouble(24),
                Rule = row.GetString(25),
            },
            Standing = ContractNames.Parse<ClaimStanding>(row.GetString(27)),
            CopyOf = Text(row, 28),
            Title = Text(row, 29),
            Url = Text(row, 30),
            Publisher = Text(row, 31),
            PublishedAt = Published(Text(row, 32)),
            Source = row.GetString(33),
            Verdict = Text(row, 34) is { } verdict ? ContractNames.Parse<Verdict>(verdict) : null,
            ReviewState = Text(row, 35) is { } state ? ContractNames.Parse<ReviewState>(state) : null,
        };
    }

    /// <summary>A column's text, or null.</summary>
    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A stored publication time.</summary>
    public static PublicationTime? Published(string? text) => PublicationTime.TryParse(text, out var time) ? time : null;

    /// <summary>A stored moment.</summary>
    public static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>A moment as stored: ISO 8601 with its offset, to the tick.</summary>
    public static string? Moment(DateTimeOffset? moment) => moment?.ToString("O", CultureInfo.InvariantCulture);

    private static string Exact(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
