using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <content>Listed words that start where the word does, whatever the cut.</content>
internal sealed partial class WordReader
{
    /// <summary>The listed word that starts here, if one is to be read.</summary>
    private bool TryListed(in Place place, in TokenCursor cursor, int wordEnd, out Token token)
    {
        var (text, _, _, at, limit) = place;
        for (var end = Math.Min(cursor.NextValueOrTime(at), at + _listed.LongestFrom(at)); end > limit && end >= at + 3; end--)
        {
            // 沪深两市: a listed name with a number in it that is no claim.
            if (_listed.TryGet(at, end, out var sense) && (sense.Entity is not null || sense.Metric is not null || sense.Is(WordRoles.Region)))
            {
                token = TokenRoles.Classify(text, at, end, "n", sense);
                return true;
            }
        }

        if (_listed.LongestNameFrom(at) > 0 && TryListedName(in place, in cursor, out token))
        {
            return true;
        }

        var longest = Math.Min(limit - at, _listed.LongestFrom(at));
        token = default;
        return longest > 0
            && (longest > wordEnd - at && TryAcross(in place, wordEnd, longest, out token)
                || TryWithin(in place, wordEnd, longest, out token)
                || longest > wordEnd - at && TryLonger(in place, wordEnd, longest, out token));
    }

    /// <summary>A listed word that the cut runs through, and that what follows shows to be one.</summary>
    private bool TryAcross(in Place place, int wordEnd, int longest, out Token token)
    {
        var (text, words, index, at, limit) = place;
        // 台积|电营, 杠杆|率为, 法|说|会后: a listed name that the cut runs through; a metric only where the rest is listed too.
        for (var end = at + longest; end >= at + 3 && end > wordEnd; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && (sense.Entity is not null || sense.Is(WordRoles.Title) && (end - at >= 4 || text[end - 1] == '人' || text[end - 1] == '厂' && end < text.Length && text[end] is not ('商' or '家' or '房') || text[end - 1] == '长' && CutsUnlisted(words, text, index, end)) || sense.Metric is not null && (end - at >= 4 && end < limit && text[end] == '不' || EndsWord(words, index, end) || TailIsListed(words, text, index, end)) || sense.Is(WordRoles.Event) && MetricStartsAt(text, end, limit) || sense.Is(WordRoles.Disclosure) && end - at == 3))
            {
                token = TokenRoles.Classify(text, at, end, "n", sense);
                return true;
            }
        }

        if (wordEnd == at + 1 && longest >= 2 && _listed.TryGet(at, at + 2, out var across) && (across.Metric is not null || text[at + 1] == '股' && across.Is(WordRoles.Region) || across.Is(WordRoles.Good) && text[(at + 2)..] is ['涨' or '跌', ..] or ['收', '涨' or '跌', ..] || text[at + 1] == '主' && across.Is(WordRoles.Title | WordRoles.Group)) && TailIsListed(words, text, index, at + 2))
        {
            // 对|价为 is 对价 and 为, 业|主持|货 is 业主 and 持货, 热|卷收|跌 is 热卷 and 收跌.
            token = TokenRoles.Classify(text, at, at + 2, "n", across);
            return true;
        }

        if (wordEnd == at + 1 && longest >= 2 && index + 1 < words.Length && words[index + 1].Span.End > at + 2 && _listed.TryGet(at, at + 2, out var deed) && deed.Is(WordRoles.Action | WordRoles.Trade) && (words[index + 1].Span.End == at + 3 && GluedAdverbs.Contains(text[at + 2]) || NameStartsAt(text, at + 2, words[index + 1].Span.End, limit)))
        {
            // 卖|超群|创 is 卖超 and 群创, 卖|超台|股 is 卖超 and 台股, 卖|超达 is 卖超 and 达.
            token = TokenRoles.Classify(text, at, at + 2, "v", deed);
            return true;
        }

