using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>What 将 and other words of the future say where they stand: that something is to come, and of what it is said.</summary>
internal static class FutureMark
{
    /// <summary>Most words between those counted and the word of the future: 2000名|海天|科技|员工|将.</summary>
    private const int ReachToCount = 4;

    /// <summary>Where a forecast by the word <paramref name="word"/> starts: with those counted of whom it is said (2000名员工将失业, 500万股将解禁), else with the word.</summary>
    public static int StartOf(SentenceParts parts, int word, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        for (var i = word - 1; i >= Math.Max(first, word - 1 - ReachToCount); i--)
        {
            var tag = parts.Words[i].Tag;
            if (tag[0] == 'm' || parts.Text(i) is "万股" or "亿股" or "股")
            {
                if (parts.Folded[parts.Words[i].Span.End - 1] is '%' or '元' or '日' or '月' or '年' || parts.IsTime(i))
                {
                    break;
                }

                while (i > first && (parts.Words[i - 1].Tag[0] == 'm' || parts.Text(i - 1) is "多" or "余" or "几" || i > first + 1 && parts.Text(i - 1) is "至" or "到" or "-" && parts.Words[i - 2].Tag[0] == 'm'))
                {
                    // 900|多|万股
                    i--;
                }

                return parts.Words[i].Span.Start;
            }

            if (parts.Text(i) is "的" && i > first && parts.Words[i - 1].Tag[0] == 'm')
            {
                // 三分之一的教师将
                continue;
            }

            if (tag[0] is not ('n' or 'q' or 'x' or 'j') || tag is "x" && !char.IsLetter(parts.Folded[parts.Words[i].Span.Start]))
            {
                break;
            }
        }

        return parts.Words[word].Span.Start;
    }

    /// <summary>可能|达到, 会|投资: a word of what may be before its verb, and no guess at what is.</summary>
    public static bool IsPossible(SentenceParts parts, int word, int next) =>
        next < parts.Words.Length && !parts.Is(next, ContextCue.PresentAfter)
            && (parts.Words[next].Tag[0] is 'v' or 'd' or 'p' or 'a' || parts.Is(next, ContextCue.FutureAfter)
                || parts.Words[next].Tag[0] == 'n' && word > 0 && (parts.Words[word - 1].Tag[0] == 'n' || parts.Text(word - 1) is "户") && ClosesClause(parts, next));

    /// <summary>每天会, 往往会, 一般规律是…会: what is done again and again.</summary>
    public static bool IsHabit(SentenceParts parts, int word, int clause)
    {
        for (var i = 0; i < word; i++)
        {
            if (parts.Is(i, ContextCue.Usually))
            {
                return true;
            }
        }

        return parts.Text(new TextSpan(parts.Clauses[clause].Start, parts.Words[word].Span.Start)) is var before
            && (before.IndexOfAny('每', '常') >= 0 || before.EndsWith("都"));
    }

