namespace Pipeline.Extract.Context;

/// <content>How far what is measured reaches.</content>
internal sealed partial class TokenRow
{
    /// <summary>全球营收 of a company named before is its metric, not the globe's.</summary>
    public bool IsScope(int index) => tokens[index].Sense is { Entity: null } sense && sense.Is(WordRoles.Region) && Word(index) is ['全', ..] or "国内" or "海外" or "境外" or "境内" or "国外" or "本地";

    /// <summary>海外, 线上: how far what a company measures reaches.</summary>
    private bool IsReach(int index) => IsScope(index) || IsReach(Word(index));

    /// <summary>省外, 线上: the same of a word.</summary>
    public static bool IsReach(ReadOnlySpan<char> word) => word is "国内" or "海外" or "线上" or "线下" or "境内" or "境外" or "国际" or "省内" or "省外" or "大中华区" or "中国区";

    /// <summary>True for a company, a work by its title and 公司, which sell here and there, and for 全国 (全国 | 国内旅游收入).</summary>
    private bool HasReach(int index) => tokens[index].Sense is var sense && (sense.Entity is { Type: EntityType.Company } || sense.Is(WordRoles.Generic)) || tokens[index].Tag == "name" || Word(index) is "全国" or "我国";
}
