namespace Pipeline.Extract.Context;

/// <content>Adverbs, times, and marks of a list.</content>
internal static partial class RoleSettlement
{
    /// <summary>What looks like an adverb and is a noun or a preposition, or no attribute.</summary>
    private static void SettleAdverb(string folded, Span<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], tokens[i + 1]);
        var length = (next.Role == TokenRole.Particle || next.Role == TokenRole.Verb && next.Sense.Is(WordRoles.Adverb)) && i + 2 < tokens.Length ? tokens[i + 2] : next;
        if (length.Role == TokenRole.Quantity && folded.AsSpan(token.Start, token.End - token.Start) is "持续" && folded[length.End - 1] is '天' or '日' or '时' or '钟' or '秒' or '周' or '月' or '年' or '分')
        {
            // 地震持续了约40秒: what is measured, not how.
            tokens[i] = token with { Role = TokenRole.Verb, Sense = WordSense.None with { Roles = WordRoles.Action } };
            return;
        }

        if (token.End - token.Start == 1 && folded[token.Start] == '就' && next is { Role: TokenRole.Noun, Tag: not ("ns" or "nr" or "nt"), Sense.Entity: null } && next.Start == token.End && i > 0 && tokens[i - 1].Role is TokenRole.Noun or TokenRole.Pronoun or TokenRole.Quantity or TokenRole.Clause or TokenRole.Time && LeadsToVerb(tokens, i + 1))
        {
            // 双方就贸易问题达成10项共识: about what.
            tokens[i] = token with { Role = TokenRole.Preposition };
            return;
        }

        if (token.Sense.Is(WordRoles.Attribute) && next.Role is TokenRole.Verb or TokenRole.Adjective && folded.AsSpan(token.Start, token.End - token.Start) is "基本")
        {
            // 价格基本维持在1800元: how, nothing that is measured.
            tokens[i] = token with { Sense = token.Sense with { Roles = token.Sense.Roles & ~WordRoles.Attribute } };
            return;
        }

        if (i > 0 && tokens[i - 1].Role == TokenRole.Determiner && folded.AsSpan(token.Start, token.End - token.Start) is "计划" or "规划" or "目标")
        {
            // 该计划并没有达到: what is spoken of.
            tokens[i] = token with { Role = TokenRole.Noun, Sense = WordSense.None };
        }
        else if ((next is { Role: TokenRole.Pronoun } || (i == 0 || tokens[i - 1].Role == TokenRole.Clause) && next is { Role: TokenRole.Noun } && (next.IsName || next.Sense.Is(WordRoles.Generic)) || i > 0 && tokens[i - 1].Role == TokenRole.Adverb && next.Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Adverb && next.Sense.Verb is null) && token.Sense.Is(WordRoles.Attribute) && folded.AsSpan(token.Start, token.End - token.Start) is "预期" or "预测" or "预估")
        {
            // 预期台积电全年营收: what is said of all that follows.
            tokens[i] = token with { Sense = token.Sense with { Roles = token.Sense.Roles & ~WordRoles.Attribute } };
        }
        else if (token.Sense.Is(WordRoles.Attribute) && folded.AsSpan(token.Start, token.End - token.Start) is "计划" or "规划" or "预计" or "承诺"
            && (i == 0 || Acts(tokens[TokenNeighbours.SpeakerBefore(tokens, i)]) || tokens[i - 1].Role is TokenRole.Clause or TokenRole.Close || i > 1 && tokens[i - 1].Role == TokenRole.Noun && tokens[i - 2].Role is TokenRole.Quantity or TokenRole.Of) && (next.Role is TokenRole.Preposition or TokenRole.Verb or TokenRole.Time or TokenRole.Adverb or TokenRole.Quantity || next.Sense.Is(WordRoles.Trade)))
        {
            // 张三计划自公告日起减持: what he means to do, not a plan of his.
            tokens[i] = token with { Sense = token.Sense with { Roles = token.Sense.Roles & ~WordRoles.Attribute } };
        }
        else if (token.End - token.Start == 1 && folded[token.Start] == '将'
            && (next.Role is TokenRole.Noun or TokenRole.Pronoun or TokenRole.Determiner or TokenRole.Number or TokenRole.Adjective
                || next.Role == TokenRole.Quantity && NumeralCharacters.Contains(folded[next.Start]) || LeadsToRelative(tokens, i)))
        {
            tokens[i] = token with { Role = TokenRole.Preposition };
        }
    }

    /// <summary>Times that go on in the next word or only say of which, marks of a list that part clauses, and partners.</summary>
    private static void SettleOther(string folded, Span<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], tokens[i + 1]);
        if (token.Role == TokenRole.Particle)
        {
            if (i > 0 && folded.AsSpan(token.Start, token.End - token.Start) is "等" && tokens[i - 1].Role == TokenRole.Noun && next.Start == token.End
                && (next.Role is TokenRole.Noun or TokenRole.Number && folded.AsSpan(next.Start, next.End - next.Start) is not "方面" || next.Role is TokenRole.Adjective or TokenRole.Verb && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Noun && next.Sense.Verb is null && next.Tag is "vn" or "a" or "b" or "an"))
            {
                // 北京、上海等|城市, 云计算等|新兴业务: of what sort those listed are.
                tokens[i] = token with { Role = TokenRole.Determiner };
            }
        }
        else if (token.Role == TokenRole.Time && next.Start == token.End && (next.Role == TokenRole.Localizer || folded.AsSpan(next.Start, next.End - next.Start) is "起" or "止"))
        {
            // 2030年|前, 年内|后: still a time.
            tokens[i + 1] = next with { Role = TokenRole.Time };
        }
        else if (token.Role == TokenRole.Time && i + 2 < tokens.Length && tokens[i + 2] is { Role: TokenRole.Noun or TokenRole.Listing } paper && next.Start == token.End && next.End == paper.Start && folded.AsSpan(next.Start, next.End - next.Start) is "期")
        {
            // 7天|期|逆回购, 7天|期|和14天期逆回购
            (tokens[i], tokens[i + 1]) = (token with { Role = TokenRole.Number }, next with { Role = TokenRole.Number });
        }
        else if (token.Role == TokenRole.Time && next.Role == TokenRole.Noun && next.Start == token.End && (next.Sense.Metric is null || next.Sense.Is(WordRoles.Good)) && folded.AsSpan(token.Start, token.End - token.Start) is [_, .., '年' or '月', '期'])
        {
            // 10年期|国债: which of several papers.
            tokens[i] = token with { Role = TokenRole.Number };
        }
        else if (token.Role == TokenRole.Time && i > 0 && tokens[i - 1].Sense.Is(WordRoles.Generic) && tokens[i - 1].End == token.Start && next is { Role: TokenRole.Noun, Sense.Metric.Id: "ownership" } && folded.AsSpan(token.Start, token.End - token.Start) is "目前" or "当前" or "现时" or "现有")
        {
            // 占公司目前总股本的1.3%: of which share capital.
            tokens[i] = token with { Role = TokenRole.Adjective };
        }
        else if (token.Role == TokenRole.Listing && next.Role == TokenRole.Noun && next.Sense.Metric is { Id: "ownership" } && next.Sense.Is(WordRoles.Trade) && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Quantity)
        {
            // 持股4%的股东王某和持股3%的股东李某: another clause of the same sort.
            tokens[i] = token with { Role = TokenRole.Clause };
        }
        else if (token.Role == TokenRole.Listing && token.Sense.Is(WordRoles.Preposition) && i > 0 && tokens[i - 1] is { Role: TokenRole.Adverb, Tag: not "ns" } && tokens[i - 1].Sense.Is(WordRoles.Adverb) && !tokens[i - 1].Sense.Is(WordRoles.Attribute) && next.Role is TokenRole.Noun or TokenRole.Pronoun or TokenRole.Determiner)
        {
            // 拟与西山银行共同收购: a partner, no second subject.
            tokens[i] = token with { Role = TokenRole.Preposition };
        }
        else if (token.Role == TokenRole.Listing && token.Sense.Is(WordRoles.Preposition) && (i == 0 || tokens[i - 1].Role == TokenRole.Clause) && next.Start == token.End)
        {
            // 与亚军的差距: nothing stands before it to be joined.
            tokens[i] = token with { Role = TokenRole.Preposition };
        }
    }
}
