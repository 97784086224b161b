namespace Pipeline.Store.Reviews;

/// <summary>All review steps that hold for a claim, oldest first.</summary>
/// <param name="Steps">The steps.</param>
public sealed record ReviewHistory(IReadOnlyList<Review> Steps)
{
    /// <summary>No steps.</summary>
    public static ReviewHistory Empty { get; } = new([]);

    /// <summary>Grows with every step; what a reviewer hands back in <see cref="ReviewDraft.ExpectedVersion"/>.</summary>
    public int Version => Steps.Count == 0 ? 0 : Steps[^1].Version;

    /// <summary>The finding that holds: that of the last step with one.</summary>
    public Verdict? Verdict => Steps.LastOrDefault(step => step.Verdict is not null)?.Verdict;

    /// <summary>Where the checking stands; null when nobody has begun.</summary>
    public ReviewState? State => Steps.Count == 0 ? null : Steps[^1].State;
}
