namespace Pipeline.Extract.Context;

/// <content>How far what is measured reaches.</content>
internal sealed partial class TokenRow
{
    /// <summary>全球营收 of a company named before is its metric, not the globe's.</summary>
    public bool IsScope(int index) => tokens[index].Sense is { Entity: null } sense && sense.Is(WordRoles.Region) && (Word(index)[0] == '全' || Is(index, ContextCue.Reach));

    /// <summary>海外, 线上: how far what a company measures reaches.</summary>
    public bool IsReach(int index) => IsScope(index) || Is(index, ContextCue.Reach);

    /// <summary>True for a company, a work by its title and 公司, which sell here and there, and for 全国 (全国 | 国内旅游收入).</summary>
    private bool HasReach(int index) => tokens[index].Sense is var sense && (sense.Entity is { Type: EntityType.Company } || sense.Is(WordRoles.Generic)) || tokens[index].Tag == "name" || Word(index) is "全国" or "我国";

    /// <summary>The last 的 of a phrase; -1 for none.</summary>
    private int LastLink(Phrase phrase)
    {
        var at = phrase.End - 1;
        while (at > phrase.Start && tokens[at].Role != TokenRole.Of)
        {
            at--;
        }

        return at > phrase.Start ? at : -1;
    }
}
