using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context;

/// <summary>Values side by side, each behind a head of its own, the first of which says what all of them measure: 三年期票面利率2%，五年期2.4%; 光伏新增装机2亿千瓦，风电1亿千瓦.</summary>
/// <remarks>
/// A later value belongs to the series where its stretch, from the mark that ends the one before, holds nothing but a bare head
/// and words that lead up to a value. A common noun beside a name is taken for a measure of the name's unless 其中 opens its stretch.
/// </remarks>
internal static class SideBySide
{
    // Characters of a head: 6个月至未满6岁幼童 and its like.
    private const int LongestHead = 14;

    // Words between a value and the mark after it: 紧随其后, 居次.
    private const int LongestTail = 2;

    private static readonly Dictionary<int, ParallelHead> None = [];

    /// <summary>For the token of each value of a series, its head.</summary>
    public static IReadOnlyDictionary<int, ParallelHead> Find(SentenceFrame frame)
    {
        var row = frame.Row;
        Dictionary<int, ParallelHead>? heads = null;
        for (var i = 1; i < row.QuantityTokens.Length; i++)
        {
            var (before, value) = (row.QuantityTokens[i - 1], row.QuantityTokens[i]);
            if (!IsSame(frame.Quantities[row[before].Quantity], frame.Quantities[row[value].Quantity]) || frame.EarlierTokens.Contains(before) || frame.EarlierTokens.Contains(value) || MarkBetween(row, before, value) is not (>= 0 and var mark))
            {
                continue;
            }

            var head = Head(row, mark + 1, value, out var isPart);
            if (head.IsEmpty)
            {
                continue;
            }

            if (heads is not null && heads.ContainsKey(before))
            {
                heads.Add(value, new ParallelHead(head, before));
                continue;
            }

            var owner = Owner(row, StartOf(frame, before), before, out var isMeasured);
            if (isMeasured ? isPart ? IsStock(frame.Quantities[row[value].Quantity]) : owner.IsEmpty || !IsOfSameSort(row, owner, head) : isPart || frame.Quantities[row[value].Quantity].Dimension == Dimension.Count || owner.IsEmpty || !IsOfSameKind(row, owner, head))
            {
                continue;
            }

            heads ??= [];
            if (!owner.IsEmpty && !isPart)
            {
                heads.Add(before, new ParallelHead(owner, -1));
            }

            heads.Add(value, new ParallelHead(head, before));
        }

        return heads ?? None;
    }

    /// <summary>Values of one unit, but no lengths: 长3公里、路宽20米 are sizes of one thing.</summary>
    private static bool IsSame(Quantity one, Quantity other) => one.Dimension == other.Dimension && one.Unit == other.Unit && one.Dimension != Dimension.Length;

    /// <summary>充电桩总数30万个，其中公共充电桩10万个: a part of things counted is counted itself, and has the whole's owner.</summary>
    private static bool IsStock(Quantity quantity) => quantity is { Dimension: Dimension.Count, Unit: not "人次" };

    /// <summary>The one mark between two values, with hardly a word before it; -1 for none or several.</summary>
    private static int MarkBetween(TokenRow row, int before, int value)
    {
        var mark = -1;
        var words = 0;
        for (var at = row.After(before, value); at >= 0; at = row.After(at, value))
        {
            if (row[at].Role == TokenRole.Clause || row[at].Role == TokenRole.Listing && mark < 0 && row.Word(at) is "、")
            {
                if (mark >= 0)
                {
                    return -1;
                }

                mark = at;
            }
            else if (mark < 0 && ++words > LongestTail || row[at].Role is TokenRole.Open or TokenRole.Close)
            {
                return -1;
            }
        }

        return mark;
    }

    /// <summary>Where the stretch of the first value starts: behind the value before it in its clause, else with the clause.</summary>
    private static int StartOf(SentenceFrame frame, int value)
    {
        var start = frame.Clause(frame.ClauseOf(value)).Start;
        for (var at = value - 1; at >= start; at--)
        {
            if (frame.Row[at].Role == TokenRole.Quantity)
            {
                return at + 1;
            }
        }

        return start;
    }

    /// <summary>The bare noun phrase that fills the stretch from <paramref name="start"/> up to what leads to <paramref name="value"/>; empty where more or less stands there.</summary>
    private static Phrase Head(TokenRow row, int start, int value, out bool isPart)
    {
        var first = Lead(row, start, value);
        isPart = row.HasPartMark(start, first);
        var last = first < 0 ? -1 : LastBefore(row, first, value);
        if (last < 0 || row[last].End - row[first].Start > LongestHead || !CanEnd(row, last))
        {
            return Phrase.None;
        }

        for (var i = first; i <= last; i++)
        {
            if (!CanStandIn(row, i))
            {
                return Phrase.None;
            }
        }

        return new Phrase(first, last + 1);
    }