    /// <summary>集团|或|投资: nothing is done before 或 that it could join, and no 的 makes what follows describe somebody.</summary>
    public static bool IsPerhaps(SentenceParts parts, int word, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        if (word == first || parts.Words[word - 1].Tag[0] is not ('n' or 't' or 'j') || parts.Folded[parts.Words[word - 1].Span.End - 1] is '人' or '者' or '方' or '东' or '员'
            || parts.Text(parts.Clauses[clause]).IndexOfAny('的', '、') >= 0)
        {
            return false;
        }

        for (var i = first; i < word; i++)
        {
            if (parts.Words[i].Tag is "v")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>年底|要, 明年|要: a time to come stands before the word in its clause.</summary>
    public static bool FollowsTimeToCome(SentenceParts parts, int word, int clause)
    {
        foreach (ref readonly var time in parts.Times.AsSpan())
        {
            if (time.Span.Start >= parts.Clauses[clause].Start && time.Span.End <= parts.Words[word].Span.Start && time.From.Unit != Time.TimeUnit.Clock
                && (time.From is { Anchor: Time.TimeAnchor.Publication, Year: > 0 } or { Anchor: Time.TimeAnchor.Publication, Shift: > 0 } || parts.Text(time.Span) is ['未', ..] or [.., '底'] or [.., '年', '内'] || parts.Folded[time.Span.End] is '底'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where 将 before the word <paramref name="next"/> says that something is to come, and marks no object.</summary>
    public static bool IsFuture(SentenceParts parts, int next)
    {
        if (next >= parts.Words.Length)
        {
            return false;
        }

        if (next + 1 < parts.Words.Length && parts.Text(next + 1) is "的" && parts.Words[next].Tag[0] == 'v')
        {
            // 将持有的股票质押: the verb narrows the object that 将 marks.
            return false;
        }

        if (parts.Text(next) is "持股" or "质押" && next + 1 < parts.Words.Length && parts.Text(next + 1) is "比例" or "数量" || parts.Text(next) is "持股比例" or "质押比例")
        {
            // 将持股比例由5%降至3%: what is brought there.
            return false;
        }

        if (parts.Text(next) is "共计" or "合计" or "总计" && next + 1 < parts.Words.Length && parts.Words[next + 1].Tag is "v")
        {
            // 将合计收购51%股权
            return true;
        }

        if (parts.Text(next) is "共计" or "合计" or "总计" or "所持" or "其")
        {
            // 将共计7500万股质押: the same.
            return false;
        }

        if (parts.Words[next].Tag[0] == 'm' && !parts.Is(next, ContextCue.FutureAfter) || parts.Text(next)[0] == '最' && !parts.Is(next, ContextCue.FutureAfter) || parts.Text(next) is not ("使" or "令" or "让" or "使得") && BringsObject(parts, next))
        {
            // 将4人带下山, 将最优惠利率下调, 将原定的预算压缩到2亿元: an object put first.
            return false;
        }

        // 将利率下调 marks an object; a bare noun after it is the object.
        var tag = parts.Words[next].Tag;
        return parts.Is(next, ContextCue.FutureAfter) || (tag[0] is 'v' or 'd' && tag != "vn") || (tag is "vn" or "a" or "ad" && next + 1 < parts.Words.Length && parts.Words[next + 1].Tag[0] is 'v' or 'm' or 'u' or 'n' or 'd' or 'a')
            || ClosesClause(parts, next);
    }

    /// <summary>将原定3亿元的预算压缩到2亿元, 将减亏原因归结为涨价: a noun before a verb of bringing there.</summary>
    private static bool BringsObject(SentenceParts parts, int next)
    {
        var of = parts.Words.Length;
        for (var i = next + 1; i + 1 < parts.Words.Length && parts.Folded[parts.Words[i].Span.Start] is not (',' or '。' or ';'); i++)
        {
            of = parts.Text(i) is "的" ? i : of;
            if (parts.Words[i - 1].Tag[0] == 'n' && parts.Is(i, ContextCue.HeldAs)
                || i > of + 1 && parts.Words[i].Tag[0] == 'v' && (parts.Text(i)[^1] is '到' or '至' or '成' or '给' || parts.Text(i + 1) is "到" or "至" or "成" or "给"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>将失业, 将上市流通: no verb follows that an object could be put before.</summary>
    public static bool ClosesClause(SentenceParts parts, int next)
    {
        for (var i = next + 1; i < parts.Words.Length; i++)
        {
            if (parts.Folded[parts.Words[i].Span.Start] is ',' or '。' or ';' or '!' or '?')
            {
                return true;
            }

            if (parts.Words[i].Tag[0] is 'v' or 'u' or 'm' or 'l' or 'i')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>将对其发行的3000万股进行了质押: 了 after the verb says that it is done.</summary>
    public static bool IsDone(SentenceParts parts, int first, int clause)
    {
        if (parts.Text(first) is not ("对" or "以" or "向" or "与" or "由"))
        {
            return false;
        }

        var end = parts.WordFrom(parts.Clauses[clause].End);
        for (var i = first + 1; i < end; i++)
        {
            if (parts.Text(i) is "了" && parts.Words[i - 1].Tag[0] == 'v')
            {
                return true;
            }
        }

        return false;
    }
}
