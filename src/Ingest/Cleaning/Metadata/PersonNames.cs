using System.Buffers;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Tells names of people from names of media, desks and accounts, and from scraps of markup.</summary>
internal static class PersonNames
{
    /// <summary>Words that names of media, accounts and desks hold and names of people do not.</summary>
    private static readonly SearchValues<string> Institutions = SearchValues.Create(
        ["网", "網", "报", "報", "社", "新闻", "新聞", "编辑", "編輯", "中心", "频道", "頻道", "财经", "財經", "管理员", "admin", "editor", "www.", ".com", ".cn", ".tw", ".hk", "http", "电视", "電視", "小编", "台", "公司", "newtalk", "agency"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Markup = SearchValues.Create("=\"<>{}[]@#%&*+\\");

    /// <summary>True for one or several names of people or pen names.</summary>
    public static bool Looks(string name) => CouldSign(name) && !name.AsSpan().ContainsAny(Institutions);

    /// <summary>True for what may stand behind 作者: a person, or an account that signs its texts.</summary>
    public static bool CouldSign(string name) => name.Length is >= 2 and <= 20 && !name.AsSpan().ContainsAny(Markup) && TimeText.Find(name) is null;
}
