using Pipeline.Extract.Model;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <summary>What every change has in common, whichever rule bound it: a magnitude, a direction (docs/contract.md, sections 2 and 3).</summary>
internal static class ChangeSettlement
{
    private static readonly System.Buffers.SearchValues<char> Falling = System.Buffers.SearchValues.Create("跌降减缩衰折负");

    /// <summary>Turns a negative change into a falling one and gives a growth rate that is stated as a level its direction.</summary>
    public static void Settle(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Kind != ClaimKind.Change)
        {
            // 降幅可达16℃, 跌幅扩大至300点: the noun says which way.
            ChangeDirection? named = draft.Metric is [.., '跌' or '降' or '减' or '缩', '幅'] ? ChangeDirection.Down : draft.Metric is [.., '涨' or '升' or '增', '幅'] ? ChangeDirection.Up : null;
            draft.Direction = draft.IsLevelReached ? named ?? draft.Direction : draft.Direction ?? named;
            return;
        }

        draft.Basis ??= BasisInName(draft.Metric) ?? BasisBeforeParts(frame, draft);

        if (draft.High < 0 || draft.Low < 0 && draft.High == 0)
        {
            // 去年同期是-13.1%.
            (draft.Low, draft.High) = (-draft.High, -draft.Low);
            draft.Direction = ChangeDirection.Down;
            return;
        }

        if (draft.MetricSense is { Kind: MetricKind.Change } && draft.Metric is { } metric)
        {
            // 跌幅扩大至1.2%, 增速放缓至3%: which way it goes, not what became of its pace.
            var sign = metric.AsSpan().IndexOfAny(Falling) >= 0 ? ChangeDirection.Down : ChangeDirection.Up;
            draft.Direction = draft.IsLevelReached ? sign : draft.Direction ?? sign;
        }
    }

    /// <summary>增长14%、-0.9%和11%: the direction that a value takes over from the one before it in a list; a minus sign turned only its own.</summary>
    public static ChangeDirection? DirectionAfter(BoundQuantity before) =>
        before.Draft.Kind == ClaimKind.Change && before.Quantity.Low < 0 ? ChangeDirection.Up : before.Draft.Direction;

    /// <summary>消费者物价指数年增率 says its basis itself.</summary>
    private static string? BasisInName(string? metric) => metric switch
    {
        null => null,
        _ when metric.Contains("年增", StringComparison.Ordinal) || metric.Contains("年减", StringComparison.Ordinal) || metric.Contains("同比", StringComparison.Ordinal) => "yoy",
        _ when metric.Contains("月增", StringComparison.Ordinal) || metric.Contains("季增", StringComparison.Ordinal) || metric.Contains("环比", StringComparison.Ordinal) => "pop",
        _ => null,
    };

    /// <summary>价格环比下降0.2%,其中上海上涨0.3%: after 其中 the parts are compared as the whole was.</summary>
    private static string? BasisBeforeParts(QuantityFrame frame, ClaimDraft draft)
    {
        if (frame.Previous is not { Draft: { Kind: ClaimKind.Change, Basis: "yoy" or "pop" } before } || before.Metric is null || before.Metric != draft.Metric || draft.IsLevelReached)
        {
            return null;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Row.IsPartMark(frame.Row.After(frame.Sentence.Clause(clause).Start - 1)))
            {
                return before.Basis;
            }
        }

        return null;
    }
}
