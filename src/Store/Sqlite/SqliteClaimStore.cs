using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Pipeline.Store.Archives;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;
using Pipeline.Store.Watches;

namespace Pipeline.Store.Sqlite;

/// <summary>The store in one SQLite file.</summary>
public sealed class SqliteClaimStore : IClaimStore
{
    private readonly StoreOptions options;
    private readonly ClaimSearch search;
    private readonly bool ownsDatabase;

    /// <summary>Makes a store on a database; the caller disposes that.</summary>
    public SqliteClaimStore(SqliteDatabase database, StoreOptions options)
        : this(database, options, ownsDatabase: false)
    {
    }

    private SqliteClaimStore(SqliteDatabase database, StoreOptions options, bool ownsDatabase)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        (Database, this.options, this.ownsDatabase) = (database, options, ownsDatabase);
        search = new ClaimSearch(options);
    }

    /// <inheritdoc/>
    public string Address => Database.Path;

    /// <inheritdoc/>
    public SearchVocabulary Vocabulary => options.Vocabulary;

    /// <inheritdoc/>
    public IFrontier Frontier => new SqliteFrontier(Database, options);

    /// <inheritdoc/>
    public IStoreArchive Archive => new SqliteArchive(Database, options);

    /// <summary>The file, for what else lives in it.</summary>
    public SqliteDatabase Database { get; }

    /// <summary>Opens a file as a store, and brings its schema up to date.</summary>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public static SqliteClaimStore Open(string path, StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SqliteClaimStore(SqliteDatabase.Open(path, options.BusyTimeout, options.ReadOnly), options, ownsDatabase: true);
    }

    /// <inheritdoc/>
    public IWatchStore Watches(TimeProvider clock) => new SqliteWatchStore(Database, options with { Clock = clock });

    /// <inheritdoc/>
    public PreparedArticle Prepare(Submission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return new PreparedArticle(PreparedSubmission.Of(submission, options.Vocabulary.Segmenter));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SaveReceipt>> SavePreparedAsync(IReadOnlyList<PreparedArticle> articles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return Database.WriteAsync<IReadOnlyList<SaveReceipt>>(
            session =>
            {
                var writer = new ArticleWriter(session, options.Clock.GetUtcNow());
                var receipts = new List<SaveReceipt>(articles.Count);
                foreach (var article in articles)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    receipts.Add(writer.Save(article.Submission));
                }

                writer.Finish();
                return receipts;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ClaimPage> QueryAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(Database.Read(session => search.Page(session, query, cancellationToken)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredClaim> StreamAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var (_, claim) in Database.Stream(session => search.Matches(session, query, after: null)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return claim;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ClaimTopic> StreamTopicsAsync(ClaimQuery query, int maxClaims = int.MaxValue, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxClaims, 1);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var topic in Database.Stream(session => new TopicSearch(options).Topics(session, query, maxClaims, cancellationToken)))
        {
            yield return topic;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<StoredClaim>> StreamArticlesAsync(ClaimQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var article in Database.Stream(session => search.Articles(session, query)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return article;
        }
    }

    /// <inheritdoc/>
    public Task<FacetCounts> CountAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(Database.Read(session => FacetCounter.Count(search.Facets(session, query), cancellationToken)));
    }

    /// <inheritdoc/>
    public Task<ClaimDossier?> FindClaimAsync(string idOrPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        return Task.FromResult(Database.Read(session => Dossiers.OfClaim(session, idOrPrefix)));
    }

    /// <inheritdoc/>
    public Task<ArticleDossier?> FindArticleAsync(string idOrPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        return Task.FromResult(Database.Read(session => Dossiers.OfArticle(session, idOrPrefix)));
    }

    /// <inheritdoc/>
    public Task<StoredEvidence?> ReadEvidenceAsync(string sha256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != SHA256.HashSizeInBytes * 2 || !sha256.All(char.IsAsciiHexDigit))
        {
            throw new QueryException("evidence", $"'{sha256}' is no SHA-256: 64 hexadecimal digits are wanted");
        }

        return Task.FromResult(Database.Read(session => session.First<StoredEvidence?>(
            "SELECT media_type, length, content FROM evidence WHERE sha256 = $1",
            null,
            row =>
            {
                var bytes = PreparedSubmission.Decompress(row.GetFieldValue<byte[]>(2), row.GetInt32(1));
                var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
                return hash.Equals(sha256, StringComparison.OrdinalIgnoreCase)
                    ? new StoredEvidence(hash, ClaimRows.Text(row, 0), bytes)
                    : throw new StoreException(StoreFault.Corrupt, $"{Address}: evidence {sha256} no longer has this hash; restore a backup");
            },
            Convert.FromHexString(sha256))));
    }

    /// <inheritdoc/>
    public Task<ReviewHistory?> AddReviewAsync(ReviewDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Database.WriteAsync(session => ReviewRecords.Add(session, draft, options.Clock.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoreStatistics> ReadStatisticsAsync(CancellationToken cancellationToken = default) => Task.FromResult(Database.Read(session => new StoreStatistics
    {
        Articles = session.Integer("SELECT count(*) FROM articles") ?? 0,
        Appearances = session.Integer("SELECT count(*) FROM appearances") ?? 0,
        Claims = session.Integer("SELECT count(*) FROM claims WHERE standing = 'current' AND copy_of IS NULL") ?? 0,
        Reviews = session.Integer("SELECT count(*) FROM reviews") ?? 0,
        Evidence = session.Integer("SELECT count(*) FROM evidence") ?? 0,
        Bytes = (session.Integer("PRAGMA page_count") ?? 0) * (session.Integer("PRAGMA page_size") ?? 0),
    }));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (ownsDatabase)
        {
            Database.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SQLite {Address}");
}
