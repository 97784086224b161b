using System.Buffers;
using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>Parts function words from the names that the segmenter's model for unlisted words glues them to: 数|将, 率|拟, 恐|达, 若|成, 处|指, 据|国发会.</summary>
internal static class FunctionWordCut
{
    private static readonly SearchValues<char> Trailing = SearchValues.Create("将拟恐若料指称说估至为到遭会上在判及");
    private static readonly SearchValues<char> Measures = SearchValues.Create("收额量率价数利值比费润");
    private static readonly SearchValues<char> Speakers = SearchValues.Create("部局署厅委处院府会行司社团员人官长师者家商方警庭志书时文明覆词稿昨今早晨晚就亦也则");
    private static readonly SearchValues<char> Leading = SearchValues.Create("若恐拟将料称从向已只也又才仍还更没该这那对把被让却则须未判他她");

    private static readonly SearchValues<char> Leads = SearchValues.Create("在于向就对则也还又亦已曾");

    /// <summary>Longest word that holds 据 and the name after it, in characters: 据省统计局.</summary>
    private const int LongestSource = 6;

    /// <summary>The words of a sentence with such words cut; the same where there is none.</summary>
    public static ImmutableArray<Word> Cut(string folded, ImmutableArray<Word> words, SourceNouns sources)
    {
        List<Word>? cut = null;
        for (var i = 0; i < words.Length; i++)
        {
            var (span, tag) = (words[i].Span, words[i].Tag);
            if (TitleFrom(folded, words, i, sources) is > 0 and var title)
            {
                cut ??= [.. words.AsSpan(0, i)];
                cut.Add(new Word(new TextSpan(span.Start, span.Start + title), "n"));
                var (rest, end) = (span.Start + title, words[i + 1].Span.End);
                if (Leads.Contains(folded[rest]) && rest + 1 < end)
                {
                    cut.Add(Part(folded, new TextSpan(rest, rest + 1), "p"));
                    rest++;
                }

                cut.Add(Part(folded, new TextSpan(rest, end), words[i + 1].Tag));
                i++;
                continue;
            }

            var at = span.Of(folded) is "拟定" && span.End < folded.Length && folded[span.End] == '增' ? 1 : Place(span.Of(folded), sources);

            // 法说|会 is a meeting.
            if (at > 0 && !(folded[span.End - 1] == '说' && span.End < folded.Length && folded[span.End] == '会'))
            {
                if (cut is null)
                {
                    cut = new List<Word>(words.Length + 4);
                    cut.AddRange(words.AsSpan(0, i));
                }

                cut.Add(Part(folded, new TextSpan(span.Start, span.Start + at), tag));
                cut.Add(Part(folded, new TextSpan(span.Start + at, span.End), tag));
            }
            else
            {
                cut?.Add(words[i]);
            }
        }

        return cut is null ? words : [.. cut];
    }

    /// <summary>财务|长在法|说会: length of the title that starts with the word <paramref name="index"/> and ends inside an unlisted one; 0 for none.</summary>
    private static int TitleFrom(string folded, ImmutableArray<Word> words, int index, SourceNouns sources)
    {
        if (index + 1 >= words.Length || words[index + 1].Span is not { Length: > 1 } next || next.Start != words[index].Span.End || folded[next.Start] != '长' || WordDictionary.Embedded.ListedTag(next.Of(folded)) is not null)
        {
            return 0;
        }

        var length = sources.TitleLength(folded.AsSpan(words[index].Span.Start));
        return length == words[index].Span.Length + 1 ? length : 0;
    }

    private static int Place(ReadOnlySpan<char> word, SourceNouns sources)
    {
        if (word is ['公', '司', _, _] && sources.EndingOf(word, out var length).HasFlag(SourceSense.Document) && length == 2)
        {
            // 公司公告称, 公司年报称: who, and what it publishes, which the dictionary holds as one word.
            return 2;
        }

        if (word is "结果显示" or "时说")
        {
            // 公布的|结果|显示, 答复|时|说: words of the dictionary that hold the verb of saying.
            return word.Length / 2;
        }

        if (word is ['会', '升' or '跌' or '涨' or '增' or '减' or '降'])
        {
            // 预期|会升0.2%
            return 1;
        }

        if (word.Length is > 2 and <= LongestSource && word[0] == '据' && WordDictionary.Embedded.ListedTag(word) is null)
        {
            return 1;
        }

        if (word is ['今' or '昨', '依' or '以' or '认' or '判' or '赴' or '将' or '获' or '遭' or '续', ..] && word.Length < 4 && WordDictionary.Embedded.ListedTag(word) is null)
        {
            // 法院|今依|诈欺罪: when, glued to what follows.
            return 1;
        }

        if (word.Length is < 2 or > 4 || !Trailing.Contains(word[^1]) && !Leading.Contains(word[0]) || WordDictionary.Embedded.ListedTag(word) is not null)
        {
            return 0;
        }

        if (!Trailing.Contains(word[^1]))
        {
            return 1;
        }

        if (word[^1] is '会' or '上')
        {
            // 营收|会成长, 总店数|上看; 商会 and 委员会 are bodies.
            return Measures.Contains(word[^2]) ? word.Length - 1 : 0;
        }

        if (word[^1] == '判')
        {
            // 强制|罪判: the verdict on a crime.
            return word[^2] == '罪' ? word.Length - 1 : 0;
        }

        // 统计|处指, 技术|官料; 沪指 and 恒指 are indexes, 国瓷材料 is a name.
        return word[^1] is '指' or '料' && !Speakers.Contains(word[^2]) ? 0 : word.Length - 1;
    }

    private static Word Part(string folded, TextSpan span, string tag) => new(span, WordDictionary.Embedded.ListedTag(span.Of(folded)) ?? tag);
}
