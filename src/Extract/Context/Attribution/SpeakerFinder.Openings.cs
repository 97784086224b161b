using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Attribution;

/// <content>Speakers that a sentence opens with, without a verb of speech: 工信部：…, 据新华社报道，….</content>
internal static partial class SpeakerFinder
{
    /// <summary>Most words before the colon of a heading that somebody speaks in: 东山|基金|创始人|瑞|·|达利欧|:.</summary>
    private const int LongestHeading = 9;

    /// <summary>工信部：今年… A public body or a person before a colon at the head of a sentence speaks; a company's name there is a headline's topic.</summary>
    private static void AddHeading(SentenceParts parts, int clause, int first, int end, List<Spoken> found)
    {
        var span = parts.Clauses[clause];
        if (!parts.IsHead(clause) || parts.Folded[span.End - 1] != ':' || end - first is < 2 or > LongestHeading)
        {
            return;
        }

        first += parts.Text(first) is "【" ? 1 : 0;
        var name = new TextSpan(parts.Words[first].Span.Start, Math.Max(parts.Words[first].Span.Start, span.End - 1));
        var text = parts.Text(name);
        if (text.IsEmpty || parts.Folded.AsSpan(span.End, parts.Span.End - span.End).Contains(text, StringComparison.Ordinal))
        {
            // 东山银行：拟减持…东山银行11月8日公告: a headline that its report follows.
            return;
        }

        if (SpeakerName.IsTitleWithName(parts.Lexicon, text) && SpeakerName.Narrow(parts, name) is { } titled && !HoldsCommonWord(parts, titled))
        {
            // 基金创始人瑞·达利欧:…; in 分析师力挺:… and 董事长诸葛亮表示:… a verb follows.
            found.Add(new Spoken(new TextSpan(span.End, Math.Max(span.End, parts.Span.End)), span, new TextSpan(span.End - 1, span.End), SpeechSense.Say, titled));
            return;
        }

        if (end - first > LongestHeading - 3)
        {
            return;
        }

        var isPerson = end - first == 2 && parts.Lexicon.Names.IsFullName(text, parts.Words[first].Tag) || Rates(parts.Folded.AsSpan(span.End, parts.Span.End - span.End));
        var isBody = parts.Lexicon.Sources.EndingOf(text, out _) == SourceSense.Body && !parts.Lexicon.Cues.IsAtEnd(ContextCue.HeadlineCompany, text);
        for (var i = first; i < end - 1; i++)
        {
            if (parts.Words[i].Tag[0] is 'v' or 'p' or 'd' or 'u' && parts.Words[i].Tag != "vn")
            {
                return;
            }
        }

        if (isPerson || isBody || parts.Lexicon.Cues.Is(ContextCue.Researcher, text))
        {
            found.Add(new Spoken(new TextSpan(span.End, Math.Max(span.End, parts.Span.End)), span, new TextSpan(span.End - 1, span.End), SpeechSense.Say, name));
        }
    }

