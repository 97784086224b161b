using Pipeline.Extract.Context;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Rules;

/// <summary>What a change or multiple is relative to, from the words that name it (contract, section 2, <c>basis</c>).</summary>
internal static class Reference
{
    /// <summary><c>yoy</c> for the same period of the year before, <c>pop</c> for the period before, else the words as written; 前1年 is 前一年.</summary>
    public static string BasisOf(CueLexicon cues, string written)
    {
        var folded = TextFold.Fold(written).Replace('1', '一');
        return cues.Is(ContextCue.YearBefore, folded) ? "yoy" : cues.Is(ContextCue.PeriodBefore, folded) ? "pop" : written;
    }
}
