namespace Pipeline.Extract.Context;

/// <summary>Reads a clause leftwards from a quantity.</summary>
internal static partial class GovernorReader
{
    /// <summary>What governs the quantity at token <paramref name="quantity"/> in the clause that starts at <paramref name="clauseStart"/>.</summary>
    /// <param name="row">The sentence.</param>
    /// <param name="quantity">The quantity's token.</param>
    /// <param name="clauseStart">First token of the clause.</param>
    /// <param name="earlier">The tokens that are the earlier value of a change, which are passed over.</param>
    public static Governor Read(TokenRow row, int quantity, int clauseStart, HashSet<int> earlier)
    {
        var found = new Governor { Quantity = quantity, ClauseStart = clauseStart, Stop = clauseStart };
        if (TryHeldWhole(row, found))
        {
            return found;
        }

        var at = row.Before(quantity, clauseStart);
        while (at >= 0)
        {
            var next = Step(row, found, at, clauseStart, earlier);
            if (next < 0)
            {
                found.Stop = at;
                return found;
            }

            at = row.Before(next, clauseStart);
        }

        return found;
    }

    /// <summary>Takes in the token <paramref name="at"/>.</summary>
    /// <returns>The leftmost token taken in, or -1 to stop before <paramref name="at"/>.</returns>
    private static int Step(TokenRow row, Governor found, int at, int floor, HashSet<int> earlier)
    {
        var token = row[at];
        if (found is { Noun.IsEmpty: true, Level: < 0, Action: < 0, IsPartOf: false } && token.Role == TokenRole.Noun && ComparedBefore(row, found, at, floor) is >= 0 and var compare)
        {
            // 死亡风险比作息不规律的人低20%: all that 比 compares with, whatever describes it.
            found.IsCompared = true;
            return compare;
        }

        if (found.Noun.IsEmpty && (row.IsRecord(at) || row.Word(at) is "历史" && row.IsRecord(row.After(at))))
        {
            // 收盘创历史新高1670元: a record, nothing that is measured.
            return at;
        }

        switch (token.Role)
        {
            // 收入实际增长, 销量累计下降: how it changes; 最高达 may be what is measured, and so may 增速预期上调.
            case TokenRole.Adverb when !(token.Sense.Is(WordRoles.Attribute) && HasVerb(found) && found.Noun.IsEmpty) || found is { Change: >= 0, Level: < 0 } && row.After(at) == found.Change && row.Word(at) is not ("预期" or "目标" or "计划"):
                found.Basis ??= token.Sense.Verb?.Basis;
                found.IsRespective |= token.Sense.Is(WordRoles.Respectively);
                return at;
            case TokenRole.Particle or TokenRole.Time:
                return at;
            case TokenRole.Close when found is { IsPartOf: true, Noun.IsEmpty: true } && row.Before(at, floor) is var stated && stated >= 0 && row[stated].Role == TokenRole.Quantity && row.Before(stated, floor) is var open && open >= 0 && row[open].Role == TokenRole.Open:
                // 占公司总股本(1.5亿股)的5%
                return open;
            case TokenRole.Localizer when row.OpenerOf(at) is >= 0 and var reason && reason >= floor && (row.Word(reason) is "因" || row.Before(at, floor) is >= 0 and var driving && row[driving].Role == TokenRole.Verb):
                // 因合同、债务等方面有3宗纠纷, 在价格回升带动下增长5%
                return reason;
            case TokenRole.Localizer:
                if (!found.Noun.IsEmpty && row.Before(at, floor) is var issued && issued >= 0 && row[issued].Role is TokenRole.Verb or TokenRole.Noun or TokenRole.Time && row.Before(issued, floor) is var share && share >= 0 && row[share].Sense.Verb is { Role: VerbRole.Share })
                {
                    // 占发行后总股本的比例
                    return issued;
                }

                return found.Place.IsEmpty && (found.Noun.IsEmpty || row[found.Noun.End - 1].Sense.Metric is { Kind: MetricKind.Share or MetricKind.MarketShare }) && TryPlace(row, found, at, floor, out var placed) ? placed : -1;
            case TokenRole.Of:
                return Of(row, found, at, floor);
            case TokenRole.Verb:
                return Verb(row, found, at, floor);
            case TokenRole.Preposition:
                return Preposition(row, found, at);
            case TokenRole.Quantity:
                if (earlier.Contains(at))
                {
                    return Origin(row, at, floor);
                }

                found.Previous = at;
                return -1;
            case TokenRole.Listing when row.Word(at) is "或" && LeadsToValue(row, at, found.Quantity) && row.Before(at, floor) is var sure && sure >= 0 && (row[sure].Role == TokenRole.Verb || row[sure].Sense.Metric is not null && (row.After(at) != found.Quantity || Reaches(row.Word(found.Quantity)[0]))):
                // 套现或达8亿元, 收入或创纪录破150亿元, 损失或超3亿元: perhaps.
                return at;
            case TokenRole.Listing:
                if (found.Noun.IsEmpty && !HasVerb(found))
                {
                    found.IsListed = true;
                }

                return -1;
            case TokenRole.Open:
                found.IsBracketed = found.Noun.IsEmpty && !HasVerb(found);
                return -1;
            case TokenRole.Noun or TokenRole.Pronoun or TokenRole.Number or TokenRole.Adverb or TokenRole.Adjective:
                return Noun(row, found, at, floor);
            case TokenRole.Conjunction when row.Word(at) is "或" && found.Noun.IsEmpty && HasVerb(found):
                // 增速或只有4.2%: perhaps.
                return at;
            case TokenRole.Conjunction when row.Word(at) is "若" or "如" or "如果" or "一旦" or "倘若":
                return at;
            case TokenRole.Conjunction or TokenRole.Clause:
                return -1;
            default:
                return found.Noun.IsEmpty ? at : -1;
        }
    }

