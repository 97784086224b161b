using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Narrows a noun phrase to the speaker it names: the person after a title, the issuer of a document, without brackets and determiners.</summary>
internal static class SpeakerName
{
    /// <summary>Longest Chinese personal name without a dot; compound surnames take four.</summary>
    private const int LongestName = 4;

    /// <summary>True for a phrase that can hold an opinion: a person, a body, a document, a name.</summary>
    public static bool IsAnimate(SentenceParts parts, TextSpan phrase)
    {
        var last = parts.WordFrom(phrase.End) - 1;
        if (last < 0)
        {
            return false;
        }

        var tag = parts.Words[last].Tag;
        var text = parts.Text(phrase);
        return tag.StartsWith("nr", StringComparison.Ordinal) || tag is "nt" or "ns" or "j"
            || text is "他" or "她" or "我们" or "他们" or "本人" or "其"
            || parts.Lexicon.Sources.EndingOf(text, out _) != SourceSense.None
            || (tag == "eng" && char.IsAsciiLetterUpper(text[^Math.Min(text.Length, parts.Words[last].Span.Length)]))
            || TitleEnd(parts.Lexicon, text) > 0
            || IsNationalBody(parts, phrase);
    }

    /// <summary>智谱介绍: a short name that no list knows, at the head of its sentence.</summary>
    public static bool IsPlainName(SentenceParts parts, TextSpan phrase, int longest)
    {
        if (parts.Text(phrase).Length > longest || parts.Text(phrase).Length < 2)
        {
            return false;
        }

        for (var i = parts.WordFrom(phrase.Start); i < parts.Words.Length && parts.Words[i].Span.Start < phrase.End; i++)
        {
            if (parts.Words[i].Tag is not ("nz" or "nr" or "nrt" or "nrfg" or "nt" or "ns" or "j" or "eng" or "x" or "n" or "b"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>法院经审理: the body that a phrase too long to be a name starts with.</summary>
    public static TextSpan? LeadingBody(SentenceParts parts, TextSpan phrase)
    {
        var first = parts.WordFrom(phrase.Start);
        return first < parts.Words.Length && parts.Words[first].Span.Length >= 2 && parts.Words[first].Span.End < phrase.End
            && (parts.Lexicon.Sources.EndingOf(parts.Text(first), out _) & (SourceSense.Body | SourceSense.Title)) != 0
            ? parts.Words[first].Span
            : null;
    }

    /// <summary>全国工商联, 全球人寿: a name that 全国 or 全球 opens, not all that there are of a sort (全国民航, 全国法院).</summary>
    public static bool IsNationalBody(SentenceParts parts, TextSpan phrase) =>
        parts.Text(phrase) is ['全', '国' or '球', _, ..] text
        && (parts.Lexicon.Cues.LengthAtEnd(ContextCue.NationalBody, text) is > 0 and var length && length < text.Length - 1 || parts.IsName(phrase));

    /// <summary>True for a court: what it decides it says.</summary>
    public static bool IsCourt(SentenceParts parts, TextSpan phrase) => parts.Lexicon.Cues.IsAtEnd(ContextCue.Court, parts.Text(phrase));

    /// <summary>The speaker in <paramref name="phrase"/>.</summary>
    /// <returns>Null for a document that nobody is named for, and for nothing.</returns>
    public static TextSpan? Narrow(SentenceParts parts, TextSpan phrase)
    {
        var span = TrimBrackets(parts, Trim(parts, phrase));
        span = WithoutClock(parts, span);
        if (span.Length == 0 || parts.Text(span)[^1] == '上' && parts.Lexicon.Cues.IsAtEnd(ContextCue.Occasion, parts.Text(span)))
        {
            // 新闻发布会上|介绍: an occasion, and nobody who speaks there.
            return null;
        }

        if (span.Length <= 2 && parts.WordFrom(span.Start) is var only && only < parts.Words.Length && parts.Words[only] is { Tag: "p" or "q" or "c" or "u" or "uj" } word && word.Span == span)
        {
            // 以, 次: no name.
            return null;
        }

        var text = parts.Text(span);
        if (text.EndsWith("判决") && text.LastIndexOf("院") is var court and > 0)
        {
            // 东山区法院一审判决称
            return new TextSpan(span.Start, span.Start + court + 1);
        }

        var ending = parts.Lexicon.Sources.EndingOf(text, out var endingLength);
        if (parts.Lexicon.Cues.Is(ContextCue.NoSource, text) || endingLength == text.Length && ending.HasFlag(SourceSense.Vague))
        {
            return null;
        }

        if (TitleEnd(parts.Lexicon, text) is var title and > 0 && (title += text[title] == ' ' ? 1 : 0) > 0 && IsName(parts.Lexicon, text[title..]) && !IsWithinWord(parts, span.Start + title))
        {
            return new TextSpan(span.Start + title, span.End);
        }

        if (Named(parts, span) is { } named)
        {
            return named;
        }

        // 分析师诸葛亮: the name stands after its post; the tag knows it where no title is listed.
        var last = parts.WordFrom(span.End) - 1;
        if (last > 0 && parts.Words[last].Span.Start > span.Start && parts.Words[last].Tag.StartsWith("nr", StringComparison.Ordinal)
            && parts.Words[last].Span.Length is >= 2 and <= LongestName && parts.Words[last].Span.End == span.End
            && parts.Words[last - 1].Tag[0] == 'n' && !parts.Words[last - 1].Tag.StartsWith("nr", StringComparison.Ordinal))
        {
            return parts.Words[last].Span;
        }

        return span;
    }

    /// <summary>路透社援引|知情人士|的话: whose words are passed on between the words <paramref name="first"/> and <paramref name="end"/>; null where none are.</summary>
    public static TextSpan? Relayed(SentenceParts parts, int first, int end)
    {
        for (var i = end - 2; i >= first; i--)
        {
            if (parts.Is(i, ContextCue.Relays))
            {
                var source = new TextSpan(parts.Words[i].Span.End, parts.Words[end - 1].Span.End);
                var of = parts.Text(source).LastIndexOf('的');
                source = of == 0 ? new TextSpan(source.Start + 1, source.End) : source;
                return of > 0 && source.Length - of <= 3 ? new TextSpan(source.Start, source.Start + of) : source;
            }
        }

        return null;
    }

    /// <summary>Of 公司发布的公告 the issuer; null where the words before <paramref name="end"/> issue nothing.</summary>
    public static TextSpan? Issuer(SentenceParts parts, int first, int end)
    {
        while (first < end && (parts.IsTime(first) || parts.Words[first].Tag is "d" && first + 1 < end && parts.Is(first + 1, ContextCue.Issues) || parts.Text(first) is "据" or "根据"))
        {
            // 7月份发布的数据, 据已经披露的文件: when, and nobody by whom.
            first++;
        }

        if (first + 3 < end && parts.Text(first) is "先前" or "新近" or "上述" && parts.Is(first + 1, ContextCue.Issues) && parts.Text(first + 2) is "的")
        {
            // 最新披露的三季报: the paper itself.
            return new TextSpan(parts.Words[first + 3].Span.Start, parts.Words[end - 1].Span.End);
        }

        for (var i = first + 1; i < end; i++)
        {
            if (parts.Is(i, ContextCue.Issues) && i + 2 < end && parts.Text(i - 1)[^1] == '网' && parts.Text(i + 1) is "的")
            {
                // 裁判文书网披露的一份判决书: a site shows the papers of others, which speak themselves.
                var paper = i + 2;
                while (paper + 1 < end && parts.Words[paper].Tag[0] is 'm' or 'q')
                {
                    paper++;
                }

                return new TextSpan(parts.Words[paper].Span.Start, parts.Words[end - 1].Span.End);
            }

            if (parts.Is(i, ContextCue.Issues))
            {
                var span = new TextSpan(parts.Words[first].Span.Start, parts.Words[i - 1].Span.End);
                return SubjectPhrase.Find(parts, first, i, out _) ?? span;
            }
        }

        return null;
    }

    /// <summary>True for a title with a name after it, however the segmenter cut them: 董事长诸葛亮, 实际控制人司马懿.</summary>
    public static bool IsTitleWithName(CircumstanceLexicon words, ReadOnlySpan<char> text) => TitleEnd(words, text) is var title and > 0 && IsName(words, text[title..]);

    /// <summary>消费者委员会, 台北市民政局: what looks like a title is part of a known word.</summary>
    private static bool IsWithinWord(SentenceParts parts, int position)
    {
        var word = parts.WordFrom(position);
        word -= word > 0 && parts.Words[word - 1].Span.End > position ? 1 : 0;
        return word < parts.Words.Length && parts.Words[word].Span.Start < position && (parts.Words[word].Tag == "nt" || WordDictionary.Embedded.ListedTag(parts.Text(word)) is not null);
    }

    /// <summary>Where the last title of <paramref name="text"/> ends; 0 when it has none or ends with one.</summary>
    private static int TitleEnd(CircumstanceLexicon words, ReadOnlySpan<char> text)
    {
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var length = words.Sources.TitleLength(text[i..]);
            if (length > 0)
            {
                end = i + length;
                i += length - 1;
            }
        }

        return end < text.Length ? end : 0;
    }

    private static bool IsName(CircumstanceLexicon words, ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text.IndexOfAny('、', '和', '的') >= 0)
        {
            return false;
        }

        return text.Length <= LongestName
            ? words.Sources.EndingOf(text, out var length) == SourceSense.None || length < 2
            : text.Contains('·') || (char.IsAsciiLetter(text[0]) && text.Length <= 30) || (text.Length <= 8 && words.Cues.IsAtEnd(ContextCue.ForeignNameEnd, text));
    }

    /// <summary>全球最大的硅片企业东山科技, 公司全资子公司东山贷款公司: the name after what it is; null where the phrase is no more than a name.</summary>
    private static TextSpan? Named(SentenceParts parts, TextSpan span)
    {
        foreach (var name in parts.Names)
        {
            if (name.Span.End == span.End && name.Span.Start > span.Start + 1
                && parts.Text(new TextSpan(span.Start, name.Span.Start)) is var kind && (kind.EndsWith("股东的") || IsKindOfCompany(kind)))
            {
                return name.Span;
            }
        }

        return null;
    }

    /// <summary>全球最大的硅片企业, 民营快递巨头: says what the company named after it is.</summary>
    public static bool IsKindOfCompany(ReadOnlySpan<char> text) => text.EndsWith("巨头") || text.EndsWith("龙头") || text.EndsWith("企业") || text.EndsWith("公司") || text.EndsWith("厂商");

    private static TextSpan Trim(SentenceParts parts, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(parts.Folded[start]) || parts.Folded[start] is '该' or '此' or '某' or '的' or '"' or '“' or '”' or '「' or '」' or '-' or '、' or ':' || parts.Folded[start] == '*' && start + 1 < end && parts.Folded[start + 1] != 'S'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(parts.Folded[end - 1]) || parts.Folded[end - 1] is '"' or '”' or '“' or '、' or '的' or '-' or ':' or ','))
        {
            end--;
        }

        // 「人权组织|」最新表示: the mark that opened before the name closes behind it.
        end -= end - start > 2 && parts.Folded[end - 1] is '」' or '》' or '』' && !parts.Text(new TextSpan(start, end)).ContainsAny('「', '《', '『') ? 1 : 0;

        // 工会|则批评: the model for unlisted words glues them.
        end -= end - start > 2 && parts.Folded[end - 1] == '则' ? 1 : 0;

        // 东山科技法|说会指出: the meeting at which the company presents itself.
        end -= end - start > 2 && parts.Folded[end - 1] == '法' && parts.Folded.AsSpan(end).StartsWith("说会") ? 1 : 0;

        // 其|最新|财报显示: the paper.
        start += end - start > 4 && parts.Text(new TextSpan(start, end)).StartsWith("其最新") ? 3 : end - start > 3 && parts.Text(new TextSpan(start, end)).StartsWith("最新") ? 2 : 0;
        start += start < end && parts.Folded[start] == '的' ? 1 : 0;

        // 相关公告内容显示: the paper.
        start += end - start > 3 && parts.Text(new TextSpan(start, end)).StartsWith("相关") ? 2 : 0;
        end -= end - start > 3 && parts.Text(new TextSpan(start, end)).EndsWith("公告内容") ? 2 : 0;
        return new TextSpan(start, end);
    }

