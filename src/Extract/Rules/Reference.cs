namespace Pipeline.Extract.Rules;

/// <summary>What a change or multiple is relative to, from the words that name it (contract, section 2, <c>basis</c>).</summary>
internal static class Reference
{
    /// <summary><c>yoy</c> for the same period of the year before, <c>pop</c> for the period before, else the words as written; 前1年 is 前一年.</summary>
    public static string BasisOf(string written) => Text.TextFold.Fold(written).Replace('1', '一') switch
    {
        "同期" or "上年" or "上一年" or "前一年" or "上年同期" or "去年同期" or "上年同月" or "去年同月" or "上年同季" or "去年同季" or "上年同季度" or "去年同季度" or "前一年同期" or "上一年同期" or "前年同期" or "上年度同期" or "去年同日" => "yoy",
        "上期" or "上一期" or "前期" or "前一期" or "上月" or "上个月" or "上一月" or "上一个月" or "前月" or "前一月" or "前一个月" or "上季" or "上一季" or "上季度" or "上一季度" or "上个季度" or "前季" or "前一季" or "前一季度"
            or "上周" or "上一周" or "前一周" or "上日" or "前日" or "前一日" or "前一天" or "上一交易日" or "前一交易日" or "上个交易日" or "前一个交易日" or "上一个交易日" => "pop",
        _ => written,
    };
}
