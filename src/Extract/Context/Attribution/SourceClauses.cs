using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Clauses that name their source without a verb of speech: 记者从青岛海关获悉, 教育部官网消息, 调查组的结论是, 瑞银把目标价由205美元调升至235美元.</summary>
internal static class SourceClauses
{
    /// <summary>Longest name that stands alone behind 据 or before 消息, in characters: 据|新京报贝壳财经.</summary>
    internal const int LongestName = 12;

    /// <summary>Appends what the clause gives to a source.</summary>
    public static void Add(SentenceParts parts, int clause, int first, int end, List<Spoken> found)
    {
        if (first >= end)
        {
            return;
        }

        var span = parts.Clauses[clause];
        if (Learned(parts, first, end) is { } source || News(parts, clause, first, end) is { } body && (source = body).Length > 0)
        {
            found.Add(new Spoken(new TextSpan(span.End, Math.Max(span.End, parts.Span.End)), span, new TextSpan(span.End - 1, span.End), SpeechSense.Say, source));
            return;
        }

        if (Stated(parts, first, end, out var told) is { } holder)
        {
            found.Add(new Spoken(new TextSpan(span.End, Math.Max(span.End, parts.Span.End)), new TextSpan(IsDatedBefore(parts, span.Start, holder.Start) ? holder.Start : span.Start, told), new TextSpan(span.End - 1, span.End), SpeechSense.Say, holder));
            return;
        }

        if (!(found is [.., { Sense: SpeechSense.Say } heading] && heading.Verb.End == heading.Head.End && parts.Folded[heading.Verb.Start] == ':') && Rater(parts, first, end) is { } rater)
        {
            found.Add(new Spoken(new TextSpan(rater.End, parts.Span.End), new TextSpan(span.Start, rater.End), new TextSpan(rater.End - 1, rater.End), SpeechSense.Show, SpeakerName.Narrow(parts, rater)));
        }
    }

