using System.Buffers;

namespace Pipeline.Extract.Context;

/// <summary>Marks the stretches of a sentence that a preposition governs: 通过旗下3家子公司, 根据减持时的价格, 对其所持500万股股票, 在大会召开之前.</summary>
/// <remarks>
/// Such a stretch says how, where, when or to whom; none of its nouns is whom the clause is about. It runs over the nouns after the preposition and
/// whatever only describes them: what 的 ties to them, a relative clause that 的 closes, values that count them. It ends with a localizer (中, 后, 之前),
/// with a word of manner or the price (方式, 价格), or before the clause's own verb.
/// 将, 把, 被 and 由 mark who acts or is acted on and open none here, nor do those before a whole clause (由于, 因).
/// </remarks>
internal static class PrepositionalPhrases
{
    /// <summary>Longest phrase, in tokens.</summary>
    private const int Longest = 24;

    /// <summary>The last characters of prepositions whose phrase may determine what is measured.</summary>
    private static readonly SearchValues<char> Determines = SearchValues.Create("在于与和跟同对向从");

    /// <summary>For each token the preposition whose phrase it is in, -1 for none; null where the sentence has no such phrase.</summary>
    public static int[]? Mark(string folded, Token[] tokens, CueLexicon cues)
    {
        int[]? openers = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var aspect = tokens[i].Role == TokenRole.Preposition && Word(folded, tokens[i]) is "因" ? Aspect(folded, tokens, i) : -1;
            if (aspect < 0 && !Opens(folded, tokens[i]))
            {
                continue;
            }

            var end = aspect >= 0 ? aspect + 1 : WithoutMeasure(folded, tokens, i, EndOf(folded, cues, tokens, i));
            if (end <= i + 1)
            {
                continue;
            }

            if (openers is null)
            {
                openers = new int[tokens.Length];
                Array.Fill(openers, -1);
            }

            Array.Fill(openers, i, i + 1, end - i - 1);
            i = end - 1;
        }

