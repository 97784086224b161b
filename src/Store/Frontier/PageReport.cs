using Pipeline.Store.Articles;

namespace Pipeline.Store.Frontier;

/// <summary>What became of a page that was due; recorded in one transaction with the article it held.</summary>
/// <param name="Page">The page.</param>
/// <param name="At">When it was fetched or given up.</param>
/// <param name="State">What it is now.</param>
/// <param name="DueAt">When it is to be fetched again; null for never.</param>
public sealed record PageReport(DuePage Page, DateTimeOffset At, PageState State, DateTimeOffset? DueAt)
{
    /// <summary>Why there is no article, or no answer; null when all went well.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether a transient failure is to be counted; a settled answer sets the count back.</summary>
    public bool IsTransientFailure { get; init; }

    /// <summary>Validators of the version now held.</summary>
    public string? ETag { get; init; }

    /// <summary>Validators of the version now held.</summary>
    public string? LastModified { get; init; }

    /// <summary>Where a redirect led, when that is another document: it will not be fetched besides.</summary>
    public FoundPage? LedTo { get; init; }

    /// <summary>The article, made ready by <see cref="IClaimStore.Prepare"/>; null when there is none.</summary>
    public PreparedArticle? Article { get; init; }
}