    /// <summary>True where a time that is no day stands between two positions.</summary>
    private static bool IsDatedBefore(SentenceParts parts, int from, int to)
    {
        foreach (ref readonly var time in parts.Times.AsSpan())
        {
            if (time.Span.Start >= from && time.Span.End <= to && time.From.Unit is not Time.TimeUnit.Day)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>记者从青岛海关获悉,….</summary>
    private static TextSpan? Learned(SentenceParts parts, int first, int end)
    {
        var last = end - 1;
        while (last > first && parts.Words[last].Tag[0] == 'x')
        {
            last--;
        }

        if (last > first && parts.Text(last) is "到" && parts.Is(last - 1, ContextCue.Learns))
        {
            // 了解|到
            last--;
        }

        if (last > first && parts.Is(last - 1, ContextCue.Learns))
        {
            // 了解|获悉
            last--;
        }

        if (!parts.Is(last, ContextCue.Learns) || parts.Folded[parts.Words[end - 1].Span.End - 1] is not (',' or ':'))
        {
            return null;
        }

        last -= last > first + 2 && parts.Text(last - 1) is "处" or "那里" ? 1 : 0;
        for (var from = last - 1; from >= first; from--)
        {
            if (parts.Text(from) is "从" or "自" or "向")
            {
                return from + 1 < last && !parts.Lexicon.Cues.IsAtEnd(ContextCue.Occasion, parts.Text(new TextSpan(parts.Words[from + 1].Span.Start, parts.Words[last - 1].Span.End))) ? SpeakerName.Narrow(parts, new TextSpan(parts.Words[from + 1].Span.Start, parts.Words[last - 1].Span.End)) : null;
            }
        }

        return null;
    }

    /// <summary>调查组的结论是,…, 民航局给出的数字是,…, 店主算了一笔账:…, with where the words end that tell who says it and when: later times are those of what is said (公布的|上半年数据是).</summary>
    private static TextSpan? Stated(SentenceParts parts, int first, int end, out int told)
    {
        told = 0;
        var last = end - 1;
        while (last > first && parts.Words[last].Tag[0] == 'x')
        {
            last--;
        }

        var close = parts.Folded[parts.Words[end - 1].Span.End - 1];
        var isCopula = parts.Text(last) is "是" or "为" && close is ',' or ':';
        last -= isCopula ? 1 : 0;
        if (last <= first || !isCopula && close is not (':' or ',') || !parts.Is(last, ContextCue.Statement))
        {
            return null;
        }

        var stop = last;
        while (stop > first && parts.Text(stop) is not "的")
        {
            stop--;
        }

        if (close == ',' && !isCopula && !(stop > first + 1 && parts.Is(stop - 1, ContextCue.Issues)))
        {
            // 中选会|公布|的开票结果,…: what somebody published, and nothing said of it.
            return null;
        }

        if (stop == first && isCopula)
        {
            // 结果是,…: nobody's.
            return null;
        }

        stop = stop == first ? last : stop;
        var said = stop;
        while (stop > first + 1 && parts.Words[stop - 1].Tag is ['v' or 'm' or 'q', ..] or "ul" && !parts.IsTime(stop - 1))
        {
            // 民航局|给出|的数字, 店主|算了一笔|账
            stop--;
        }

        var holder = SubjectPhrase.Find(parts, first, stop, out _);
        told = stop < said ? parts.Words[said - 1].Span.End : holder?.End ?? 0;
        return holder is { } phrase && SpeakerName.IsAnimate(parts, phrase) ? SpeakerName.Narrow(parts, phrase) : null;
    }

    /// <summary>教育部官网消息,…, 据澎湃新闻,….</summary>
    private static TextSpan? News(SentenceParts parts, int clause, int first, int end)
    {
        var span = parts.Clauses[clause];
        if (!parts.IsHead(clause) || parts.Folded[span.End - 1] is not (',' or ':'))
        {
            return null;
        }

        var text = parts.Text(new TextSpan(span.Start, span.End - 1));
        if (parts.Text(first) is "据" or "根据" or "另据")
        {
            return text.EndsWith("消息") ? null : Named(parts, first + 1, parts.WordFrom(span.End - 1));
        }

        var cut = text.EndsWith("官网消息") || text.EndsWith("最新消息") || text.EndsWith("网站消息") ? 4 : text.EndsWith("消息") ? 2 : 0;
        if (cut == 0 || text.Length - cut is < 2 or > LongestName || parts.Text(first) is "有")
        {
            return null;
        }

        var name = new TextSpan(parts.Words[first].Span.Start, span.End - 1 - cut);
        return name.Length >= 2 && parts.Lexicon.Sources.EndingOf(parts.Text(name), out _).HasFlag(SourceSense.Body) ? name : null;
    }

    /// <summary>据|澎湃新闻|,: nothing but the name of a body.</summary>
    private static TextSpan? Named(SentenceParts parts, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (parts.Words[i].Tag is not (['n', ..] or "eng" or "x" or "j"))
            {
                return null;
            }
        }

        var name = from < to ? new TextSpan(parts.Words[from].Span.Start, parts.Words[to - 1].Span.End) : default;
        return name.Length is >= 2 and <= LongestName && (parts.Lexicon.Sources.EndingOf(parts.Text(name), out _) & (SourceSense.Document | SourceSense.Vague)) == 0 && SpeakerName.IsAnimate(parts, name) ? name : null;
    }

    /// <summary>Who sets a target price, a rating or a forecast states it.</summary>
    private static TextSpan? Rater(SentenceParts parts, int first, int end)
    {
        // 調|升至: characters, since the segmenter parts such verbs in Traditional text.
        var text = parts.Folded.AsSpan(parts.Words[first].Span.Start, parts.Words[end - 1].Span.End - parts.Words[first].Span.Start);
        if (!parts.Lexicon.Cues.IsIn(ContextCue.Rates, text))
        {
            return null;
        }

        var opines = text.Contains("上修", StringComparison.Ordinal) || text.Contains("下修", StringComparison.Ordinal);
        for (var i = first; i < end; i++)
        {
            opines |= parts.Is(i, ContextCue.Rating) && !Modalities.ModalityFinder.IsCompared(parts, i) && !(parts.Text(i) is "目标" && i + 1 < end && parts.Text(i + 1) is "区间") || parts.Text(i).StartsWith("目标价") || parts.Text(i).EndsWith("预测");
        }

        if (!opines)
        {
            return null;
        }

        var subject = SubjectPhrase.Find(parts, first, end, out var isElided);
        if (isElided || subject is not { } phrase || phrase.Length > 12)
        {
            return null;
        }

        return SpeakerName.IsAnimate(parts, phrase) ? phrase : SpeakerName.LeadingBody(parts, phrase);
    }
}