    /// <summary>达8亿元, 超3亿元: the value opens with what leads up to it, so that 或 before it is no second value.</summary>
    private static bool Reaches(char first) => first is '达' or '超' or '突' or '破' or '逾' or '过' or '近' or '高' or '不';

    private static bool HasVerb(Governor found) => found.Level >= 0 || found.Change >= 0 || found.Action >= 0;

    private static int Noun(TokenRow row, Governor found, int at, int floor)
    {
        if (found is { Change: >= 0, ChangeTakesNoun: false, Noun.IsEmpty: true } && row.Before(at, floor) >= 0 && row.Is(at, ContextCue.Reckoning))
        {
            // 股价单日暴涨, 投入年均增长: over what span it is reckoned, nothing that is measured.
            return at;
        }

        if (found.Noun.IsEmpty && (row.Word(at) is "+" && row.After(at) == found.Quantity || row.Word(at) is "人民币" && row.Word(found.Quantity)[^1] == '元'))
        {
            // 同比+12%, 折合人民币约为13亿元: the sign and the currency of the value.
            return at;
        }

        // A word such as 最终 that no noun follows.
        var phrase = row.PhraseEndingAt(at, floor);
        if (phrase.IsEmpty)
        {
            return row[at].Role == TokenRole.Adjective && found.Noun.IsEmpty ? at : -1;
        }

        if (row.Before(phrase.Start, floor) is var first && first >= 0 && row[first].Role == TokenRole.Quantity && row.LastMark(phrase) is > 0 and var mark)
        {
            // 37人遇难、失联12人: what the value before counts is none of this one's.
            phrase = new Phrase(mark + 1, phrase.End);
        }

        if (row[at].Role == TokenRole.Adverb && row.Word(at) is "平均" or "整体" or "总体" && found.Noun.IsEmpty && HasVerb(found))
        {
            // 平均调涨2%: how the verb is meant, nothing that is measured.
            return at;
        }

        if (found is { IsPartOf: true, Noun.IsEmpty: true } && phrase.End - phrase.Start == 1 && row.Word(phrase.Start) is [_, _, .., '性'])
        {
            // 压倒性的482票: of what sort, not of what.
            found.IsPartOf = false;
            return phrase.Start;
        }

        if (found.Noun.IsEmpty)
        {
            if (row[at].Sense.Is(WordRoles.Event) && TellsToll(row, at, found))
            {
                // 发生爆炸事故3人死亡: the event ends what the number goes on from.
                found.Outer = phrase;
                return -1;
            }

            if (HeadOfRelative(row, phrase, floor) is > 0 and var head)
            {
                // 采用新架构的东山芯片的性能: what the verb before it describes.
                found.Noun = new Phrase(head, phrase.End);
                return row.Before(phrase.Start, floor);
            }

            found.Noun = phrase;
            return phrase.Start;
        }

        if (found is { IsPartOf: true, Share: < 0 } && !HasVerb(found) && IsDatedWhole(row, phrase, found.Noun.Start, floor))
        {
            // 占东山集团2018年营业收入的8%: the year stands within the whole.
            found.Noun = new Phrase(phrase.Start, found.Noun.End);
            return phrase.Start;
        }

        if (row[found.Noun.Start].Tag is ['v', ..] && JoinedVerb(row, phrase, found.Noun.Start, floor) is >= 0 and var joined)
        {
            // 停售该产品并赔偿300万元
            return SubjectBefore(row, found, joined, floor);
        }

        if (row.OpenerOf(at) is >= 0 and var opener && opener >= floor && row.OpenerOf(found.Noun.Start) != opener && !row[at].Sense.Is(WordRoles.Compare))
        {
            // 以每股12元的价格 | 回购股份: what a preposition governs is not whose it is.
            return opener;
        }

        if (VerbOfChance(row, found.Noun, phrase, floor) is >= 0 and var likely)
        {
            return SubjectBefore(row, found, likely, floor);
        }

        found.Outer = phrase;
        return QuotedIn(row, phrase, floor);
    }

