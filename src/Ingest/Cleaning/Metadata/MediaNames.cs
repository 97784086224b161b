using System.Buffers;

namespace Pipeline.Ingest.Cleaning.Metadata;

/// <summary>Tells names of media from other words of a byline.</summary>
internal static class MediaNames
{
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        ["网", "網", "报", "報", "社", "新闻", "新聞", "周刊", "週刊", "杂志", "雜誌", "财经", "財經", "卫视", "電視", "电视", "广播", "中文站", "客户端", "之家", "观察", "頭條", "头条", "日報", "晚報", "通訊", "通讯", "TV", "央视"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Others = SearchValues.Create(
        ["网友", "報導", "报道", "社会", "社會", "记者", "記者", "举报", "分享", "评论", "首页", "频道", "官方", "阅读", "更新", "发布", "發布", "来源", "來源", "作者", "编辑", "編輯", "字号", "客户端下载", "更多", "关注"], StringComparison.Ordinal);

    private static readonly string[] Ends =
        ["网", "網", "报", "報", "社", "新闻", "新聞", "周刊", "週刊", "杂志", "雜誌", "财经", "財經", "卫视", "電視", "电视", "广播", "中文站", "客户端", "之家", "观察", "頭條", "头条", "TV", "央视", "電視台", "电视台"];

    private static readonly SearchValues<char> Prose = SearchValues.Create("，。？！；：,?!;:<>@=");

    private static readonly string[] ChannelStarts = ["国内", "國內", "国际", "國際", "社会", "社會", "滚动", "即时", "即時", "本地", "地方", "综合", "綜合", "中国新闻", "娱乐", "體育", "体育", "科技", "时政", "今日", "最新", "热点", "更多", "相关", "相關", "推荐"];

    /// <summary>True for a word that is the name of a medium and nothing more.</summary>
    public static bool IsOne(string word) => Looks(word) && !Array.Exists(ChannelStarts, start => word.StartsWith(start, StringComparison.Ordinal)) && Array.Exists(Ends, end => word.EndsWith(end, StringComparison.Ordinal));

    /// <summary>True for 北京日报, 聯合報, 中国网; false for menu entries, people and prose.</summary>
    public static bool Looks(ReadOnlySpan<char> word) => word.ContainsAny(Parts) && !word.ContainsAny(Others) && !word.ContainsAny(Prose);
}
