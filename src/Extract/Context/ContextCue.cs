namespace Pipeline.Extract.Context;

/// <summary>What a word beside a name, a verb or a value decides about it (data/lexicons/context_cues.tsv, whose head says it of each).</summary>
public enum ContextCue
{
    /// <summary>Before a verb of speech: nobody speaks (可以说, 据称).</summary>
    NoSpeech,
    /// <summary>After a verb of opinion: it only says how sure the value is (年产量预计达…).</summary>
    NoOpinion,
    /// <summary>After a verb of speech: the two together name a thing (分析平台, 显示面板).</summary>
    SpeechTool,
    /// <summary>Ends a company's name: before a colon such a name is a headline's topic.</summary>
    HeadlineCompany,
    /// <summary>Ends the name of an account, a meter or a measure, which shows its value and states nothing: 余额, 计价器.</summary>
    Shows,
    /// <summary>After 公告 without a pause: what it says (公告因…, 公告拟…).</summary>
    Announced,
    /// <summary>Stands between who passes words on and whose they are: 路透社援引知情人士.</summary>
    Relays,
    /// <summary>Opens a clause that names a source: 据, 援引.</summary>
    SourceOpening,
    /// <summary>Closes it: 报道, 统计.</summary>
    SourceClosing,
    /// <summary>Between the two: no name of a source (不完全统计, 记者了解).</summary>
    NoSource,
    /// <summary>Gives a document to who issued it: 公司发布的公告.</summary>
    Issues,
    /// <summary>Ends the name of a body that 全国 or 全球 opens: 会, 工商联.</summary>
    NationalBody,
    /// <summary>Ends the name of a board or meeting, which acts for the body before it: 董事会, 例会.</summary>
    Meeting,
    /// <summary>Ends a court's name.</summary>
    Court,
    /// <summary>Last character of a foreign person's name.</summary>
    ForeignNameEnd,
    /// <summary>Last character of nouns that start like a family name: 高科技, 白皮书.</summary>
    NoNameEnd,
    /// <summary>Ends a clause that says where the writer knows it from: 记者从…获悉.</summary>
    Learns,
    /// <summary>Names what somebody says: 调查组的结论是, 民航局给出的数字是.</summary>
    Statement,
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
    /// <summary>After 比 and a thing, before the points by which a value stands above that of the thing: 高出, 快了.</summary>
    More,
    /// <summary>The same of a value below it: 低了, 少.</summary>
    Less,
    /// <summary>Sets what is measured beside a rival: 接近, 对比.</summary>
    Rival,
    /// <summary>A value of the measure before it, which another one is set against: 前值, 预期值.</summary>
    Reference,
    /// <summary>Ends the name of what was expected, which a value is set against: 路透|调查, 经济学家|预计.</summary>
    Expectation,
    /// <summary>Makes what it stands in a standard that a percentage is taken of without being a part of it: 初始容量, 平均水平.</summary>
    Standard,
    /// <summary>Stands between what a change is set against and its verb: 较年初大幅上升.</summary>
    BeforeChange,
    /// <summary>Says that something comes first by a measure: 居冠, 居首.</summary>
    RanksFirst,
    /// <summary>A site that shows what the registers hold of others: 企查查, 天眼查.</summary>
    Registry,
    /// <summary>Before goods and how many of them: what is done with them, no part of a name: 销售生猪8101头.</summary>
    TradesIn,
    /// <summary>With whom a country trades, where no list of places has the word: 美, 各国.</summary>
    Partner,
    /// <summary>A record of what is measured, no measure itself: 新高, 天价.</summary>
    Record,
    /// <summary>After a value: a mark that it reaches or passes, no measure itself: 台阶, 门槛.</summary>
    Milestone,
    /// <summary>Ends the name of an embassy or another post abroad, which 驻 parts from whose it is: 大使馆.</summary>
    Mission,
    /// <summary>Before the level of an index or a price that is passed or reached, and all that is said of it: 失守2万点.</summary>
    Passes,
    /// <summary>Starts with 最 and ranks nothing: 最新, 最终.</summary>
    NoExtreme,
    /// <summary>Says that it comes next or last: 其次, 居次, 垫底.</summary>
    RanksNext,
    /// <summary>Brings out a thing, whose sizes and price the next clauses tell: 推出, 量产.</summary>
    Introduces,
    /// <summary>Before the place where an extreme was measured: 最大雨量出现在万宁市.</summary>
    MetAt,
    /// <summary>Has or takes over what a percentage is a share of: 握有半成, 拿下三成.</summary>
    Holds,
    /// <summary>After a part of a group: its object is where the part goes or comes from, or what it is: 六成用于研发, 七成来自出口.</summary>
    Destination,
    /// <summary>Opens a clause of reason or condition, which is not what the next ones are about: 由于, 随着, 一旦.</summary>
    Aside,
    /// <summary>Before an event, which the next clauses are about: 发生地震.</summary>
    Happens,
    /// <summary>A verb of saying what one has done oneself, whoever speaks: 否认, 供认.</summary>
    Admits,
    /// <summary>Before a common noun: the one that took part in what is told (涉事货车, 肇事司机).</summary>
    Involved,
    /// <summary>Before 一位 or 一家 and a name: brings someone on stage.</summary>
    Presents,
    /// <summary>After 接到 and a name: what was received; the next clauses are about who sent it.</summary>
    Notice,
    /// <summary>Ends the name of a reason, which the figures that give it are not about: 主要原因是….</summary>
    Reason,
    /// <summary>Closes a clause that tells how something came to be known, whose subject the figures are not about: 调查发现, 记者注意到.</summary>
    Finds,
    /// <summary>What is done with a notice that comes in: 接到, 收到.</summary>
    Receives,
    /// <summary>A verb of saying by which a body decides: what follows is its own deed.</summary>
    Decides,
    /// <summary>Ends the name of a study or a survey, to whom no value belongs: 民调, 测算.</summary>
    Finding,
    /// <summary>After a noun: ends the name of a company, whatever stands before it: 集团, 银行.</summary>
    CompanyEnd,
    /// <summary>Ends one only after a name that no table lists: 海川投资, not 全国投资.</summary>
    TradeEnd,
    /// <summary>Takes someone into custody, whom 涉嫌 in the next clause is about.</summary>
    Arrests,
    /// <summary>Opens a clause about who is suspected: 涉嫌, 被控.</summary>
    Suspicion,
    /// <summary>A time before, as the reference of a multiple or a percentage: 是原来的三倍.</summary>
    TimeBefore,
    /// <summary>Sets a percentage against another thing: 相当于日本GDP的0.36%.</summary>
    EqualTo,
    /// <summary>Sets it against an earlier level: 恢复至疫情前的八成.</summary>
    Returns,
    /// <summary>The period that yoy is relative to: 上年同期.</summary>
    YearBefore,
    /// <summary>The period that pop is relative to: 上月.</summary>
    PeriodBefore,
    /// <summary>Its relative clause tells the load of what 的 leads to: 搭载64人的客机.</summary>
    Carries,
    /// <summary>Before a distance: where something is: 位于, 距.</summary>
    Lies,
    /// <summary>Before an amount: sums up the deed that was told before: 共计.</summary>
    Sums,
    /// <summary>Its object is what an event does to people and things: 造成15人死亡.</summary>
    BringsAbout,