        return openers;
    }

    /// <summary>对经济增长 | 贡献率为53.5%, 用支付宝 | 消费金额增长, 在其中的 | 占比约35%: what a value or its verb follows is measured, and no part of the phrase.</summary>
    private static int WithoutMeasure(string folded, Token[] tokens, int opening, int end)
    {
        if (end - opening < 3 || end >= tokens.Length || tokens[end - 1].Role != TokenRole.Noun || !LeadsToValue(tokens, end))
        {
            return end;
        }

        if (Determines.Contains(folded[tokens[opening].End - 1]) && !(opening > 0 && tokens[opening - 1].Sense.Is(WordRoles.Compare)) && LastOf(tokens, opening, end) is > 0 and var of)
        {
            return of;
        }

        return Word(folded, tokens[opening]) is "对" or "对于" or "用" && tokens[end - 1].Sense.Metric is { IsCountable: false, Id: not ("exports" or "imports" or "trade" or "investment") } && tokens[end - 2].Role == TokenRole.Noun ? end - 1 : end;
    }

    /// <summary>True where nothing but adverbs and times stands between <paramref name="at"/> and a value or the verb that carries one.</summary>
    private static bool LeadsToValue(Token[] tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Skipped)
        {
            at++;
        }

        return at < tokens.Length && (tokens[at].Role == TokenRole.Quantity || tokens[at].Sense.Verb is { Role: VerbRole.Level or VerbRole.Change or VerbRole.Reach });
    }

    /// <summary>The 的 that nothing but nouns and what describes them stands between it and <paramref name="end"/>; −1 for none.</summary>
    private static int LastOf(Token[] tokens, int opening, int end)
    {
        var at = end - 1;
        while (at > opening + 1 && tokens[at].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Skipped)
        {
            at--;
        }

        return at > opening + 1 && tokens[at].Role == TokenRole.Of ? at : -1;
    }

    /// <summary>因合同、债务等方面: the localizer that closes what is listed as the reason; −1 for none.</summary>
    private static int Aspect(string folded, Token[] tokens, int opening)
    {
        for (var i = opening + 1; i < Math.Min(tokens.Length, opening + 1 + Longest) && tokens[i].Role is not (TokenRole.Clause or TokenRole.Quantity); i++)
        {
            if (tokens[i].Role == TokenRole.Localizer && Word(folded, tokens[i]) is "方面")
            {
                return i;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<char> Word(string folded, Token token) => folded.AsSpan(token.Start, token.End - token.Start);

    private static bool Opens(string folded, Token token) => token.Role == TokenRole.Preposition && (!token.Sense.Is(WordRoles.Compare) || Word(folded, token) is "与" or "和" or "同" or "跟")
        && (folded[token.Start] == '自' || folded[token.End - 1] is '在' or '于' or '自' or '从' or '向' or '对' or '以' or '用' or '按' or '据' or '过' or '经' or '给' or '为' or '照' or '借' or '替' or '与' or '和' or '同' or '跟' or '就' or '凭' or '靠' or '依' or '趁' or '拿' or '除' or '绕'
            || Word(folded, token) is [_, '着'] and not "随着" or "藉由" or "借由")
        && Word(folded, token) is not ("鉴于" or "由于" or "对比" or "因为");

    /// <summary>One past the last token of the phrase that the preposition at <paramref name="opening"/> opens.</summary>
    private static int EndOf(string folded, CueLexicon cues, Token[] tokens, int opening)
    {
        var end = opening + 1;
        var limit = Math.Min(tokens.Length, opening + 1 + Longest);
        var (isNamed, isRanged) = (false, false);
        for (var i = opening + 1; i < limit; i++)
        {
            switch (tokens[i].Role)
            {
                case TokenRole.Skipped or TokenRole.Determiner or TokenRole.Adjective or TokenRole.Listing:
                    break;
                case TokenRole.Number:
                    end = i + 1;
                    break;
                case TokenRole.Time when !isNamed:
                    end = i + 1;
                    if (Next(tokens, i, limit) is var dated && (dated < 0 || tokens[dated].Role != TokenRole.Of) && Setting(folded, tokens, dated, limit) < 0)
                    {
                        return end;
                    }

                    break;
                case TokenRole.Time:
                    break;
                case TokenRole.Adverb when tokens[i].Sense.Is(WordRoles.Attribute) && Next(tokens, i, limit) is var narrowed && narrowed >= 0 && tokens[narrowed].Role == TokenRole.Noun:
                    break;
                case TokenRole.Adverb when i == opening + 1 && Word(folded, tokens[i]) is "其中":
                    (end, isNamed) = (i + 1, true);
                    break;
                case TokenRole.Verb or TokenRole.Adverb when isNamed && Word(folded, tokens[i]) is "共" or "共计" or "合计" && Next(tokens, i, limit) is var sum && sum >= 0 && tokens[sum].Role == TokenRole.Quantity && Next(tokens, sum, limit) is var people && people >= 0 && tokens[people].Role == TokenRole.Noun:
                    // 向甲、乙共33名交易对方
                    break;
                case TokenRole.Noun when folded[tokens[opening].Start] == '自' && folded[tokens[i].End - 1] == '起':
                    return i + 1;
                case TokenRole.Noun or TokenRole.Pronoun:
                    (end, isNamed) = (i + 1, true);
                    if (Closes(folded, tokens, opening, i, limit))
                    {
                        return end;
                    }

                    break;
                case TokenRole.Of when isRanged:
                    // 从北京到上海的 | 票价
                    return i;
                case TokenRole.Of when i > opening + 1:
                    break;
                case TokenRole.Preposition when isNamed && !isRanged && folded[tokens[opening].End - 1] is '从' or '自' && Word(folded, tokens[i]) is "到" or "至" && Next(tokens, i, limit) is var goal && goal >= 0 && tokens[goal].Role == TokenRole.Noun:
                    isRanged = true;
                    break;
                case TokenRole.Verb when i == opening + 1 && TakesObject(tokens, i, limit):
                    // 从冷冻干贝夹层 | 搜出, 依违反银行法 | 起诉
                    break;
                case TokenRole.Particle when Word(folded, tokens[i]) is "等":
                    break;
                case TokenRole.Verb when tokens[i - 1].Role == TokenRole.Listing && Next(tokens, i, limit) is var peer && peer >= 0 && (tokens[peer].Role == TokenRole.Listing || Word(folded, tokens[peer]) is "等"):
                    // 在游泳、拳击、跳水等项目上
                    (end, isNamed) = (i + 1, true);
                    break;
                case TokenRole.Quantity when Next(tokens, i, limit) is var counted && counted >= 0 && (tokens[counted].Role is TokenRole.Of or TokenRole.Noun or TokenRole.Adjective || tokens[counted].Role == TokenRole.Listing && folded[tokens[opening].End - 1] is '以' or '按'):
                    break;
                case TokenRole.Localizer when end > opening + 1:
                    if (Next(tokens, i, limit) is var after && after >= 0 && tokens[after].Role == TokenRole.Of)
                    {
                        break;
                    }

                    return i + 1;
                case TokenRole.Preposition when Word(folded, tokens[i]) is "对" or "对于" && Attitude(folded, cues, tokens, i, limit) is >= 0 and var attitude:
                    // 基于对公司未来持续稳定发展的信心
                    (i, end, isNamed) = (attitude, attitude + 1, true);
                    break;
                case TokenRole.Verb or TokenRole.Adverb or TokenRole.Conjunction or TokenRole.Preposition:
                    if (Described(folded, cues, tokens, i, limit, isNamed) is >= 0 and var of)
                    {
                        i = of;
                        break;
                    }

                    return IsTemporal(folded, tokens[opening]) && Setting(folded, tokens, i, limit) is >= 0 and var setting ? setting + 1 : end;
                default:
                    return end;
            }
        }

        return end;
    }

    /// <summary>True for a noun that ends the phrase though others follow: the way or the price (以2亿元的价格 | 甲公司收购), a source (根据公告 | 公司).</summary>
    private static bool Closes(string folded, Token[] tokens, int opening, int noun, int limit)
    {
        var next = Next(tokens, noun, limit);
        if (next < 0 || tokens[next].Role is TokenRole.Of or TokenRole.Listing)
        {
            return false;
        }

        return folded[tokens[opening].End - 1] switch
        {
            '以' or '按' or '过' or '用' => tokens[noun].Sense is { Metric.Id: "price" or "share_price" } || tokens[noun].Sense.Is(WordRoles.Manner) && tokens[next].Role is TokenRole.Noun or TokenRole.Pronoun && !tokens[next].Sense.Is(WordRoles.Manner),
            '据' => tokens[noun].Sense.Is(WordRoles.Document) && (tokens[next].IsName || tokens[next].Sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Pronoun)),
            _ => false,
        };
    }

    /// <summary>The 的 that ends a relative clause which opens at <paramref name="from"/>: 所持的, 直接和间接持有的; before the first noun of the phrase also one with an object, 减持时的. −1 for none.</summary>
    private static int Described(string folded, CueLexicon cues, Token[] tokens, int from, int limit, bool isNamed)
    {
        var (hasVerb, isHeld) = (false, false);
        for (var i = from; i < limit; i++)
        {
            switch (tokens[i].Role)
            {
                case TokenRole.Verb when hasVerb && isNamed && tokens[i - 1].Role != TokenRole.Verb:
                    return -1;
                case TokenRole.Verb:
                    hasVerb = true;
                    isHeld = cues.Is(ContextCue.KeepsStake, Word(folded, tokens[i]));
                    break;
                case TokenRole.Of when hasVerb:
                    return Next(tokens, i, limit) is var head && head >= 0 && tokens[head].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Number or TokenRole.Quantity ? i : -1;
                case TokenRole.Noun or TokenRole.Number or TokenRole.Adjective when !isNamed || isHeld:
                case TokenRole.Adverb or TokenRole.Skipped or TokenRole.Time or TokenRole.Listing or TokenRole.Localizer:
                case TokenRole.Particle when hasVerb:
                case TokenRole.Conjunction when Word(folded, tokens[i]) is "所":
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>True for a verb after the preposition that nouns follow, and after them the verb of the clause or a localizer: it is no more than what the phrase is made of.</summary>
    private static bool TakesObject(Token[] tokens, int verb, int limit)
    {
        if (tokens[verb].Sense.Verb is not null || Next(tokens, verb, limit) is not (>= 0 and var at) || tokens[at].Role != TokenRole.Noun)
        {
            return false;
        }

        while (at >= 0 && tokens[at].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Determiner or TokenRole.Number or TokenRole.Listing or TokenRole.Of)
        {
            at = Next(tokens, at, limit);
        }

        return at >= 0 && tokens[at].Role is TokenRole.Verb or TokenRole.Localizer;
    }

    /// <summary>The localizer that makes all before it the time of something else: 大会召开之前, 交割完成后. −1 where a value or the clause's end comes first.</summary>
    private static int Setting(string folded, Token[] tokens, int from, int limit)
    {
        for (var i = from; i >= 0 && i < limit; i++)
        {
            if (tokens[i].Role is TokenRole.Clause or TokenRole.Quantity or TokenRole.Open or TokenRole.Close)
            {
                return -1;
            }

            if (tokens[i].Role is TokenRole.Localizer or TokenRole.Noun or TokenRole.Time && Word(folded, tokens[i]) is "之日起" or "日起" or "起" or "时" || tokens[i].Role == TokenRole.Localizer && folded[tokens[i].End - 1] is '前' or '后' or '时' or '际' or '间' or '中' or '下' or '内')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>对…的信心, 对…的认可: the noun after the 的 that closes what 对 opens at <paramref name="from"/>; −1 where none does in the clause.</summary>
    private static int Attitude(string folded, CueLexicon cues, Token[] tokens, int from, int limit)
    {
        for (var i = from + 1; i + 1 < limit && tokens[i].Role is not (TokenRole.Clause or TokenRole.Quantity or TokenRole.Open); i++)
        {
            if (tokens[i].Role == TokenRole.Of && cues.Is(ContextCue.Attitude, Word(folded, tokens[i + 1])))
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static bool IsTemporal(string folded, Token preposition) => folded[preposition.Start] == '自' || folded[preposition.End - 1] is '在' or '从' or '于';

    private static int Next(Token[] tokens, int index, int limit)
    {
        for (index++; index < limit; index++)
        {
            if (tokens[index].Role != TokenRole.Skipped)
            {
                return index;
            }
        }

        return -1;
    }
}