        // 并|处罚|金 is 并处 and 罚金, 在|用算力 is 在用 and 算力, 盘|前涨 is 盘前 and 涨.
        for (var end = at + longest; end >= at + 2 && end > wordEnd; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && sense.Is(WordRoles.Adverb | WordRoles.Attribute) && sense.Metric is null && (MetricStartsAt(text, end, limit) || sense.Is(WordRoles.Adverb) && IsRiseOrFall(words, text, index, end)))
            {
                token = TokenRoles.Classify(text, at, end, sense.Is(WordRoles.Adverb) ? "d" : "b", sense);
                return true;
            }
        }

        // 年|增近, 急|增约: the verb of change, and the adverb that the model for unlisted words glued to its last character.
        if (index + 1 < words.Length && words[index + 1].Span.End - 1 is var tail && tail > wordEnd && tail <= at + longest && GluedAdverbs.Contains(text[tail])
            && _listed.TryGet(at, tail, out var change) && change.Verb is { Role: VerbRole.Change })
        {
            token = TokenRoles.Classify(text, at, tail, "v", change);
            return true;
        }

        token = default;
        return false;
    }

    /// <summary>The longest listed word that ends where a word of the cut does, else one that a word of the cut starts with.</summary>
    private bool TryWithin(in Place place, int wordEnd, int longest, out Token token)
    {
        var (text, words, index, at, limit) = place;
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
                token = TokenRoles.Classify(text, at, end, last == index ? words[index].Tag : "n", sense);
                return true;
            }
        }

        // A word of two listed words: 同比增长 is 同比 and 增长. Single characters are left to the segmenter.
        for (var end = Math.Min(wordEnd - 1, at + longest); end >= at + 2; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && _listed.TryGet(end, wordEnd, out _))
            {
                token = TokenRoles.Classify(text, at, end, words[index].Tag, sense);
                return true;
            }
        }

        // 股价|已, 占比|已: the model for unlisted words glues an adverb to a listed one.
        if (wordEnd - at is >= 3 and <= 6 && longest >= wordEnd - at - 1 && GluedAdverbs.Contains(text[wordEnd - 1])
            && _listed.TryGet(at, wordEnd - 1, out var before) && (before.Metric is not null || before.Entity is not null))
        {
            token = TokenRoles.Classify(text, at, wordEnd - 1, "n", before);
            return true;
        }

        token = default;
        return false;
    }

    /// <summary>A longer listed name or metric that the segmenter cut elsewhere.</summary>
    private bool TryLonger(in Place place, int wordEnd, int longest, out Token token)
    {
        var (text, words, index, at, limit) = place;
        for (var end = at + longest; end >= at + 2 && end > wordEnd; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && (sense.Entity is not null || sense.Metric is not null)
                && (end >= at + 3 && (sense.Entity is not null || EndsWord(words, index, end)) || TailIsListed(words, text, index, end) || index + 1 < words.Length && words[index + 1].Span.End == end + 1 && GluedAdverbs.Contains(text[end])))
            {
                token = TokenRoles.Classify(text, at, end, "n", sense);
                return true;
            }
        }

        token = default;
        return false;
    }

    /// <summary>辉达营|收, 鸿|海法|说会: a listed name with a listed metric or the meeting of its investors after it, wherever the cut runs; 张一鸣, 沪深300指数: one that holds a number.</summary>
    private bool TryListedName(in Place place, in TokenCursor cursor, out Token token)
    {
        var (text, words, index, at, limit) = place;
        for (var end = at + _listed.LongestFrom(at); end >= at + 2; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && sense.Entity is null && sense.Is(WordRoles.Adverb))
            {
                // 北京时间: no name and what it has.
                break;
            }

            if (sense.Entity is not null
                && (end > limit ? cursor.IsOtherNumberEnd(limit, end) : MetricStartsAt(text, end, limit) || end - at == 2 && (AttributeStartsAt(text, end, limit) || text[end..limit].StartsWith("法说"))))
            {
                token = TokenRoles.Classify(text, at, end, "n", sense);
                return true;
            }

            if (sense.Entity is not null && end - at >= 4 && end <= limit && EndsWord(words, index, end))
            {
                // 日经|平均指数 is a name of its own, not 日经 and its measure.
                break;
            }
        }

        token = default;
        return false;
    }

    /// <summary>True when the rest of the word that <paramref name="end"/> cuts is listed: 沪|指跌 is 沪指 and 跌.</summary>
    private bool TailIsListed(ReadOnlySpan<Word> words, ReadOnlySpan<char> text, int index, int end)
    {
        while (index < words.Length && words[index].Span.End <= end)
        {
            index++;
        }

        // 营|收取|得 is 营收 and 取得.
        return index < words.Length && words[index].Span.Start < end
            && (_listed.TryGet(end, words[index].Span.End, out _) || index + 1 < words.Length && words[index + 1].Span is { Length: 1 } next && next.Start == words[index].Span.End && _listed.TryGet(end, next.End, out _));
    }

    /// <summary>盘|前涨 is 盘前 and 涨.</summary>
    private static bool IsRiseOrFall(ReadOnlySpan<Word> words, ReadOnlySpan<char> text, int index, int end) => text[end..] is ['涨' or '跌', ..] && EndsWord(words, index, end + 1);

    /// <summary>财务|长在法: true when the word of the cut that <paramref name="end"/> parts is none of the dictionary's, as 长期 is.</summary>
    private static bool CutsUnlisted(ReadOnlySpan<Word> words, ReadOnlySpan<char> text, int index, int end)
    {
        while (index < words.Length && words[index].Span.End < end)
        {
            index++;
        }

        return index < words.Length && words[index].Span is var cut && cut.End > end && WordDictionary.Embedded.ListedTag(text[cut.Start..cut.End]) is null;
    }

    /// <summary>True when a word of the cut ends at <paramref name="end"/>: 非农|就业人数.</summary>
    private static bool EndsWord(ReadOnlySpan<Word> words, int index, int end)
    {
        while (index < words.Length && words[index].Span.End < end)
        {
            index++;
        }

        return index < words.Length && words[index].Span.End == end;
    }

    /// <summary>True when a listed name or market starts at <paramref name="start"/> and runs past <paramref name="cut"/>, where a word of the cut ends.</summary>
    private bool NameStartsAt(ReadOnlySpan<char> text, int start, int cut, int limit)
    {
        for (var end = Math.Min(limit, start + _listed.LongestFrom(start)); end > cut; end--)
        {
            if (_listed.TryGet(start, end, out var sense) && (sense.Entity is not null || sense.Is(WordRoles.Region)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>本|田单|月销量 is 本田 and 单月销量: true where a listed word that narrows a measure starts.</summary>
    private bool AttributeStartsAt(ReadOnlySpan<char> text, int start, int limit) =>
        start + 2 <= limit && _listed.TryGet(start, start + 2, out var sense) && sense.Is(WordRoles.Attribute);

    private bool MetricStartsAt(ReadOnlySpan<char> text, int start, int limit)
    {
        if (start >= limit)
        {
            return false;
        }

        for (var end = Math.Min(limit, start + _listed.LongestFrom(start)); end >= start + 2; end--)
        {
            if (_listed.TryGet(start, end, out var sense) && sense.Metric is not null)
            {
                return true;
            }
        }

        return false;
    }
}
