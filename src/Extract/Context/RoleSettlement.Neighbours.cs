namespace Pipeline.Extract.Context;

/// <content>What is asked of the tokens around the one that is settled.</content>
internal static partial class RoleSettlement
{
    private static readonly BindingVerb PartTaken = new(VerbRole.Contribute, null, null);

    /// <summary>遭黑客盗走3亿元, 被金管局罚款500万元, 会同卫生局查获: who does it, or helps to, stands behind a preposition, and what is done is a deed.</summary>
    private static bool TryPassive(string folded, CueLexicon cues, Span<Token> tokens, int i)
    {
        var isJoint = false;
        if (folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start) is var word && word is not ("遭" or "遭到" or "被"))
        {
            // 地检署指挥警方搜索, 海关联同警方检获: with whom one does it.
            isJoint = cues.Is(ContextCue.ActsWith, word) && i > 0 && tokens[i - 1].Role is TokenRole.Noun or TokenRole.Time or TokenRole.Adverb or TokenRole.Pronoun;
            if (!isJoint)
            {
                return false;
            }
        }

        if (tokens[i].Role is not (TokenRole.Verb or TokenRole.Preposition) && !isJoint)
        {
            return false;
        }

        var deed = i + 1;
        while (deed < tokens.Length && deed <= i + 3 && tokens[deed] is { Role: TokenRole.Noun } doer && !doer.Sense.Is(WordRoles.Verdict) && doer.Sense.Metric is null)
        {
            deed++;
        }

        if (deed == i + 1 || deed + 1 >= tokens.Length)
        {
            return false;
        }

        if (tokens[deed] is { Role: TokenRole.Noun } verdict && verdict.Sense.Is(WordRoles.Verdict) && tokens[deed + 1].Role == TokenRole.Quantity)
        {
            tokens[deed] = verdict with { Role = TokenRole.Verb, Sense = WordSense.None with { Roles = verdict.Sense.Roles } };
        }

        if (tokens[deed] is not { Role: TokenRole.Verb, Sense.Verb: null } || isJoint && !tokens[deed].Sense.Is(WordRoles.Action | WordRoles.Seizure))
        {
            return false;
        }