    /// <summary>法国公共卫生部门|当地时间1月23日: when it was said, by which clock.</summary>
    private static TextSpan WithoutClock(SentenceParts parts, TextSpan span) =>
        parts.Text(span).IndexOf("时间") is > 2 and var clock && parts.Lexicon.Cues.Is(ContextCue.ClockPlace, parts.Text(span)[(clock - 2)..clock]) ? new TextSpan(span.Start, span.Start + clock - 2) : span;

    /// <summary>Drops (300104,股吧) and what follows it is kept only as a name after a title.</summary>
    private static TextSpan TrimBrackets(SentenceParts parts, TextSpan span)
    {
        var text = parts.Text(span);
        if (text.EndsWith(")") && text.LastIndexOf('(') is var open and > 0)
        {
            return new TextSpan(span.Start, span.Start + open);
        }

        var close = text.LastIndexOf(')');
        if (close > 0 && close + 1 < text.Length && text[close + 1] == '的' && text[..close].LastIndexOf('(') is var before and > 0)
        {
            // 东山大学(DSU)的数据: whose.
            return new TextSpan(span.Start, span.Start + text[..before].TrimEnd().Length);
        }

        if (close > 0 && text[(close + 1)..].Trim("》”」") is "" && text[..close].LastIndexOf('(') is var year and > 0)
        {
            // 《航天蓝皮书(2021年)》显示
            return new TextSpan(span.Start, span.Start + year);
        }

        return close < 0 || close == text.Length - 1 ? span : new TextSpan(span.Start + close + 1, span.End);
    }
}
