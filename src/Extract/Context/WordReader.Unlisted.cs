using System.Buffers;

namespace Pipeline.Extract.Context;

/// <content>Words that no lexicon lists, without what the model for unlisted words glues to them.</content>
internal sealed partial class WordReader
{
    private static readonly SearchValues<char> GluedAfter = SearchValues.Create("以在将于被把");
    private static readonly SearchValues<char> GluedVerbs = SearchValues.Create("为达至超逾破居");
    private static readonly SearchValues<char> TrailingFunction = SearchValues.Create("称将则以已仍也均每逾约达于在由从向被较再共恐须拟需因及酿判");
    private static readonly SearchValues<char> GluedBehindName = SearchValues.Create("向与将由被及");
    private static readonly SearchValues<char> LeadingFunction = SearchValues.Create("称由为持若须恐拟仍未已将再因而且均各其遭获皆亦更又却则只仅及从但并比较判他她");
    private static readonly SearchValues<char> ShortGoods = SearchValues.Create("指股债币金银铜铝锌铅锡镍油胶棉");
    private static readonly SearchValues<char> ShareWords = SearchValues.Create("据领有用卜比地先线星");

    /// <summary>The word of the cut up to <paramref name="wordEnd"/>, or the part of it that is a word.</summary>
    private Token Unlisted(in Place place, int wordEnd)
    {
        var (text, _, _, at, _) = place;
        var tag = place.Word.Tag;
        if (wordEnd > at + 1)
        {
            if (TryMeasured(in place, wordEnd, out var token))
            {
                return token;
            }

            wordEnd = WithoutVerb(in place, wordEnd);
            if (wordEnd < place.Word.Span.End && wordEnd > at + 1 && text[wordEnd] is '涨' or '跌' && IsNoWord(text[at..wordEnd]))
            {
                // 闪迪|跌: a name, for no dictionary has it.
                return Classified(text, at, wordEnd, "nz");
            }

            if (wordEnd - at >= 2 && text[at] == '占' && tag is ['n', ..] or "x" or "v" && !ShareWords.Contains(text[at + 1]))
            {
                // 占晶|圆: no word of the dictionary, so the verb and what follows it.
                return Classified(text, at, at + 1, "v");
            }

            wordEnd = BeforeListed(in place, wordEnd);
            if (wordEnd - at == 3 && text[at] is not ('下' or '其' or '该' or '将' or '使' or '令') && tag[0] == 'n' && !_listed.TryGet(at, wordEnd, out _) && _listed.TryGet(at + 1, wordEnd, out var head) && head.Metric is { IsCountable: false })
            {
                // 毛收入: a sort of 收入.
                return TokenRoles.Classify(text, at, wordEnd, tag, WordSense.None with { Metric = head.Metric });
            }

            wordEnd = WithoutFollower(in place, wordEnd);
            if (TryPlace(in place, wordEnd, out token))
            {
                return token;
            }

            wordEnd = WithoutFunctionWord(in place, wordEnd);
        }

        return Classified(text, at, wordEnd, at > place.Word.Span.Start || wordEnd < place.Word.Span.End ? _dictionary.ListedTag(text[at..wordEnd]) ?? tag : tag);
    }

    /// <summary>价格|低99%: what is measured, whose predicate the cut takes in.</summary>
    private bool TryMeasured(in Place place, int wordEnd, out Token token)
    {
        var (text, _, _, at, _) = place;
        if (wordEnd - at >= 3 && ComparisonReader.IsPredicate(text[wordEnd - 1]) && !_listed.TryGet(at, wordEnd, out _) && _listed.TryGet(at, wordEnd - 1, out var compared) && compared.Metric is not null)
        {
            token = TokenRoles.Classify(text, at, wordEnd - 1, "n", compared);
            return true;
        }

        token = default;
        return false;
    }

