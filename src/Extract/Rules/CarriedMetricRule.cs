using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A value with nothing of its own around it measures what was measured before: 欧洲市场两成五.</summary>
internal sealed class CarriedMetricRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "carried-metric";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (!frame.Left.Noun.IsEmpty)
        {
            QuantityFrame.SetSubject(draft, frame.Left.Noun);
        }

        var joined = frame.Left.IsListed && frame.Previous is { } listed && listed.Quantity.Dimension == frame.Quantity.Dimension;
        if (joined && frame.Left.Noun.IsEmpty)
        {
            (draft.Metric, draft.MetricSense, draft.MetricSource) = (frame.Previous!.Draft.Metric, frame.Previous.Draft.MetricSense, SlotSource.Pattern);
            draft.IsMetricVerb = frame.Previous.Draft.IsMetricVerb;
        }
        else if (frame.Quantity.Dimension == Dimension.Count && DoneByCounted(frame) is >= 0 and var done)
        {
            // 上涨的有591只: what those counted did.
            frame.SetMetric(draft, done, Phrase.None);
        }
        else if (Summed(frame) is { IsEmpty: false } summed)
        {
            frame.SetMetric(draft, summed.Start, new Phrase(summed.End - 1, summed.End));
        }
        else
        {
            frame.CarryMetric(draft);
        }

        if (joined && frame.Previous is { } previous)
        {
            // 增长15%和20%: joined values say the same sort of thing.
            (draft.Kind, draft.Direction, draft.Basis, draft.Whole) = (previous.Draft.Kind, ChangeSettlement.DirectionAfter(previous), previous.Draft.Basis, draft.Whole ?? previous.Draft.Whole);
        }

        if (frame.Left.Level >= 0 && frame.Left.Noun.IsEmpty && frame.Row.Word(frame.Left.Level) is { Length: > 1 } or "收" or "报" && frame.Row.Word(frame.Left.Level) is var level
            && (frame.Quantity.Dimension == Dimension.Points || draft.Metric is null && frame.Quantity.Dimension == Dimension.Count && level[^1] == '有' || draft.MetricSense is null && frame.Quantity.Dimension == Dimension.Money && (level[0] is '收' or '报' || level[^1] == '报')))
        {
            // 尾盘收报3325点, 油价下跌3美分,收于每桶56.93美元, 载有49人: the verb says what is measured.
            frame.SetMetric(draft, frame.Left.Level, Phrase.None);
            draft.IsMetricVerb = true;
        }

        if (draft.Kind is null && frame.IsPercent && IsSetAgainst(frame) && frame.Previous is { Quantity.Dimension: Dimension.Percent, Draft: var actual })
        {
            // 增长0.1%，低于预期的0.2%: of the sort of what it is set against.
            (draft.Kind, draft.Basis) = (actual.Kind, draft.Basis ?? actual.Basis);
            draft.Direction ??= actual is { Kind: ClaimKind.Change, IsLevelReached: false } ? ChangeSettlement.DirectionAfter(frame.Previous) : null;
        }

        if (draft.Kind is null && frame.IsPercent && frame.Left.IsPartOf && draft.MetricSense is not { Kind: MetricKind.Change or MetricKind.Rate })
        {
            // 仅完成目标的39%.
            draft.Kind = ClaimKind.Share;
        }

        if (draft.Kind is null && frame.IsPercent && frame.Previous is { Draft: var before } given)
        {
            if (before.Direction is not null && given.Quantity.Dimension is not (Dimension.Percent or Dimension.PercentagePoint) && !before.IsLevelReached && (given.Clause == frame.Clause || given.Clause == frame.Clause - 1 && frame.Row.Before(frame.Token) is >= 0 and var opener && frame.Row.Word(opener) is "或" or "即")
                && frame.Row.Before(frame.Token) is var joint && joint >= 0 && frame.Row.Word(joint) is "或" or "即" or "约" or "约合" or "、" or "(")
            {
                // 下跌76点或0.29%: the same change as a part.
                (draft.Kind, draft.Direction, draft.Basis) = (ClaimKind.Change, before.Direction, before.Basis);
                (draft.Metric, draft.MetricSense, draft.MetricSource, draft.IsMetricVerb) = (before.Metric, before.MetricSense, SlotSource.Sentence, before.IsMetricVerb);
            }
            else if (before is { Rule: "change", Kind: ClaimKind.Change } && given.Quantity.Dimension == Dimension.Percent && given.Clause == frame.Clause - 1 && IsRespective(frame, given))
            {
                // 环比分别增加8%，2%及24%: the next of a row.
                (draft.Kind, draft.Direction, draft.Basis) = (ClaimKind.Change, before.Direction, before.Basis);
            }
            else if (before.Kind is ClaimKind.Share && before.MetricSense is null)
            {
                draft.Kind = ClaimKind.Share;
            }
        }

        if (draft.Direction is null && frame.IsPercent && frame.Left.Noun.IsEmpty && Ranked(frame) is { } ranked)
        {
            // 以机械馆成长最快，达三成: how much it grew.
            (draft.Kind, draft.Direction) = (ClaimKind.Change, ranked);
        }

        // 增加431美元,至25132美元; 减少8237吨,至10.2万吨: the level that the change led to.
        if (draft.Direction is null && frame.Left.IsReached && frame.Left.Noun.IsEmpty && frame.Left.Change < 0 && frame.Left.Action < 0
            && frame.Previous is { Draft.Direction: { } led } last && last.Clause >= frame.Clause - 1)
        {
            draft.Direction = led;
            draft.IsLevelReached = true;
        }

        return true;
    }

    /// <summary>True for a value that opens its clause, after one that 分别 stands before in its own.</summary>
    private static bool IsRespective(QuantityFrame frame, BoundQuantity given)
    {
        var tokens = frame.Sentence.Clause(given.Clause);
        for (var at = given.Token - 1; at >= tokens.Start; at--)
        {
            if (frame.Row[at].Sense.Is(WordRoles.Respectively))
            {
                return frame.Row.Before(frame.Token, frame.Sentence.Clause(frame.Clause).Start) < 0;
            }
        }

        return false;
    }

    /// <summary>True where the clause opens with 低于, 高于 and the like, 预期 or 前值.</summary>
    private static bool IsSetAgainst(QuantityFrame frame)
    {
        for (var at = frame.Row.After(frame.Left.ClauseStart - 1, frame.Token); at >= 0; at = frame.Row.After(at, frame.Token))
        {
            if (frame.Row.EndOf(at, ContextCue.Above) >= 0 || frame.Row.EndOf(at, ContextCue.Below) >= 0 || frame.Row.Is(at, ContextCue.Reference))
            {
                return true;
            }

            if (frame.Row[at].Role is not (TokenRole.Adverb or TokenRole.Time))
            {
                return false;
            }
        }

        // The scanner may have taken the verb as the value's modifier.
        return frame.Left.ClauseStart <= frame.Token && frame.Quantity.Extent.Start < frame.Quantity.Span.Start && frame.Quantity.Bound is Bound.Above or Bound.Below && frame.Previous?.Clause == frame.Clause - 1 && frame.Row.Before(frame.Token, frame.Left.ClauseStart) < 0;
    }

    /// <summary>召回部分国产汽车，共计12.7万辆: the verb of the clause before up to its object, where nothing but 共计 stands before an amount; empty elsewhere.</summary>
    private static Phrase Summed(QuantityFrame frame)
    {
        var row = frame.Row;
        if (frame.Clause == 0 || frame.Quantity.Dimension is Dimension.Percent or Dimension.PercentagePoint or Dimension.Multiple || !frame.Left.Noun.IsEmpty || frame.Left.Action >= 0 || frame.Left.Change >= 0
            || !frame.Right.Noun.IsEmpty || frame.Right.Verb >= 0 || !IsSum(frame) || frame.Previous is { } previous && previous.Clause >= frame.Clause - 1)
        {
            return Phrase.None;
        }

        var before = frame.Sentence.Clause(frame.Clause - 1);
        var last = row.Before(before.End, before.Start);
        last = last >= 0 && row[last].Role == TokenRole.Clause ? row.Before(last, before.Start) : last;
        var thing = last < 0 ? Phrase.None : row.PhraseEndingAt(last, before.Start);
        if (thing.IsEmpty || row[last].Sense.Metric is { IsCountable: false })
        {
            return Phrase.None;
        }

        var verb = row.Before(thing.Start, before.Start);
        while (verb >= 0 && (row[verb].Role is TokenRole.Particle or TokenRole.Number or TokenRole.Quantity))
        {
            verb = row.Before(verb, before.Start);
        }

        return verb >= 0 && row[verb] is { Role: TokenRole.Verb, Sense.Verb: null } deed && !deed.Sense.Is(WordRoles.Speech | WordRoles.Light) ? new Phrase(verb, thing.End) : Phrase.None;
    }

    private static bool IsSum(QuantityFrame frame)
    {
        var first = frame.Row.After(frame.Left.ClauseStart - 1, frame.Token);
        return frame.Row.Is(first, ContextCue.Sums);
    }

    /// <summary>The direction of the change that the clause before ranks: 成长最快, 下跌最多; null for none.</summary>
    private static ChangeDirection? Ranked(QuantityFrame frame)
    {
        if (frame.Clause == 0)
        {
            return null;
        }

        var before = frame.Sentence.Clause(frame.Clause - 1);
        var rank = frame.Row.Before(before.End, before.Start);
        rank = rank >= 0 && frame.Row[rank].Role == TokenRole.Clause ? frame.Row.Before(rank, before.Start) : rank;
        var verb = frame.Row.IsExtreme(rank) ? frame.Row.Before(rank, before.Start) : -1;
        return verb >= 0 && frame.SenseAt(verb).Verb is { Role: VerbRole.Change } change ? change.Direction : null;
    }

    /// <summary>The verb before 的 and 有: 上涨的有591只; -1 for none.</summary>
    private static int DoneByCounted(QuantityFrame frame)
    {
        var of = frame.Left.Level < 0 ? -1 : frame.Row.Before(frame.Left.Level, frame.Left.ClauseStart);
        return of >= 0 && frame.Row[of].Role == TokenRole.Of && frame.Row.Before(of, frame.Left.ClauseStart) is >= 0 and var verb && frame.Row[verb].Role == TokenRole.Verb ? verb : -1;
    }
}
