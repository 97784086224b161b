using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A part that 占 sets against its whole: 质押股数占公司总股本的2.15%, 国内市场中华为占18.1%.</summary>
/// <remarks>The whole stands after 占, else in the phrase of place before it, else it is that of the share before in the sentence; 其中 points to what was measured before.</remarks>
internal sealed partial class ShareOfWholeRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "share-of-whole";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (SizedWhole(frame) is { IsEmpty: false } sized)
        {
            // 占公司总股本8亿股的2%: the whole with its size.
            draft.Whole = frame.Sentence.Text(sized);
            (draft.Metric, draft.MetricSource, draft.Kind) = ("占比", SlotSource.Pattern, ClaimKind.Share);
            QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(frame.Row, frame.Row.Before(sized.Start), left.ClauseStart));
            return true;
        }

        if (ShareSetUp.TryBind(frame, draft))
        {
            return true;
        }

        if (IsPartOfAmount(frame))
        {
            // 资本支出400亿美元，其中先进制程约70%，特殊制程约20%: parts of what was measured.
            var previous = frame.Previous!.Draft;
            draft.Whole = previous.Rule == Id ? previous.Whole : previous.MetricWritten ?? previous.Metric;
            (draft.Kind, draft.IsMetricSettled, draft.IsPart) = (ClaimKind.Share, true, true);
            QuantityFrame.SetSubject(draft, left.Noun);
            return true;
        }

        if (frame.IsPercent && left is { Level: >= 0, Noun.IsEmpty: false, Outer.IsEmpty: false, Share: < 0, Change: < 0, Contribute: < 0, IsPartOf: false } && frame.HeadMetric(left.Outer) is { Id: "share_of_total" } && frame.HeadMetric(left.Noun) is { Kind: MetricKind.Level })
        {
            // 先进制程营收比重达到全季销售金额70%: of what, between the verb and the value.
            var (part, share) = frame.Row.Part(left.Outer, hasOwner: false);
            frame.SetMetric(draft, share);
            QuantityFrame.SetSubject(draft, part);
            draft.Whole = frame.Sentence.Text(left.Noun);
            draft.Kind = KindOf(frame, draft);
            return true;
        }

        var isShareNoun = frame.HeadMetric(left.Noun) is { Kind: MetricKind.Share, Id: "share_of_total" } or { Kind: MetricKind.MarketShare };
        if (!frame.IsPercent || left.Change >= 0 && !left.IsReached || left.Share < 0 && !isShareNoun && !IsListedShare(frame))
        {
            return false;
        }

        if (left.Share >= 0)
        {
            BindVerb(frame, draft);
        }
        else if (isShareNoun)
        {
            BindNoun(frame, draft);
        }
        else
        {
            BindRank(frame, draft);
        }

        draft.Whole ??= PlaceOf(frame) ?? WholeBefore(frame);
        if (draft.Whole is null && AmountOf(frame, draft) is { } amount)
        {
            // 园区营业额1.3万亿元，半导体产业占七成，员工…: a part of what was measured, which what follows is not about.
            (draft.Whole, draft.IsPart) = (amount, draft.IsPart || left.Share >= 0);
        }

        draft.Direction = left.Change >= 0 ? frame.SenseAt(left.Change).Verb?.Direction : null;
        draft.Kind = KindOf(frame, draft);
        draft.IsPart |= draft.Kind == ClaimKind.RevenueShare && IsOfSpeaker(frame);
        if (draft.Kind == ClaimKind.MarketShare && draft.MetricSense?.Kind != MetricKind.MarketShare)
        {
            draft.MetricSense = new Metric("market_share", MetricKind.MarketShare);
        }

        return true;
    }

    /// <summary>台积电表示，3纳米占营收24%，毛利率59%: a part of what the company that speaks earns, which owns what follows.</summary>
    private static bool IsOfSpeaker(QuantityFrame frame)
    {
        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && SubjectName.CompanyOfSpeaker(frame.Sentence, speaker) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for bare nouns after 其中, and for those that go on with such parts: a percentage of them is their part of the amount before.</summary>
    private static bool IsPartOfAmount(QuantityFrame frame)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (!frame.IsPercent || left is not { Noun.IsEmpty: false, Outer.IsEmpty: true, Level: < 0, Change: < 0, Share: < 0, Action: < 0, Contribute: < 0, Preposition: < 0, IsPartOf: false, Basis: null } || !right.Noun.IsEmpty || right.Verb >= 0
            || frame.HeadMetric(left.Noun) is { Kind: not MetricKind.Level } || frame.Row.LooksLikeMetric(left.Noun.End - 1) || frame.Previous is not { Draft.Metric: var measured } previous || previous.Clause != frame.Clause - 1)
        {
            return false;
        }

        return previous.Draft is { Rule: "share-of-whole", Kind: ClaimKind.Share, Metric: null, IsPart: true }
            || measured is not null && frame.HeadMetric(left.Noun) is null && previous.Quantity.Dimension is Quantities.Dimension.Money or Quantities.Dimension.Mass or Quantities.Dimension.Energy or Quantities.Dimension.Count && frame.Row.HasPartMark(frame.Sentence.Clause(frame.Clause).Start, frame.Token);
    }

    /// <summary>苹果以13.9%位列第五, 三星只剩9%, after a share of the same whole.</summary>
    private static bool IsListedShare(QuantityFrame frame) =>
        frame.Previous is { Draft: { Rule: "share-of-whole" or "parallel-list" or "contribution", Kind: ClaimKind.Share } or { Kind: ClaimKind.MarketShare } } previous
        && !(frame.Left.Noun.IsEmpty && frame.Left.Preposition < 0 && frame.Right.Verb >= 0)
        && frame.Left.Action < 0 && frame.Left.Change < 0 && (frame.Left.Level < 0 || frame.Row.Word(frame.Left.Level)[^1] is '剩' or '余' or '住' or '有') && !frame.Left.IsPartOf && frame.HeadMetric(frame.Left.Noun) is null
        && (frame.Left.Noun.IsEmpty || !frame.Row.LooksLikeMetric(frame.Left.Noun.End - 1)) && frame.HeadMetric(frame.Right.Noun) is null && previous.Clause >= frame.Clause - 2;

    /// <summary>What 占 stands before where a size of it, 的 and the share follow; empty elsewhere.</summary>
    private static Phrase SizedWhole(QuantityFrame frame)
    {
        var row = frame.Row;
        if (!frame.IsPercent || frame.Left is not { IsPartOf: true, Noun.IsEmpty: true } left || row.Before(frame.Token, left.ClauseStart) is not (>= 0 and var of) || row[of].Role != TokenRole.Of
            || row.Before(of, left.ClauseStart) is not (>= 0 and var size) || row[size].Role != TokenRole.Quantity || row.Before(size, left.ClauseStart) is not (>= 0 and var last) || row[last].Role != TokenRole.Noun)
        {
            return Phrase.None;
        }

        var whole = row.PhraseEndingAt(last, left.ClauseStart);
        var verb = whole.IsEmpty ? -1 : row.Before(whole.Start, left.ClauseStart);
        while (verb >= 0 && row[verb].Role is TokenRole.Time or TokenRole.Particle || verb >= 0 && row.Word(verb) is "到")
        {
            verb = row.Before(verb, left.ClauseStart);
        }

        return verb >= 0 && row[verb].Sense.Verb is { Role: VerbRole.Share } ? whole : Phrase.None;
    }

    private static void BindRank(QuantityFrame frame, ClaimDraft draft)
    {
        var previous = frame.Previous!.Draft;
        (draft.Metric, draft.MetricSense, draft.MetricSource) = (previous.Metric, previous.MetricSense, SlotSource.Sentence);
        draft.Whole = previous.Whole;
        QuantityFrame.SetSubject(draft, frame.Left.Noun);
    }

    private static void BindVerb(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        frame.Note(draft, left.Share);
        QuantityFrame.SetSubject(draft, left.Outer);
        if (JoinedOwner(frame) is { } joined)
        {
            draft.SubjectText = joined;
        }

        var whole = left.Noun;
        if (!whole.IsEmpty && (frame.HeadMetric(whole) is { Kind: MetricKind.Share or MetricKind.MarketShare } or null || frame.Row.Word(whole.End - 1) is "比率") && ShareHead(frame, whole) is { IsEmpty: false } head)
        {
            frame.SetMetric(draft, head);
            whole = new Phrase(whole.Start, head.Start);
            while (!whole.IsEmpty && frame.Row[whole.End - 1].Role is TokenRole.Of or TokenRole.Skipped)
            {
                whole = new Phrase(whole.Start, whole.End - 1);
            }
        }

        if (!frame.Right.Noun.IsEmpty)
        {
            if (frame.HeadMetric(frame.Right.Noun) is { Kind: MetricKind.Share or MetricKind.MarketShare })
            {
                frame.SetMetric(draft, frame.Right.Noun);
            }
            else if (frame.Right.IsLinked && !whole.IsEmpty && left.Outer.IsEmpty && JoinedOwner(frame) is null)
            {
                // 占营收六成的云业务: the part comes after its share.
                QuantityFrame.SetSubject(draft, frame.Row.Part(frame.Right.Noun, hasOwner: false) is { Owner.IsEmpty: false } part ? part.Owner : frame.Right.Noun);
            }
            else if (frame.Right.Verb < 0)
            {
                draft.Whole = (whole.IsEmpty ? string.Empty : frame.Sentence.Text(whole)) + frame.Sentence.Text(frame.Right.Noun);
                draft.MetricSense = frame.HeadMetric(frame.Right.Noun);
            }
        }

        if (whole.IsEmpty && frame.Row.After(left.Share, frame.Token) is var all && all >= 0 && frame.Row.Word(all) is "整体" or "总体" or "全体" or "全部")
        {
            // 占整体6.5%: an adverb elsewhere, the whole here.
            whole = new Phrase(all, all + 1);
        }

        if (draft.Metric is null && !whole.IsEmpty && frame.Row.Word(whole.End - 1) is [_, _, .., '比', '例' or '率' or '重'])
        {
            // 占其持股比例的99%: what is held is the whole.
            draft.Whole = frame.Sentence.Text(whole)[..^2];
            (draft.Metric, draft.MetricSource) = (frame.Row.Word(whole.End - 1)[^2..].ToString(), SlotSource.Pattern);
        }

        draft.Whole ??= whole.IsEmpty ? null : frame.Sentence.Text(whole);
        if (draft.Metric is null && !left.Outer.IsEmpty && frame.HeadMetric(left.Outer) is { Kind: MetricKind.Share } && frame.Row.Word(left.Outer.End - 1) is [.., '比', '例' or '率' or '重'])
        {
            // 其质押比例占其持股的87%: the measure is named by its own ratio.
            var (owner, ratio) = frame.Row.Part(left.Outer, hasOwner: true);
            frame.SetMetric(draft, ratio);
            draft.Subject = owner;
        }

        if (left.Outer.IsEmpty && frame.HeadMetric(whole) is { } of && frame.Previous?.Draft is { MetricWritten: { } measured, Kind: not (ClaimKind.Share or ClaimKind.Change) } before
            && before.MetricSense?.Id == of.Id && of.Id != "ownership" && frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            // 减值损失11.45亿元,占当期损失的93%: what was measured is the part.
            (draft.SubjectText, draft.SubjectSource) = (before.CompoundOwner.IsEmpty || before.SubjectText is null ? measured : before.SubjectText, SlotSource.Sentence);
        }

        var isCounted = false;
        if (left.Outer.IsEmpty && frame.Previous is { Draft: { Rule: "metric-level", Counted: { } counted } people } && frame.Previous.Clause >= frame.Clause - 1 && counted == people.MetricWritten && frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            // 男生38万人,占52%: those counted are the part.
            (draft.SubjectText, draft.SubjectSource, isCounted) = (counted, SlotSource.Sentence, true);
        }

        draft.IsPart = isCounted || frame.HeadMetric(left.Outer) is not null || !left.Outer.IsEmpty && !OwnerStrength.StandsAlone(frame.Row, left.Outer, isBesideTopic: false);

        if (draft.Metric is null)
        {
            (draft.Metric, draft.MetricSource) = ("占比", SlotSource.Pattern);
        }
    }

    private static void BindNoun(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        var (owner, metric) = frame.OfThing(left.Noun) is { Owner.IsEmpty: false } thing ? thing : frame.Row.Part(left.Noun, frame.HasOwner);
        if (left.Noun.End - left.Noun.Start > 1 && frame.Row.Word(left.Noun.End - 1) is "占比" or "比重" && !StartsNarrow(frame, left.Noun) && (owner.IsEmpty || metric.End - metric.Start > 1 && frame.HeadIs(new Phrase(metric.Start, metric.End - 1), WordRoles.Group)))
        {
            draft.IsPart = true;
            // 对美出口 | 占比: the part is named by what it measures itself.
            (owner, metric) = (new Phrase(left.Noun.Start, left.Noun.End - 1), new Phrase(left.Noun.End - 1, left.Noun.End));
        }

        frame.SetMetric(draft, metric);
        if (!owner.IsEmpty && left.Outer.IsEmpty && TakenOf(frame, owner) is >= 0 and var taken)
        {
            // 占公司股份回购实施前总股本的比例为2%: the whole is told by a clause.
            draft.Whole = frame.Sentence.Text(new Phrase(taken + 1, owner.End));
            QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(frame.Row, taken, left.ClauseStart));
            return;
        }

        if (!owner.IsEmpty && !left.Outer.IsEmpty && draft.MetricSense?.Kind == MetricKind.MarketShare)
        {
            draft.Whole = frame.Sentence.Text(owner);
            QuantityFrame.SetSubject(draft, left.Outer);
        }
        else if (!owner.IsEmpty && SplitPlace(frame, owner) is var (place, holder) && !place.IsEmpty)
        {
            draft.Whole = frame.Sentence.Text(place);
            QuantityFrame.SetSubject(draft, holder);
        }
        else if (!owner.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, owner);
        }
        else
        {
            QuantityFrame.SetSubject(draft, left.Outer);
        }
    }

    /// <summary>The 占 that opens what ends in <paramref name="owner"/> in the same clause; −1 where none does.</summary>
    private static int TakenOf(QuantityFrame frame, Phrase owner)
    {
        var row = frame.Row;
        for (var at = row.Before(owner.Start, frame.Left.ClauseStart); at >= 0 && row[at].Role is not (TokenRole.Quantity or TokenRole.Preposition); at = row.Before(at, frame.Left.ClauseStart))
        {
            if (row[at].Sense.Verb is { Role: VerbRole.Share } && row.Word(at)[^1] == '占')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>单日排片 | 占比 is a measure of something else; AI服务器 | 占比 is not.</summary>
    private static bool StartsNarrow(QuantityFrame frame, Phrase noun) => frame.SenseAt(noun.Start).Is(WordRoles.Attribute) && !char.IsAsciiLetter(frame.Row.Word(noun.Start)[0]) || frame.SenseAt(noun.End - 2).Is(WordRoles.Attribute);

    /// <summary>英伟达在中国高端芯片市场的份额: 在 parts the holder from the market.</summary>
    private static (Phrase Place, Phrase Holder) SplitPlace(QuantityFrame frame, Phrase owner)
    {
        var before = frame.Row.Before(owner.Start, frame.Left.ClauseStart);
        if (before < 0 || frame.Row[before].Role != TokenRole.Preposition || frame.Row.Word(before) is not ("在" or "于"))
        {
            return (Phrase.None, Phrase.None);
        }

        var holder = frame.Row.Before(before, frame.Left.ClauseStart);
        while (holder >= 0 && frame.Row[holder].Role is TokenRole.Time or TokenRole.Adverb)
        {
            holder = frame.Row.Before(holder, frame.Left.ClauseStart);
        }

        return (owner, holder < 0 ? Phrase.None : frame.Row.PhraseEndingAt(holder, frame.Left.ClauseStart));
    }
}
