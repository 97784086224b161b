using System.Buffers;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>Reads the next word of a sentence where the segmenter's cut and the lexicons disagree.</summary>
/// <remarks>A listed word wins over the cut: the longest one that starts here and ends where a word ends, else one that a longer word starts with.</remarks>
internal sealed partial class WordReader(ListedWords listed)
{
    private static readonly SearchValues<char> GluedAfter = SearchValues.Create("以在将于被把");
    private static readonly SearchValues<char> GluedVerbs = SearchValues.Create("为达至超逾破居");
    private static readonly SearchValues<char> GluedAdverbs = SearchValues.Create("已约仅共均达超近逾为至到较由从也还又再则都将指称");
    private static readonly SearchValues<char> TrailingFunction = SearchValues.Create("称将则以已仍也均每逾约达于在由从向被较再共恐须拟需因及酿");
    private static readonly SearchValues<char> Modals = SearchValues.Create("拟已并均也曾可须仍还又共则欲");
    private static readonly SearchValues<char> Openers = SearchValues.Create("向将以对于在由把给从同与");
    private static readonly SearchValues<char> GluedBehindName = SearchValues.Create("向与将由被及");
    private static readonly SearchValues<char> LeadingFunction = SearchValues.Create("由为持若须恐拟仍未已将再因而且均各其遭获皆亦更又却则只仅及从但并比较");
    private static readonly SearchValues<char> ShareWords = SearchValues.Create("据领有用卜比地先线星");
    private readonly ListedWords _listed = listed;
    private readonly WordDictionary _dictionary = WordDictionary.Embedded;