    /// <summary>The end of the word without the verb or preposition that the model for unlisted words glues to it: 大谷翔平以, 率为.</summary>
    private int WithoutVerb(in Place place, int wordEnd)
    {
        var (text, _, _, at, _) = place;
        var tag = place.Word.Tag;
        if (wordEnd - at >= 3 && tag is "n" or "nr" or "nrt" or "nrfg" or "x" or "nz" && (GluedAfter.Contains(text[wordEnd - 1]) || text[wordEnd - 1] == '为' && IsUnlisted(text, at, wordEnd))
            || wordEnd - at == 2 && tag is "n" or "x" or "v" && GluedVerbs.Contains(text[wordEnd - 1]) && text[at] is '率' or '额' or '量' or '价' or '数' or '值' or '比' or '费' or '期')
        {
            wordEnd--;
        }

        if (wordEnd - at == 2 && text[wordEnd - 1] is '会' or '加' && text[at] is '税' or '费' or '价' && IsUnlisted(text, at, wordEnd))
        {
            // 离境税|会由, 离境税|加至
            return wordEnd - 1;
        }

        if (wordEnd - at == 2 && text[at] is '会' or '后' && text[at + 1] is '升' or '跌' or '涨' or '增' or '减' or '降' && FiguresFollow(in place, wordEnd))
        {
            // 预期|会|升0.2%, 开市|后|升1%
            return at + 1;
        }

        if (wordEnd - at >= 2 && text[wordEnd - 1] == '为' && text[wordEnd - 2] is '额' or '费' or '款' or '量' or '价' or '率' && IsUnlisted(text, at, wordEnd))
        {
            // 签约费|为, 征地款|为: whatever the model for unlisted words takes them for.
            wordEnd--;
        }

        if (wordEnd - at >= 2 && text[wordEnd - 1] is '涨' or '跌' && FiguresFollow(in place, wordEnd)
            && (wordEnd - at >= 3 && IsUnlisted(text, at, wordEnd) || wordEnd - at == 2 && (ShortGoods.Contains(text[at]) && IsUnlisted(text, at, wordEnd) || text[at] is '高' or '低' && at > 0 && text[at - 1] is '最' or '日')))
        {
            // 钯金|跌5%, 铜|跌, 仍|大涨7%, 最高|涨: what rises or falls, and its verb.
            wordEnd -= wordEnd - at >= 3 && _listed.TryGet(wordEnd - 2, wordEnd, out var verb) && verb.Verb is not null ? 2 : 1;
        }

        // 医管局指, 统计处称: a body and its verb of saying.
        if (wordEnd - at >= 3 && text[wordEnd - 1] is '指' or '称' or '说' && (SubjectName.PublicBodies.Contains(text[wordEnd - 2]) || text[wordEnd - 2] is '志' or '书'))
        {
            wordEnd--;
        }

        return wordEnd;
    }

    /// <summary>True where a number stands at <paramref name="end"/>, or a word that bounds one: 跌5%, 跌超5%.</summary>
    private static bool FiguresFollow(in Place place, int end)
    {
        var rest = place.Text[end..];
        return rest is ['超' or '逾' or '近' or '约' or '至' or '破', _, ..] ? char.IsAsciiDigit(rest[1]) : !rest.IsEmpty && char.IsAsciiDigit(rest[0]);
    }

    /// <summary>The end of the word before the listed one that starts within it.</summary>
    private int BeforeListed(in Place place, int wordEnd)
    {
        var (text, words, index, at, limit) = place;
        // A listed name that starts inside the word and runs past its end: 为英|伟达 holds 英伟达.
        for (var cut = at + 1; cut < wordEnd; cut++)
        {
            for (var end = Math.Min(limit, cut + _listed.LongestFrom(cut)); end > wordEnd && end >= cut + 3; end--)
            {
                if (_listed.TryGet(cut, end, out var sense) && (sense.Entity is not null || sense.Metric is not null && (EndsWord(words, index, end) || TailIsListed(words, text, index, end)) && !(text[wordEnd - 1] == '业' && _dictionary.ListedTag(text[at..wordEnd]) is "n") || sense.Verb is { Role: VerbRole.Reach }))
                {
                    // 加工业|增加值 holds no 工业增加值, 原油期货|价格下降 no 期货价.
                    wordEnd = cut;
                    break;
                }
            }

            // 药占|比降 holds 占比.
            if (cut == wordEnd - 1 && cut + 2 <= limit && _listed.TryGet(cut, cut + 2, out var pair) && pair.Metric is not null && TailIsListed(words, text, index, cut + 2))
            {
                wordEnd = cut;
            }
        }

        // The tail of an unlisted word may be listed: 净利润同比. Cut before the first listed tail of two or more characters.
        if (wordEnd - at >= 4)
        {
            for (var cut = at + 2; cut <= wordEnd - 2; cut++)
            {
                if (!(char.IsAsciiLetter(text[cut]) && char.IsAsciiLetter(text[cut - 1])) && _listed.TryGet(cut, wordEnd, out var tail) && !(words[index].Tag == "nt" && tail.Metric is { IsCountable: true }))
                {
                    wordEnd = cut;
                    break;
                }
            }
        }

        return wordEnd;
    }

