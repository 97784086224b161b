using System.Buffers;

namespace Pipeline.Extract.Context;

/// <content>Function words that the dictionary, or its model for unlisted words, glues to the next word.</content>
internal sealed partial class WordReader
{
    /// <summary>Longest noun between a number with its classifier and 中, in characters.</summary>
    private const int LongestCounted = 6;

    private static readonly SearchValues<char> Openers = SearchValues.Create("向将以对于在由把给从同与");

    /// <summary>The part of speech of the first character where it is a word of its own though the cut has more; null elsewhere.</summary>
    private string? OpeningTag(AnalyzedSentence sentence, in Place place, int wordEnd)
    {
        var at = place.At;
        var rest = place.Text[at..];
        switch (rest[0])
        {
            // 比上一代便宜: a thing compared with, not a span of time.
            case '比' or '较':
                return rest is [_, '上' or '前', '一', '代', ..] ? "p" : null;
            case '上' or '前':
                return rest is [_, '一', '代', ..] ? "f" : null;
        }

        return (wordEnd - at) switch
        {
            2 => OpeningOfTwo(sentence, in place),
            3 or 4 when rest[0] is '使' or '令' or '让' or '将' or '把' or '其' && IsNoWord(rest[..(wordEnd - at)]) && _listed.TryGet(at + 1, wordEnd, out var behind) && (behind.Metric is not null || behind.Entity is not null) =>
                // 将|鸿海, 使|营收: the model for unlisted words glues them.
                rest[0] switch { '将' => "d", '把' => "p", '其' => "r", _ => "v" },

            // 其|所持: the dictionary lists them as one word.
            >= 3 when rest is ['其', '所', ..] => "r",
            _ => null,
        };
    }

    /// <summary>True where a count, with what it counts, ends at <paramref name="at"/>: 10人中, 5名小学生中.</summary>
    private static bool FollowsCount(AnalyzedSentence sentence, int at)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Extent.End is var end && quantity.Dimension == Quantities.Dimension.Count && end <= at && at - end <= LongestCounted && sentence.Folded.AsSpan(end, at - end).IndexOfAny(",，、;") < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same of a word of two characters.</summary>
    private string? OpeningOfTwo(AnalyzedSentence sentence, in Place place)
    {
        var (text, words, index, at, limit) = place;
        var (wordEnd, next) = (at + 2, text[at + 1]);
        var rest = text[at..];
        var word = rest[..2];
        switch (word[0])
        {
            // 雨量以|南化关山900毫米居冠, 以|东山集团为例: no direction, the first character of a name.
            case '以' when next is '南' or '北' or '东' or '西' && wordEnd < limit && (at == sentence.Span.Start || text[at - 1] == ',' || index > 0 && words[index - 1] is { Tag: "n" or "vn" or "v" } ranked && ranked.Span.End == at):

            // 于本|判决: the model for unlisted words makes a name of them.
            case '于' or '自' or '向' or '在' or '由' or '对' when next is '本' or '该' or '其' or '各' && IsUnlisted(text, at, wordEnd):

            // 因此|项交易: for this deal.
            case '因' or '由' or '对' or '据' when rest is [_, '此', '项' or '次' or '类' or '笔' or '宗' or '轮', ..]:

            // 与|其一致行动人; 与其…不如 is one word.
            case '与' when next == '其' && !sentence.Span.Of(sentence.Folded).Contains("不如", StringComparison.Ordinal):
                return "p";

            // 虽|较去年, 创|史上最大: the dictionary, or its model for unlisted words, takes them together.
            case '虽' or '惟' or '但' when next == '较' && !_listed.TryGet(at, wordEnd, out _):
                return "c";
            case '创' when rest is [_, '史', '上', ..] && !_listed.TryGet(at, wordEnd, out _):
                return "v";

            // 赤字料|为, 楼价料|跌
            case '料' when next is '为' or '达' or '约' or '将' or '逾':
            case '料' when next is '跌' or '加' or '升' or '涨' or '增' or '减' or '降' or '按' or '可' or '会' or '有' or '需' or '续' && IsUnlisted(text, at, wordEnd):
                return "vn";

            // 10人中|共有3人: the party's name elsewhere.
            case '中' when next == '共' && FollowsCount(sentence, at):
                return "f";

            // 价格回升带动下|年增12%: the dictionary lists 下年.
            case '下' when next is '年' or '月' or '季' && rest is [_, _, '增' or '减', ..]:
                return "f";

            // 会|加5%, 可|减碳
            case '会' or '可' when next is '加' or '减' or '升' or '跌' or '涨' or '降' or '增' && IsUnlisted(text, at, wordEnd):

            // 约|会落在30%: the dictionary lists them as one word.
            case '约' when rest is [_, '会', '落' or '达' or '在' or '增' or '降' or '减' or '升' or '为', ..]:

            // 拟|向, 拟|将: the dictionary lists them as one word.
            case '拟' or '已' or '并' or '均' or '也' or '曾' or '可' or '须' or '仍' or '还' or '又' or '共' or '则' or '欲' when Openers.Contains(next) && word is not ("可以" or "可对" or "还给" or "还以" or "共同") && !_listed.TryGet(at, wordEnd, out _):
                return "d";

            // 使谷|歌营收: a name that the cut runs through.
            case '使' or '令' or '让' or '将' when IsNoWord(word) && NameStartsAt(text, at + 1, wordEnd, limit):
                return word[0] == '将' ? "d" : "v";
            default:
                return null;
        }
    }
}
