using Pipeline.Extract.Context;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>By how many points one measure stands above or below another: 增速高于全国平均水平1.7个百分点, 增速比规模以上工业快3.1个百分点.</summary>
/// <remarks>What stands before the comparison is measured; what stands in it is only compared with.</remarks>
internal sealed class MarginRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "margin";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.IsPoints && Second(frame, draft))
        {
            return true;
        }

        if (!frame.IsPoints || frame.Left.Change >= 0 && Direction(frame.Row, frame.Left.Change) is null || Opening(frame) is not (>= 0 and var start, var opening, { } direction))
        {
            return false;
        }

        var row = frame.Row;
        var reference = Listed(row, Compared(frame, opening), frame.Left.IsRespective ? 0 : -1);
        if (reference.IsEmpty)
        {
            return false;
        }

        draft.Kind = ClaimKind.Change;
        draft.Direction = direction;
        draft.Basis = Reference.BasisOf(row.Cues, frame.Sentence.Text(reference));
        frame.Note(draft, opening);
        var last = row.Before(start, frame.Left.ClauseStart);
        while (last >= 0 && (row[last].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Particle && !row[last].Sense.Is(WordRoles.Attribute)))
        {
            last = row.Before(last, frame.Left.ClauseStart);
        }

        if (last >= 0 && row.IsNominal(last))
        {
            frame.SetMeasured(draft, row.PhraseEndingAt(last, frame.Left.ClauseStart));
        }

        if (draft.Metric is null)
        {
            frame.CarryMetric(draft);
        }

        return draft.Metric is not null;
    }

    /// <summary>增速分别比工业、服务业高4.7个和1.3个百分点: the second value is that of the second thing compared with.</summary>
    private static bool Second(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        if (frame.Previous is not { Draft: { Rule: "margin", Metric: not null } first } previous || previous.Clause != frame.Clause || row.Before(frame.Token, frame.Left.ClauseStart) is not (>= 0 and var mark) || row[mark].Role != TokenRole.Listing || row.Before(mark) != previous.Token)
        {
            return false;
        }

        (draft.Kind, draft.Direction, draft.Basis) = (ClaimKind.Change, first.Direction, first.Basis);
        for (var at = row.Before(previous.Token, frame.Left.ClauseStart); at >= 0; at = row.Before(at, frame.Left.ClauseStart))
        {
            if (IsOpening(row, at))
            {
                var end = previous.Token;
                while (end > at + 1 && Direction(row, end - 1) is not null)
                {
                    end = Math.Max(Start(row, end - 1), at + 1);
                }

                draft.Basis = Listed(row, new Phrase(at + 1, end), 1) is { IsEmpty: false } second ? Reference.BasisOf(row.Cues, frame.Sentence.Text(second)) : draft.Basis;
                break;
            }
        }

        return frame.CarryMetric(draft);
    }

    private static bool IsOpening(TokenRow row, int at) =>
        row[at].Sense.Is(WordRoles.Compare) && row.Word(at) is "比" or "较" or "相比" or "比起" || row[at].Sense.Verb is { Role: VerbRole.Basis } && row.Word(at) is ['比', ..];

    /// <summary>The thing of that place among those joined by 、 or 和; all of them for −1, and where there are not so many.</summary>
    private static Phrase Listed(TokenRow row, Phrase things, int place)
    {
        if (place < 0)
        {
            return things;
        }

        var start = things.Start;
        for (var i = things.Start; i <= things.End; i++)
        {
            if (i < things.End && row[i].Role != TokenRole.Listing)
            {
                continue;
            }

            if (place == 0 && i > start)
            {
                return new Phrase(start, i);
            }

            (place, start) = (place - 1, i + 1);
        }

        return things;
    }

    /// <summary>The first and the last token of what opens the comparison, and which way it goes: 高于, 快|于, or 比 before an adjective that the value follows; -1 for none.</summary>
    private static (int Start, int Last, ChangeDirection? Direction) Opening(QuantityFrame frame)
    {
        var (row, floor) = (frame.Row, frame.Left.ClauseStart);
        var predicate = row.Before(frame.Token, floor);
        while (predicate >= 0 && row[predicate].Role is TokenRole.Particle or TokenRole.Adverb && Direction(row, predicate) is null)
        {
            predicate = row.Before(predicate, floor);
        }

        var adjective = Direction(row, predicate);
        for (var at = predicate; at >= 0; at = row.Before(at, floor))
        {
            if (adjective is not null && at < predicate && IsOpening(row, at))
            {
                return (at, at, adjective);
            }

            if (adjective is null && at < row.Before(frame.Token, floor))
            {
                var (above, below) = (row.StartOf(at, ContextCue.Above), row.StartOf(at, ContextCue.Below));
                if (Math.Max(above, below) is >= 0 and var start)
                {
                    return (start, at, above >= 0 ? ChangeDirection.Up : ChangeDirection.Down);
                }
            }

            if (row[at].Role is TokenRole.Quantity or TokenRole.Clause)
            {
                break;
            }
        }

        return (-1, -1, null);
    }

    /// <summary>What stands between the opening of the comparison and its predicate or value.</summary>
    private static Phrase Compared(QuantityFrame frame, int opening)
    {
        var end = frame.Token;
        while (end > opening + 1 && (frame.Row[end - 1].Role is TokenRole.Particle or TokenRole.Adverb && !frame.Row[end - 1].Sense.Is(WordRoles.Attribute) || Direction(frame.Row, end - 1) is not null))
        {
            end = Math.Max(Start(frame.Row, end - 1), opening + 1);
        }

        return new Phrase(opening + 1, end);
    }

    /// <summary>Which way the comparative that ends with the token <paramref name="last"/> goes: 快, 高出, 低|了; null for any other word.</summary>
    private static ChangeDirection? Direction(TokenRow row, int last) =>
        last < 0 ? null : row.StartOf(last, ContextCue.More) >= 0 ? ChangeDirection.Up : row.StartOf(last, ContextCue.Less) >= 0 ? ChangeDirection.Down : null;

    /// <summary>The first token of such a comparative; <paramref name="last"/> for any other word.</summary>
    private static int Start(TokenRow row, int last) => Math.Max(row.StartOf(last, ContextCue.More), row.StartOf(last, ContextCue.Less)) is >= 0 and var start ? start : last;
}
