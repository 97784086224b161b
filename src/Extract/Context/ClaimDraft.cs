using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>What the rules have found out about one quantity so far.</summary>
internal sealed class ClaimDraft
{
    /// <summary>The rule that bound it.</summary>
    public string Rule { get; set; } = string.Empty;

    /// <summary>The kind, where the rule itself decides it.</summary>
    public ClaimKind? Kind { get; set; }

    /// <summary>The lower value in the claim's unit.</summary>
    public decimal Low { get; set; }

    /// <summary>The upper value in the claim's unit.</summary>
    public decimal High { get; set; }

    /// <summary>Who or what, before pronouns are resolved; empty: look further.</summary>
    public Phrase Subject { get; set; }

    /// <summary>Who or what, as it will be printed.</summary>
    public string? SubjectText { get; set; }

    /// <summary>Where the subject was found.</summary>
    public SlotSource SubjectSource { get; set; }

    /// <summary>True when 其中 sets the subject apart from what the sentence is about.</summary>
    public bool IsSetApart { get; set; }

    /// <summary>The subject where it and the metric are one noun phrase (同店 | 销售增长率).</summary>
    public Phrase CompoundOwner { get; set; }

    /// <summary>True when the subject is a name or a determined thing, or was carried over from one.</summary>
    public bool StandsAlone { get; set; }

    /// <summary>True when an event (事故, 地震) is the subject: what has parts of its own (肇事货车) is none of it.</summary>
    public bool IsEvent { get; set; }

    /// <summary>True when the rule knows that the claim has no subject of its own beyond <see cref="SubjectText"/>.</summary>
    public bool IsSubjectSettled { get; set; }

    /// <summary>True when the subject is a part named by its own measure (外资持股 | 占比), which later values are not about.</summary>
    public bool IsPart { get; set; }

    /// <summary>True for what brackets tell of another name, after which the text goes on about its own: 高于蔚来(22万辆).</summary>
    public bool IsOfBracketedName { get; set; }

    /// <summary>The things that were counted, as written, for a later 每艘 or 单船.</summary>
    public string? Counted { get; set; }

    /// <summary>The company whose shares were counted: 持有海川科技500万股，持股比例….</summary>
    public Phrase Held { get; set; }

    /// <summary>Goods that a verb took; a worth after them is theirs: 查获毒品12公斤，市值….</summary>
    public Phrase Object { get; set; }

    /// <summary>The verb that the value and its noun are the object of, which further objects joined by 、 share; -1 for none.</summary>
    public int Verb { get; set; } = -1;

    /// <summary>What is measured, folded.</summary>
    public string? Metric { get; set; }

    /// <summary>True when only the verb of change stands for the metric (沪指跌0.8%): nothing that a later value could measure.</summary>
    public bool IsMetricVerb { get; set; }

    /// <summary>What is measured, as written; null where it was carried over.</summary>
    public string? MetricWritten { get; set; }

    /// <summary>What the lexicon says about <see cref="Metric"/>.</summary>
    public Metric? MetricSense { get; set; }

    /// <summary>Where the metric was found.</summary>
    public SlotSource MetricSource { get; set; }

    /// <summary>True when no metric is to be carried over: 全球50%的研究者是华人.</summary>
    public bool IsMetricSettled { get; set; }

    /// <summary>Of what it is a share.</summary>
    public string? Whole { get; set; }

    /// <summary>What it is relative to.</summary>
    public string? Basis { get; set; }

    /// <summary>Which way it moved.</summary>
    public ChangeDirection? Direction { get; set; }

    /// <summary>True for the level that a change led to (增至), false for the amount of the change (增长).</summary>
    public bool IsLevelReached { get; set; }

    /// <summary>The earlier value.</summary>
    public decimal? From { get; set; }

    /// <summary>The words that the rule used, folded, in the order it used them.</summary>
    public List<string> Evidence { get; } = [];
}
