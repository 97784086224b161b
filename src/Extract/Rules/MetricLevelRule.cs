using Pipeline.Extract.Context;

namespace Pipeline.Extract.Rules;

/// <summary>A value after what it measures, with or without a verb of level: 市值破3万亿美元, 毛利率59.5%, 售价仅为20万元, 实现营业收入23亿元.</summary>
internal sealed class MetricLevelRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "metric-level";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (left.Noun.IsEmpty)
        {
            return false;
        }

        if (frame.Quantity is { Dimension: Quantities.Dimension.Count, Unit: "次" } && left.Level < 0 && frame.Right is { Noun.IsEmpty: true, Verb: >= 0 } && !frame.SenseAt(frame.Right.Verb).Is(WordRoles.Light | WordRoles.Speech) && frame.SenseAt(frame.Right.Verb).Verb is null && frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1) && !frame.HeadIs(left.Noun, WordRoles.Event))
        {
            // 代表团3次刷新世界纪录: how often who did what.
            frame.SetMetric(draft, frame.Right.Verb, frame.Right.Object);
            QuantityFrame.SetSubject(draft, left.Noun);
            return true;
        }

        var countsRight = !frame.Right.Noun.IsEmpty && !(frame.IsPercent && frame.Row.Word(frame.Right.Noun.Start) is ['第', ..]) && !frame.Right.IsLinked
            && ((frame.HeadMetric(left.Noun) is null || left.Level < 0 && frame.HeadMetric(left.Noun) is { IsCountable: true } && frame.HeadIs(left.Noun, WordRoles.Site)) && !frame.Row.LooksLikeMetric(left.Noun.End - 1)
                || frame.Quantity is { Dimension: Quantities.Dimension.Count, Unit: "人" or "名" or "位" } && frame.HeadIs(frame.Right.Noun, WordRoles.Group) && frame.HeadMetric(left.Noun) is { IsCountable: false } && left.Level < 0);
        if (countsRight || frame.IsMeant)
        {
            return false;
        }

        if (left is { Level: < 0, Action: < 0, Outer.IsEmpty: true } && Seized(frame) is { } seized)
        {
            // 查获象牙制品54件，其中手镯20件: things of what was taken, by who took it.
            frame.SetMetric(draft, left.Noun);
            (draft.Subject, draft.SubjectSource, draft.SubjectText, draft.IsSubjectSettled) = (seized.Subject, SlotSource.Sentence, seized.SubjectText, seized.SubjectText is not null);
            draft.Counted = frame.Sentence.Text(left.Noun);
            return true;
        }

        if (SizeWord(frame) is { } size && frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1))
        {
            // 烟柱高达500米, 石块重达3吨: what is measured stands within the verb.
            (draft.Metric, draft.MetricSource) = (size, SlotSource.Pattern);
            draft.Evidence.Add(size);
            QuantityFrame.SetSubject(draft, left.Noun);
            return true;
        }

        frame.Note(draft, left.Level);
        if (left.Level >= 0 && left.Noun.End - left.Noun.Start == 1 && frame.Row.Word(left.Noun.Start) is "年息" or "月息" or "年利率" && frame.HeadMetric(left.Outer) is { Id: "interest_rate" })
        {
            // 重贴现率维持年息1.5%: by the year, as rates are given.
            frame.SetMeasured(draft, left.Outer);
            return draft.Metric is not null;
        }

        if (left.Noun.End - left.Noun.Start == 1 && frame.Row.Is(left.Noun.Start, ContextCue.Reference))
        {
            // CPI同比初值为2.1%，前值2.2%: which reading it is, of what is measured.
            if (!left.Outer.IsEmpty)
            {
                frame.SetMeasured(draft, left.Outer);
            }

            if (draft.Metric is null && frame.CarryMetric(draft) && frame.IsPercent && frame.Previous is { Quantity.Dimension: Quantities.Dimension.Percent, Draft: var actual })
            {
                (draft.Kind, draft.Basis) = (actual.Kind, draft.Basis ?? actual.Basis);
                draft.Direction ??= actual is { Kind: Model.ClaimKind.Change, IsLevelReached: false } && frame.Quantity.Low >= 0 ? ChangeSettlement.DirectionAfter(frame.Previous) : null;
            }

            return draft.Metric is not null;
        }

        if (left.Noun.End - left.Noun.Start == 1 && frame.Row.Word(left.Noun.Start) is ['单', '日' or '周' or '月' or '季'] or ['日' or '月' or '年' or '周', '均'])
        {
            // 出炉，单月合计850栋: over what span, of what was measured before.
            return frame.CarryMetric(draft);
        }

        if (frame.Row.IsScope(left.Noun.End - 1) && frame.Quantity.Dimension == Quantities.Dimension.Count && frame.Right is { Noun.IsEmpty: true, Verb: >= 0 } && !frame.SenseAt(frame.Right.Verb).Is(WordRoles.Light))
        {
            // 全台1.2万户停电, 今年高考全省20万人报名: where, and what happened to them.
            frame.SetMetric(draft, frame.Right.Verb, Phrase.None);
            if (!frame.HasOwner || frame.Row.IsNominal(left.Noun.Start) && !frame.IsCompanys)
            {
                QuantityFrame.SetSubject(draft, new Phrase(left.Noun.End - 1, left.Noun.End));
            }

            return true;
        }

        if (!left.Outer.IsEmpty && (left.Level >= 0 || frame.Quantity.Extent.Start < frame.Quantity.Span.Start) && frame.Quantity.Dimension is Quantities.Dimension.Mass or Quantities.Dimension.Volume or Quantities.Dimension.Count && frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1)
            && frame.Row.Before(left.Noun.Start, left.ClauseStart) is var of && of >= 0 && frame.Row[of].Role == TokenRole.Of && frame.Row.Before(of, left.ClauseStart) is var emits && emits >= 0 && frame.Row[emits] is { Role: TokenRole.Verb, Sense.Verb: null })
        {
            // 航空业排放的二氧化碳为9亿吨: how much of it, and whose doing.
            frame.SetMetric(draft, emits, left.Noun);
            QuantityFrame.SetSubject(draft, left.Outer);
            return true;
        }

        if (TopicFinder.SoldOf(frame.Row, left.Noun) is >= 0 and var sold && left.Level < 0 && !frame.Row.IsScope(left.Noun.Start) && frame.Quantity.Dimension is Quantities.Dimension.Count or Quantities.Dimension.Mass or Quantities.Dimension.Money)
        {
            // 我国出口机电产品12万亿元, 东山集团销售生猪8101头: what is done with what.
            frame.SetMetric(draft, new Phrase(sold, left.Noun.End));
            QuantityFrame.SetSubject(draft, sold > left.Noun.Start ? new Phrase(left.Noun.Start, sold) : left.Outer);
            return true;
        }

        if (IsNextBare(frame))
        {
            // 光电发电683万瓩、风电发电329万瓩: the next thing of which nothing but its size is said.
            QuantityFrame.SetSubject(draft, left.Noun);
            draft.IsSetApart = true;
            return true;
        }

        if (IsFirstPart(frame) || IsNextPart(frame))
        {
            // 其中,铁路4亿人次,民航7300万人次: the next part of what was measured before.
            QuantityFrame.SetSubject(draft, left.Noun);
            (draft.IsPart, draft.IsSetApart) = (true, true);
            if (frame.HeadIs(left.Noun, WordRoles.Attribute))
            {
                // 新增15例，其中境外输入14例: of which sort they are.
                (draft.SubjectText, draft.IsSubjectSettled) = (frame.Sentence.Text(left.Noun), true);
            }

            return frame.CarryMetric(draft);
        }

        if (frame.CountedHead(left.Noun) is { IsEmpty: false } counted)
        {
            // 清心福全全台 | 门市920间: the name has them.
            frame.SetMetric(draft, counted);
            QuantityFrame.SetSubject(draft, new Phrase(left.Noun.Start, counted.Start));
        }
        else if (frame.Quantity.Dimension == Quantities.Dimension.Count && frame.HeadMetric(left.Noun) is null or { IsCountable: true } && (left.Level >= 0 && left.Level < left.Noun.Start && frame.Row.Word(left.Level)[^1] is '有' or '设' || IsNextCounted(frame)))
        {
            // 全国共有幼儿园27万所，教师300万名: what is counted stands after the verb, whose it is before.
            frame.SetMetric(draft, left.Noun);
            draft.Counted = draft.MetricWritten;
            QuantityFrame.SetSubject(draft, left.Outer);
            return true;
        }
        else if (CountedByHaving(frame) is { IsEmpty: false } had)
        {
            // 集团旗下关联公司有19家
            frame.SetMetric(draft, had);
            QuantityFrame.SetSubject(draft, had.Start > left.Noun.Start ? new Phrase(left.Noun.Start, had.Start - 1) : left.Outer);
        }
        else if (frame.CountedIn(left.Noun) is { IsEmpty: false } things)
        {
            // 该校留学生突破1万, 东山市高新企业达2000家: what is counted is measured, whose it is stands before.
            frame.SetMetric(draft, things);
            QuantityFrame.SetSubject(draft, new Phrase(left.Noun.Start, things.Start > left.Noun.Start && frame.Row[things.Start - 1].Role == TokenRole.Of ? things.Start - 1 : things.Start));
        }
        else if (frame.Quantity.Dimension == Quantities.Dimension.Count && frame.HeadIs(left.Noun, WordRoles.Event) && frame.HeadMetric(left.Noun) is null)
        {
            // 震区余震606次, 全省火灾300起: what happened is counted, where is whose it is.
            var happened = left.Noun.Start;
            while (happened < left.Noun.End - 1 && (frame.SenseAt(happened).Is(WordRoles.Region) || frame.SenseAt(happened).Entity is not null || frame.Row[happened].Tag == "ns"))
            {
                happened++;
            }

            frame.SetMetric(draft, new Phrase(happened, left.Noun.End));
            QuantityFrame.SetSubject(draft, new Phrase(left.Noun.Start, happened));
        }
        else if (!frame.HeadIs(left.Noun, WordRoles.Region) && IsCountOfItself(frame))
        {
            // 国小新生仅16.3万人: who is counted, not whose number it is.
            frame.SetMetric(draft, left.Noun);
            draft.Counted = draft.MetricWritten;
        }
        else if (frame.IsPercent && frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1)
            && frame.Previous is { Draft.MetricSense: not null, Quantity.Dimension: Quantities.Dimension.Percent } rated && frame.Quantity.Dimension == rated.Quantity.Dimension)
        {
            // 阳性率为44.8%,其中南方省份为41.2%: whose rate it is, not what is measured.
            QuantityFrame.SetSubject(draft, left.Noun);
        }
        else
        {
            frame.SetMeasured(draft, left.Noun);
        }

        if (draft.Metric is null && IsGiver(frame))
        {
            // 获得西山银行8000万元授信: what is given closes the clause, and who has it stands before the verb.
            frame.SetMetric(draft, frame.Right.Verb, Phrase.None);
            QuantityFrame.SetSubject(draft, left.Outer);
            draft.Subject = left.Outer;
        }

        if (draft.Metric is null)
        {
            // Nothing but a name stands before the value: iPhone 5999元.
            if (frame.Right.Verb >= 0 && (left.Level < 0 || frame.Row.Word(left.Level)[^1] == '有' && frame.Right.Noun.IsEmpty) && frame.Quantity.Dimension == Quantities.Dimension.Count && !(left.Level < 0 && frame.SenseAt(frame.Right.Verb).Is(WordRoles.Light)))
            {
                frame.SetDeed(draft);
            }
            else if (left.Level >= 0 && (frame.SenseAt(left.Level).Metric is not null || frame.Row.Word(left.Level) is { Length: > 1 } or "收" && frame.Previous is null && !frame.FollowsTopic()))
            {
                // 叫价820万, whatever was measured before; 卖出, where nothing was.
                frame.SetMetric(draft, left.Level, Phrase.None);
                draft.IsMetricVerb = true;
            }
            else if (!frame.CarryMetric(draft) && left.Level >= 0 && frame.Row.Word(left.Level) is "报" && (frame.Quantity.Dimension is Quantities.Dimension.Money or Quantities.Dimension.Points || frame.Previous is null))
            {
                frame.SetMetric(draft, left.Level, Phrase.None);
                draft.IsMetricVerb = true;
            }
        }

        if (!draft.Subject.IsEmpty && draft.Subject.Start >= left.Noun.Start && IsNamedOwner(frame, left.Outer) && !HasName(frame, draft.Subject))
        {
            // 东山集团去年伺服器出货140万台: a common noun narrows what is measured of the name before it.
            frame.SetMetric(draft, left.Noun);
            QuantityFrame.SetSubject(draft, left.Outer);
        }

        if (draft.Subject.IsEmpty && frame.Row.Is(left.Level, ContextCue.Sums) && frame.HeadMetric(left.Outer) is not null && frame.Row.Part(left.Outer, hasOwner: true).Owner.IsEmpty)
        {
            // 质押股份累计数量1.6亿股: one measure in two words, whose owner stands elsewhere.
            frame.SetMetric(draft, new Phrase(left.Outer.Start, left.Noun.End));
        }
        else if (draft.Subject.IsEmpty)
        {
            var (owner, metric) = frame.Row.Part(left.Outer, hasOwner: false);
            QuantityFrame.SetSubject(draft, owner.IsEmpty ? metric : owner);
        }

        if (draft.Subject.IsEmpty && frame.Quantity.Dimension is Quantities.Dimension.Money or Quantities.Dimension.Mass && (SeizedBefore(frame) is { IsEmpty: false } listed ? listed : frame.SeizedIn(frame.Clause - 1)) is { IsEmpty: false } goods
            && frame.HeadMetric(left.Noun) is { Id: "market_cap" or "scale" or "price" or "share_price" or "valuation" or "weight" })
        {
            // 查获毒品12公斤，市值逾3000万元: what was taken is worth it.
            QuantityFrame.SetSubject(draft, goods, SlotSource.Sentence);
            draft.IsPart = true;
        }

        return true;
    }

    /// <summary>The first goods that the clause of the value before says were taken: 检获冰毒3公斤、可卡因2公斤，市值…; empty where none were.</summary>
    private static Phrase SeizedBefore(QuantityFrame frame)
    {
        var bound = frame.Sentence.Bound;
        for (var i = bound.Count - 1; i >= 0 && bound[i].Clause >= bound[^1].Clause - 1 && (bound[i].Clause == bound[^1].Clause || bound[^1].Draft.Rule is "metric-level" or "restated-value" && bound[^1].Quantity.Dimension is not Quantities.Dimension.Money); i--)
        {
            if (!bound[i].Draft.Object.IsEmpty)
            {
                return bound[i].Draft.Object;
            }
        }

        return Phrase.None;
    }

    /// <summary>True for a name between a verb of getting and an amount of money that what is given follows: 获得 | 西山银行 | 8000万元 | 授信.</summary>
    private static bool IsGiver(QuantityFrame frame) =>
        frame is { Quantity.Dimension: Quantities.Dimension.Money, Left: { Level: >= 0 } left, Right: { Noun.IsEmpty: true, Verb: >= 0 } } && left.Level < left.Noun.Start
        && frame.Row.Word(left.Level) is ['获', ..] or ['得', '到'] or ['取', '得'] or ['收', ..] or ['接', ..] && SubjectName.IsOrganisation(frame.Row, left.Noun.End - 1);

    /// <summary>The claim of what was taken last, where bare nouns with how many or how much of each follow it; null elsewhere.</summary>
    private static ClaimDraft? Seized(QuantityFrame frame)
    {
        var (row, noun) = (frame.Row, frame.Left.Noun);
        if (frame.Quantity.Dimension is not (Quantities.Dimension.Count or Quantities.Dimension.Mass or Quantities.Dimension.Volume) || frame.HeadMetric(noun) is not null || row.LooksLikeMetric(noun.End - 1) || !frame.Right.Noun.IsEmpty)
        {
            return null;
        }

        for (var i = noun.Start; i < noun.End; i++)
        {
            if (row[i].Sense.Entity is not null || row[i].Role is TokenRole.Determiner or TokenRole.Pronoun || row[i].Tag is "ns" or "nt" || row[i].Sense.Is(WordRoles.Region | WordRoles.Group | WordRoles.Title))
            {
                return null;
            }
        }

        var bound = frame.Sentence.Bound;
        for (var i = bound.Count - 1; i >= 0 && bound[i].Clause >= frame.Clause - 2; i--)
        {
            if (bound[i].Draft is { Verb: >= 0 } draft)
            {
                return frame.SenseAt(draft.Verb).Is(WordRoles.Seizure) ? draft : null;
            }
        }

        return null;
    }

    /// <summary>True for a bare noun before a value in the unit of the one before it, which was a bare noun's as well and measures nothing by name.</summary>
    private static bool IsNextBare(QuantityFrame frame) =>
        frame.Left is { Action: < 0, Change: < 0, Outer.IsEmpty: true, IsPartOf: false } left && frame.HeadMetric(left.Noun) is null && !frame.Row.LooksLikeMetric(left.Noun.End - 1) && frame.Right is { Noun.IsEmpty: true }
        && frame.Quantity.Dimension is not (Quantities.Dimension.Count or Quantities.Dimension.Money or Quantities.Dimension.Percent) && frame.Previous is { Draft: { Rule: "metric-level", Metric: null, Subject.IsEmpty: false } } previous && previous.Quantity.Unit == frame.Quantity.Unit && previous.Clause >= frame.Clause - 2;

    /// <summary>True for a bare noun that fills its clause with a count, after a thing that 有 counted so.</summary>
    private static bool IsNextCounted(QuantityFrame frame) =>
        frame.Previous is { Draft: { Rule: "metric-level", Counted: { } counted } draft, Quantity.Dimension: Quantities.Dimension.Count } && counted == draft.MetricWritten
        && frame is { Left: { Level: < 0, Action: < 0, Change: < 0, Outer.IsEmpty: true } left, Right: { Noun.IsEmpty: true, Verb: < 0 } } && frame.Row[left.Noun.Start - 1].Role is TokenRole.Clause or TokenRole.Listing;

    /// <summary>True for a bare noun right after 其中, before a value in the unit of what was measured before: 运送旅客6亿人次，其中铁路4亿人次.</summary>
    private static bool IsFirstPart(QuantityFrame frame)
    {
        var (left, row) = (frame.Left, frame.Row);
        return left is { Level: < 0, Action: < 0, Change: < 0, Outer.IsEmpty: true, IsPartOf: false } && (row.IsPartMark(row.Before(left.Noun.Start)) || OpensBracket(row, left.Noun)) && frame.HeadMetric(left.Noun) is null && !row.LooksLikeMetric(left.Noun.End - 1)
            && frame.Right is { Noun.IsEmpty: true, Verb: < 0 } && !IsCountOfItself(frame) && frame.Previous is { Draft.Metric: not null } previous && previous.Quantity.Unit == frame.Quantity.Unit && previous.Clause >= frame.Clause - 1;
    }

    /// <summary>感染者15例(境外输入14例): a sort in brackets right behind a value.</summary>
    private static bool OpensBracket(TokenRow row, Phrase sort) =>
        row[sort.End - 1].Sense.Is(WordRoles.Attribute) && row.Before(sort.Start) is >= 0 and var open && row[open].Role == TokenRole.Open && row.Before(open) is >= 0 and var value && row[value].Role == TokenRole.Quantity;

    /// <summary>True for a bare noun that is all of its clause, after a clause of the same form whose value carried its metric over.</summary>
    private static bool IsNextPart(QuantityFrame frame)
    {
        var (left, row) = (frame.Left, frame.Row);
        return left is { Level: < 0, Action: < 0, Outer.IsEmpty: true, IsPartOf: false } && frame.HeadMetric(left.Noun) is null && !row.LooksLikeMetric(left.Noun.End - 1) && frame.Right is { Noun.IsEmpty: true, Verb: < 0 }
            && frame.Previous is { Draft: { Metric: not null, SubjectText: not null } part } previous && previous.Quantity.Unit == frame.Quantity.Unit && previous.Clause >= frame.Clause - 1
            && (part.Rule == "verb-object" && row.HasPartMark(frame.Sentence.Clause(previous.Clause).Start, previous.Token) || part is { Rule: "metric-level" or "carried-metric", MetricSource: SlotSource.Discourse or SlotSource.Sentence, Subject.IsEmpty: false } && part.SubjectText == frame.Sentence.Text(part.Subject) && row.Before(previous.Token) == part.Subject.End - 1)
            && row.Before(left.Noun.Start, Math.Max(left.ClauseStart, previous.Token + 1)) is var lead && (lead < 0 || row[lead].Role is TokenRole.Listing or TokenRole.Adverb or TokenRole.Clause);
    }

    /// <summary>The size that a verb such as 高达 or 重达 names, where the quantity is one of that sort; null elsewhere.</summary>
    private static string? SizeWord(QuantityFrame frame)
    {
        var quantity = frame.Quantity;
        var word = quantity.Extent.Start < quantity.Span.Start ? frame.Row.Folded.AsSpan(quantity.Extent.Start, quantity.Span.Start - quantity.Extent.Start) : frame.Left.Level >= 0 ? frame.Row.Word(frame.Left.Level) : [];
        return word is [var size, '达', ..] && quantity.Dimension switch
        {
            Quantities.Dimension.Length => size is '高' or '长' or '宽' or '深' or '厚',
            Quantities.Dimension.Mass => size == '重',
            _ => false,
        }
            ? size.ToString()
            : null;
    }

    /// <summary>What there is so much of, where 有 says it after the noun: what stands after 旗下 or 的; empty where its phrase has no such owner.</summary>
    private static Phrase CountedByHaving(QuantityFrame frame)
    {
        var (left, noun) = (frame.Left, frame.Left.Noun);
        if (frame.Quantity.Dimension != Quantities.Dimension.Count || left.Level < 0 || frame.Row.Word(left.Level)[^1] != '有' || !frame.Right.Noun.IsEmpty || frame.Right.Verb >= 0 || frame.HeadMetric(noun) is not null)
        {
            return Phrase.None;
        }

        var start = noun.End - 1;
        while (start > noun.Start && !frame.Row.Is(start - 1, ContextCue.UnderOwner) && frame.Row.Word(start - 1) is not "的")
        {
            start--;
        }

        return start > noun.Start ? new Phrase(start, noun.End) : Phrase.None;
    }

    /// <summary>True for a company or another name that is no place: 国内 or 全国 before a good does not own it.</summary>
    private static bool IsNamedOwner(QuantityFrame frame, Phrase outer) =>
        !outer.IsEmpty && OwnerStrength.StandsAlone(frame.Row, outer, isBesideTopic: false) && !frame.SenseAt(outer.End - 1).Is(WordRoles.Region | WordRoles.Market) && frame.Row[outer.End - 1].Tag != "ns"
        && frame.SenseAt(outer.End - 1).Entity?.Type is not EntityType.Place && frame.HeadMetric(outer) is null && !SubjectName.IsPublicBody(frame.Row, outer.End - 1);

    private static bool HasName(QuantityFrame frame, Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (frame.Row[i].IsName || frame.Row[i].Role is TokenRole.Determiner or TokenRole.Pronoun)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for people counted by a word for people after a name of theirs: 国小新生16.3万人, but not 全国4万人 and not 学校310人.</summary>
    private static bool IsCountOfItself(QuantityFrame frame)
    {
        var noun = frame.Left.Noun;
        if (frame.Quantity.Dimension != Quantities.Dimension.Count || frame.Quantity.Unit is not ("人" or "人次" or "名" or "位" or "户") || frame.HeadMetric(noun) is not null)
        {
            return false;
        }

        for (var i = noun.Start; i < noun.End; i++)
        {
            if (frame.Row[i].IsName || frame.Row[i].Role is TokenRole.Pronoun or TokenRole.Determiner || frame.SenseAt(i).Is(WordRoles.Site | WordRoles.Generic))
            {
                return false;
            }
        }

        return frame.SenseAt(noun.End - 1).Is(WordRoles.Group) || frame.Row.Word(noun.End - 1)[^1] is '生' or '客' or '户' or '者' or '员' or '众';
    }
}
