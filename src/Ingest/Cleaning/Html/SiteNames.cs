using System.Buffers;
using System.Collections.Frozen;
using Pipeline.Ingest.Cleaning.Metadata;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Knows the names of sites and channels at the end of a title.</summary>
internal static class SiteNames
{
    /// <summary>What precedes a cut must be at least this long to be a headline.</summary>
    private const int ShortestTitle = 6;

    /// <summary>The longest name of a site with its channel.</summary>
    private const int LongestName = 24;

    /// <summary>Longest first, so that <c>--</c> is not read as <c>-</c>.</summary>
    private static readonly string[] Separators = [" - ", " － ", " – ", " — ", " :: ", " · ", " / ", "--", "——", "_", "|", "｜", "丨", "-", "－", "—", "‧", ">", "»"];

    private static readonly string[] SiteEnds =
        ["网", "網", "网站", "網站", "门户", "門戶", "新闻", "新聞", "新闻中心", "日报", "日報", "晚报", "晚報", "时报", "時報", "早报", "早報", "晨报", "商报", "周报", "週報", "都市报", "青年报", "电子报", "電子報", "周刊", "週刊", "频道", "頻道",
        "财经", "財經", "资讯", "資訊", "快讯", "快訊", "科技", "娱乐", "体育", "论坛", "社区", "公众号", "博客", "头条", "电视台", "電視台", "卫视", "广播", "雜誌", "杂志", "新聞雲", "財經雲", "號", "通讯社", "通訊社",
        ".com", ".cn", ".net", ".tw", ".hk", ".org", "news", "36氪", "虎嗅", "钛媒体", "百家号", "知乎", "雪球", "客户端", "TVBS", "CNA", "NOWnews", "RTHK", "HK01", "The Paper", "ETtoday", "News 中文", "中文版", "DW", "RFI", "VOA", "美国之音", "美國之音", "德国之声", "德國之聲", "自由亚洲电台", "T客邦", "on.cc", "am730", "cnBeta", "IT之家", "Yahoo奇摩"];

    /// <summary>Portals name their channels after themselves: 搜狐汽车, 新浪房产.</summary>
    private static readonly string[] PortalStarts = ["搜狐", "新浪", "网易", "腾讯", "凤凰", "和讯", "百度"];

    /// <summary>The longest name of a portal's channel.</summary>
    private const int LongestChannel = 6;

    private static readonly FrozenSet<string> Channels = FrozenSet.ToFrozenSet(
        ["社会", "社會", "文化", "国际", "國際", "国内", "要闻", "要聞", "即時", "生活", "政治", "全球", "兩岸", "地方", "股市", "產經", "焦點", "焦點事件", "时政", "军事", "教育", "健康", "汽车", "房产", "证券", "基金", "理财", "港澳", "台湾", "评论", "观点", "體育", "娛樂", "影劇", "運動"]);

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

            var name = title[(at + separator.Length)..].Trim();
            if (name.Length <= LongestName && (name.Length == 0 || separator is "_" or "|" or "｜" || IsName(name)))
            {
                return title[..at].TrimEnd(' ', '-', '_', '|', '｜', '—');
            }
        }

        // 标题|标签|标签_网站: after the site's name only tags are left.
        var tags = title.AsSpan().IndexOfAny(TagSeparators);
        return tags >= 2 * ShortestTitle ? title[..tags].TrimEnd() : null;
    }

    private static bool IsName(string name) => Channels.Contains(name) || IsDay(name)
        || (name.Length <= LongestChannel && Array.Exists(PortalStarts, start => name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal)))
        || Array.Exists(SiteEnds, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static bool IsDay(string name) => TimeText.Find(name, out var span) is not null && span.Start == 0 && span.End == name.Length;
}
