using System.Buffers;

namespace Pipeline.Extract.Context;

/// <summary>Reads what a change is set against where the clause says it: 较年初上升, 比上年末净增, 较人工提升, 比五年前扩大.</summary>
internal static class ComparisonReader
{
    /// <summary>Longest stretch from 比 to the adjective, in characters.</summary>
    private const int LongestCompared = 24;

    private static readonly SearchValues<char> Compares = SearchValues.Create("比较");

    // Words that hold 比 or 较 and compare nothing: 占比, 同比, 比例, 比亚迪.
    private static readonly SearchValues<char> NotAfter = SearchValues.Create("占同环对按之无可百分相计正反性评配");
    private static readonly SearchValues<char> NotBefore = SearchValues.Create("重例率值特亚赛分如方利选基肩邻拼武价划照作强弱真量长短少多大小为快慢高低好差");

    /// <summary>Adjectives that say with a thing compared which way a value goes: 比前一学年少2.7万人, 较底价低百分之五点五.</summary>
    private static readonly SearchValues<char> Predicates = SearchValues.Create("多少高低贵快慢早晚长短重轻大小强弱厚薄宽窄深浅远近热冷");
    private static readonly SearchValues<char> ComparesOrEnds = SearchValues.Create("比较,。;:!?");
    private static readonly SearchValues<char> Adverbs = SearchValues.Create("仍还更都均也则再又略稍远");
    private static readonly SearchValues<char> Lowering = SearchValues.Create("少低慢短轻小弱薄窄浅近冷");

    /// <summary>What the change verb at token <paramref name="predicate"/> sets its value against.</summary>
    /// <returns><c>yoy</c>, <c>pop</c> or the thing as written; null where the clause compares with nothing.</returns>
    public static string? Basis(SentenceFrame sentence, int clauseStart, int predicate)
    {
        var row = sentence.Row;
        if (predicate < 0 || predicate >= row.Count || clauseStart >= predicate)
        {
            return null;
        }

        var (from, to) = (row[clauseStart].Start, row[predicate].Start);
        var text = row.Folded.AsSpan(from, to - from);
        if (Joined(row, clauseStart, predicate) is var joined and >= 0)
        {
            return OfJoined(sentence, joined);
        }

        for (var at = text.LastIndexOfAny(Compares); at >= 0; at = text[..at].LastIndexOfAny(Compares))
        {
            var start = at + (text[at..].StartsWith("比起", StringComparison.Ordinal) ? 2 : 1);
            if (start < text.Length && text[start] is '于' or '之')
            {
                start++;
            }

            if (start >= text.Length || at > 0 && (NotAfter.Contains(text[at - 1]) || text[..at].EndsWith("性价")) && !text[..at].EndsWith("相") || start == at + 1 && NotBefore.Contains(text[start]) && !IsPeak(text[start..]))
            {
                continue;
            }

            var end = TrimAdverbs(row.Cues, text, start, ChangeWithin(row, clauseStart, predicate, from + start) - from);
            for (var of = start; of < end - 1; of++)
            {
                if (text[of] is '的' or '之' && (char.IsAsciiDigit(text[of + 1]) || text[of + 1] is '约' or '逾' or '近'))
                {
                    // 较上季的4.1%上升: set against the season, whose value is said too.
                    end = of;
                }
            }

            return end > start ? Named(row.Cues, text[start..end], sentence.Original[(from + start)..(from + end)]) : null;
        }

        return null;
    }

    /// <summary>较2017年|减少38%至615宗: where the first change with its amount starts, behind which nothing is compared with; else where the predicate does.</summary>
    private static int ChangeWithin(TokenRow row, int clauseStart, int predicate, int start)
    {
        for (var at = row.After(clauseStart, predicate); at >= 0; at = row.After(at, predicate))
        {
            if (row[at].Start > start && row[at].Sense.Verb is { Role: VerbRole.Change } && row.After(at, predicate) is var amount && amount >= 0 && row[amount].Role == TokenRole.Quantity)
            {
                return row[at].Start;
            }
        }

        return row[predicate].Start;
    }

    /// <summary>与对照组相比，试验组…: what the clause before <paramref name="clause"/>, which says nothing else, compares with.</summary>
    public static string? BasisBefore(SentenceFrame sentence, int clause)
    {
        var tokens = clause == 0 ? Phrase.None : sentence.Clause(clause - 1);
        return tokens.IsEmpty || sentence.Row.Before(tokens.End, tokens.Start) is not (>= 0 and var last) || Joined(sentence.Row, last, last + 1) < 0 ? null : OfJoined(sentence, last);
    }

    /// <summary>净利润与上年同期相比，将减少6000万元: the noun phrase right before what closes the clause before; empty for none.</summary>
    public static Phrase MeasureBefore(SentenceFrame sentence, int clause)
    {
        var tokens = clause == 0 ? Phrase.None : sentence.Clause(clause - 1);
        var last = tokens.IsEmpty ? -1 : sentence.Row.Before(tokens.End, tokens.Start);
        var noun = last < 0 || Joined(sentence.Row, last, last + 1) < 0 ? -1 : sentence.Row.Before(last, tokens.Start);
        return noun >= 0 && sentence.Row[noun].Role == TokenRole.Noun ? sentence.Row.PhraseEndingAt(noun, tokens.Start) : Phrase.None;
    }

