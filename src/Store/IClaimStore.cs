using Pipeline.Store.Archives;
using Pipeline.Store.Articles;
using Pipeline.Store.Frontier;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;
using Pipeline.Store.Watches;

namespace Pipeline.Store;

/// <summary>
/// Where articles, claims, evidence and reviews are kept. Every engine passes the same suite (tests/Store.Tests/Conformance).
/// Safe to call from several threads; what a call reports as stored survives the death of the process.
/// </summary>
public interface IClaimStore : IAsyncDisposable
{
    /// <summary>What <c>--db</c> named.</summary>
    string Address { get; }

    /// <summary>The words that its searches are read by; <see cref="ClaimQueryParser"/> wants the same.</summary>
    SearchVocabulary Vocabulary { get; }

    /// <summary>The service's feeds and the pages it has still to fetch, kept with the articles.</summary>
    IFrontier Frontier { get; }

    /// <summary>All that the store holds, to be put into another store.</summary>
    IStoreArchive Archive { get; }

    /// <summary>Saved queries, kept with the claims.</summary>
    /// <param name="clock">Stamps what fires, and says what is due.</param>
    IWatchStore Watches(TimeProvider clock);

    /// <summary>Does what can be done of storing an article before the write lock is taken; from any thread.</summary>
    PreparedArticle Prepare(Submission submission);

    /// <summary>Stores articles that <see cref="Prepare"/> made ready, with their claims and evidence, in one transaction. The same submission twice changes nothing.</summary>
    /// <returns>A receipt for each, in order.</returns>
    /// <exception cref="StoreException">None of them was stored.</exception>
    Task<IReadOnlyList<SaveReceipt>> SavePreparedAsync(IReadOnlyList<PreparedArticle> articles, CancellationToken cancellationToken = default);

    /// <summary>A page of the claims that match, best first, then newest.</summary>
    /// <exception cref="QueryException">The cursor belongs to another query.</exception>
    Task<ClaimPage> QueryAsync(ClaimQuery query, CancellationToken cancellationToken = default);

    /// <summary>All claims that match, in the order of <see cref="QueryAsync"/>, read as they are taken; limit and cursor are ignored.</summary>
    IAsyncEnumerable<StoredClaim> StreamAsync(ClaimQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// The claims that match, copies left out, gathered by subject and metric; claims without either are left out. The topic that has the best and newest
    /// claim comes first, each is read when it is taken, and those that the query's cursor has passed are left out; the query's limit is ignored. A topic without claims says how far the search has got, so that the caller may stop.
    /// </summary>
    /// <param name="query">What to find.</param>
    /// <param name="maxClaims">Most claims of one topic, 1 or more: the newest.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="QueryException">The cursor belongs to another query.</exception>
    IAsyncEnumerable<ClaimTopic> StreamTopicsAsync(ClaimQuery query, int maxClaims = int.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>All current claims of each article that has one that matches, in the order of the article.</summary>
    IAsyncEnumerable<IReadOnlyList<StoredClaim>> StreamArticlesAsync(ClaimQuery query, CancellationToken cancellationToken = default);

    /// <summary>How the claims that match divide.</summary>
    Task<FacetCounts> CountAsync(ClaimQuery query, CancellationToken cancellationToken = default);

    /// <summary>A claim by its id, or by the first characters of it when they are enough.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="QueryException">Several ids begin so.</exception>
    Task<ClaimDossier?> FindClaimAsync(string idOrPrefix, CancellationToken cancellationToken = default);

    /// <summary>An article by its id, or by the first characters of it when they are enough.</summary>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="QueryException">Several ids begin so.</exception>
    Task<ArticleDossier?> FindArticleAsync(string idOrPrefix, CancellationToken cancellationToken = default);

    /// <summary>The raw input with this hash.</summary>
    /// <param name="sha256">64 hexadecimal digits.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when it was not kept.</returns>
    /// <exception cref="StoreException">What is stored no longer has this hash.</exception>
    Task<StoredEvidence?> ReadEvidenceAsync(string sha256, CancellationToken cancellationToken = default);

    /// <summary>Adds a step to a claim's review history.</summary>
    /// <returns>The history with it; null when there is no such claim.</returns>
    /// <exception cref="StaleReviewException">Another step came first.</exception>
    Task<ReviewHistory?> AddReviewAsync(ReviewDraft draft, CancellationToken cancellationToken = default);

    /// <summary>What the store holds.</summary>
    Task<StoreStatistics> ReadStatisticsAsync(CancellationToken cancellationToken = default);
}
