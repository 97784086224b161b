using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Knows personal names by their family name (data/lexicons/surnames.tsv).</summary>
/// <remarks>The segmenter's tag nr alone will not do: its dictionary gives it to 封锁, 文明 and 卫星 as well.</remarks>
internal static class PersonalNames
{
    /// <summary>Last units of three-character nouns that begin like a family name and are none: 高科技, 白皮书, 金融业.</summary>
    private const string NounEndings = "业部者书率额量值价品化性力机车店厂技术网台局会院所国市省县区镇村路街楼城港山河湖海湾岛州员师家长人方团队党派军司行社报刊奖杯赛案法令权费税金币股债款券票币片剂药病毒菌苗针丝线面板层料器具油气煤电光热水土石矿铁钢铜铝";

    private static readonly WordTrie<bool> Surnames = new(
        TsvTable.Read(EmbeddedLexicons.Open("surnames.tsv"), "word", "source").Rows.Select(row => KeyValuePair.Create(row["word"], true)));

    /// <summary>True for a word that is a full personal name by itself: a family name with a given name, or a foreign name with its dot.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="tag">Its part of speech.</param>
    public static bool IsFullName(ReadOnlySpan<char> word, string tag)
    {
        if (word.Length is < 3 or > 4 || tag is not ("nr" or "n" or "nrt" or "nrfg" or "nz") || !Surnames.TryLongest(word, out var surname, out _))
        {
            return false;
        }

        return word.Length == 3 || surname == 2 ? tag[0] == 'n' && (tag.Length > 1 || !NounEndings.Contains(word[^1], StringComparison.Ordinal)) && SourceNouns.EndingOf(word, out _) == SourceSense.None : false;
    }

    /// <summary>True for a word that may be a name where its neighbours say so: 诸葛亮 after a title, 王毅 before a verb of speech.</summary>
    public static bool MayBeName(ReadOnlySpan<char> word, string tag) =>
        word.Length is 2 or 3 && tag.StartsWith("nr", StringComparison.Ordinal) && Surnames.TryLongest(word, out _, out _);
}
