using System.Globalization;
using System.Text;

namespace Pipeline.Tests.Shared.Web;

/// <summary>Articles made by number, no two alike, and the feed that names them.</summary>
internal static class GeneratedNews
{
    private static readonly string[] s_firms = ["华星电子", "远航汽车", "东海能源", "北岭钢铁", "南山医药", "长河通信", "云杉软件", "青禾农业", "赤峰矿业", "蓝湾航运", "玉泉食品"];
    private static readonly string[] s_topics = ["营收", "净利润", "出货量", "市场份额", "研发投入", "海外订单", "用户数", "装机容量"];
    private static readonly string[] s_places = ["苏州", "成都", "合肥", "青岛", "西安", "厦门", "长沙", "大连", "宁波"];

    /// <summary>Lets a site answer <c>/rss.xml</c> with all its pages, and <c>/n/NUMBER.txt</c>.</summary>
    public static void Publish(LoopbackSite site, int pages, Func<int, string>? page = null)
    {
        var feed = Feed(site.Root, pages);
        site.With("/rss.xml", feed, "application/rss+xml");
        site.Otherwise = context =>
        {
            var name = context.Request.Path.Value!;
            if (name.StartsWith("/n/", StringComparison.Ordinal) && int.TryParse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture, out var number) && number < pages)
            {
                return LoopbackSite.WriteAsync(context, (page ?? (i => Page(i)))(number), "text/plain; charset=utf-8");
            }

            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
    }

    /// <summary>The page of one article, plain text, so that what is tested is not the cleaning of pages; another edition changes its numbers.</summary>
    public static string Page(int number, int edition = 0)
    {
        var random = new Random(number);
        string Pick(string[] words) => words[random.Next(words.Length)];
        var (firm, rival) = (Pick(s_firms), Pick(s_firms));
        var body = new StringBuilder();
        for (var i = 0; i < 6; i++)
        {
            var (topic, place) = (Pick(s_topics), Pick(s_places));
            body.Append(CultureInfo.InvariantCulture, $"{firm}在{place}表示，第{number}期项目的{topic}达到{random.Next(2, 900) + edition}.{random.Next(1, 9)}亿元，同比增长{random.Next(2, 60)}%。")
                .Append(CultureInfo.InvariantCulture, $"公司{place}工厂今年已交付{random.Next(2, 90)}万件产品，比{rival}多{random.Next(2, 50)}%，预计明年{Pick(s_topics)}还会继续上升，相关负责人{number}号方案正在审批之中。\n");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{firm}公布第{number}期项目进展\n{body}");
    }

    private static string Feed(string root, int pages)
    {
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>要闻</title>");
        for (var i = 0; i < pages; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><link>{root}/n/{i}.txt</link></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