        tokens[i] = tokens[i] with { Role = TokenRole.Preposition, Sense = tokens[i].Sense with { Roles = tokens[i].Sense.Roles & ~WordRoles.Light } };
        return true;
    }

    /// <summary>拿下16%, 吃掉公司营收的三成: true where a percentage is what the verb takes, and no stake or share of a market is named after it.</summary>
    private static bool TakesPart(string folded, Span<Token> tokens, int verb)
    {
        var at = verb + 1;
        while (at < tokens.Length && tokens[at].Role is not (TokenRole.Quantity or TokenRole.Clause or TokenRole.Verb or TokenRole.Preposition or TokenRole.Open) && !(tokens[at].Sense.Is(WordRoles.Market) && tokens[at].Sense.Metric is null))
        {
            at++;
        }

        if (at >= tokens.Length || tokens[at].Role != TokenRole.Quantity || !IsPercentage(folded.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start)))
        {
            return false;
        }

        var of = at + 1 < tokens.Length && tokens[at + 1].Role is TokenRole.Localizer or TokenRole.Adverb ? at + 2 : at + 1;
        of = of < tokens.Length && tokens[of].Role == TokenRole.Of ? of + 1 : of;
        return of >= tokens.Length || tokens[of].Role != TokenRole.Noun || !(tokens[of].Sense.Is(WordRoles.Ownership) || tokens[of].Sense.Metric is { Kind: MetricKind.Share or MetricKind.MarketShare or MetricKind.Rate })
            && !tokens[of].Sense.Is(WordRoles.Market | WordRoles.Generic) && !tokens[of].IsName;
    }

    private static bool IsPercentage(ReadOnlySpan<char> quantity) => quantity[^1] is '%' or '半' || quantity.Contains('成') || quantity.Contains("分之", StringComparison.Ordinal);

    /// <summary>新, 首款, 该: opens a noun phrase that a verb stands before.</summary>
    private static bool IsPicked(string folded, Token token) =>
        token.Role == TokenRole.Determiner || token.Role is TokenRole.Adjective or TokenRole.Number or TokenRole.Adverb && (folded[token.Start] is '新' or '首' || folded.AsSpan(token.Start, token.End - token.Start) is "全新" or "第一");

    /// <summary>True for a place by its name.</summary>
    private static bool IsStation(Token token) => token.Role == TokenRole.Noun && (token.Tag is "ns" or "name" || token.Sense.Entity?.Type == EntityType.Place);

    /// <summary>True where only nouns and adverbs stand between the token at <paramref name="from"/> and a length.</summary>
    private static bool LeadsToLength(string folded, Span<Token> tokens, int from)
    {
        while (from < tokens.Length && tokens[from].Role is TokenRole.Noun or TokenRole.Adverb or TokenRole.Localizer or TokenRole.Of or TokenRole.Verb && from < tokens.Length - 1 && tokens[from].Sense.Verb is null or { Role: VerbRole.Level })
        {
            from++;
        }

        return from < tokens.Length && tokens[from].Role == TokenRole.Quantity && folded[tokens[from].End - 1] is '里' or '米' or '尺' or '浬' or 'm';
    }

    /// <summary>The word for who bears the family name before it, past what else is said of them: 姓周|私家车|男|司机; 0 for none.</summary>
    private static int BearerOf(Span<Token> tokens, int name)
    {
        for (var i = name + 1; i < tokens.Length && i <= name + 4 && tokens[i].Start == tokens[i - 1].End && tokens[i].Role is TokenRole.Noun or TokenRole.Adjective; i++)
        {
            if (tokens[i].Sense.Is(WordRoles.Group | WordRoles.Title))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>副总裁稼轩、…: what no dictionary lists, between a title and a mark of a list, is a name.</summary>
    private static bool IsUnlistedBehindTitle(string folded, Token before, Token token) =>
        before.End == token.Start && before.Sense.Is(WordRoles.Title) && token.End - token.Start is 2 or 3 && Segmentation.WordDictionary.Embedded.ListedTag(folded.AsSpan(token.Start, token.End - token.Start)) is null;

    /// <summary>其持股5%以上股东: a limit that only says what sort of shareholder.</summary>
    private static void HideLimit(Span<Token> tokens, int first)
    {
        for (var i = first; !tokens[i].Sense.Is(WordRoles.Title); i++)
        {
            tokens[i] = tokens[i] with { Role = TokenRole.Skipped };
        }
    }

    /// <summary>持股5%以上 before a title.</summary>
    private static bool IsLimit(Span<Token> tokens, int i) =>
        tokens[i].Sense.Is(WordRoles.Trade) && tokens[i + 1].Role == TokenRole.Number && i + 3 < tokens.Length && tokens[i + 2].Role == TokenRole.Localizer
        && (tokens[i + 3].Sense.Is(WordRoles.Title) || tokens[i + 3].Role == TokenRole.Of && i + 4 < tokens.Length && tokens[i + 4].Sense.Is(WordRoles.Title));

    /// <summary>True where only names and nouns stand between 向 or 对 and the token at <paramref name="index"/>.</summary>
    private static bool FollowsReceiver(string folded, Span<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (tokens[i].Role == TokenRole.Preposition)
            {
                return i < index - 1 && folded[tokens[i].End - 1] is '向' or '对' or '在' or '于' or '赴';
            }

            if (tokens[i].Role is not (TokenRole.Noun or TokenRole.Skipped or TokenRole.Pronoun or TokenRole.Adverb) && !tokens[i].Sense.Is(WordRoles.Trade))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>将此前收购的, 将所持的: a relative clause without a noun before its 的 follows.</summary>
    private static bool LeadsToRelative(Span<Token> tokens, int index)
    {
        var i = index + 1;
        while (i < tokens.Length && tokens[i].Role is TokenRole.Time or TokenRole.Adverb or TokenRole.Conjunction)
        {
            i++;
        }

        return i + 1 < tokens.Length && tokens[i].Role == TokenRole.Verb && tokens[i + 1].Role == TokenRole.Of;
    }

    /// <summary>True where only adverbs, times and conjunctions stand between the clause's start and the token at <paramref name="index"/>.</summary>
    private static bool OpensClause(Span<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 0 && tokens[i].Role != TokenRole.Clause; i--)
        {
            if (tokens[i].Role is not (TokenRole.Adverb or TokenRole.Time or TokenRole.Conjunction or TokenRole.Skipped))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where a verb that no 的 closes stands between the token at <paramref name="index"/> and the next quantity or the clause's end, past a noun.</summary>
    private static bool LeadsToPredicate(Span<Token> tokens, int index)
    {
        for (var i = index + 1; i + 1 < tokens.Length && tokens[i].Role is not (TokenRole.Clause or TokenRole.Quantity or TokenRole.Open); i++)
        {
            if (tokens[i].Role == TokenRole.Verb && tokens[i].Sense.Verb is null && i > index + 1 && tokens[i + 1].Role != TokenRole.Of)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>为子公司提供, 为有关交易出具: for whom something is provided.</summary>
    private static bool LeadsToProviding(string folded, Span<Token> tokens, int index)
    {
        for (var i = index + 1; i < tokens.Length && (tokens[i].Role is TokenRole.Noun or TokenRole.Pronoun or TokenRole.Determiner or TokenRole.Adjective or TokenRole.Of or TokenRole.Listing or TokenRole.Skipped or TokenRole.Number || i > index + 1 && tokens[i].Role == TokenRole.Verb); i++)
        {
            if (i > index + 1 && folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start) is "提供" or "出具" or "垫付" or "代付")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>为|两场|选举|预留|15亿元, 为|3家|企业|办理: things counted, for which a verb of its own says what is done.</summary>
    private static bool IsForSeveral(string folded, Span<Token> tokens, int index)
    {
        if (tokens[index + 1] is not { Role: TokenRole.Quantity } several || folded[several.End - 1] is '元' or '%' or '点' or '成' or '倍' || index == 0 || tokens[index - 1].Role is not (TokenRole.Noun or TokenRole.Pronoun or TokenRole.Time or TokenRole.Adverb) || tokens[index - 1].Sense.Metric is not null)
        {
            return false;
        }

        var at = index + 2;
        while (at < tokens.Length && tokens[at].Role is TokenRole.Noun)
        {
            at++;
        }

        return at > index + 2 && at + 1 < tokens.Length && tokens[at] is { Role: TokenRole.Verb, Sense.Verb: null } && tokens[at + 1].Role is TokenRole.Quantity or TokenRole.Adverb or TokenRole.Noun && tokens[at - 1].Sense.Metric is null or { IsCountable: true };
    }

    private static bool IsClose(string folded, CueLexicon cues, Token token) => cues.Is(ContextCue.Closes, folded.AsSpan(token.Start, token.End - token.Start));

    /// <summary>True where nouns alone stand between a verb of saying or sentencing and the token at <paramref name="index"/>.</summary>
    private static bool FollowsVerdict(Span<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (tokens[i].Role == TokenRole.Verb)
            {
                return i < index - 1 && tokens[i].Sense.Is(WordRoles.Speech | WordRoles.Verdict);
            }

            if (tokens[i].Role is not (TokenRole.Noun or TokenRole.Skipped or TokenRole.Adjective))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True for a name, a pronoun or a title: who can plan and be paid.</summary>
    private static bool Acts(Token token) => token.IsName || token.Role == TokenRole.Pronoun || token.Sense.Is(WordRoles.Title | WordRoles.Generic | WordRoles.Group | WordRoles.Person);

    /// <summary>True when a verb comes before the next quantity or the clause's end, past nouns and adverbs alone.</summary>
    private static bool LeadsToVerb(Span<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            switch (tokens[i].Role)
            {
                case TokenRole.Verb:
                    return true;
                case TokenRole.Noun or TokenRole.Adverb or TokenRole.Skipped or TokenRole.Adjective:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>True for a verb that with the noun right after it names a sort of thing: after a word that cannot be a head itself (公共, 大型; 重点 behind a count), and before a measure that 的 closes after 是 or 按.</summary>
    private static bool NamesSort(string folded, CueLexicon cues, Span<Token> tokens, int index)
    {
        if (index == 0 || tokens[index].End - tokens[index].Start != 2 || tokens[index].Sense.Is(WordRoles.Speech) || tokens[index + 1] is not { Role: TokenRole.Noun, IsName: false } head || head.Start != tokens[index].End)
        {
            return false;
        }

        var before = tokens[index - 1];
        if (before.End == tokens[index].Start && before.Role is TokenRole.Noun or TokenRole.Adjective && !before.Sense.Is(WordRoles.Adverb))
        {
            return before.Tag == "b" && before.Sense.Metric is null || NamesCounted(folded, cues, tokens, index) || NamesTrade(folded, cues, tokens, index) || index > 1 && tokens[index - 2].Role is TokenRole.Quantity or TokenRole.Of && cues.Is(ContextCue.Narrows, folded.AsSpan(before.Start, before.End - before.Start));
        }

        return head.Sense.Metric is { IsCountable: false } && index + 2 < tokens.Length && tokens[index + 2].Role == TokenRole.Of && before.Sense.Verb is { Role: VerbRole.Level } && folded.AsSpan(before.Start, before.End - before.Start) is "是" or "为" or "等于" or "相当于";
    }

    /// <summary>房地产|开发|企业, 汽车|制造|公司: firms by what they make or deal in, before what they have.</summary>
    private static bool NamesTrade(string folded, CueLexicon cues, Span<Token> tokens, int index) =>
        tokens[index - 1] is { IsName: false } goods && !goods.Sense.Is(WordRoles.Generic | WordRoles.Group | WordRoles.Title) && index + 2 < tokens.Length && tokens[index + 2].Role is not (TokenRole.Quantity or TokenRole.Clause)
        && cues.Is(ContextCue.Trade, folded.AsSpan(tokens[index].Start, 2)) && folded.AsSpan(tokens[index + 1].Start, tokens[index + 1].End - tokens[index + 1].Start) is "企业" or "公司";

    /// <summary>13个|污水|处理|项目, 3家|汽车|制造|企业: true where what stands between a count and the verb cannot do what it says, and what follows it is of a sort.</summary>
    private static bool NamesCounted(string folded, CueLexicon cues, Span<Token> tokens, int index)
    {
        if (!cues.Is(ContextCue.SortHead, folded.AsSpan(tokens[index + 1].Start, tokens[index + 1].End - tokens[index + 1].Start)))
        {
            return false;
        }

        var at = index - 1;
        while (at >= 0 && tokens[at] is { Role: TokenRole.Noun or TokenRole.Adjective } part && part.End == tokens[at + 1].Start && !Acts(part) && part.Tag is not ("ns" or "nr" or "nt"))
        {
            at--;
        }

        return at >= 0 && at < index - 1 && tokens[at].Role == TokenRole.Quantity;
    }
}