    private static int Verb(TokenRow row, Governor found, int at, int floor)
    {
        var token = row[at];
        var word = row.Word(at);
        if (found.Noun.IsEmpty && token.Sense.Verb is null && !row.Is(at, ContextCue.BringsAbout) && TellsToll(row, at, found)
            || word is "死" or "伤" or "亡" && row.Before(at, floor) is var toll && toll >= 0 && row[toll].Role == TokenRole.Quantity)
        {
            // 两车相撞3人死亡, 12人伤300间民房受损: the verb closes what stands before it.
            return -1;
        }

        if (word is "看到" or "发现" or "注意到" or "留意到" && row.Is(row.Before(at, floor), ContextCue.NoSource))
        {
            // 记者看到近300家店铺: who looks.
            return -1;
        }

        if (token.Sense.Verb is null && row.After(at, found.Quantity) is var setting && setting >= 0 && row[setting].Start == token.End && row.Is(setting, ContextCue.SettingEnd))
        {
            // 事故发生时车上共有38名乘客: when, nothing that is done to the value.
            return -1;
        }

        if (found.Noun.IsEmpty && !HasVerb(found) && token.Sense.Verb is null && row.After(at) == found.Quantity && row.Before(at, floor) is var counted && counted >= 0 && row[counted].Role == TokenRole.Quantity
            && row.After(found.Quantity) is var state && state >= 0 && row[state].Role == TokenRole.Verb && row[state].Sense.Verb is null)
        {
            // 2人死亡34人受伤: the verb closes the value before it.
            return -1;
        }

        if (!found.Noun.IsEmpty && token.Sense.IsNone && row.After(at) is var since && since < found.Noun.Start && row[since].Role == TokenRole.Time && row.Word(since) is [.., '天' or '时' or '日' or '周' or '月'] and [>= '0' and <= '9' or '一' or '两' or '三' or '半' or '十' or '百', ..] && row[at].End == row[since].Start)
        {
            // 上映12天累计票房, 上市24小时大定: how long after what, nothing that is done to the value.
            return at;
        }

        if (found is { Noun.IsEmpty: true, Action: < 0, Change: < 0, IsPartOf: false } && token.Sense.Verb is null && !token.Sense.Is(WordRoles.Trade | WordRoles.Levy | WordRoles.Verdict | WordRoles.Seizure) && CheckedBy(row, at, floor) is >= 0 and var check)
        {
            // 转换效率经第三方检测为34.8%: who checked it.
            return check;
        }

        if (word is "至" or "到" or "成")
        {
            found.IsReached = true;
            return at;
        }

        if (word is "出" && found.Action < 0 && row.Before(at, floor) is var led && led >= 0 && row[led].Role == TokenRole.Verb && row[led].End == token.Start)
        {
            // 统计|出12处: the first verb says what is done.
            return at;
        }

        switch (token.Sense.Verb?.Role)
        {
            case VerbRole.Level when found.Level >= 0 && token.Sense.Is(WordRoles.Speech):
                // 团体估计每日有5000万件: who says so, and no more of the value.
                return -1;
            case VerbRole.Level when found.Noun.IsEmpty:
                found.Level = found.Level < 0 ? at : found.Level;
                return at;
            case VerbRole.Level when word is "为" && !found.IsPartOf:
                // 为英伟达这个市值五万亿美元的巨头: a preposition here.
                return -1;
            case VerbRole.Level:
                // 实现营业收入23亿元: the verb only carries its object.
                found.Level = at;
                found.Stop = at;
                if ((found.IsPartOf || row[found.Noun.End - 1].Sense.Metric is { Id: "ownership" }) && DealtBefore(row, at, floor) is >= 0 and var dealt)
                {
                    // 减持不超过公司总股本的1%, 减持公司股份不超过总股本3%
                    (found.Action, at) = (dealt, dealt);
                }

                return SubjectBefore(row, found, at, floor);
            case VerbRole.Change or VerbRole.Reach when found.Change < 0:
                found.Basis ??= token.Sense.Verb.Basis;
                found.Change = at;
                if (found.Noun.IsEmpty)
                {
                    found.IsReached |= token.Sense.Verb.Role == VerbRole.Reach || IsReach(row, at, found.Quantity);
                    return at;
                }

                found.ChangeTakesNoun = true;
                return SubjectBefore(row, found, at, floor);
            case VerbRole.Change or VerbRole.Reach:
                found.Basis ??= token.Sense.Verb.Basis;
                return found.Noun.IsEmpty ? at : -1;
            case VerbRole.Share when found.Share < 0:
                found.Share = at;
                return SubjectBefore(row, found, at, floor);
            case VerbRole.Contribute when found.Contribute < 0:
                found.Contribute = at;
                return SubjectBefore(row, found, at, floor);
        }

        if (token.Sense.Is(WordRoles.Respectively))
        {
            found.IsRespective = true;
            return at;
        }

        if (found is { IsPartOf: true, Noun.IsEmpty: false, Share: < 0 } && !HasVerb(found) && row.After(at) == found.Noun.Start && token.Sense.Verb is null && ShareOpens(row, at, floor))
        {
            // 占当年收购门店数量的48%: what the whole is narrowed by.
            found.Noun = new Phrase(at, found.Noun.End);
            return at;
        }

        if (word is "收" && found.Noun.IsEmpty && row.Before(found.Quantity) == at && row.Word(found.Quantity)[^1] == '点')
        {
            // 终场收27000点, as 收在 and 收报.
            found.Level = at;
            return at;
        }

        if (word is "显示" && found.Noun.IsEmpty && row.Before(at, floor) is >= 0 and var shown && row[shown].Sense.Metric is not null && row.Cues.IsAtEnd(ContextCue.Shows, row.Word(shown)))
        {
            // 账户余额显示超过1亿元: the value of what is measured.
            found.Level = at;
            return at;
        }

        if (token.Sense.Is(WordRoles.Speech) || word is "发现" && !found.Noun.IsEmpty && HasVerb(found) || found.Action >= 0 || found.IsPartOf && found.Noun.IsEmpty)
        {
            return -1;
        }

        if (found is { Change: >= 0, Level: < 0, Noun.IsEmpty: true } && row.After(at) == found.Change && row.IsOneOf(at, ContextCue.Intends, ContextCue.AsksLeave))
        {
            // 城巴申请加价8.5%: who asks for the change, nothing that is measured.
            return at;
        }

        if (found is { Noun.IsEmpty: true, IsPartOf: false } && !HasVerb(found) && token.Sense.IsNone && FollowsMeasure(row, at, found.Quantity, floor))
        {
            // 市值擒住27万亿元, 毛利率写下29%: whatever the verb, it only carries the value of what is measured.
            found.Level = at;
            return at;
        }

        if (row.IsOneOf(at, ContextCue.BringsAbout, ContextCue.Prompts) && (HasOwnClause(row, found, at, floor) || !HasVerb(found) && IsBareMeasure(row, found, at)))
        {
            return -1;
        }

        if (!found.Noun.IsEmpty && row[found.Noun.End - 1].Sense.Metric is null && !HasVerb(found) && LastOf(row, found.Noun) is > 0 and var described && row.Before(at, floor) is var main && main >= 0 && row[main] is { Role: TokenRole.Verb, Sense.Verb: null } deed && deed.End == token.Start && deed.End - deed.Start >= 2
            && !deed.Sense.Is(WordRoles.Speech | WordRoles.Adverb | WordRoles.Means))
        {
            // 颁发|符合标准的证书595张: the second verb only describes what the first one has for its object.
            (found.Noun, at) = (new Phrase(described + 1, found.Noun.End), main);
        }

        found.Action = at;
        found.ActionTakesNoun = !found.Noun.IsEmpty;
        return SubjectBefore(row, found, at, floor);
    }

    /// <summary>The 经 before the verb and who does it: 经|第三方|检测; -1 for none.</summary>
    private static int CheckedBy(TokenRow row, int verb, int floor)
    {
        var at = row.Before(verb, floor);
        while (at >= 0 && row[at].Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Number)
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].Role == TokenRole.Preposition && row.Word(at) is "经" or "经过" ? at : -1;
    }

    /// <summary>The last 的 within <paramref name="phrase"/>; -1 for none.</summary>
    private static int LastOf(TokenRow row, Phrase phrase)
    {
        for (var i = phrase.End - 1; i > phrase.Start; i--)
        {
            if (row[i].Role == TokenRole.Of)
            {
                return i;
            }
        }

        return -1;
    }
}
