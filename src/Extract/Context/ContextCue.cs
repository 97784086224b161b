namespace Pipeline.Extract.Context;

/// <summary>What a word beside a name, a verb or a value decides about it (data/lexicons/context_cues.tsv, whose head says it of each).</summary>
public enum ContextCue
{
    /// <summary>Before a verb of speech: nobody speaks (可以说, 据称).</summary>
    NoSpeech,

    /// <summary>After a verb of opinion: it only says how sure the value is (年产量预计达…).</summary>
    NoOpinion,

    /// <summary>Ends a company's name: before a colon such a name is a headline's topic.</summary>
    HeadlineCompany,

    /// <summary>After 公告 without a pause: what it says (公告因…, 公告拟…).</summary>
    Announced,

    /// <summary>Opens a clause that names a source: 据, 援引.</summary>
    SourceOpening,

    /// <summary>Closes it: 报道, 统计.</summary>
    SourceClosing,

    /// <summary>Between the two: no name of a source (不完全统计, 记者了解).</summary>
    NoSource,

    /// <summary>Gives a document to who issued it: 公司发布的公告.</summary>
    Issues,

    /// <summary>Ends a court's name.</summary>
    Court,

    /// <summary>Last character of a foreign person's name.</summary>
    ForeignNameEnd,

    /// <summary>Last character of nouns that start like a family name: 高科技, 白皮书.</summary>
    NoNameEnd,

    /// <summary>Ends a clause that says where the writer knows it from: 记者从…获悉.</summary>
    Learns,

    /// <summary>Sets a rating, a target price or a forecast.</summary>
    Rates,

    /// <summary>Such a rating.</summary>
    Rating,

    /// <summary>Parts a speaker from the verb of speech: 受访时, 回应, 日前.</summary>
    SpeakerEnd,

    /// <summary>Closes a prepositional phrase at the head of a clause: 在…期间, 对…来说.</summary>
    LeadEnd,

    /// <summary>Before 预期: a level that is compared with.</summary>
    ComparedBefore,

    /// <summary>Sets what stands before it above a value, a name or 预期: 高于, 优于, 跑赢.</summary>
    Above,

    /// <summary>Sets it below: 低于, 逊于, 落后.</summary>
    Below,

    /// <summary>A value of the measure before it, which another one is set against: 前值, 预期值.</summary>
    Reference,

    /// <summary>Stands between what a change is set against and its verb: 较年初大幅上升.</summary>
    BeforeChange,

    /// <summary>Says that something comes first by a measure: 居冠, 居首.</summary>
    RanksFirst,

    /// <summary>Says that it comes next or last: 其次, 居次, 垫底.</summary>
    RanksNext,

    /// <summary>Brings out a thing, whose sizes and price the next clauses tell: 推出, 量产.</summary>
    Introduces,

    /// <summary>Before the place where an extreme was measured: 最大雨量出现在万宁市.</summary>
    MetAt,

    /// <summary>Before 计划 or 目标: a noun, no forecast.</summary>
    PlanNounBefore,

    /// <summary>After 目标: the value aimed at follows.</summary>
    TargetAfter,

    /// <summary>After 将: the future, not the mark of an object.</summary>
    FutureAfter,

    /// <summary>Opens a clause that goes on with the one before: 其中, 同比.</summary>
    Continues,

    /// <summary>Opens a clause that names a term of the plan before it: 交易价格, 总投资.</summary>
    PlanTerm,

    /// <summary>Closes a clause that 若 opens and that only says how something is looked at: 若从产品别来看.</summary>
    Viewpoint,

    /// <summary>Ends the name of an amount: 价格, 金额.</summary>
    AmountEnd,

    /// <summary>A verb of dealing, which a bound on its size makes a plan: 减持不超过500万股.</summary>
    Deals,

    /// <summary>Such a bound: 不超过, 不低于.</summary>
    DealBound,

    /// <summary>A verb whose relative clause belongs to the value: 2018年实现的营收.</summary>
    Achieves,

    /// <summary>Closes the clause that tells when something came to be, which dates nothing later: 2003年成立，….</summary>
    Founded,

    /// <summary>Before a time: the term of what was told before it (质押日期自…至…).</summary>
    Term,

    /// <summary>Before a time: the day a figure was published, and the time is the figure's.</summary>
    Publishes,

    /// <summary>Before a quotation: a rumour.</summary>
    RumourBefore,

    /// <summary>After a quotation: a rumour.</summary>
    RumourAfter,
}
