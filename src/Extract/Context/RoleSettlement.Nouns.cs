namespace Pipeline.Extract.Context;

/// <content>The roles of nouns.</content>
internal static partial class RoleSettlement
{
    /// <summary>What looks like a noun and is the clause's verb, an adverb, or goes on in the next word.</summary>
    private static void SettleNoun(string folded, CueLexicon cues, Span<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], tokens[i + 1]);
        if (folded[token.End - 1] == '后' && token is { Sense.IsNone: true } && token.End - token.Start > 1 && IsTimeAfter(folded, tokens, i))
        {
            // 国补后3499元, 满|产后: once what happened.
            tokens[i] = token with { Role = TokenRole.Time };
            if (i > 0 && tokens[i - 1] is { Role: TokenRole.Adjective or TokenRole.Verb or TokenRole.Noun, Sense.IsNone: true } done && done.End == token.Start && done.End - done.Start == 1)
            {
                tokens[i - 1] = done with { Role = TokenRole.Time };
            }
        }
        else if (SessionLength(folded, cues, token) is > 0 and var length)
        {
            // 纽约|尾盘, 美股|盘前, 欧股|收盘后: when it is told, nobody that owns the price.
            for (var part = i; part < tokens.Length && tokens[part].Start < token.End + length; part++)
            {
                tokens[part] = tokens[part] with { Role = TokenRole.Adverb, Sense = WordSense.None };
            }
        }
        else if (next.Role == TokenRole.Adverb && next.Start == token.End && folded.AsSpan(next.Start, next.End - next.Start) is "高速" && token.Tag is "nr" or "ns" or "j" or "nz" or "nrt" or "x" && (i + 2 == tokens.Length || tokens[i + 2].Role is TokenRole.Noun or TokenRole.Clause or TokenRole.Localizer or TokenRole.Listing))
        {
            // 沪昆高速: a road by its name.
            tokens[i + 1] = next with { Role = TokenRole.Noun };
        }
        else if (folded[token.Start] == 'M' && token.Sense.Metric is { Id: "scale" } && token.End - token.Start == 2 && i > 0 && tokens[i - 1] is var maker && maker.End == token.Start
            && (maker.Sense.Entity is { Type: EntityType.Company or EntityType.Product } || maker.Role == TokenRole.Verb && next.Role == TokenRole.Clause))
        {
            // 宝马M2, 苹果发布M2: a product, no sum of money.
            tokens[i] = token with { Sense = WordSense.None };
        }
        else if (next.Role == TokenRole.Noun && next.Start == token.End && folded.AsSpan(token.Start, token.End - token.Start) is "距离" && LeadsToLength(folded, tokens, i + 1))
        {
            // 距离车站300公尺: from where, no measure of the place.
            tokens[i] = token with { Role = TokenRole.Preposition, Sense = token.Sense with { Metric = null } };
        }
        else if (token is { Tag: "vn" or "v", Sense.Metric: null } && next.Role == TokenRole.Quantity && i > 0 && tokens[i - 1].End == token.Start && folded.AsSpan(tokens[i - 1].Start, tokens[i - 1].End - tokens[i - 1].Start) is "涉嫌" or "疑" or "涉")
        {
            // 涉嫌诈骗12名被害人: what he is suspected to have done.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (token is { Tag: "v", Sense.Metric.Id: "ownership" } && token.End - token.Start == 2 && next is { Role: TokenRole.Noun, IsName: true } && next.Start == token.End && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Quantity && !next.Sense.Is(WordRoles.Title))
        {
            // 持股海川科技5%的股份: a verb before whose shares are held.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (i > 0 && tokens[i - 1].End == token.Start && (tokens[i - 1].Role == TokenRole.Adverb || tokens[i - 1].Sense.Is(WordRoles.Region | WordRoles.Adverb) || tokens[i - 1].IsName) && next.Start == token.End && (next.Role is TokenRole.Verb or TokenRole.Adverb or TokenRole.Quantity || next.Sense.Metric is { IsCountable: true } || next.Sense.Is(WordRoles.Attribute)) && folded.AsSpan(token.Start, token.End - token.Start) is "报告" or "公告" or "通报"
            && !(tokens[i - 1].IsName && next.Role is TokenRole.Quantity))
        {
            // 全国累计报告接种, 香港报告确诊病例, 其中3所已公告停招: how it came to be known.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
        }
        else if (i > 0 && (next.Role == TokenRole.Quantity && tokens[i - 1].Role is TokenRole.Clause or TokenRole.Time || next.Role == TokenRole.Of && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Quantity && tokens[i - 1].IsName) && folded.AsSpan(token.Start, token.End - token.Start) is "报告" or "通报")
        {
            // ，报告17例新增病例: how it came to be known; 上海报告的2例: who did.
            tokens[i] = token with { Role = next.Role == TokenRole.Of ? TokenRole.Verb : TokenRole.Adverb, Sense = WordSense.None };
        }
        else if (next.Role == TokenRole.Verb && next.Sense.Is(WordRoles.Trade) && next.Start == token.End && folded.AsSpan(token.Start, token.End - token.Start) is "协议")
        {
            // 以现金方式协议受让: how it is done.
            tokens[i] = token with { Role = TokenRole.Adverb };
        }
        else if (token.End - token.Start == 1 && folded[token.Start] == '原' && (next.Role == TokenRole.Adverb || i > 0 && next.Sense.Metric is not null) && next.Start == token.End)
        {
            // 东山集团原|计划收购, 业主原|叫价820万: as it was meant at first.
            tokens[i] = token with { Role = TokenRole.Adverb };
        }
        else if (i > 0 && folded.AsSpan(token.Start, token.End - token.Start) is "方面" && folded.AsSpan(tokens[i - 1].Start, tokens[i - 1].End - tokens[i - 1].Start) is "等" && tokens[i - 1].Role == TokenRole.Particle)
        {
            // 因合同、债务等方面有3起诉讼: in what, not who.
            tokens[i] = token with { Role = TokenRole.Localizer };
        }
        else if (i > 0 && tokens[i - 1].Role is TokenRole.Time or TokenRole.Number && tokens[i - 1].End == token.Start && folded.AsSpan(token.Start, token.End - token.Start) is "时间" && next.Role is TokenRole.Adverb or TokenRole.Verb or TokenRole.Clause)
        {
            // 搜索量一周时间增长了8倍: how long it took.
            tokens[i] = token with { Role = TokenRole.Time };
        }
        else if (i > 0 && folded.AsSpan(token.Start, token.End - token.Start) is "水平" or "水准" or "区间" or "价位" && next.Role is not (TokenRole.Noun or TokenRole.Of) && (tokens[i - 1].Role == TokenRole.Quantity && tokens[i - 1].End == token.Start || i > 1 && tokens[i - 1].Role == TokenRole.Of && tokens[i - 2].Role == TokenRole.Quantity && tokens[i - 2].End == tokens[i - 1].Start))
        {
            // 维持在5%的水平, 上调至400元水准, 3%至5%区间: no more than the value.
            tokens[i] = token with { Role = TokenRole.Skipped };
            tokens[i - 1] = tokens[i - 1].Role == TokenRole.Of ? tokens[i - 1] with { Role = TokenRole.Skipped } : tokens[i - 1];
        }
        else if (i > 0 && tokens[i - 1].Role == TokenRole.Quantity && tokens[i - 1].End == token.Start && next.Role == TokenRole.Verb && next.Sense.Verb is { Role: VerbRole.Change or VerbRole.Reach } && cues.Is(ContextCue.Peak, folded.AsSpan(token.Start, token.End - token.Start)))
        {
            // 从10元高位跌至2元: how high it was, nothing that is measured.
            tokens[i] = token with { Role = TokenRole.Skipped };
        }
        else if (token is { Tag: "vn" } && i > 0 && (token.Sense.IsNone && next.Role == TokenRole.Quantity && tokens[i - 1].Role == TokenRole.Clause || IsDoneByBody(folded, tokens, i)))
        {
            // 影响600名乘客, 消委会测试15款样本: at the start of a clause, or after a body, and right before a value it is the verb.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (token is { Tag: "vn", Sense.IsNone: true } && i > 0 && tokens[i - 1].Role == TokenRole.Adverb && next.Start == token.End && next.Sense.Is(WordRoles.Generic) && folded.AsSpan(token.Start, token.End - token.Start) is "影响")
        {
            // 预计影响上市公司利润, 不影响公司经营: the verb; 主要合资公司 is one noun.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (i > 0 && next.Role == TokenRole.Of && tokens[i - 1].IsName && tokens[i - 1].End == token.Start && folded.AsSpan(token.Start, token.End - token.Start) is "管理")
        {
            // 贝莱德管理的资产: what it does.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (token is { Tag: "vn" } && token.Sense.Is(WordRoles.Speech) && i > 0 && tokens[i - 1].Role == TokenRole.Noun && next.Start == token.End && next.IsName)
        {
            // 市场猜测美联储将加息: before a name it is what the market does.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (token.Tag == "n" && token.End - token.Start is 2 or 3 && folded[token.End - 1] is '称' or '言' && folded[token.Start] != '自' && token.Sense.Is(WordRoles.Speech) && (i > 0 || token.End - token.Start == 3) && next.Role is TokenRole.Noun or TokenRole.Pronoun)
        {
            // 声称, which the dictionary holds for a noun.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (next.Role == TokenRole.Verb && i > 0 && (tokens[i - 1].Role == TokenRole.Noun || tokens[i - 1].Sense.Is(WordRoles.Adverb)) && tokens[i - 1].End == token.Start && folded.AsSpan(token.Start, token.End - token.Start) is "现场")
        {
            // 民警现场查获: where they did so.
            tokens[i] = token with { Role = TokenRole.Adverb };
        }
        else if (i > 0 && token.Sense.Is(WordRoles.Event) && (next.Sense.Verb is { Role: VerbRole.Change or VerbRole.Reach or VerbRole.Level } || next.Sense.Metric is { Id: "adjustment" }) && next.Start == token.End && folded.AsSpan(token.Start, token.End - token.Start) is "意外")
        {
            // 就业人数意外增加, 央行意外加息: how it came, no accident.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
        }
        else if (IsLimit(tokens, i))
        {
            HideLimit(tokens, i);
        }
        else if (token is { Tag: "v", Sense.Metric: not null } && token.Sense.Is(WordRoles.Action) && next is { Role: TokenRole.Noun or TokenRole.Pronoun, Sense.Metric: null } && Acts(next))
        {
            // 赔偿网易公司经济损失: a verb before whom it is done to.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (token is { Tag: "v", Sense.Metric: not null } && token.Sense.Is(WordRoles.Action) && next.Role == TokenRole.Quantity && FollowsVerdict(tokens, i))
        {
            // 判决甲公司赔偿200万元: the verb of what was judged.
            tokens[i] = token with { Role = TokenRole.Verb };
        }
        else if (token is { Sense.Metric.Id: "investment" } && token.End - token.Start == 2 && next.Role == TokenRole.Quantity && i > 0
            && (tokens[i - 1].Tag == "nt" && tokens[i - 1].Role == TokenRole.Noun || tokens[i - 1].Sense.Entity?.Type == EntityType.Company || tokens[i - 1].Role == TokenRole.Pronoun || FollowsReceiver(folded, tokens, i)))
        {
            // 向海川股份投资60亿元, 东山集团投资30亿元: what someone does.
            tokens[i] = token with { Role = TokenRole.Verb, Sense = WordSense.None with { Roles = WordRoles.Action } };
        }
        else if (token.End - token.Start == 2 && next.Sense.Is(WordRoles.Trade) && next.Role == TokenRole.Verb && folded.AsSpan(token.Start, 2) is "现金" && i > 0 && tokens[i - 1].Role is TokenRole.Adverb or TokenRole.Verb)
        {
            // 拟现金收购, 支付现金购买: how it is paid.
            tokens[i] = token with { Role = TokenRole.Adverb };
        }
        else if (folded[token.End - 1] == '式' && next is { Role: TokenRole.Verb } && i > 0 && !token.Sense.Is(WordRoles.Manner) && (token.End - token.Start > 2 || tokens[i - 1].End == token.Start && tokens[i - 1].Role is TokenRole.Noun or TokenRole.Verb or TokenRole.Adjective && !tokens[i - 1].Sense.Is(WordRoles.Trade)))
        {
            // 清仓|式减持, 断崖式下跌: how it is done.
            tokens[i] = token with { Role = TokenRole.Adverb };
            if (token.End - token.Start <= 2)
            {
                tokens[i - 1] = tokens[i - 1] with { Role = TokenRole.Adverb };
            }
        }
        else if (next.Role == TokenRole.Quantity && i > 0 && folded.AsSpan(token.Start, token.End - token.Start) is "现金" && (tokens[i - 1].Role == TokenRole.Preposition || tokens[i - 1].Role == TokenRole.Verb && folded.AsSpan(tokens[i - 1].Start, tokens[i - 1].End - tokens[i - 1].Start) is "为" or "以" or "用"))
        {
            // 以现金8100万元收购, 对价为现金4亿美元: how it is paid.
            tokens[i] = token with { Role = TokenRole.Adverb };
        }
        else if (token is { Tag: "vn" or "n" } && token.Sense.Metric is not null && token.End - token.Start == 2 && folded[next.Start] == '了' && next.Role == TokenRole.Particle && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Quantity)
        {
            // 投资了128亿美元: what someone did.
            tokens[i] = token with { Role = TokenRole.Verb, Sense = WordSense.None with { Roles = WordRoles.Action } };
        }
        else if (token.Tag is "vn" or "v" && token.Sense is { Metric: null, Entity: null } && i > 0 && token.End - token.Start == 2
            && (next is { Role: TokenRole.Particle } && next.Start == token.End && folded[next.Start] is '了' or '过' or '着'
                || tokens[i - 1] is { Role: TokenRole.Noun } doer && (doer.IsName || doer.Sense.Is(WordRoles.Generic)) && doer.End == token.Start && token.Tag is "vn" && IsPicked(folded, next) && next.Start == token.End))
        {
            // 东山集团启动了项目, 东山集团启动新项目: what someone did.
            tokens[i] = token with { Role = TokenRole.Verb, Sense = WordSense.None };
        }
    }

    /// <summary>The length of the part of its trading day behind a market that is named by its place (纽约, 欧市, 美股); 0 for none.</summary>
    private static int SessionLength(string folded, CueLexicon cues, Token market)
    {
        if (market.Tag != "ns" && market.Sense.Entity is not { Type: EntityType.Place } && !cues.Is(ContextCue.MarketDay, folded.AsSpan(market.Start, market.End - market.Start)))
        {
            return 0;
        }

        return folded.AsSpan(market.End, Math.Min(3, folded.Length - market.End)) switch
        {
            ['收' or '开', '盘', '后' or '前' or '时'] => 3,
            ['尾' or '早' or '午', '盘', ..] or ['盘', '前' or '初' or '后' or '中', ..] => 2,
            _ => 0,
        };
    }

    /// <summary>True for a word in 后 that no dictionary has, or that opens with the end of the word before it, where it is no person of rank (皇后) and no age group (90后).</summary>
    private static bool IsTimeAfter(string folded, Span<Token> tokens, int i)
    {
        var word = folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        return word[^2] is not ('皇' or '王' or '太' or '天' or '影' or '视' or '歌' or '母' or '蜂' or '球' or '之' or '以' or '最' or '先' or '背' or '身' or '落') && !char.IsAsciiDigit(word[^2]) && tokens[i + 1].Role is TokenRole.Clause or TokenRole.Quantity or TokenRole.Noun or TokenRole.Adverb or TokenRole.Verb
            && (Segmentation.WordDictionary.Embedded.ListedTag(word) is null || i > 0 && tokens[i - 1].End == tokens[i].Start && tokens[i - 1].End - tokens[i - 1].Start == 1 && tokens[i - 1].Sense.IsNone || tokens[i + 1].Role is TokenRole.Clause);
    }

    /// <summary>消委会|测试|15款样本, 卫生署|调查|市面12款: a noun of doing between a body and things that are counted.</summary>
    private static bool IsDoneByBody(string folded, Span<Token> tokens, int i)
    {
        var (body, token, next) = (tokens[i - 1], tokens[i], tokens[i + 1]);
        return token is { Sense: { Metric: null, Verb: null, Entity: null } } && token.End - token.Start == 2 && body.End == token.Start && next.Start == token.End
            && body is { Role: TokenRole.Noun } && (body.Tag == "nt" || body.Sense.Entity?.Type is EntityType.Institution || body.Sense.Is(WordRoles.Group) && folded[body.End - 1] == '方')
            && (next.Role == TokenRole.Quantity ? folded[next.End - 1] is not ('%' or '元' or '成' or '点' or '倍') : folded.AsSpan(next.Start, next.End - next.Start) is "市面" or "市面上");
    }
}
