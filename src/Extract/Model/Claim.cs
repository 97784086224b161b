using System.Text.Json.Serialization;

namespace Pipeline.Extract.Model;

/// <summary>
/// A statement in an article that some quantity of some subject has some value.
/// The fields, their order and their meaning are those of docs/contract.md, section 2; a null says that the text does not say.
/// </summary>
public sealed record Claim
{
    /// <summary>Stable: same article text and span give the same id on every run and machine (<see cref="ContentId"/>).</summary>
    public required string Id { get; init; }

    /// <summary>The article it came from.</summary>
    public required string ArticleId { get; init; }

    /// <summary>What sort of quantity it states.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The quantity as written: number, scale and unit, without its modifier.</summary>
    public required string Text { get; init; }

    /// <summary>Where <see cref="Text"/> starts in the article's text, UTF-16 code units.</summary>
    public required int Start { get; init; }

    /// <summary>Where <see cref="Text"/> ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The sentence it stands in, as written.</summary>
    public required string Sentence { get; init; }

    /// <summary>The value in <see cref="Unit"/>, or the lower end of a stated range.</summary>
    public required decimal Low { get; init; }

    /// <summary>The value in <see cref="Unit"/>, or the upper end of a stated range.</summary>
    public required decimal High { get; init; }

    /// <summary>Canonical unit (docs/contract.md, section 4).</summary>
    public required string Unit { get; init; }

    /// <summary>How the number limits the value.</summary>
    public required Bound Bound { get; init; }

    /// <summary>The denominator as written: 股, 桶, 小时.</summary>
    public string? Per { get; init; }

    /// <summary>Null: the value is no change.</summary>
    public ChangeDirection? Direction { get; init; }

    /// <summary>The earlier value in <see cref="Unit"/>, when the sentence gives one.</summary>
    public decimal? From { get; init; }

    /// <summary>What a change or multiple is relative to: <c>yoy</c>, <c>pop</c>, else the thing as written.</summary>
    public string? Basis { get; init; }

    /// <summary>Who or what the value belongs to, as written.</summary>
    public string? Subject { get; init; }

    /// <summary>The subject's canonical name from the entity lexicon, Simplified.</summary>
    public string? SubjectId { get; init; }

    /// <summary>What is measured, as written, folded to Simplified.</summary>
    public string? Metric { get; init; }

    /// <summary>Canonical metric from the metric lexicon: <c>market_share</c>, <c>revenue</c>, ….</summary>
    public string? MetricId { get; init; }

    /// <summary>For a share: of what.</summary>
    public string? Whole { get; init; }

    /// <summary>When the value holds: ISO 8601 date, month, year or interval (<c>2019-01/2019-09</c>).</summary>
    public string? Time { get; init; }

    /// <summary>Who is said to state it, as written; null when it is the article's own voice.</summary>
    public string? Speaker { get; init; }

    /// <summary>True inside direct quotation marks.</summary>
    public bool Quoted { get; init; }

    /// <summary>How the article commits itself to the value.</summary>
    public Modality Modality { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rule that produced it.</summary>
    public required string Rule { get; init; }

    /// <summary><see cref="Start"/> and <see cref="End"/> as a span.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