    /// <summary>Before a clause of its own, which tells what comes of the one before: 带动, 促使.</summary>
    Prompts,
    /// <summary>A verb whose object may open with whom an amount goes to: 支付原告货款.</summary>
    Gives,
    /// <summary>After 对 or 向 and a name: whose duty 其 tells: 要求其赔偿.</summary>
    Demands,
    /// <summary>Between what changes and its change: over what span or in what terms it is reckoned: 股价单日暴跌.</summary>
    Reckoning,
    /// <summary>All shares of a company: a percentage after them is a part.</summary>
    Capital,
    /// <summary>Before 计划 or 目标: a noun, no forecast.</summary>
    PlanNounBefore,
    /// <summary>Ends the sort of a scheme, whose name 计划 closes: 资助|计划, 实习|计划.</summary>
    Scheme,
    /// <summary>After 目标: the value aimed at follows.</summary>
    TargetAfter,
    /// <summary>Ends the name of a part of a business, which owns what is measured of it: 云计算业务, 家电部门.</summary>
    Division,
    /// <summary>After 以 and a value: says where it puts someone, and measures nothing: 位居, 排名, 持平.</summary>
    Places,
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
    /// <summary>Closes a clause with the time from when what stands before applies: 最快明年10月生效.</summary>
    TakesEffect,
    /// <summary>Before a time: the day a figure was published, and the time is the figure's.</summary>
    Publishes,
    /// <summary>Before a quotation: a rumour.</summary>
    RumourBefore,
    /// <summary>After a quotation: a rumour.</summary>
    RumourAfter,
    /// <summary>Ends the name of those who come to help or to look after an accident, whose toll is not theirs: 消防, 警方.</summary>
    Responds,
    /// <summary>Sets what is told beside the period that stands before it after 与: 持平, 相比.</summary>
    SetBeside,
    /// <summary>Before a period whose measure a value is a multiple or a part of: 相当于.</summary>
    Equals,
    /// <summary>Opens a sentence that goes on about what happened on the day of the one before: 事故, 至此.</summary>
    SameEvent,
    /// <summary>Asks those counted after it, or names them as asked: 访问, 受访.</summary>
    Asks,
    /// <summary>A firm that publishes figures of others, which its name before a colon states: IDC：….</summary>
    Researcher,
    /// <summary>Brings a value of what was measured before, and measures nothing itself: 开出, 缴出.</summary>
    Delivers,
    /// <summary>Ends the name of where something was said, not by whom: 从发布会上了解到.</summary>
    Occasion,
    /// <summary>Ends the name of an authority that no list knows: 警方, 机关.</summary>
    Authority,
    /// <summary>Ends a common noun for people or animals: 患者, 候鸟.</summary>
    BeingEnd,
    /// <summary>Ends a common noun for what is built, runs or lies somewhere: 仓库, 货船, 草原.</summary>
    BuiltEnd,
    /// <summary>Ends a common noun for what is grown, made or sold: 辣椒, 铝材, 手机.</summary>
    GoodsEnd,
    /// <summary>Ends so and names no such thing: 前者, 单车, 出厂.</summary>
    NoThing,
    /// <summary>After 可能: a guess at what is, not at what is to come: 可能还不到800元.</summary>
    PresentAfter,
    /// <summary>Says as what the object before it is held or to what it is put down: 将减亏原因归结为.</summary>
    HeldAs,
    /// <summary>Titles that only companies and shops give: who bears one speaks for the body named before it, whether a list knows it or not: 中国船舶总经理, 奶茶店店主.</summary>
    Officer,
    /// <summary>Ends the name of a group of shares, which rise and fall by themselves: 板块, 股指.</summary>
    ShareGroup,
    /// <summary>Sets a value beside the level of another time or of a total, which follows: 接近, 不到, 恢复至.</summary>
    BesideLevel,
    /// <summary>A verb of change whose object is never what there is more or less of: 增长企业5家.</summary>
    Intransitive,
    /// <summary>Between a word of comparison and the figure or the expectation that it sets against: 较此前公布的, 低于市场预期.</summary>
    WhoseFigure,
    /// <summary>A verb by which a thing or a figure comes to be known: 出炉, 揭晓.</summary>
    ComesOut,
    /// <summary>A verb by which a body lets its figures be known, which are about itself: 公布, 披露.</summary>
    MakesKnown,
    /// <summary>Closes a phrase that says when or under what something is: 停电时, 通车后.</summary>
    SettingEnd,
    /// <summary>Opens a phrase that names what a clause is about, which a topic_closer ends: 对东山集团而言.</summary>
    TopicMarker,
    /// <summary>Ends it: 而言, 为例.</summary>
    TopicCloser,
    /// <summary>What was so at first and no longer is: 原本, 当初.</summary>
    Formerly,
    /// <summary>Says which time of several, no part of a name: 东山集团|本次债券.</summary>
    ThisTime,
    /// <summary>Stands before a value and measures nothing: 占, 仅有.</summary>
    LeadsValue,
    /// <summary>A verb or an adverb of what is meant to be done: 拟, 打算.</summary>
    Intends,
    /// <summary>What happens to people in an accident: 被困, 获救.</summary>
    Befalls,
    /// <summary>With whom a deal is, or who holds an office: what follows is about who deals or has the office: 受让人为西山集团.</summary>
    Counterparty,
    /// <summary>How far what a company measures reaches: 海外, 国内.</summary>
    Reach,
    /// <summary>Opens a phrase that says how something is done: 通过集中竞价方式.</summary>
    Means,
    /// <summary>Before a time: when something came to be: 成立于2018年.</summary>
    FoundedIn,
    /// <summary>After a time: the mark that was reached then: 2019年峰值, 去年低点.</summary>
    Peak,
    /// <summary>A verb of asking for what is to be changed, or allowing it: 申请加价8.5%, 获批.</summary>
    AsksLeave,
    /// <summary>A verb by which a securities house tells its view of another: 招商证券指出.</summary>
    Assesses,
    /// <summary>After a span of time: since when nothing was like it: 七年来首次, 近三年新高.</summary>
    FirstEver,
    /// <summary>Before a name: with whom or through whom one does what follows: 联同警方搜出.</summary>
    ActsWith,
    /// <summary>What a price or a rate is at the end of trade, before 收: 终场收10元.</summary>
    Closes,
    /// <summary>Narrows the noun after it and heads none, so that the verb between them is part of a name: 5个重点|建设|项目.</summary>
    Narrows,
    /// <summary>What firms do for a living, in the name of their sort: 房地产|开发|企业.</summary>
    Trade,
    /// <summary>Ends the name of a sort of thing that stands behind a count: 13个|污水|处理|项目.</summary>
    SortHead,
    /// <summary>A market by whose name a part of its day is told, which is no place: 美股|盘前.</summary>
    MarketDay,
    /// <summary>Before a time: how soon, and no measure: 最快下周.</summary>
    HowSoon,
    /// <summary>Before 时间: by which clock: 当地时间.</summary>
    ClockPlace,
    /// <summary>What others say against the subject, where it suffers it: 受到市场质疑.</summary>
    Blames,
    /// <summary>Before what is said against the subject, which says nothing itself: 遭投资者批评.</summary>
    Suffers,
    /// <summary>Between who speaks and the verb: how or when it is said: 分析师普遍预期.</summary>
    HowSaid,
    /// <summary>Opens a clause before who speaks in it: 对此, 另外.</summary>
    LeadWord,
    /// <summary>After 计划: what the plan has done up to then: 计划至今批出6.8万个名额.</summary>
    UntilNow,
    /// <summary>After 计划 of a deal: what became of it: 减持计划届满.</summary>
    PlanEnded,
    /// <summary>Says that what a clause with 若 leads to can be or will be: 若…，可达5亿元.</summary>
    CanBe,
    /// <summary>Says what is done as a rule, which is no forecast: 通常.</summary>
    Usually,
    /// <summary>Says whose a stake is: 所持, 合计持有.</summary>
    KeepsStake,
    /// <summary>A verb of giving or getting money, before an amount and the deed that it is for: 提供5亿元担保.</summary>
    Provides,
    /// <summary>People of whom a rate is told that belongs to whom they work for: 东山集团员工|离职率.</summary>
    Staff,
    /// <summary>Who speaks, by a word for the company named before: 该公司.</summary>
    TheCompany,
    /// <summary>After 对…的: what somebody thinks of it, so that the phrase goes on: 基于对公司发展的信心.</summary>
    Attitude,
    /// <summary>Behind a word that looks like a verb: the two are a name: 赢合|科技.</summary>
    NameEnd,
    /// <summary>Behind a name: what it has or runs, no part of the name: 医管局辖下, 其手中.</summary>
    UnderOwner,
    /// <summary>Behind things that are counted: what they are about: 624宗有关资料外泄的个案.</summary>
    Concerns,
    /// <summary>Paper that is issued, and deals of a central bank: the rate and the cover after it are its own: 公司债, 逆回购操作.</summary>
    Paper,
    /// <summary>Ends the name of what no figure belongs to, so that the next clauses and sentences are about somebody else: 基本情况, 消息面.</summary>
    NoOwner,
    /// <summary>Ends the name of a news medium, which the next sentences are not about: 日报, 36氪.</summary>
    Medium,
    /// <summary>Ends a noun whose percentage is a rate of something else, not a part of what it names: 给予50%的补贴, 出现14%的亏损.</summary>
    RatedBy,
    /// <summary>Ends a noun that 的 ties to a value and that only says how the value stands: 50%的高水平, 5600美元的峰值, 不超过20%的前提.</summary>
    MereLevel,
    /// <summary>Ends the name of what a company takes on for a sum, verbs and all: 5亿元新冠检测试剂盒销售合同.</summary>
    Undertaking,
    /// <summary>Brings an action against whom it governs, who is 其 and 对方 in what is demanded: 起诉西山集团，要求其赔偿.</summary>
    Sues,
}
