using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Modalities;

/// <content>How far a word of modality reaches: through the clauses that go on with its own.</content>
internal static partial class ModalityFinder
{
    /// <summary>Where the last clause ends that a word in <paramref name="clause"/> reaches.</summary>
    private static int Reach(SentenceParts parts, int clause, bool stopsAtNewSubject)
    {
        var end = parts.Clauses[clause].End;
        var depth = Depth(parts, clause, 0);
        for (var i = clause + 1; i < parts.Clauses.Length; i++)
        {
            if (depth == 0 && (parts.Folded[end - 1] == ';' && !(stopsAtNewSubject && OpensWithMeans(parts, i)) || StartsWithFact(parts, i) || (stopsAtNewSubject && (!(IsContinued(parts, i) || RestsOnIt(parts, i)) || Announces(parts, i - 1)))))
            {
                break;
            }

            // What stands in brackets interrupts a plan and does not end it.
            depth = Depth(parts, i, depth);
            end = depth > 0 ? end : parts.Clauses[i].End;
        }

        return end;
    }

    /// <summary>How many brackets are open at the end of <paramref name="clause"/>.</summary>
    private static int Depth(SentenceParts parts, int clause, int depth)
    {
        foreach (var mark in parts.Text(parts.Clauses[clause]))
        {
            depth = mark switch { '(' => depth + 1, ')' => Math.Max(0, depth - 1), _ => depth };
        }

        return depth;
    }

    /// <summary>Where the bracket closes that holds <paramref name="at"/>; −1 outside brackets.</summary>
    private static int EndOfBracket(SentenceParts parts, int at)
    {
        var text = parts.Text(parts.Span);
        var inside = text[..(at - parts.Span.Start)];
        if (inside.LastIndexOf('(') <= inside.LastIndexOf(')'))
        {
            return -1;
        }

        var close = text[(at - parts.Span.Start)..].IndexOf(')');
        return close < 0 ? -1 : at + close;
    }

    /// <summary>…持股计划公告,: what comes after the clause is told, not planned.</summary>
    private static bool Announces(SentenceParts parts, int clause)
    {
        var last = parts.WordFrom(parts.Clauses[clause].End) - 1;
        while (last > 0 && parts.Text(last) is "," or ":" or " ")
        {
            last--;
        }

        return last >= 0 && parts.Words[last].Span.Start >= parts.Clauses[clause].Start && (parts.Is(last, ContextCue.MakesKnown) || parts.Text(last) is "表示" or "称" or "透露" or "通报");
    }

    /// <summary>拟收购甲51%股权;以2亿元受让乙70%股权: the second means to the same plan.</summary>
    private static bool OpensWithMeans(SentenceParts parts, int clause) => parts.Text(parts.WordFrom(parts.Clauses[clause].Start)) is "以" or "并" or "同时" or "通过";

    /// <summary>True for a clause without a subject of its own.</summary>
    private static bool IsContinued(SentenceParts parts, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        var end = parts.WordFrom(parts.Clauses[clause].End);
        while (first < end && (parts.IsTime(first) || parts.Text(first) is "并" or "且" or "而" or "并且" or "而且" or "同时" or " "))
        {
            first++;
        }

        if (first >= end)
        {
            return true;
        }

        if (parts.Lexicon.Speech.TryMatch(parts.Text(first), out _, out var sense) && sense is SpeechSense.Say)
        {
            // 否认将停水，强调蓄水率仍有78%: what is said next stands for itself.
            return false;
        }

        if (parts.Words[first].Tag is "v" && WordDictionary.Embedded.ListedTag(parts.Text(first)) is null && first + 1 < end && parts.Words[first + 1].Tag[0] == 'n')
        {
            // 投前|估值: no verb that the dictionary knows, before a noun.
            return false;
        }

        var tag = parts.Words[first].Tag;
        // 10月营收86.7亿元: the dictionary takes 营收 for a verb.
        return parts.Is(first, ContextCue.Continues) || parts.Text(first)[0] == '每' || tag[0] is 'v' or 'd' or 'p' or 'm' && parts.Text(first) is not "营收" || IsTerm(parts, first, end);
    }

    /// <summary>现价对应市盈率为19倍: a figure that rests on what is foreseen.</summary>
    private static bool RestsOnIt(SentenceParts parts, int clause)
    {
        var end = parts.WordFrom(parts.Clauses[clause].End);
        for (var i = parts.WordFrom(parts.Clauses[clause].Start); i < end; i++)
        {
            if (parts.Text(i) is "对应" or "隐含")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>交易价格为2亿元, 本次交易金额, 总投资: the terms of a plan are planned as well.</summary>
    private static bool IsTerm(SentenceParts parts, int first, int end)
    {
        while (first < end && (parts.Is(first, ContextCue.ThisTime) || parts.Text(first) is "其" or "每股" or "合计" or "初步"))
        {
            first++;
        }

        if (first >= end || !parts.Is(first, ContextCue.PlanTerm))
        {
            return false;
        }

        var last = first;
        while (last + 1 < end && parts.Words[last + 1].Tag is ['n', ..] or "vn" or "b" or "v" && !parts.Is(last, ContextCue.AmountEnd))
        {
            last++;
        }

        return parts.Is(last, ContextCue.AmountEnd);
    }

    /// <summary>前三季度, 今年前10月, 今年以来: a part of the year that has been counted.</summary>
    private static bool IsElapsed(ReadOnlySpan<char> time) => time is ['前' or '首', _, ..] or ['今', '年', '前' or '首', ..] or [.., '以', '来'];

    /// <summary>与|上年同期(法定披露数据)相比: what is compared with, and no value of it.</summary>
    private static bool IsSetBeside(SentenceParts parts, int fact, int clause) =>
        parts.Text(fact - 1) is "与" or "和" or "同" or "跟" && parts.Folded.AsSpan(parts.Words[fact].Span.Start, Math.Max(0, parts.Clauses[clause].End - parts.Words[fact].Span.Start)) is var rest
        && rest.IndexOf("相比") is > 0 and var beside && !rest[..beside].ContainsAnyInRange('0', '9');

    private static bool StartsWithFact(SentenceParts parts, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        var end = Math.Min(parts.WordFrom(parts.Clauses[clause].End), first + 5);
        foreach (ref readonly var time in parts.Times.AsSpan())
        {
            // 上周五被捕, 昨日罚款5万元: what has happened; 较上季增长 only compares, and 按昨日收盘价计算 is a ground.
            if (time.Span.Start >= parts.Clauses[clause].Start && time.From is { Anchor: Time.TimeAnchor.Publication } && (time.From.Year < 0 || time.From.Shift < 0) && parts.WordFrom(time.Span.Start) < end
                && !Time.GoverningTime.IsCompared(parts, time) && Time.GoverningTime.CalculationPhrase(parts, time.Span.Start) is null)
            {
                return true;
            }

            if (time.Span.Start == parts.Words[first].Span.Start && IsElapsed(parts.Text(time.Span)))
            {
                return true;
            }
        }

        if (RestsOnIt(parts, clause))
        {
            // 目前股价对应市盈率19倍
            return false;
        }

        for (var i = first; i < end; i++)
        {
            if (parts.Lexicon.Modality.TryMatch(parts, i, out _, out var sense))
            {
                // 较现时节省, 与上年同期相比, 以目前结构估算: what is compared with or gone by.
                return sense == ModalitySense.Fact && !(i > first && (parts.Text(i - 1) is "较" or "比" or "以" or "按" or "依" or "按照" || IsSetBeside(parts, i, clause)));
            }
        }

        return false;
    }
}
