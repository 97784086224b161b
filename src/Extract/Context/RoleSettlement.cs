using System.Buffers;
using System.Runtime.InteropServices;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>Settles the roles that the neighbours of a token decide: 将 before a noun is a preposition, a verb after 该 or before 集团 is part of a name.</summary>
internal static partial class RoleSettlement
{
    /// <summary>What the words of <see cref="TryWord"/> start with.</summary>
    private static readonly CharacterSet OpensSettled = new("每这那之高低大长深重主一连最");

    /// <summary>What ends the names of measures.</summary>
    private static readonly CharacterSet Suffixes = new("率额量费数类");

    /// <summary>What stands between a name and 涨 or 跌.</summary>
    private static readonly CharacterSet PriceAdverbs = new("收大微续转补齐普领反急猛劲开高低现初再均暴累或仍");

    private static readonly SearchValues<char> NumeralCharacters = SearchValues.Create("0123456789一二两三四五六七八九十百千半");

    /// <summary>Settles the roles of <paramref name="tokens"/>, from the left; each token by the first case that fits.</summary>
    public static void Settle(string folded, CueLexicon cues, List<Token> tokens)
    {
        JoinSuffixes(folded, tokens);
        SplitPriceVerbs(folded, tokens);
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (!TryJoinName(folded, tokens, i))
            {
                SettleAt(folded, cues, CollectionsMarshal.AsSpan(tokens), i);
            }
        }
    }

    /// <summary>姓|陈女|乘客, 姓黄的士司机, 姓林女乘客: a person by the family name, as Hong Kong's papers have it; 洪姓驾驶, 林姓男子.</summary>
    private static bool TryJoinName(string folded, List<Token> tokens, int i)
    {
        var row = CollectionsMarshal.AsSpan(tokens);
        ref readonly var token = ref row[i];
        if (folded[token.Start] != '姓' && folded[token.End - 1] != '姓')
        {
            return false;
        }

        var (length, next) = (token.End - token.Start, row[i + 1]);
        if (length == 1 && i > 0 && row[i - 1].Role is TokenRole.Quantity or TokenRole.Determiner && next.Role == TokenRole.Noun && next.Start == token.End && BearerOf(row, i) is > 0 and var borne)
        {
            return Join(tokens, i, borne, WordSense.None);
        }

        if (length != 2 || token.Role != TokenRole.Noun)
        {
            return false;
        }

        if (folded[token.Start] == '姓' && token.Sense.IsNone && BearerOf(row, i) is > 0 and var bearer)
        {
            return Join(tokens, i, bearer, WordSense.None);
        }

        return folded[token.End - 1] == '姓' && next.Role is TokenRole.Noun or TokenRole.Verb && next.Start == token.End && next.Sense is { Verb: null, Metric: null } && next.End - next.Start > 1
            && Join(tokens, i, i + 1, next.Sense with { Roles = next.Sense.Roles & ~WordRoles.Title });
    }

    private static bool Join(List<Token> tokens, int first, int last, WordSense sense)
    {
        tokens[first] = new Token(tokens[first].Start, tokens[last].End, TokenRole.Noun, "name", sense);
        tokens.RemoveRange(first + 1, last - first);
        return true;
    }

    private static void SettleAt(string folded, CueLexicon cues, Span<Token> tokens, int i)
    {
        if (i > 0 && tokens[i].Role == TokenRole.Noun && tokens[i - 1].Role == TokenRole.Quantity && tokens[i + 1].Role == TokenRole.Quantity && folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start) is "共重" or "总重" or "合共重" or "净重")
        {
            // 4包共重36.5克冰毒: how the second value is meant.
            tokens[i] = tokens[i] with { Role = TokenRole.Adverb, Sense = WordSense.None };
            return;
        }

        if (i > 0 && tokens[i].End - tokens[i].Start == 2 && tokens[i - 1].Role is TokenRole.Noun or TokenRole.Adverb or TokenRole.Clause && tokens[i + 1].Sense.Verb is { Role: VerbRole.Change } && folded.AsSpan(tokens[i].Start, 2) is "集体" or "初步" or "震荡" or "复牌")
        {
            // 三大股指集体跌1%, 英国股指初步收跌0.5%: how, and nothing that is measured.
            tokens[i] = tokens[i] with { Role = TokenRole.Adverb, Sense = WordSense.None };
            return;
        }

        if (OpensSettled.Contains(folded[tokens[i].Start]) && TryWord(folded, cues, tokens, i) || TryPassive(folded, cues, tokens, i))
        {
            return;
        }

        switch (tokens[i].Role)
        {
            case TokenRole.Noun:
                SettleNoun(folded, cues, tokens, i);
                break;
            case TokenRole.Verb:
                SettleVerb(folded, cues, tokens, i);
                break;
            case TokenRole.Adverb:
                SettleAdverb(folded, tokens, i);
                break;
            case TokenRole.Number or TokenRole.Skipped when folded[tokens[i].Start] == '第' && folded[tokens[i].End - 1] is '次' or '度' && folded[tokens[i].End - 2] is not ('航' or '班' or '批' or '车' or '人') && i + 1 < tokens.Length && tokens[i + 1].Role is TokenRole.Verb or TokenRole.Quantity:
                // 营收第三次突破百亿元: how often so far.
                tokens[i] = tokens[i] with { Role = TokenRole.Adverb };
                break;
            case TokenRole.Time or TokenRole.Listing or TokenRole.Particle:
                SettleOther(folded, tokens, i);
                break;
            case TokenRole.Preposition when i > 0 && tokens[i].End - tokens[i].Start == 1 && folded[tokens[i].Start] is '至' or '到' && (IsStation(tokens[i - 1]) && IsStation(tokens[i + 1]) || folded[tokens[i].Start] == '至' && (IsStation(tokens[i - 1]) || IsStation(tokens[i + 1])) && tokens[i - 1] is { Role: TokenRole.Noun, Sense.IsNone: true } && tokens[i + 1] is { Role: TokenRole.Noun, Sense.IsNone: true }) && tokens[i - 1].End == tokens[i].Start && (i == 1 || tokens[i - 2].Role is TokenRole.Clause or TokenRole.Listing or TokenRole.Time or TokenRole.Adverb or TokenRole.Skipped or TokenRole.Localizer):
                // 昆明至万象间的列车: a line by its ends.
                tokens[i] = tokens[i] with { Role = TokenRole.Listing };
                if (i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Localizer && folded.AsSpan(tokens[i + 2].Start, tokens[i + 2].End - tokens[i + 2].Start) is "间" or "之间")
                {
                    tokens[i + 2] = tokens[i + 2] with { Role = TokenRole.Skipped };
                }

                break;
        }
    }

    /// <summary>准时|率: the suffix of a measure belongs to the word before it, whatever that is.</summary>
    private static void JoinSuffixes(string folded, List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            if (tokens[i].End - tokens[i].Start != 1 || !Suffixes.Contains(folded[tokens[i].Start]))
            {
                continue;
            }

            if (tokens[i] is { Role: TokenRole.Noun or TokenRole.Verb or TokenRole.Preposition or TokenRole.Number } suffix
                && (folded[suffix.Start] is '率' or '额' or '量' or '费' || folded[suffix.Start] == '数' && tokens[i - 1].Role == TokenRole.Noun || folded[suffix.Start] == '类' && !(i + 1 < tokens.Count && tokens[i + 1].Role == TokenRole.Noun))
                && suffix.Sense.Metric is null && tokens[i - 1] is { Role: TokenRole.Verb or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Noun } stem
                && stem.End == suffix.Start && stem.End - stem.Start >= 2 && (stem.Sense.Verb is null || folded[suffix.Start] == '率' && stem.Sense.Verb.Role == VerbRole.Level) && !stem.IsName)
            {
                tokens[i - 1] = new Token(stem.Start, suffix.End, TokenRole.Noun, "n", WordSense.None);
                tokens.RemoveAt(i);
            }
        }
    }

    /// <summary>满帮涨|10.9%, 荔枝|网跌|1.2%, 动力煤收涨|4%: a name that the cut runs on into the verb of its price.</summary>
    private static void SplitPriceVerbs(string folded, List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            var token = tokens[i];
            if (tokens[i + 1].Role != TokenRole.Quantity || folded[token.End - 1] is not ('涨' or '跌') || folded[tokens[i + 1].End - 1] != '%' || token is not { Role: TokenRole.Noun or TokenRole.Verb, Sense.IsNone: true } || token.End - token.Start < 2)
            {
                continue;
            }

            var verb = WordSense.None with { Verb = new BindingVerb(VerbRole.Change, folded[token.End - 1] == '涨' ? Model.ChangeDirection.Up : Model.ChangeDirection.Down, null) };
            var isSession = folded[token.Start] == '初' && token.Start > 0 && folded[token.Start - 1] == '盘';
            var start = token.End - (!isSession && PriceAdverbs.Contains(folded[token.End - 2]) ? 2 : 1);
            var isSetting = isSession || start == token.Start + 1 && folded[token.Start] is '时' or '后' or '前';
            if (start == token.Start)
            {
                // 现涨2%, 初跌1%
                tokens[i] = token with { Role = TokenRole.Verb, Sense = verb };
            }
            else if (isSetting || start > token.Start + 1 || i > 0 && tokens[i - 1].Role == TokenRole.Noun && tokens[i - 1].End == token.Start)
            {
                tokens[i] = token with { End = start, Role = isSetting ? TokenRole.Localizer : TokenRole.Noun, Tag = isSetting ? "f" : "nz" };
                tokens.Insert(i + 1, new Token(start, token.End, TokenRole.Verb, "v", verb));
            }
        }
    }

    /// <summary>Words that are settled whatever their role is, told by their first character.</summary>
    private static bool TryWord(string folded, CueLexicon cues, Span<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], tokens[i + 1]);
        if (token.End - token.Start == 1 && token.Sense.Metric is not null && folded[token.Start] is '高' or '低' or '大' or '长' or '深' or '重' && i > 0 && tokens[i - 1] is { Role: TokenRole.Adverb or TokenRole.Noun, Tag: "d" or "zg" } degree && degree.End == token.Start && next.Role is TokenRole.Clause or TokenRole.Conjunction)
        {
            // 质押率很高,超过90%: what is said of the measure, no measure itself.
            tokens[i] = token with { Role = TokenRole.Adjective, Sense = WordSense.None };
            tokens[i - 1] = degree with { Role = TokenRole.Adverb };
            return true;
        }

        if (token.End - token.Start == 1 && token.Sense.Metric is not null && i > 0 && tokens[i - 1].Sense.Verb is { Role: VerbRole.Basis })
        {
            // 菜价比上月高5%: a comparative, not how high something is.
            tokens[i] = token with { Role = TokenRole.Adjective, Sense = WordSense.None };
            return true;
        }

        if (folded[token.Start] == '最' && next.Role == TokenRole.Time && cues.Is(ContextCue.HowSoon, folded.AsSpan(token.Start, token.End - token.Start)))
        {
            // 最快下周才会回跌: how soon, no measure.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
            return true;
        }

        if (folded.AsSpan(token.Start, token.End - token.Start) is "之一" && i > 0 && tokens[i - 1].Sense.Is(WordRoles.Title) && (next.IsName || next.Role is TokenRole.Adverb or TokenRole.Verb))
        {
            // 实控人之一王某
            tokens[i] = token with { Role = TokenRole.Skipped };
            return true;
        }

        if (folded[token.Start] == '一')
        {
            if (token.Role != TokenRole.Other || token.End - token.Start != 1 || next.Role != TokenRole.Noun || next.Start != token.End || i > 0 && tokens[i - 1].Role is not (TokenRole.Clause or TokenRole.Time) && !IsStation(tokens[i - 1]))
            {
                return false;
            }

            // 印度一寺庙: one that is brought on stage.
            tokens[i] = token with { Role = i > 0 && tokens[i - 1].Role == TokenRole.Noun ? TokenRole.Skipped : TokenRole.Determiner };
            return true;
        }

        if (token.End - token.Start == 1 && folded[token.Start] == '每' && (next.Role == TokenRole.Noun || next is { Role: TokenRole.Number, Tag: "q" }) && next.Start == token.End && next.End - next.Start <= 3 && next.Sense.IsNone)
        {
            // 每公升, 每呎: a denominator.
            (tokens[i], tokens[i + 1]) = (token with { Role = TokenRole.Adverb }, next with { Role = TokenRole.Adverb });
            return true;
        }

        if (token.End - token.Start == 1 && folded[token.Start] == '每' && next.Start == token.End && next.Role is TokenRole.Number or TokenRole.Skipped && i + 2 < tokens.Length)
        {
            // 每十万人口, 每10万人: of how many it is reckoned.
            var last = i + 1;
            while (last + 1 < tokens.Length && tokens[last + 1].Start == tokens[last].End && tokens[last + 1].Role == TokenRole.Noun && tokens[last + 1].End - tokens[last + 1].Start <= 2 && last < i + 2 && folded[tokens[last + 1].Start] is '人' or '口' or '户' or '名')
            {
                last++;
            }

            for (var of = i; of <= last; of++)
            {
                tokens[of] = tokens[of] with { Role = TokenRole.Adverb, Sense = WordSense.None };
            }

            return true;
        }

        if (token.End - token.Start == 2 && folded[token.Start] == '每' && token.Sense.Is(WordRoles.Attribute) && (next.Role is TokenRole.Verb or TokenRole.Quantity || next.Role == TokenRole.Adverb && folded[next.Start] == '每'))
        {
            // 每人每月594元, 平均每人花费2000元: a denominator.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
            return true;
        }

        if (token.Role is TokenRole.Adjective or TokenRole.Noun or TokenRole.Adverb && folded.AsSpan(token.Start, token.End - token.Start) is "主要" && (next.Role == TokenRole.Preposition || IsLink(folded, next) && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Preposition))
        {
            // 主要由于, 主要是因为: how much of the reason it is.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
            tokens[i + 1] = next.Role == TokenRole.Preposition ? next : next with { Role = TokenRole.Adverb, Sense = WordSense.None };
            return true;
        }

        if (token.End - token.Start == 1 && folded[token.Start] == '连' && (i == 0 || tokens[i - 1].Role == TokenRole.Clause) && next is { Role: TokenRole.Noun } && next.Start == token.End)
        {
            // 连东山集团营收都下降: even.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
            return true;
        }

        if (token.End - token.Start == 2 && token.Sense.Is(WordRoles.Generic) && folded[token.Start] is '这' or '那' && next.Role is TokenRole.Noun or TokenRole.Adjective)
        {
            // 这家医院 is a hospital; 这家 alone stands for one.
            tokens[i] = token with { Role = TokenRole.Determiner };
            return true;
        }

        return false;
    }

    private static bool IsLink(string folded, Token token) => token.End - token.Start == 1 && folded[token.Start] is '是' or '系';

    /// <summary>What looks like a verb and is a preposition, a time or part of a name.</summary>
    private static void SettleVerb(string folded, CueLexicon cues, Span<Token> tokens, int i)
    {
        var (token, next) = (tokens[i], tokens[i + 1]);
        if (token.End - token.Start == 1 && folded[token.Start] == '含' && next.Role == TokenRole.Quantity && i > 0 && tokens[i - 1].Role is TokenRole.Clause or TokenRole.Open)
        {
            // 新增18例，含3例…: a part of what was counted.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
        }
        else if (folded.AsSpan(token.Start, token.End - token.Start) is "公布" && i > 0 && (tokens[i - 1].Role == TokenRole.Clause || tokens[i - 1].Sense.Metric is not null || folded.AsSpan(tokens[i - 1].Start, tokens[i - 1].End - tokens[i - 1].Start) is "初值" or "终值")
            && (next.Role == TokenRole.Skipped && i + 2 < tokens.Length ? tokens[i + 2] : next) is { Role: TokenRole.Quantity } value && folded[value.End - 1] == '%')
        {
            // 失业率公布3.9%，前值4.2%: what it turned out to be.
            tokens[i] = token with { Sense = WordSense.None with { Verb = new BindingVerb(VerbRole.Level, null, null) } };
        }
        else if (token.Sense.Verb is { Role: VerbRole.Take })
        {
            tokens[i] = token with { Sense = token.Sense with { Verb = TakesPart(folded, tokens, i) ? PartTaken : null } };
        }
        else if (token.Tag is "vn" or "n" && token.Sense is { Verb: null } && token.Sense.Is(WordRoles.Action)
            && (next.Role == TokenRole.Listing || next.Role == TokenRole.Adverb && next.Sense.Is(WordRoles.Respectively)) && i > 0 && tokens[i - 1].Role is TokenRole.Noun or TokenRole.Verb)
        {
            // 增值服务、营销服务和企业服务分别贡献: a noun among nouns.
            tokens[i] = token with { Role = TokenRole.Noun };
            tokens[i - 1] = tokens[i - 1] with { Role = TokenRole.Noun };
        }
        else if (folded.AsSpan(token.Start, token.End - token.Start) is "驾驶" && (next.Sense.Metric is { Id: "alcohol_level" } || i > 0 && tokens[i - 1].Role == TokenRole.Determiner && next.Role != TokenRole.Noun))
        {
            // 轿车驾驶酒测值, 该名驾驶涉嫌: who drives.
            tokens[i] = token with { Role = TokenRole.Noun, Tag = "n", Sense = WordSense.None with { Roles = WordRoles.Group } };
        }
        else if (token.End - token.Start == 1 && folded[token.Start] == '收' && next.Role == TokenRole.Quantity && i > 0 && IsClose(folded, cues, tokens[i - 1]))
        {
            // 收市收5.02元: where the price ends up, nothing that is taken in.
            tokens[i] = token with { Sense = WordSense.None with { Verb = new BindingVerb(VerbRole.Level, null, null) } };
        }
        else if (token is { Tag: "vn", Sense.Verb: null } && (!token.Sense.Is(WordRoles.Speech) || next.Sense.Metric is not null && folded.AsSpan(token.Start, token.End - token.Start) is not ("预计" or "预料" or "预估")) && i > 0 && tokens[i - 1].Role == TokenRole.Noun && next.Role == TokenRole.Noun
            && (LeadsToVerb(tokens, i + 2) || tokens[i - 1].End == token.Start && next.Sense.Metric is not null && folded[next.End - 1] is '量' or '数' or '率' or '额' or '费'))
        {
            // 萝卜快跑服务足迹覆盖22座城市: the verb comes later; 客运服务乘客量: what is measured ends the phrase.
            tokens[i] = token with { Role = TokenRole.Noun };
        }
        else if (token.End - token.Start == 1 && folded[token.Start] == '多' && next.Role == TokenRole.Quantity && folded[next.End - 1] is not ('%' or '点' or '元' or '成' or '倍') && !IsCompared(tokens, i))
        {
            // 产品多5种颜色: what else there is; 比去年多5种 is a change.
            tokens[i] = token with { Role = TokenRole.Adverb, Sense = WordSense.None };
        }
        else if (token.End - token.Start == 1 && folded[token.Start] == '料' && i > 0 && tokens[i - 1] is { Role: TokenRole.Noun, Sense.Metric: not null } expected && expected.End == token.Start)
        {
            // 失业率料升至4%: what is measured speaks of nothing.
            tokens[i] = token with { Role = TokenRole.Adverb };
        }
        else if (token.Sense.Verb is null && NamesSort(folded, cues, tokens, i))
        {
            // 公共租赁房, 100个重点建设项目, 是发行金额的30倍: the verb says what sort of thing.
            tokens[i] = token with { Role = TokenRole.Noun, Tag = "vn", Sense = WordSense.None };
        }
        else if (IsLimit(tokens, i))
        {
            HideLimit(tokens, i);
        }
        else if (token is { Sense.Verb.Role: VerbRole.Level } && token.End - token.Start == 1 && folded[token.Start] == '为' && ((i > 0 && tokens[i - 1].Role == TokenRole.Adverb || OpensClause(tokens, i)) && LeadsToPredicate(tokens, i) || LeadsToProviding(folded, tokens, i) || IsForSeveral(folded, tokens, i)))
        {
            // 已为多家企业办理…, 为偿还…: a preposition where a verb of its own follows.
            tokens[i] = token with { Role = TokenRole.Preposition, Sense = token.Sense with { Verb = null } };
        }
        else if (folded.AsSpan(token.Start, token.End - token.Start) is "控股" && i > 0 && tokens[i - 1].Role == TokenRole.Noun && tokens[i - 1].End == token.Start && !tokens[i - 1].Sense.Is(WordRoles.Generic | WordRoles.Title)
            && (next.Role is TokenRole.Verb or TokenRole.Adverb or TokenRole.Preposition or TokenRole.Time or TokenRole.Skipped || folded.AsSpan(next.Start, next.End - next.Start) is "集团"))
        {
            // 海川控股持有, 海川控股集团: the last word of a name.
            tokens[i] = token with { Role = TokenRole.Noun, Sense = WordSense.None };
        }
        else if (token.Role is TokenRole.Verb or TokenRole.Noun && folded.AsSpan(next.Start, next.End - next.Start) is "之日起" or "之日" or "日起")
        {
            // 公告之日起15日后, 本判决生效之日起十日内: since when.
            for (var since = i; since >= 0 && (since == i || tokens[since].Sense.Is(WordRoles.Speech | WordRoles.Document | WordRoles.Verdict)) && tokens[since] is { Role: TokenRole.Verb or TokenRole.Noun } said; since--)
            {
                tokens[since] = said with { Role = TokenRole.Time };
            }

            tokens[i + 1] = next with { Role = TokenRole.Time };
        }
        else if (token.Sense is { Verb: not null, Metric.Id: "acceleration" } && next.Role == TokenRole.Quantity && folded[next.End - 1] == '秒')
        {
            // 加速5.1秒: how long it takes, nothing that grows.
            tokens[i] = token with { Role = TokenRole.Noun, Sense = token.Sense with { Verb = null } };
        }
        else if (token.End - token.Start == 1 && folded[token.Start] == '省' && next.Role is TokenRole.Noun or TokenRole.Adverb or TokenRole.Adjective or TokenRole.Preposition or TokenRole.Listing && next.Start == token.End)
        {
            // 省消防总队: a province, nothing that is saved.
            tokens[i] = token with { Role = TokenRole.Noun, Sense = WordSense.None };
        }
        else if (i > 0 && (tokens[i - 1].Role == TokenRole.Quantity || tokens[i - 1].Sense.Is(WordRoles.Seizure)) && next.Role == TokenRole.Noun && folded.AsSpan(token.Start, token.End - token.Start) is "怀疑" or "疑似" or "涉嫌")
        {
            // 320公斤怀疑可卡因
            tokens[i] = token with { Role = TokenRole.Adjective };
        }
        else if (i > 0 && token.Sense is { Verb: null, Metric: null } && !token.Sense.Is(WordRoles.Speech | WordRoles.Seizure) && next.Role == TokenRole.Noun && next.Start == token.End && tokens[i - 1] is { Role: TokenRole.Verb } seizing && seizing.End == token.Start && seizing.Sense.Is(WordRoles.Seizure))
        {
            // 查获走私香烟, 检获伪造身分证: of what sort the things are.
            tokens[i] = token with { Role = TokenRole.Adjective };
        }
        else if (token.Sense.IsNone
            && (i > 0 && (tokens[i - 1].Role == TokenRole.Determiner || next.Role == TokenRole.Of && tokens[i - 1].Sense.Is(WordRoles.Attribute) && tokens[i - 1].Role == TokenRole.Noun)
                || next.Role == TokenRole.Noun && folded[token.End - 1] is not ('于' or '为') && cues.Is(ContextCue.NameEnd, folded.AsSpan(next.Start, next.End - next.Start))
                || next.Role == TokenRole.Listing && i > 0 && IsUnlistedBehindTitle(folded, tokens[i - 1], token)))
        {
            tokens[i] = token with { Role = TokenRole.Noun };
        }
    }

    /// <summary>True where 比 or 较 stands before the token, in its clause.</summary>
    private static bool IsCompared(Span<Token> tokens, int i)
    {
        while (i > 0 && tokens[i].Role != TokenRole.Clause && !tokens[i].Sense.Is(WordRoles.Compare))
        {
            i--;
        }

        return tokens[i].Sense.Is(WordRoles.Compare);
    }
}