    /// <summary>The end of a name without what follows it.</summary>
    private int WithoutFollower(in Place place, int wordEnd)
    {
        var (text, _, _, at, limit) = place;
        var tag = place.Word.Tag;
        if (wordEnd - at >= 2 && limit - wordEnd <= 2 && ComparisonReader.EndsComparison(text, wordEnd, limit) && IsUnlisted(text, at, wordEnd))
        {
            // 前|代薄, 旧|款重: the model for unlisted words glues the predicate of a comparison to the thing compared with.
            return wordEnd - 1;
        }

        if (wordEnd - at == 4 && tag[0] is 'n' or 'x' && GluedBehindName.Contains(text[wordEnd - 1]) && IsNoWord(text[at..wordEnd]))
        {
            // 欧阳修向: a name of three characters at most.
            wordEnd--;
        }

        return wordEnd;
    }

    /// <summary>全台|国: a listed place that the model for unlisted words glues the next character to.</summary>
    private bool TryPlace(in Place place, int wordEnd, out Token token)
    {
        var (text, _, _, at, _) = place;
        if (wordEnd - at == 3 && place.Word.Tag[0] is 'n' or 'x' or 'v' && _listed.TryGet(at, wordEnd - 1, out var listed) && (listed.Is(WordRoles.Region) || listed.Entity?.Type == EntityType.Place) && IsNoWord(text[at..wordEnd]))
        {
            token = TokenRoles.Classify(text, at, wordEnd - 1, "ns", listed);
            return true;
        }

        token = default;
        return false;
    }

    /// <summary>The end of the word without the function word that the model for unlisted words glues to either end of it.</summary>
    private int WithoutFunctionWord(in Place place, int wordEnd)
    {
        var (text, _, _, at, limit) = place;
        var tag = place.Word.Tag;
        var (isTrailed, isLed) = (TrailingFunction.Contains(text[wordEnd - 1]), LeadingFunction.Contains(text[at]) || text[at] is '对' or '向' && wordEnd - at == 3 && tag is not "nr");
        isLed |= text[at] is '今' or '昨' && text[at + 1] is '依' or '以' or '认' or '判' or '赴' or '将' or '遭' or '维';
        isLed |= wordEnd - at == 2 && (text[at] is '用' or '凭' or '趁' || text[at] is '能' or '要' or '可' or '会' && _dictionary.ListedTag(text[(at + 1)..wordEnd]) is "v");
        if (wordEnd - at is 2 or 3 && (isTrailed || isLed) && tag[0] is 'n' or 'x' or 'v' && IsNoWord(text[at..wordEnd]))
        {
            // 学生|数将, 须建, 能冲, 用铁|撬: the model for unlisted words takes a function word in.
            wordEnd = isTrailed ? wordEnd - 1 : at + 1;
        }

        if (wordEnd - at >= 3 && text[at] is '以' or '受' && tag[0] is 'n' or 'x' or 'v' && IsUnlisted(text, at, wordEnd))
        {
            // 以新北市, 以生技: a preposition that the model for unlisted words glues on.
            wordEnd = at + 1;
        }

        if (wordEnd - at == 3 && text[at] is '共' or '已' or '均' or '再' or '则' or '亦' or '也' or '又' or '将' or '拟' or '仍' or '即' or '内' or '上' or '下' or '中' or '里' or '处' && _dictionary.ListedTag(text[at..wordEnd]) is null or "l" && _listed.TryGet(at + 1, wordEnd, out _))
        {
            // 共揽收, 行李|内检获: an adverb or what closes a place, which the model for unlisted words glues to a listed verb.
            wordEnd = at + 1;
        }

        if (wordEnd - at == 2 && text[at] == '曾' && _listed.TryGet(at + 1, wordEnd, out var changing) && changing.Verb is { Role: VerbRole.Change })
        {
            // 金价|曾升: an adverb and its verb, nobody's name.
            wordEnd = at + 1;
        }

        if (wordEnd - at == 2 && text[at] is '内' or '及' && at + 3 <= limit && _listed.TryGet(at + 1, at + 3, out var torn) && (torn.Metric is not null || torn.Is(WordRoles.Action)) && IsNoWord(text[at..wordEnd]))
        {
            // 住所|内起|获 holds 起获, 外资|及陆|资 holds 陆资.
            wordEnd = at + 1;
        }

        return wordEnd;
    }
}
