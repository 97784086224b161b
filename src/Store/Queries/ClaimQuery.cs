using Pipeline.Extract.Model;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Queries;

/// <summary>
/// What to find. Everything given must hold; of several values of one filter, one must.
/// Made by <see cref="ClaimQueryParser"/> from what people write, on the command line and over the API alike.
/// </summary>
public sealed record ClaimQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Words in the claim, its sentence or the headline, in either script, other names included.</summary>
    public IReadOnlyList<SearchTerm> Terms { get; init; } = [];

    /// <summary>Kinds.</summary>
    public IReadOnlyList<ClaimKind> Kinds { get; init; } = [];

    /// <summary>Metrics: canonical ids, or words of the metric as written.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Subjects: any name of it, or words of it.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Speakers: any name, or words of it.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Canonical units (docs/contract.md, section 4).</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>The value, or some part of a stated range, is at least this, in the unit.</summary>
    public decimal? Min { get; init; }

    /// <summary>The value, or some part of a stated range, is at most this, in the unit.</summary>
    public decimal? Max { get; init; }

    /// <summary>Published on this day or later; the day of reading counts where none is stated.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Published on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The claim speaks of a time that meets this period.</summary>
    public Period? Period { get; init; }

    /// <summary>Publishers, hosts, addresses or files; copies count here.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Findings.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>Where the checking stands.</summary>
    public IReadOnlyList<ReviewState> ReviewStates { get; init; } = [];

    /// <summary>Claims whose review nobody has begun; beside those of <see cref="ReviewStates"/>, when both are given.</summary>
    public bool Unreviewed { get; init; }

    /// <summary>How the article commits itself.</summary>
    public IReadOnlyList<Modality> Modalities { get; init; } = [];

    /// <summary>Only claims that a silent edit changed or removed.</summary>
    public bool Edited { get; init; }

    /// <summary>Copies of a claim too, not only its origin.</summary>
    public bool IncludeCopies { get; init; }

    /// <summary>Only claims of these articles, by their keys.</summary>
    internal IReadOnlyList<long> Articles { get; init; } = [];

    /// <summary>How many on a page, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary><see cref="ClaimPage.Next"/> of the page before.</summary>
    public string? Cursor { get; init; }
}
