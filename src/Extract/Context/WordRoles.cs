namespace Pipeline.Extract.Context;

/// <summary>What a word does in a clause beyond its part of speech (data/lexicons/roles.tsv). A word may do several things.</summary>
[Flags]
public enum WordRoles
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Modifies the verb or the number and can be skipped over: 约, 已, 均, 大幅.</summary>
    Adverb = 1 << 0,

    /// <summary>Opens a prepositional phrase: 在, 对, 从, 按.</summary>
    Preposition = 1 << 1,

    /// <summary>Joins equals: 和, 与, 、.</summary>
    Listing = 1 << 2,

    /// <summary>Opens a clause: 但, 如果, 虽然.</summary>
    Conjunction = 1 << 3,

    /// <summary>Stands for something named before: 其, 它, 该.</summary>
    Pronoun = 1 << 4,

    /// <summary>Stands for the organisation named before: 公司, 集团.</summary>
    Generic = 1 << 5,

    /// <summary>A pronoun for a person: 他, 她.</summary>
    Person = 1 << 6,

    /// <summary>A verb of saying: what follows is stated by its subject.</summary>
    Speech = 1 << 7,

    /// <summary>A title or part that goes before a name: 董事长, 股东, 被告.</summary>
    Title = 1 << 8,

    /// <summary>Narrows a metric: 平均, 最低, 每股.</summary>
    Attribute = 1 << 9,

    /// <summary>A share of it is a share of a market: 市场, 行业.</summary>
    Market = 1 << 10,

    /// <summary>Pairs the values of a list with the things of a list: 分别.</summary>
    Respectively = 1 << 11,

    /// <summary>Puts the thing compared with before the comparison: 比, 较.</summary>
    Compare = 1 << 12,

    /// <summary>What something can do; a fraction of another's is a ratio, not a share: 算力, 性能.</summary>
    Ability = 1 << 13,

    /// <summary>A verb that says nothing by itself: 进行, 实施.</summary>
    Light = 1 << 14,

    /// <summary>Parts of a company that are owned: 股份, 股权.</summary>
    Ownership = 1 << 15,

    /// <summary>Deals in such parts, or in staff: 减持, 收购, 裁员.</summary>
    Trade = 1 << 16,

    /// <summary>A verb, whatever the segmenter's tag says: 计提, 查获.</summary>
    Action = 1 << 17,

    /// <summary>A place or body without a name of its own: 全球, 当地, 外资. It owns what is measured after it.</summary>
    Region = 1 << 18,

    /// <summary>What is published: 财报, 公告. Never whom a value in it belongs to.</summary>
    Document = 1 << 19,

    /// <summary>Gives its object a sentence, a fine or an award: 判处, 罚款. The amount is the object's.</summary>
    Verdict = 1 << 20,

    /// <summary>Takes or finds goods, whose worth the next clause may tell: 查获, 扣押.</summary>
    Seizure = 1 << 21,

    /// <summary>People as a group: 患者, 旅客, 受访者. What is averaged over them is theirs.</summary>
    Group = 1 << 22,

    /// <summary>A thing that is built or run and bears a name: 水库, 机场, 医院. What is measured after it is its own.</summary>
    Site = 1 << 23,

    /// <summary>What happens at a place and has a size and victims: 地震, 事故, 火灾.</summary>
    Event = 1 << 24,

    /// <summary>Goods and papers that have a price of their own: 原油, 猪肉, 国债.</summary>
    Good = 1 << 25,

    /// <summary>The way, means or venue in which something is done: 方式, 渠道, 集中竞价. After 通过 or 以 never whom a value belongs to.</summary>
    Manner = 1 << 26,

    /// <summary>A common noun, whatever the segmenter's tag says: 伺服器 is no name, 封装 no verb.</summary>
    Thing = 1 << 27,

    /// <summary>Does what only pays for or leads to what the next verb says: 发行股份收购, 支付现金购买. Its object is not who does the next.</summary>
    Means = 1 << 28,

    /// <summary>Done by two together, the second of whom 与 names: 签订, 达成. What follows is about the first.</summary>
    Mutual = 1 << 29,

    /// <summary>Takes or sells by order of a court what someone holds: 冻结, 拍卖. The amount is the holder's.</summary>
    Levy = 1 << 30,

    /// <summary>What a company publishes about itself: 年报, 业绩快报. The values in it are the company's unless they name another.</summary>
    Disclosure = 1 << 31,
}