    /// <summary>The first token from <paramref name="start"/> on that is no adverb, conjunction, time or 其中; -1 where none stands before <paramref name="end"/>.</summary>
    private static int Lead(TokenRow row, int start, int end)
    {
        var first = row.After(start - 1, end);
        while (first >= 0 && (row.IsPartMark(first) || row[first].Role == TokenRole.Conjunction || row[first].Role == TokenRole.Time && !IsTerm(row, first) || row[first].Role == TokenRole.Adverb && !row[first].Sense.Is(WordRoles.Attribute)))
        {
            first = row.After(first, end);
        }

        return first;
    }

    /// <summary>The last token before what leads up to <paramref name="value"/>: adverbs, times, verbs of level and of change; -1 for none.</summary>
    private static int LastBefore(TokenRow row, int floor, int value)
    {
        var last = row.Before(value, floor);
        while (last >= 0 && (row[last].Role == TokenRole.Adverb && !row[last].Sense.Is(WordRoles.Attribute) || row[last].Role == TokenRole.Time && !IsTerm(row, last)
            || row[last].Sense.Verb is { Role: VerbRole.Level or VerbRole.Reach or VerbRole.Change }))
        {
            last = row.Before(last, floor);
        }

        return last;
    }

    /// <summary>三年期, 首期: a term that says which of several loans, bonds or stages.</summary>
    private static bool IsTerm(TokenRow row, int index) => row[index].Role == TokenRole.Time && row.Word(index) is [.., '年' or '月' or '首', '期'];

    private static bool CanStandIn(TokenRow row, int index)
    {
        var token = row[index];
        return row.OpenerOf(index) < 0 && (token.Sense.Metric is null || token.Sense.Is(WordRoles.Group)) && (token.Role is TokenRole.Noun or TokenRole.Adjective or TokenRole.Skipped || token.Role == TokenRole.Number && token.Quantity < 0 || IsTerm(row, index)
            || token.Role == TokenRole.Verb && token is { Sense.IsNone: true, Tag: "v" } && token.End - token.Start == 2 && row.After(index) is var head && row[head].Role == TokenRole.Noun && row[head].Start == token.End
            || token.Role == TokenRole.Listing && row.Word(index) is not "、" || token.Role == TokenRole.Localizer && row.Word(index) is "以上" or "以下");
    }

    private static bool CanEnd(TokenRow row, int last) =>
        row[last].Role is TokenRole.Noun or TokenRole.Number or TokenRole.Time && !row.LooksLikeMetric(last) && !row[last].Sense.Is(WordRoles.Attribute | WordRoles.Ability | WordRoles.Generic | WordRoles.Document | WordRoles.Ownership | WordRoles.Event)
        && !row.IsRecord(last) && !row.Is(last, ContextCue.Reference);

    /// <summary>Whose the first value is, and whether its stretch says what is measured; empty where the owner does not open its stretch.</summary>
    private static Phrase Owner(TokenRow row, int start, int value, out bool isMeasured)
    {
        var last = LastBefore(row, start, value);
        var phrase = last < 0 ? Phrase.None : row.PhraseEndingAt(last, start);
        var (owner, measure) = row.Part(phrase, hasOwner: false);
        isMeasured = !measure.IsEmpty;
        if (isMeasured && owner.IsEmpty)
        {
            var before = row.Before(measure.Start, start);
            if (before >= 0 && row[before] is { Role: TokenRole.Verb } narrowing && narrowing.Sense.Is(WordRoles.Attribute))
            {
                // 光伏|新增|装机
                before = row.Before(before, start);
            }

            owner = before < 0 ? Phrase.None : IsTerm(row, before) ? new Phrase(before, before + 1) : row.PhraseEndingAt(before, start);
        }

        // 华为在平板市场的份额: what a preposition governs owns nothing here.
        return owner.IsEmpty || row.OpenerOf(owner.Start) < 0 && Lead(row, start, owner.Start) < 0 ? owner : Phrase.None;
    }

    /// <summary>A head of the owner's sort: 公司营收10亿元，商誉3亿元 and 售价10万元，补贴2万元 tell another measure of the owner's.</summary>
    private static bool IsOfSameSort(TokenRow row, Phrase owner, Phrase head) =>
        row[head.End - 1].Tag is not ("vn" or "v") && row[head.End - 1].End - row[head.Start].Start > 1 && (row[owner.End - 1].Sense.Is(WordRoles.Region) || !IsNamed(row, owner) || IsNamed(row, head));

    /// <summary>成人票350元，学生票280元: two that end alike, and two goods, have the same measure though no word names it.</summary>
    private static bool IsOfSameKind(TokenRow row, Phrase owner, Phrase head) =>
        row.Folded[row[owner.End - 1].End - 1] == row.Folded[row[head.End - 1].End - 1] && !IsNamed(row, owner) || row[owner.End - 1].Sense.Is(WordRoles.Good) && row[head.End - 1].Role == TokenRole.Noun;

    private static bool IsNamed(TokenRow row, Phrase phrase) => row[phrase.End - 1].IsName || SubjectName.IsOrganisation(row, phrase.End - 1);
}