    /// <summary>分析师|看涨前景, 主管|机关: what stands behind the title is no name.</summary>
    private static bool HoldsCommonWord(SentenceParts parts, TextSpan name)
    {
        for (var i = parts.WordFrom(name.Start); i < parts.Words.Length && parts.Words[i].Span.Start < name.End; i++)
        {
            if (parts.Words[i].Tag[0] is 'v' or 'd' or 'p' || WordDictionary.Embedded.ListedTag(parts.Text(i)) is "n" or "vn" or ['v', ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>瑞银:|维持甲集团买入评级 目标价50元: who rates another is named before the colon, no headline's topic.</summary>
    private static bool Rates(ReadOnlySpan<char> text) =>
        (text.IndexOf("目标价") >= 0 || text.IndexOf("评级") >= 0) && text.TrimStart() is not (['获' or '遭' or '被', ..]);

    /// <summary>据新华社报道, 据IDC统计, 根据工信部的数据: the source stands after 据.</summary>
    private static void AddReport(SentenceParts parts, int clause, int first, int end, List<Spoken> found)
    {
        while (first < end && (parts.IsTime(first) || parts.Words[first].Tag is "c" || parts.Text(first) is "另" or "另外" or "“"))
        {
            first++;
        }

        if (end - first < 3 || !parts.Is(first, ContextCue.SourceOpening) && parts.Text(first) is not "在")
        {
            return;
        }

        // The clause is all source and ends with what the source did or is; else it is a basis (按照计划).
        var last = end - 1;
        while (last > first && parts.Words[last].Tag[0] == 'x')
        {
            last--;
        }

        if (parts.Text(first) is "在")
        {
            if (last > first + 1 && parts.Text(last) is "看来")
            {
                AddHolder(parts, clause, new TextSpan(parts.Words[first + 1].Span.Start, parts.Words[last - 1].Span.End), parts.Words[last].Span, found);
            }

            return;
        }

        if (IsViewpoint(parts, first, last))
        {
            return;
        }

        if (QuotedName(parts, first, last) is { } quoted)
        {
            found.Add(new Spoken(new TextSpan(parts.Clauses[clause].End, parts.Span.End), parts.Clauses[clause], parts.Words[last].Span, SpeechSense.Report, quoted));
            return;
        }

        var stop = last + 1;
        var isReport = parts.Is(last, ContextCue.SourceClosing);
        if (isReport)
        {
            stop = last;
        }
        else
        {
            var ending = parts.Lexicon.Sources.EndingOf(parts.Text(new TextSpan(parts.Words[first + 1].Span.Start, parts.Words[last].Span.End)), out _);
            if ((ending & (SourceSense.Document | SourceSense.Vague)) == 0 || parts.Text(first) is "按" || ending.HasFlag(SourceSense.Vague) && SpeakerOver(parts.Words[last].Span, found) is not null)
            {
                // 统计局公布，根据核算结果，…: what the speaker goes by.
                return;
            }
        }

        while (isReport && stop > first + 1 && (parts.Words[stop - 1].Tag is "d" or "ad" || stop > first + 2 && parts.Text(stop - 1) is "于" or "在" || stop > first + 2 && parts.IsTime(stop - 1) && parts.Text(stop - 1)[^1] != '报' || stop > first + 2 && parts.Is(stop - 1, ContextCue.NoSource) && parts.Words[stop - 1].Tag is not "n" || parts.Text(stop - 1) is "最新" or "粗略" || stop > first + 2 && (parts.Is(stop - 1, ContextCue.SourceClosing) || parts.Text(stop - 1) is "的")))
        {
            // 据中国地震台网正式测定, 据东山日报记者粗略统计, 据英国广播公司4月18日报道
            stop--;
        }

        if (stop <= first + 1 || parts.Text(stop - 1) is "进行" or "予以")
        {
            // 根据收盘价进行估算: a ground, no source.
            return;
        }

        if (parts.Text(first + 1) is "对" or "针对" or "关于" && parts.Text(last - 1) is "的" && parts.Lexicon.Sources.EndingOf(parts.Text(last), out _).HasFlag(SourceSense.Document))
        {
            // 根据对25个省的调查: the survey itself.
            found.Add(new Spoken(new TextSpan(parts.Clauses[clause].End, parts.Span.End), parts.Clauses[clause], parts.Words[last].Span, SpeechSense.Report, parts.Words[last].Span));
            return;
        }

        for (var i = first + 2; i < stop; i++)
        {
            if (parts.Text(i) is "对" or "关于" or "就" or "针对" && parts.Words[i].Tag is "p" or "d")
            {
                // 据某商学院对某公司诉讼的统计: about what.
                stop = i;
            }
        }

        var issuer = SpeakerName.Issuer(parts, first + 1, stop) ?? new TextSpan(parts.Words[first + 1].Span.Start, parts.Words[stop - 1].Span.End);
        var lead = parts.WordFrom(issuer.Start);
        while (lead < stop && (parts.IsTime(lead) || parts.Words[lead].Tag is "d" && lead + 1 < stop && parts.Is(lead + 1, ContextCue.Issues) || lead + 1 < stop && (parts.Is(lead, ContextCue.Issues) && parts.Text(lead + 1) is "的" || parts.Text(lead) is "的" && parts.Is(lead - 1, ContextCue.Issues)) || parts.Words[lead].Tag is "r" or "rz" && lead + 1 < stop && parts.Text(lead) is ['这' or '那' or '该', ..] || parts.Words[lead].Tag is "m" or "mq" or "q" && parts.Text(lead) is ['一' or '两' or '多' or '项' or '份' or '个' or '篇'] or ['一' or '两' or '多', '项' or '份' or '个' or '篇']))
        {
            lead++;
        }

        if (lead >= stop && lead == last && parts.Lexicon.Sources.EndingOf(parts.Text(last), out _).HasFlag(SourceSense.Document))
        {
            // 根据一项调查: the survey itself, nobody's.
            found.Add(new Spoken(new TextSpan(parts.Clauses[clause].End, parts.Span.End), parts.Clauses[clause], parts.Words[last].Span, SpeechSense.Report, parts.Words[last].Span));
            return;
        }

        if (lead >= stop || parts.Words[lead].Span.Start >= issuer.End)
        {
            return;
        }

        var speaker = SpeakerName.Narrow(parts, new TextSpan(parts.Words[lead].Span.Start, issuer.End));
        if (speaker is not { } name || (isReport && name.Length < 2) || parts.Lexicon.Cues.Is(ContextCue.NoSource, parts.Text(name)))
        {
            return;
        }

        var span = parts.Clauses[clause];
        found.Add(new Spoken(new TextSpan(span.End, parts.Span.End), new TextSpan(span.Start, span.End), parts.Words[last].Span, SpeechSense.Report, speaker));
    }

    /// <summary>据甲交易所“降息观察”,…: a name that ends in quotation marks.</summary>
    private static TextSpan? QuotedName(SentenceParts parts, int first, int last)
    {
        var name = new TextSpan(parts.Words[first].Span.End, parts.Words[last].Span.End);
        var close = name.End < parts.Span.End ? parts.Folded[name.End] : ' ';
        var open = parts.Text(name).IndexOfAny('“', '「');
        return close is '”' or '」' && open is > 1 and <= SourceClauses.LongestName && parts.Text(name).LastIndexOfAny('“', '「') == open ? new TextSpan(name.Start, name.End + 1) : null;
    }

    /// <summary>在业内人士看来，…: whose opinion follows.</summary>
    private static void AddHolder(SentenceParts parts, int clause, TextSpan holder, TextSpan closing, List<Spoken> found)
    {
        if (holder.Length > 1 && SpeakerName.IsAnimate(parts, holder))
        {
            found.Add(new Spoken(new TextSpan(parts.Clauses[clause].End, parts.Span.End), parts.Clauses[clause], closing, SpeechSense.Opine, SpeakerName.Narrow(parts, holder)));
        }
    }

    /// <summary>一项由东山大学昨日发表的研究指出, 针对6000人进行的调查显示: who made the study before the verb, else the study itself; null where no such relative clause stands there.</summary>
    private static TextSpan? IssuerOf(SentenceParts parts, int first, int word)
    {
        var of = word - 1;
        while (of > first && parts.Text(of) is not "的")
        {
            if (parts.Words[of].Tag[0] is not ('n' or 'v' or 'j' or 'a' or 'b'))
            {
                return null;
            }

            of--;
        }

        var study = of > first && of + 1 < word ? new TextSpan(parts.Words[of + 1].Span.Start, parts.Words[word - 1].Span.End) : default;
        if (study.Length == 0 || !parts.Lexicon.Sources.EndingOf(parts.Text(study), out _).HasFlag(SourceSense.Document))
        {
            return null;
        }

        for (var i = first + 1; i < of; i++)
        {
            if (parts.Text(i) is "联合" or "会同" or "携手" or "委托")
            {
                // 东山大学联合某机构进行的调查: who made it with whom.
                return new TextSpan(parts.Words[first].Span.Start, parts.Words[i - 1].Span.End);
            }
        }

        for (var i = of - 1; i >= first; i--)
        {
            if (parts.Text(i) is "针对" or "对")
            {
                return study;
            }

            if (parts.Text(i) is "由")
            {
                var end = i + 1;
                while (end < of && !parts.IsTime(end) && parts.Words[end].Tag is not ("p" or "d" or "v"))
                {
                    end++;
                }

                return end > i + 1 ? new TextSpan(parts.Words[i + 1].Span.Start, parts.Words[end - 1].Span.End) : null;
            }
        }

        return null;
    }

    /// <summary>按产品类别观察, 按主要行业分析: how the figures are parted, which states nothing.</summary>
    private static bool IsViewpoint(SentenceParts parts, int first, int last) =>
        parts.Is(last, ContextCue.Viewpoint) && parts.Text(first) is ['按', ..] or "从" or "依" or "就";

    /// <summary>账户余额显示仅有1亿元: what an account or a meter shows is its value; a document or a company states something.</summary>
    private static bool IsReading(SentenceParts parts, int first, int word) =>
        word > first && parts.Lexicon.Cues.IsAtEnd(ContextCue.Shows, parts.Folded.AsSpan(parts.Words[first].Span.Start, parts.Words[word].Span.Start - parts.Words[first].Span.Start));
}
