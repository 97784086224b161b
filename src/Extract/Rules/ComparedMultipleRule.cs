using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A multiple or fraction of a stated reference: 晶体管数量是上一代的1.8倍, 按购车款三倍赔偿, 仅为峰值的80%, 市盈率200倍.</summary>
internal sealed class ComparedMultipleRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "multiple-of";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (TryAgainstValue(frame, draft) || TryAgainstTimeBefore(frame, draft))
        {
            return true;
        }

        if (frame.IsMultiple ? frame.Quantity.IsChangeByItself || left.Change >= 0 || ComparisonReader.Predicate(frame.Sentence, left.ClauseStart, frame.Token, isRelative: true, out _) is not null : !IsPercentOfReference(frame) && !IsRemainderOfReference(frame))
        {
            // 比上一代快5倍: by how much, which the rule for changes reads.
            return false;
        }

        draft.Kind = ClaimKind.Ratio;
        draft.Direction = left is { IsReached: true, Change: >= 0 } ? frame.SenseAt(left.Change).Verb?.Direction : null;
        if (!frame.IsMultiple && IsRemainderOfReference(frame) && frame.Previous!.Draft.SubjectText is { } same)
        {
            (draft.SubjectText, draft.IsSubjectSettled) = (same, true);
        }

        if (left.Preposition >= 0 && !left.Noun.IsEmpty)
        {
            draft.Basis = BasisFrom(frame, left.Noun);
            frame.SetClosingVerb(draft);
            return true;
        }

        if (left.IsPartOf && ReferenceInTime(frame) is { IsEmpty: false } time && !(left.Noun.Start < time.End && time.Start < left.Noun.End))
        {
            // 是2020年的1.6倍, 是原来的三倍: the reference is a time.
            draft.Basis = BasisFrom(frame, time);
            BindMeasured(frame, draft, left.Noun.IsEmpty ? left.Outer : left.Noun);
            return true;
        }

        if (left.IsPartOf && !left.Noun.IsEmpty)
        {
            draft.Basis = BasisFrom(frame, left.Noun);
            frame.Note(draft, left.Level);
            BindMeasured(frame, draft, left.Outer);
            return true;
        }

        if (!left.Noun.IsEmpty)
        {
            if (frame.IsPercent && IsEqualled(frame))
            {
                // 相等于本地生产总值约1.3%: what it is set against stands after the verb.
                draft.Basis = BasisFrom(frame, left.Noun);
                BindMeasured(frame, draft, left.Outer);
                return true;
            }

            var head = frame.HeadMetric(left.Noun);
            if (left.Level >= 0 && head is not { Kind: MetricKind.Ratio } && left.Outer.IsEmpty is false)
            {
                draft.Basis = BasisFrom(frame, left.Noun);
                BindMeasured(frame, draft, left.Outer);
                return true;
            }

            frame.SetMeasured(draft, left.Noun);
            return true;
        }

        frame.CarryMetric(draft);
        return true;
    }

    /// <summary>算力780 TFLOPS,是乙芯片单卡算力2500 TFLOPS的31%: against a value of the same measure, whose number stands between.</summary>
    private static bool TryAgainstValue(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        var bound = frame.Sentence.Bound;
        if (!frame.IsMultiple && !frame.IsPercent || bound.Count < 2 || bound[^1] is not { Draft: { Metric: not null } reference } against || bound[^2] is not { Draft: { Metric: not null, SubjectText: not null } measured } before
            || against.Clause != frame.Clause || before.Clause < frame.Clause - 1 || against.Quantity.Dimension != before.Quantity.Dimension
            || row.Before(frame.Token) is not (>= 0 and var of) || row[of].Role != TokenRole.Of || row.Before(of) != against.Token || against.Quantity.Unit != before.Quantity.Unit || !IsSetAgainst(frame, against.Token))
        {
            return false;
        }

        draft.Kind = ClaimKind.Ratio;
        draft.Basis = reference.SubjectText == measured.SubjectText ? null : reference.SubjectText;
        (draft.SubjectText, draft.IsSubjectSettled) = (measured.SubjectText, true);
        (draft.Metric, draft.MetricSense, draft.MetricSource) = (measured.Metric, measured.MetricSense, SlotSource.Sentence);
        return true;
    }

    /// <summary>恢复到疫情前的98%, 已恢复疫情前约七成: against what was before something happened.</summary>
    private static bool TryAgainstTimeBefore(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        var (start, at) = (frame.Left.ClauseStart, row.Before(frame.Token));
        while (at >= start && row[at].Role is TokenRole.Adverb or TokenRole.Of)
        {
            at = row.Before(at, start);
        }

        if (!frame.IsPercent || frame.IsPoints || at < start || row[at].Role != TokenRole.Localizer || row.Word(at) is not [.., '前'])
        {
            return false;
        }

        var (first, verb) = (at, row.Before(at, start));
        while (verb >= start && !IsBackAt(frame, verb) && row[verb].Role is TokenRole.Noun or TokenRole.Time or TokenRole.Verb)
        {
            (first, verb) = (verb, row.Before(verb, start));
        }

        if (verb >= start && row[verb].Role == TokenRole.Preposition)
        {
            verb = row.Before(verb, start);
        }

        if (first == at || verb < start || !IsBackAt(frame, verb))
        {
            return false;
        }

        var measured = row.Before(verb, start);
        while (measured >= start && row[measured].Role is TokenRole.Adverb or TokenRole.Time)
        {
            measured = row.Before(measured, start);
        }

        draft.Kind = ClaimKind.Ratio;
        draft.Basis = frame.Sentence.Text(new Phrase(first, at + 1));
        BindMeasured(frame, draft, measured < start ? Phrase.None : row.PhraseEndingAt(measured, start));
        return true;
    }

    /// <summary>是, 仅为, 超: what sets a value against the one at <paramref name="reference"/>; 占 makes it a part.</summary>
    private static bool IsSetAgainst(QuantityFrame frame, int reference)
    {
        for (var at = frame.Row.Before(reference, frame.Sentence.Clause(frame.Clause).Start); at >= 0; at = frame.Row.Before(at, frame.Sentence.Clause(frame.Clause).Start))
        {
            if (frame.Row.Is(at, ContextCue.EqualTo) || frame.Row.Word(at) is "超" || frame.Row.SetsAgainst(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The time words directly before the 的 that the value stands after: 2019年同期, 原来.</summary>
    private static Phrase ReferenceInTime(QuantityFrame frame)
    {
        var row = frame.Row;
        var of = row.Before(frame.Token);
        while (of >= 0 && row[of].Role != TokenRole.Of)
        {
            of = row.Before(of);
        }

        var last = row.Before(of);
        var first = last + 1;
        for (var at = last; at >= frame.Left.ClauseStart && (row[at].Role == TokenRole.Time || row.Is(at, ContextCue.TimeBefore)); at = row.Before(at))
        {
            first = at;
        }

        return of < 0 || first > last ? Phrase.None : new Phrase(first, last + 1);
    }

    /// <summary>是去年同期的2.3倍 compares with the year before.</summary>
    private static string? BasisFrom(QuantityFrame frame, Phrase phrase) => ComparisonReader.Named(frame.Row.Cues, frame.Sentence.FoldedOrTime(phrase), frame.Sentence.Text(phrase));

    private static void BindMeasured(QuantityFrame frame, ClaimDraft draft, Phrase outer)
    {
        if (outer.IsEmpty)
        {
            frame.CarryMetric(draft);
            return;
        }

        frame.SetMeasured(draft, outer);
        if (draft.Metric is null)
        {
            frame.CarryMetric(draft);
        }
    }

    /// <summary>相等于本地生产总值约1.3%: the verb, the reference, and the value without 的.</summary>
    private static bool IsEqualled(QuantityFrame frame) =>
        frame.Left is { IsPartOf: false, Level: >= 0, Noun.IsEmpty: false, Share: < 0 } left && left.Level < left.Noun.Start && frame.Row.Is(left.Level, ContextCue.EqualTo) && frame.Row.Word(left.Level)[^1] is '于' or '同';

    /// <summary>A percentage that 是, 为 or 相当于 sets against something else that is measured: 性能仅为峰值的80%, 相当于日本GDP的0.36%.</summary>
    private static bool IsPercentOfReference(QuantityFrame frame)
    {
        var left = frame.Left;
        if (frame.IsPercent && IsEqualled(frame))
        {
            return true;
        }

        if (!frame.IsPercent || !left.IsPartOf || left.Share >= 0 || left.Contribute >= 0 || frame.HeadMetric(left.Outer) is { Kind: MetricKind.Share or MetricKind.MarketShare })
        {
            return false;
        }

        if (left.Noun.IsEmpty || !ReferenceInTime(frame).IsEmpty)
        {
            // 恢复到2019年同期的七成: the reference is a time.
            return !ReferenceInTime(frame).IsEmpty && (left is { IsReached: true, Change: >= 0 } && frame.Row.Is(ReferenceInTime(frame).End - 1, ContextCue.TimeBefore) || IsBackAt(frame, left.Stop) || IsBackAt(frame, left.Action) || IsBackAt(frame, left.Change) || IsBackAt(frame, left.Level) || left.Level >= 0 && (frame.Row.Is(left.Level, ContextCue.EqualTo) || frame.Row.Is(left.Level, ContextCue.BesideLevel)));
        }

        // 售价为市价的七成, 成本仅为对手的十分之一: 为 may be read as a preposition.
        if (left.Level < 0 && left.Change < 0 && left.Action < 0 && frame.Row.Before(left.Noun.Start, left.ClauseStart) is var copula && copula >= 0 && frame.Row.Word(copula) is "为" or "仅为" or "约为"
            && frame.Row.Before(copula, left.ClauseStart) is var adverb && (adverb >= 0 && frame.Row[adverb].Role == TokenRole.Adverb ? frame.Row.Before(adverb, left.ClauseStart) : adverb) is var owner
            && (frame.HeadMetric(left.Noun) is not null || owner >= 0 && frame.SenseAt(owner).Metric is not null)
            && frame.SenseAt(owner).Metric is not { Kind: MetricKind.Share or MetricKind.MarketShare })
        {
            left.Outer = left.Outer.IsEmpty && owner >= 0 ? frame.Row.PhraseEndingAt(owner, left.ClauseStart) : left.Outer;
            return true;
        }

        if (left.Change < 0 && HasStandard(frame.Row, left.Noun))
        {
            // 保持初始容量的八成, 达到常年水平的九成: what it was or should be.
            return true;
        }

        var isTotal = frame.HeadMetric(left.Noun) is { Id: "gdp" };
        return left.Change < 0 && left.Level >= 0 && (frame.Row.Is(left.Level, ContextCue.EqualTo) || isTotal)
            || isTotal && left.Action >= 0 && (frame.Row.Is(left.Action, ContextCue.BesideLevel) || frame.Row.IsOneOf(left.Action, ContextCue.Above, ContextCue.Below))
            || IsBackAt(frame, left.Action) || IsBackAt(frame, left.Change);
    }

    /// <summary>成本仅557万美元，不到同类模型的十分之一: a clause with nothing but its bound and the reference, after an amount.</summary>
    private static bool IsRemainderOfReference(QuantityFrame frame)
    {
        var left = frame.Left;
        return frame.IsPercent && left is { IsPartOf: true, Noun.IsEmpty: false, Outer.IsEmpty: true, Action: < 0, Change: < 0, Share: < 0, Contribute: < 0 } && !frame.IsCapital(left.Noun) && frame.HeadMetric(left.Noun) is null
            && (frame.Quantity.Bound is not Bound.Exact || left.Level >= 0 && frame.Row.Word(left.Level) is "不到" or "不足" or "不及") && frame.Previous is { } amount && amount.Clause == frame.Clause - 1 && amount.Quantity.Dimension is Dimension.Money or Dimension.Physical or Dimension.Mass or Dimension.Volume or Dimension.Length
            && frame.Row.Before(left.Level >= 0 && left.Level < left.Noun.Start ? left.Level : left.Noun.Start, left.ClauseStart) is var before && (before < 0 || frame.Row[before].Role == TokenRole.Adverb);
    }

    private static bool HasStandard(TokenRow row, Phrase reference)
    {
        for (var i = Math.Max(0, reference.Start - 1); i < reference.End; i++)
        {
            if (row.StartOf(i, ContextCue.Standard) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBackAt(QuantityFrame frame, int verb) =>
        verb < frame.Token && frame.Row.Is(verb, ContextCue.Returns);
}
