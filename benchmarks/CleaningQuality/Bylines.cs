namespace Pipeline.Benchmarks.CleaningQuality;

/// <summary>How sites write when an article appeared, where it came from and who wrote it.</summary>
internal static class Bylines
{
    private static readonly (string Markup, string? Publisher, string? Author)[] Mainland =
    [
        ("{D} {C}　来源：示例日报", "示例日报", null),
        ("{D} {C}　来源: <a href='#'>示例日报</a>　<a href='#'>举报</a>", "示例日报", null),
        ("<span>{D} {C}</span><span>来源：示例新闻网</span><span>作者：王某某</span>", "示例新闻网", "王某某"),
        ("<span>来源：示例日报</span> <span>发布时间：{D} {C}</span> <span>责任编辑：李某</span>", "示例日报", null),
        ("{J}{C}　|　来源：示例财经　|　作者：王某某 李某某", "示例财经", "王某某 李某某"),
        ("{J}{C} <b>示例晚报</b>", "示例晚报", null),
        ("时间：{D} {C}　作者：王某某　来源：示例网　编辑：李某", "示例网", "王某某"),
        ("{D} {C}:09　示例早报　记者 王某某", "示例早报", "王某某"),
        ("<i>{S}</i>", null, null),
        ("文｜王某某　{D} {C}", null, "王某某"),
        ("{D} {C} 阅读 1.2万 评论 36", null, null),
        ("稿源：示例日报　{D} {C}　我要评论(0)", "示例日报", null),
    ];

    private static readonly (string Markup, string? Publisher, string? Author)[] Taiwan =
    [
        ("{S}　示例日報 記者王某某／台北報導", "示例日報", "王某某"),
        ("<span>{S}</span> <span>示例時報</span> <span>王某某</span>", "示例時報", null),
        ("發布時間：{S}　更新時間：{L}", null, null),
        ("記者王某某／台北報導　{S}", null, "王某某"),
        ("{S} 來源：示例新聞網", "示例新聞網", null),
        ("最新更新：{L}｜{S} 出版", null, null),
    ];

    /// <summary>A byline of the kind a seed picks, with what it says.</summary>
    public static (string Markup, string? Publisher, string? Author, string Time) Pick(Random random, bool isTraditional)
    {
        var forms = isTraditional ? Taiwan : Mainland;
        var form = forms[random.Next(forms.Length)];
        var time = new DateTime(2012 + random.Next(14), random.Next(1, 13), random.Next(1, 28), random.Next(6, 23), random.Next(0, 60), 0);
        var markup = form.Markup
            .Replace("{D}", $"{time:yyyy-MM-dd}", StringComparison.Ordinal)
            .Replace("{J}", $"{time.Year}年{time.Month}月{time.Day}日", StringComparison.Ordinal)
            .Replace("{S}", $"{time:yyyy/MM/dd HH:mm}", StringComparison.Ordinal)
            .Replace("{L}", $"{time.AddHours(20):yyyy/MM/dd HH:mm}", StringComparison.Ordinal)
            .Replace("{C}", $"{time:HH:mm}", StringComparison.Ordinal);
        return (markup, form.Publisher, form.Author, $"{time:yyyy-MM-ddTHH:mm}");
    }
}