    /// <summary>The word at <paramref name="at"/>.</summary>
    public Token Read(AnalyzedSentence sentence, in TokenCursor cursor, int at)
    {
        var text = sentence.Folded.AsSpan();
        var words = cursor.Words;
        var index = cursor.WordIndex;
        var limit = cursor.NextStretch(at);
        var wordEnd = Math.Max(at + 1, Math.Min(limit, words[index].Span.End));
        if (wordEnd - at is 2 or 3 && wordEnd < limit && text[wordEnd] is '增' or '减' && text[wordEnd - 1] is '年' or '月' or '季' && _dictionary.ListedTag(text[at..wordEnd]) is null && !_listed.TryGet(at, wordEnd, out _))
        {
            // 零组件|业年|增: the model for unlisted words glues the 年 of 年增 to the noun before.
            wordEnd--;
        }

        if (wordEnd - at == 2 && text[at] == '以' && text[at + 1] is '南' or '北' or '东' or '西' && index > 0 && words[index - 1] is { Tag: "n" or "vn" or "v" } ranked && ranked.Span.End == at && wordEnd < limit)
        {
            // 雨量以|南化关山900毫米居冠: no direction, the first character of a place.
            return TokenRoles.Classify(text, at, at + 1, "p", _listed.TryGet(at, at + 1, out var by) ? by : WordSense.None);
        }

        if (wordEnd == at + 2 && text[at] is '于' or '自' or '向' or '在' or '由' or '对' && text[at + 1] is '本' or '该' or '其' or '各' && _dictionary.ListedTag(text[at..wordEnd]) is null && !_listed.TryGet(at, wordEnd, out _))
        {
            // 于本|判决: the model for unlisted words makes a name of them.
            return TokenRoles.Classify(text, at, at + 1, "p", _listed.TryGet(at, at + 1, out var opened) ? opened : WordSense.None);
        }

        if (text[at..] is ['比' or '较', '上' or '前', '一', '代', ..])
        {
            // 比上一代便宜: a thing compared with, not a span of time.
            return TokenRoles.Classify(text, at, at + 1, "p", _listed.TryGet(at, at + 1, out var compare) ? compare : WordSense.None);
        }

        if (text[at..] is ['上' or '前', '一', '代', ..])
        {
            return TokenRoles.Classify(text, at, at + 1, "f", WordSense.None);
        }

        if (wordEnd < text.Length - 1 && wordEnd < limit - 1 && text[wordEnd - 1] is '分' or '支' or '总' or '银' && text[wordEnd] == '行' && text[wordEnd + 1] == '为')
        {
            // 海外分|行为: a bank's branch and what it amounts to.
            return TokenRoles.Classify(text, at, wordEnd + 1, "n", WordSense.None);
        }

        if (wordEnd == at + 2 && (text[at] is '虽' or '惟' or '但' && text[at + 1] == '较' || text[at..] is ['创', '史', '上', ..]) && !_listed.TryGet(at, wordEnd, out _))
        {
            // 虽|较去年, 创|史上最大: the dictionary, or its model for unlisted words, takes them together.
            return TokenRoles.Classify(text, at, at + 1, text[at] == '创' ? "v" : "c", _listed.TryGet(at, at + 1, out var opening) ? opening : WordSense.None);
        }

        if (wordEnd == at + 2 && text[at] == '料' && text[at + 1] is '为' or '达' or '约' or '将' or '逾' && _listed.TryGet(at, at + 1, out var foreseen))
        {
            // 赤字料|为
            return TokenRoles.Classify(text, at, at + 1, "vn", foreseen);
        }

        if (text[at..] is ['中', '共', '有' or '拿' or '获' or '查' or '抽' or '取' or '收' or '录' or '检' or '选' or '计' or '发', ..] && wordEnd == at + 2 && at > sentence.Span.Start && text[at - 1] is '人' or '席' or '名' or '例' or '件' or '位' or '家' or '个' or '员' or '委' or '者' or '单' or '次' or '案' or '校' or '区')
        {
            // 10人中|共有3人: the party's name elsewhere.
            return TokenRoles.Classify(text, at, at + 1, "f", WordSense.None);
        }

        if (wordEnd == at + 2 && text[at] is '会' or '可' && text[at + 1] is '加' or '减' or '升' or '跌' or '涨' or '降' or '增' && !_listed.TryGet(at, wordEnd, out _) && _dictionary.ListedTag(text[at..wordEnd]) is null)
        {
            // 会|加5%, 可|减碳
            return TokenRoles.Classify(text, at, at + 1, "d", _listed.TryGet(at, at + 1, out var will) ? will : WordSense.None);
        }

        if (text[at..] is ['得', '分', '为', ..] && wordEnd == at + 1)
        {
            // 得|分为: a score, and what it is.
            return TokenRoles.Classify(text, at, at + 2, "v", WordSense.None);
        }

        if (wordEnd - at == 2 && Modals.Contains(text[at]) && Openers.Contains(text[at + 1]) && text[at..wordEnd] is not ("可以" or "可对" or "还给" or "还以" or "共同") && !_listed.TryGet(at, wordEnd, out _))
        {
            // 拟|向, 拟|将: the dictionary lists them as one word.
            return TokenRoles.Classify(text, at, at + 1, "d", _listed.TryGet(at, at + 1, out var modal) ? modal : WordSense.None);
        }

        if (wordEnd - at == 2 && text[at] == '与' && text[at + 1] == '其' && !sentence.Span.Of(sentence.Folded).Contains("不如", StringComparison.Ordinal))
        {
            // 与|其一致行动人; 与其…不如 is one word.
            return TokenRoles.Classify(text, at, at + 1, "p", _listed.TryGet(at, at + 1, out var with) ? with : WordSense.None);
        }

        if (wordEnd - at == 2 && text[at] is '使' or '令' or '让' or '将' && _dictionary.ListedTag(text[at..wordEnd]) is null && NameRunsOn(at + 1, wordEnd, limit))
        {
            // 使谷|歌营收: a name that the cut runs through.
            return TokenRoles.Classify(text, at, at + 1, text[at] == '将' ? "d" : "v", _listed.TryGet(at, at + 1, out var causes) ? causes : WordSense.None);
        }

        if (wordEnd - at is 3 or 4 && text[at] is '使' or '令' or '让' or '将' or '把' or '其' && _dictionary.ListedTag(text[at..wordEnd]) is null && _listed.TryGet(at + 1, wordEnd, out var behind) && (behind.Metric is not null || behind.Entity is not null))
        {
            // 将|鸿海, 使|营收: the model for unlisted words glues them.
            return TokenRoles.Classify(text, at, at + 1, text[at] switch { '将' => "d", '把' => "p", '其' => "r", _ => "v" }, _listed.TryGet(at, at + 1, out var opening) ? opening : WordSense.None);
        }

        if (wordEnd - at >= 3 && text[at] == '其' && text[at + 1] == '所')
        {
            // 其|所持: the dictionary lists them as one word.
            return TokenRoles.Classify(text, at, at + 1, "r", _listed.TryGet(at, at + 1, out var holder) ? holder : WordSense.None);
        }

        if (wordEnd - at == 2 && text[at..] is ['约', '会', '落' or '达' or '在' or '增' or '降' or '减' or '升' or '为', ..])
        {
            // 约|会落在30%: the dictionary lists them as one word.
            return TokenRoles.Classify(text, at, at + 1, "d", _listed.TryGet(at, at + 1, out var about) ? about : WordSense.None);
        }

        for (var end = Math.Min(cursor.NextValueOrTime(at), at + _listed.LongestFrom(at)); end > limit && end >= at + 3; end--)
        {
            // 沪深两市: a listed name with a number in it that is no claim.
            if (_listed.TryGet(at, end, out var sense) && (sense.Entity is not null || sense.Metric is not null || sense.Is(WordRoles.Region)))
            {
                return TokenRoles.Classify(text, at, end, "n", sense);
            }
        }

        if (TryListedName(text, in cursor, at, limit, out var name))
        {
            return name;
        }

        if (wordEnd == at + 2 && text[at..] is ['因' or '由' or '对' or '据', '此', '项' or '次' or '类' or '笔' or '宗' or '轮', ..])
        {
            // 因此|项交易: for this deal.
            return TokenRoles.Classify(text, at, at + 1, "p", _listed.TryGet(at, at + 1, out var reason) ? reason : WordSense.None);
        }

        var longest = Math.Min(limit - at, _listed.LongestFrom(at));
        if (longest >= 2 && text[at..] is ['占', '比', ..] && _listed.TryGet(at, at + 2, out var ratio))
        {
            // 占|比达, 营收占|比由: never a verb and a comparison.
            return TokenRoles.Classify(text, at, at + 2, "n", ratio);
        }

        if (longest > 0)
        {
            // 台积|电营, 杠杆|率为: a listed name that the cut runs through; a metric only where the rest is listed too.
            for (var end = at + longest; end >= at + 3 && end > wordEnd; end--)
            {
                if (_listed.TryGet(at, end, out var sense) && (sense.Entity is not null || sense.Is(WordRoles.Title) && (end - at >= 4 || text[end - 1] == '人' || text[end - 1] == '厂' && end < text.Length && text[end] is not ('商' or '家' or '房')) || sense.Metric is not null && (EndsWord(words, index, end) || TailIsListed(words, text, index, end)) || sense.Is(WordRoles.Event) && MetricStartsAt(text, end, limit)))
                {
                    return TokenRoles.Classify(text, at, end, "n", sense);
                }
            }

            if (wordEnd == at + 1 && longest >= 2 && _listed.TryGet(at, at + 2, out var across) && (across.Metric is not null || text[at + 1] == '股' && across.Is(WordRoles.Region) || text[at + 1] == '主' && across.Is(WordRoles.Title | WordRoles.Group)) && TailIsListed(words, text, index, at + 2))
            {
                // 对|价为 is 对价 and 为, 业|主持|货 is 业主 and 持货.
                return TokenRoles.Classify(text, at, at + 2, "n", across);
            }

            if (wordEnd == at + 1 && longest >= 2 && index + 1 < words.Length && words[index + 1].Span.End > at + 2 && _listed.TryGet(at, at + 2, out var deed) && deed.Is(WordRoles.Action | WordRoles.Trade) && NameStartsAt(text, at + 2, words[index + 1].Span.End, limit))
            {
                // 卖|超群|创 is 卖超 and 群创, 卖|超台|股 is 卖超 and 台股.
                return TokenRoles.Classify(text, at, at + 2, "v", deed);
            }

            // 并|处罚|金 is 并处 and 罚金, 在|用算力 is 在用 and 算力.
            for (var end = at + longest; end >= at + 2 && end > wordEnd; end--)
            {
                if (_listed.TryGet(at, end, out var sense) && sense.Is(WordRoles.Adverb | WordRoles.Attribute) && sense.Metric is null && MetricStartsAt(text, end, limit))
                {
                    return TokenRoles.Classify(text, at, end, sense.Is(WordRoles.Adverb) ? "d" : "b", sense);
                }
            }

            // 年|增近, 急|增约: the verb of change, and the adverb that the model for unlisted words glued to its last character.
            if (index + 1 < words.Length && words[index + 1].Span.End - 1 is var tail && tail > wordEnd && tail <= at + longest && GluedAdverbs.Contains(text[tail])
                && _listed.TryGet(at, tail, out var change) && change.Verb is { Role: VerbRole.Change })
            {
                return TokenRoles.Classify(text, at, tail, "v", change);
            }

            if (limit > wordEnd && limit - at <= longest && _listed.TryGet(at, limit, out var ending) && ending.Metric is not null)
            {
                // 占比|高达95%, which the segmenter cuts as 占 and 比高.
                return TokenRoles.Classify(text, at, limit, "n", ending);
            }

            // Whole words first, longest first.
            var last = index;
            while (last + 1 < words.Length && words[last + 1].Span.End - at <= longest)
            {
                last++;
            }

            for (; last >= index; last--)
            {
                var end = Math.Min(words[last].Span.End, limit);
                if (end - at <= longest && end > at && _listed.TryGet(at, end, out var sense))
                {
                    return TokenRoles.Classify(text, at, end, last == index ? words[index].Tag : "n", sense);
                }
            }

            // A word of two listed words: 同比增长 is 同比 and 增长. Single characters are left to the segmenter.
            for (var end = Math.Min(wordEnd - 1, at + longest); end >= at + 2; end--)
            {
                if (_listed.TryGet(at, end, out var sense) && _listed.TryGet(end, wordEnd, out _))
                {
                    return TokenRoles.Classify(text, at, end, words[index].Tag, sense);
                }
            }

            // 股价|已, 占比|已: the model for unlisted words glues an adverb to a listed one.
            if (wordEnd - at is >= 3 and <= 6 && longest >= wordEnd - at - 1 && GluedAdverbs.Contains(text[wordEnd - 1])
                && _listed.TryGet(at, wordEnd - 1, out var before) && (before.Metric is not null || before.Entity is not null))
            {
                return TokenRoles.Classify(text, at, wordEnd - 1, "n", before);
            }

            // A longer listed name or metric that the segmenter cut elsewhere.
            for (var end = at + longest; end >= at + 2 && end > wordEnd; end--)
            {
                if (_listed.TryGet(at, end, out var sense) && (sense.Entity is not null || sense.Metric is not null)
                    && (end >= at + 3 && (sense.Entity is not null || EndsWord(words, index, end)) || TailIsListed(words, text, index, end) || index + 1 < words.Length && words[index + 1].Span.End == end + 1 && GluedAdverbs.Contains(text[end])))
                {
                    return TokenRoles.Classify(text, at, end, "n", sense);
                }
            }
        }

        if (wordEnd - at >= 3 && text[wordEnd - 1] is '高' or '低' or '多' or '少' or '快' or '慢' or '大' or '小' && !_listed.TryGet(at, wordEnd, out _) && _listed.TryGet(at, wordEnd - 1, out var compared) && compared.Metric is not null)
        {
            // 价格|低99%: what is measured and its predicate.
            return TokenRoles.Classify(text, at, wordEnd - 1, "n", compared);
        }

        // The model for unlisted words glues function words to names: 大谷翔平以, 率为.
        if (wordEnd - at >= 3 && words[index].Tag is "n" or "nr" or "nrt" or "nrfg" or "x" or "nz" && (GluedAfter.Contains(text[wordEnd - 1]) || text[wordEnd - 1] == '为' && _dictionary.ListedTag(text[at..wordEnd]) is null && !_listed.TryGet(at, wordEnd, out _))
            || wordEnd - at == 2 && words[index].Tag is "n" or "x" or "v" && GluedVerbs.Contains(text[wordEnd - 1]) && text[at] is '率' or '额' or '量' or '价' or '数' or '值' or '比' or '费')
        {
            wordEnd--;
        }

        if (wordEnd - at >= 3 && text[wordEnd - 1] is '共' or '约' or '达' or '仅' or '逾' && text[wordEnd - 2] is '数' or '额' or '量' or '率' && _dictionary.ListedTag(text[at..wordEnd]) is null && !_listed.TryGet(at, wordEnd, out _))
        {
            // 受理数|共, 就业数|约
            wordEnd--;
        }

        if (wordEnd - at >= 2 && text[wordEnd - 1] == '为' && text[wordEnd - 2] is '额' or '费' or '款' or '量' or '价' or '率' && _dictionary.ListedTag(text[at..wordEnd]) is null && !_listed.TryGet(at, wordEnd, out _))
        {
            // 签约费|为, 征地款|为: whatever the model for unlisted words takes them for.
            wordEnd--;
        }

        // 占晶|圆: no word of the dictionary, so the verb and what follows it.
        if (wordEnd - at >= 2 && text[at] == '占' && words[index].Tag is ['n', ..] or "x" or "v" && !ShareWords.Contains(text[at + 1]))
        {
            wordEnd = at + 1;
            return TokenRoles.Classify(text, at, wordEnd, "v", _listed.TryGet(at, wordEnd, out var share) ? share : WordSense.None);
        }

        // 医管局指, 统计处称: a body and its verb of saying.
        if (wordEnd - at >= 3 && text[wordEnd - 1] is '指' or '称' or '说' && (SubjectName.PublicBodies.Contains(text[wordEnd - 2]) || text[wordEnd - 2] is '志' or '书'))
        {
            wordEnd--;
        }

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
                if (_listed.TryGet(cut, wordEnd, out var tail) && !(words[index].Tag == "nt" && tail.Metric is { IsCountable: true }))
                {
                    wordEnd = cut;
                    break;
                }
            }
        }

        if (wordEnd - at == 3 && text[at] is not ('下' or '其' or '该' or '将' or '使' or '令') && words[index].Tag[0] == 'n' && !_listed.TryGet(at, wordEnd, out _) && _listed.TryGet(at + 1, wordEnd, out var head) && head.Metric is { IsCountable: false })
        {
            // 毛收入: a sort of 收入.
            return TokenRoles.Classify(text, at, wordEnd, words[index].Tag, WordSense.None with { Metric = head.Metric });
        }

        var tag = words[index].Tag;
        if (wordEnd - at is 3 or 4 && (tag is "i" || text[wordEnd - 1] == '拟' && text[wordEnd - 2] is not ('模' or '虚' or '草' or '比')) && text[wordEnd - 1] is '拟' or '将' or '于' or '向' && _dictionary.ListedTag(text[at..wordEnd]) is null)
        {
            // 吴用拟: the model for unlisted words takes a name and what follows for a phrase.
            wordEnd--;
        }

        if (wordEnd - at == 4 && tag[0] is 'n' or 'x' && GluedBehindName.Contains(text[wordEnd - 1]) && _dictionary.ListedTag(text[at..wordEnd]) is null)
        {
            // 欧阳修向: a name of three characters at most.
            wordEnd--;
        }

        if (wordEnd - at is 2 or 3 && tag[0] is 'n' or 'x' or 'v' && _dictionary.ListedTag(text[at..wordEnd]) is null)
        {
            for (var end = wordEnd - 1; end >= at + 2; end--)
            {
                // 全台|国: the model for unlisted words glues the next character to a listed place.
                if (_listed.TryGet(at, end, out var place) && (place.Is(WordRoles.Region) || place.Entity?.Type == EntityType.Place))
                {
                    return TokenRoles.Classify(text, at, end, "ns", place);
                }
            }

            // 学生|数将, 须建: the model for unlisted words takes a function word in.
            wordEnd = TrailingFunction.Contains(text[wordEnd - 1]) ? wordEnd - 1 : LeadingFunction.Contains(text[at]) || text[at] is '对' or '向' && wordEnd - at == 3 && tag is not "nr" ? at + 1 : wordEnd;
        }

        if (wordEnd - at >= 3 && text[at] is '以' or '受' && tag[0] is 'n' or 'x' or 'v' && _dictionary.ListedTag(text[at..wordEnd]) is null && !_listed.TryGet(at, wordEnd, out _))
        {
            // 以新北市, 以生技: a preposition that the model for unlisted words glues on.
            wordEnd = at + 1;
        }

        if (wordEnd - at == 3 && text[at] is '共' or '已' or '均' or '将' or '拟' or '仍' or '即' or '内' or '上' or '下' or '中' or '里' or '处' && _dictionary.ListedTag(text[at..wordEnd]) is null or "l" && _listed.TryGet(at + 1, wordEnd, out _))
        {
            // 共揽收, 行李|内检获: an adverb or what closes a place, which the model for unlisted words glues to a listed verb.
            wordEnd = at + 1;
        }

        if (wordEnd - at == 2 && text[at] is '内' or '及' && at + 3 <= limit && _dictionary.ListedTag(text[at..wordEnd]) is null && _listed.TryGet(at + 1, at + 3, out var torn) && (torn.Metric is not null || torn.Is(WordRoles.Action)))
        {
            // 住所|内起|获 holds 起获, 外资|及陆|资 holds 陆资.
            wordEnd = at + 1;
        }

        if (at > words[index].Span.Start || wordEnd < words[index].Span.End)
        {
            tag = _dictionary.ListedTag(text[at..wordEnd]) ?? tag;
        }

        return TokenRoles.Classify(text, at, wordEnd, tag, _listed.TryGet(at, wordEnd, out var own) ? own : WordSense.None);
    }

    /// <summary>True where the name of a company starts at <paramref name="at"/> and goes on behind <paramref name="wordEnd"/>.</summary>
    private bool NameRunsOn(int at, int wordEnd, int limit)
    {
        for (var end = Math.Min(limit, at + _listed.LongestFrom(at)); end > wordEnd; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && sense.Entity is not null)
            {
                return true;
            }
        }

        return false;
    }
}