    /// <summary>The last 与…相比 (<see cref="ComparisonPhrases"/>) from token <paramref name="start"/> up to <paramref name="end"/>; -1 for none.</summary>
    private static int Joined(TokenRow row, int start, int end)
    {
        for (var i = end - 1; i >= start; i--)
        {
            if (row[i].Role == TokenRole.Adverb && row.Word(i) is { Length: > 3 } word && ComparisonPhrases.IsOpening(word[..1]) && (ComparisonPhrases.IsClosing(word[^2..]) || ComparisonPhrases.IsClosing(word[^3..])))
            {
                return i;
            }
        }

        return -1;
    }

    private static string? OfJoined(SentenceFrame sentence, int token)
    {
        var word = sentence.Row.Word(token);
        var (start, end) = (sentence.Row[token].Start + 1, sentence.Row[token].End - (ComparisonPhrases.IsClosing(word[^2..]) ? 2 : 3));
        return Named(sentence.Row.Cues, sentence.Row.Folded.AsSpan(start, end - start), sentence.Original[start..end]);
    }

    /// <summary>The direction that an adjective directly before the quantity at <paramref name="token"/> gives in a comparison, which a percentage or a multiple needs not name: 风险低38%; null for none.</summary>
    public static Model.ChangeDirection? Predicate(SentenceFrame sentence, int clauseStart, int token, bool isRelative, out int predicate)
    {
        var row = sentence.Row;
        predicate = row.Before(token, clauseStart);
        while (predicate >= 0 && (row[predicate].Role == TokenRole.Particle || row.Word(predicate) is "出"))
        {
            predicate = row.Before(predicate, clauseStart);
        }

        if (predicate < 0 || Adjective(row.Word(predicate)) is not { } adjective
            || Basis(sentence, clauseStart, predicate) is null && !IsComparedWithoutName(row, clauseStart, predicate, isRelative))
        {
            return null;
        }

        return Lowering.Contains(adjective) ? Model.ChangeDirection.Down : Model.ChangeDirection.Up;
    }

    /// <summary>低, 仍少: the adjective of one character, with which the cut may have joined an adverb; null for other words.</summary>
    private static char? Adjective(ReadOnlySpan<char> word) =>
        (word.Length == 1 || word.Length == 2 && Adverbs.Contains(word[0])) && Predicates.Contains(word[^1]) ? word[^1] : null;

    /// <summary>再低, 同比高, and of a percentage 风险则低: nothing is named that it is compared with.</summary>
    private static bool IsComparedWithoutName(TokenRow row, int clauseStart, int predicate, bool isRelative) =>
        row.Before(predicate, clauseStart) is >= 0 and var lead
        && (row.Word(lead) is "再" || row[lead].Sense.Verb is { Role: VerbRole.Basis, Basis: not null } || isRelative && FollowsNoun(row, clauseStart, lead));

    private static bool FollowsNoun(TokenRow row, int clauseStart, int last)
    {
        while (last >= 0 && row[last].Role == TokenRole.Adverb)
        {
            last = row.Before(last, clauseStart);
        }

        return last >= 0 && row.IsNominal(last);
    }

    /// <summary>True for an adjective of one character that a comparison may end with.</summary>
    public static bool IsPredicate(char last) => Predicates.Contains(last);

    /// <summary>True where the adjective that ends at <paramref name="end"/> closes a comparison before the value at <paramref name="limit"/>: 比前代|薄0.4毫米, 比旧款|重了5公斤.</summary>
    public static bool EndsComparison(ReadOnlySpan<char> text, int end, int limit) =>
        Predicates.Contains(text[end - 1]) && text[end..limit] is "" or "了" or "出" or "出了" or "上"
        && text[..(end - 1)].LastIndexOfAny(ComparesOrEnds) is >= 0 and var compare && Compares.Contains(text[compare]) && end - compare < LongestCompared && !(compare > 0 && NotAfter.Contains(text[compare - 1]));

    /// <summary><c>yoy</c> and <c>pop</c> for the usual spans, else the thing as written.</summary>
    public static string? Named(CueLexicon cues, ReadOnlySpan<char> folded, string written)
    {
        folded = folded.Trim();
        if (folded.IsEmpty || folded.Length > 24 || folded.IndexOfAny(',', '。', '、') >= 0)
        {
            return null;
        }

        written = written.Trim();
        // “十三五”末: marks around a part of it stay.
        var isMarkedPart = written.Length > 1 && (written.IndexOfAny(['」', '”']) is > 0 and var close && close < written.Length - 1 || written.LastIndexOfAny(['「', '“']) > 0);
        return Rules.Reference.BasisOf(cues, isMarkedPart ? written : written.Trim('「', '」', '“', '”'));
    }

    /// <summary>较高点下跌九成.</summary>
    private static bool IsPeak(ReadOnlySpan<char> text) => text is ['高' or '低', '点' or '峰' or '位' or '谷' or '档', ..];

    private static int TrimAdverbs(CueLexicon cues, ReadOnlySpan<char> text, int start, int end)
    {
        // 比平|时少: two characters stay.
        while (end - start > 1 && cues.LengthAtEnd(ContextCue.BeforeChange, text[(start + 1)..end]) is > 0 and var length && (length > 1 || end - start > 2))
        {
            end -= length;
        }

        while (end > start && text[end - 1] is ' ' or '的' or '之')
        {
            end--;
        }

        return end;
    }
}
