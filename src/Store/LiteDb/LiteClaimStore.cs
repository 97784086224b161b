using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Pipeline.Store.Archives;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;
using Pipeline.Store.Watches;

namespace Pipeline.Store.LiteDb;

/// <summary>The store in one LiteDB file that one process owns. In builds with <c>-p:LiteDb=true</c>.</summary>
public sealed class LiteClaimStore : IClaimStore
{
    private readonly LiteFile file;
    private readonly StoreOptions options;
    private readonly LiteSearch search;

    private LiteClaimStore(LiteFile file, StoreOptions options) => (this.file, this.options, search) = (file, options, new LiteSearch(file, options));

    /// <inheritdoc/>
    public string Address => ClaimStore.LiteDbScheme + file.Path;

    /// <inheritdoc/>
    public SearchVocabulary Vocabulary => options.Vocabulary;

    /// <inheritdoc/>
    public IFrontier Frontier => new LiteFrontier(file, options);

    /// <inheritdoc/>
    public IStoreArchive Archive => new LiteArchive(file, options);

    /// <summary>Opens a file as a store, and makes it when it is not there.</summary>
    /// <exception cref="StoreException">The file cannot be opened, or another process has it.</exception>
    public static LiteClaimStore Open(string path, StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        return new LiteClaimStore(LiteFile.Open(path, options), options);
    }

    /// <inheritdoc/>
    public IWatchStore Watches(TimeProvider clock) => new LiteWatchStore(file, options with { Clock = clock });

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
        return file.WriteAsync<IReadOnlyList<SaveReceipt>>(
            session =>
            {
                var writer = new LiteArticleWriter(session, options.Clock.GetUtcNow());
                var receipts = new List<SaveReceipt>(articles.Count);
                foreach (var article in articles)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    receipts.Add(writer.Save(article.Submission));
                }

                return receipts;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ClaimPage> QueryAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(search.Page(query, cancellationToken));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredClaim> StreamAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Stream(search.Matches(query, after: null).Select(match => match.Claim), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ClaimTopic> StreamTopicsAsync(ClaimQuery query, int maxClaims = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxClaims, 1);
        return Stream(search.Topics(query, maxClaims, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<StoredClaim>> StreamArticlesAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Stream(search.Articles(query), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FacetCounts> CountAsync(ClaimQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(FacetCounter.Count(search.Matches(query, after: null).Select(match => FacetCounter.Of(match.Claim)), cancellationToken));
    }

    /// <inheritdoc/>
    public Task<ClaimDossier?> FindClaimAsync(string idOrPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        return Task.FromResult(file.Read(session => LiteDossiers.OfClaim(session, idOrPrefix)));
    }

    /// <inheritdoc/>
    public Task<ArticleDossier?> FindArticleAsync(string idOrPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(idOrPrefix);
        return Task.FromResult(file.Read(session => LiteDossiers.OfArticle(session, idOrPrefix)));
    }

    /// <inheritdoc/>
    public Task<StoredEvidence?> ReadEvidenceAsync(string sha256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        if (sha256.Length != SHA256.HashSizeInBytes * 2 || !sha256.All(char.IsAsciiHexDigit))
        {
            throw new QueryException("evidence", $"'{sha256}' is no SHA-256: 64 hexadecimal digits are wanted");
        }

        return Task.FromResult(file.Read(session =>
        {
            if (session.Evidence.FindById(sha256.ToLowerInvariant()) is not { } evidence)
            {
                return null;
            }

            var bytes = PreparedSubmission.Decompress(LiteArticleWriter.ReadEvidence(session, evidence), evidence["length"].AsInt32);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return hash.Equals(sha256, StringComparison.OrdinalIgnoreCase)
                ? new StoredEvidence(hash, ClaimDocuments.Text(evidence, "media_type"), bytes)
                : throw new StoreException(StoreFault.Corrupt, $"{Address}: evidence {sha256} no longer has this hash; restore a backup");
        }));
    }

    /// <inheritdoc/>
    public Task<ReviewHistory?> AddReviewAsync(ReviewDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return file.WriteAsync(session => LiteReviews.Add(session, draft, options.Clock.GetUtcNow()), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoreStatistics> ReadStatisticsAsync(CancellationToken cancellationToken = default) => Task.FromResult(file.Read(session => new StoreStatistics
    {
        Articles = LiteSession.Last(session.Articles),
        Appearances = LiteSession.Last(session.Appearances),
        Claims = session.Listed,
        Reviews = LiteSession.Last(session.Reviews),
        Evidence = session.Evidence.LongCount(),
        Bytes = file.Length,
    }));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"LiteDB {file.Path}");

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
