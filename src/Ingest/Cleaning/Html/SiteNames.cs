using System.Buffers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Knows the names of sites and channels at the end of a title.</summary>
internal static class SiteNames
{
    /// <summary>What precedes a cut must be at least this long to be a headline.</summary>
    private const int ShortestTitle = 6;

    /// <summary>The longest name of a site with its channel.</summary>
    private const int LongestName = 24;

    private static readonly string[] Separators = ["_", "|", "｜", "--", "——", " - ", " – ", " — ", "-", "—", " :: ", "丨", " · ", "‧", " / ", ">", "»", "<"];

    private static readonly SearchValues<string> NameWords = SearchValues.Create(
        ["网", "網", "新闻", "新聞", "财经", "財經", "报", "報", "频道", "頻道", "中心", "资讯", "資訊", "日报", "科技", "娱乐", "娛樂", "体育", "體育", "媒体", "媒體", "论坛", "社区", "公众号",
        "博客", "头条", "快讯", "搜狐", "新浪", "腾讯", "凤凰", "澎湃", "电视", "電視", "雜誌", "杂志", "周刊", "週刊", "社會", "社会", "文化", "国际", "國際", "要聞", "即時", "生活", "政治", "全球", "兩岸", "地方", "股市", "産經", "產經",
        "com", "cn", "net", "news", "tw", "hk", "org", "36氪", "虎嗅", "钛媒体", "界面", "观察者", "百家号", "知乎", "雪球", "app", "訊", "台", "TVBS", "CNA", "NOW", "HK", "RTHK"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> TagSeparators = SearchValues.Create("_|｜");

    /// <summary>The title without the site's name after its last separator; null when what follows is no name.</summary>
    public static string? CutLast(string title)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < ShortestTitle)
            {
                continue;
            }

            var name = title.AsSpan(at + separator.Length).Trim();
            if (name.Length <= LongestName && (name.IsEmpty || separator is "_" or "|" or "｜" || name.ContainsAny(NameWords))
                && (separator is not ("-" or "—" or ">" or "<") || name.ContainsAny(NameWords)))
            {
                return title[..at].TrimEnd(' ', '-', '_', '|', '｜', '—');
            }
        }

        // 标题|标签|标签_网站: after the site's name only tags are left.
        var tags = title.AsSpan().IndexOfAny(TagSeparators);
        return tags >= 2 * ShortestTitle ? title[..tags].TrimEnd() : null;
    }
}
