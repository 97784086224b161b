using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Quantities;

/// <content>Limits that only say which class is meant, and events that are named by a length (contract §1).</content>
internal ref partial struct QuantityPass
{
    // 收入2000万元以上的企业, 1.2米以下儿童, 不足六成者, 逾期30日以上, 凡月收入低于3万元的租屋族.
    private readonly bool NamesClass(in Reading reading)
    {
        var at = Math.Max(reading.ExtentEnd, reading.End);
        if (At(at) == '者' && reading.Bound is Bound.Above or Bound.Below)
        {
            return true;
        }

        if (reading.Bound is not (Bound.Above or Bound.Below) || reading.IsRange || reading.Unit!.Dimension is Dimension.Count or Dimension.Age)
        {
            return false;
        }

        // 逾期30日以上: from when a rule applies.
        if (reading.Unit.Dimension == Dimension.Duration && at > reading.End && EndsAt(reading.Start, "逾期"))
        {
            return true;
        }

        var isAfter = at > reading.End;
        at += At(at) == '的' ? 1 : 0;
        return HasCueDirectlyAfter(at, NumberCues.ClassMember) && (isAfter || OpensWithEvery(reading.Start));
    }

    // A与B都已支持, 两款手机将同日开售: at the head of a later clause a small number stands for what was named.
    private readonly bool PointsBackFromHead(in Reading reading)
    {
        if (reading.Low > 4 || At(reading.Start - 1) != ',' || HasCueAfter(reading.End, NumberCues.Casualties, 6))
        {
            return false;
        }

        for (var at = reading.End; at < Math.Min(_end, reading.End + 6) && !IsClauseEnd(_text[at]); at++)
        {
            if (_text[at] is '将' or '已' or '也' or '仍' or '同' or '皆' or '还')
            {
                return true;
            }
        }

        return false;
    }

    // 凡…者, 凡是…的, 对所有….
    private readonly bool OpensWithEvery(int at)
    {
        while (at > _start && !IsClauseEnd(_text[at - 1]))
        {
            at--;
        }

        return At(at) == '凡' || Is(at, "所有") || Is(at, "对所有");
    }
}
