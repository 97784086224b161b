using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks.ServiceSpeed;

/// <summary>News pages made by number: an article among what surrounds it on a real site. The same number gives the same page, no two articles are alike.</summary>
internal static class GeneratedPages
{
    private static readonly string[] s_firms = ["华星电子", "远航汽车", "东海能源", "北岭钢铁", "南山医药", "长河通信", "云杉软件", "青禾农业", "赤峰矿业", "蓝湾航运", "玉泉食品", "金桥半导体"];
    private static readonly string[] s_topics = ["营收", "净利润", "出货量", "市场份额", "研发投入", "海外订单", "毛利率", "装机容量", "产能", "销量"];
    private static readonly string[] s_places = ["苏州", "成都", "合肥", "青岛", "西安", "厦门", "长沙", "大连", "宁波", "武汉"];
    // Sentences are put together from parts, so that no two articles look like copies of one another.
    private static readonly string[] s_who = ["业内人士", "当地居民", "多名员工", "采购经理", "一位工程师", "主管部门", "长期关注此事的学者", "附近的商户", "供应商代表", "行业协会", "参会的专家", "现场负责人", "普通消费者", "物流企业", "投资机构", "记者"];
    private static readonly string[] s_when = ["在调试期间", "从年初起", "入冬以后", "消息公布当天", "直到上个月", "在讨论会上", "与往年相比", "经过反复比较", "考虑到原料价格", "随着需求回暖", "在同行压力之下", "尽管存在争议"];
    private static readonly string[] s_does = ["反复强调", "并不看好", "重新评估了", "公开支持", "谨慎对待", "逐步放弃", "开始关注", "认真研究了", "暂时搁置了", "仔细核对了", "坚持推进", "悄悄调整了", "普遍接受", "明确反对", "一再推迟", "正式确认了"];
    private static readonly string[] s_what = ["这项合作的细节", "原来的生产安排", "新产品的定价方式", "仓库搬迁的方案", "海外门店的布局", "零部件的替代路线", "内部流程的改造", "售后服务的标准", "技术路线的选择", "用工制度的变化", "环境评估的结论", "长期合同的条款", "渠道之间的分工", "品牌形象的定位", "质量检测的办法", "安全培训的内容"];
    private static readonly string[] s_end = ["，后续影响仍待观察。", "，但没有透露具体时间。", "，这与此前的说法一致。", "，引来不少讨论。", "，细节将另行公布。", "，双方都没有回应。", "，结果比预想的平静。", "，各地做法并不相同。", "。", "，其中的原因相当复杂。"];

    /// <summary>Kilobytes of saved pages of 24 real sites at the tenth, fiftieth and ninetieth percentile; generated pages follow the line through them.</summary>
    private const double Short = 22, Middle = 156, Long = 370;

    /// <summary>Characters of a page for a byte: half of them are Chinese, of three bytes.</summary>
    private const double CharactersPerByte = 0.6;

    /// <summary>The page of one article in UTF-8.</summary>
    public static byte[] Page(int number)
    {
        var random = new Random(number);
        var (firm, topic) = (Pick(random, s_firms), Pick(random, s_topics));
        var title = string.Create(CultureInfo.InvariantCulture, $"{firm}公布第{number + 1}期{topic}数据");
        var rank = random.NextDouble();
        var kilobytes = rank < 0.5 ? Short + ((Middle - Short) * rank * 2) : Middle + ((Long - Middle) * (rank - 0.5) * 2);
        var size = (int)(kilobytes * 1_000 * CharactersPerByte);
        var page = new StringBuilder(size);
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{title}_财经频道_晨间新闻网</title>")
            .Append(CultureInfo.InvariantCulture, $"<meta name=\"description\" content=\"{title}\"><meta property=\"og:title\" content=\"{title}\"><meta property=\"article:published_time\" content=\"2025-11-{1 + (number % 28):00}T08:{number % 60:00}:00+08:00\">");
        Script(page, random, size / 5);
        page.Append("</head><body><div class=\"header\"><ul class=\"nav\">");
        for (var i = 0; i < 30; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"nav-item\"><a href=\"/channel/{i}/\" target=\"_blank\">{Pick(random, s_places)}频道</a></li>");
        }

        page.Append(CultureInfo.InvariantCulture, $"</ul></div><div class=\"main\"><div class=\"article-wrap\"><h1>{title}</h1><div class=\"info\"><span class=\"time\">2025-11-{1 + (number % 28):00} 08:{number % 60:00}</span> <span class=\"source\">来源：晨间新闻网</span></div><div class=\"article-content\">");
        Article(page, random, number, firm, 8 + random.Next(14));
        page.Append("</div></div><div class=\"comments\">");
        for (var i = 0; i < 10; i++)
        {
            page.Append("<div class=\"comment\"><span class=\"user\">网友</span><p>看了这篇报道，觉得说得有道理。</p></div>");
        }

        page.Append("</div></div><div class=\"aside\"><h3>相关阅读</h3><ul>");
        while (page.Length < size)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"card\"><a href=\"/article/2025/{random.Next(100_000, 999_999)}.html\"><img src=\"/images/{random.Next()}.jpg\" alt=\"\"><span>{Pick(random, s_firms)}{Pick(random, s_topics)}引发关注，{Pick(random, s_places)}市场反应不一</span></a><em>2025-10-{random.Next(10, 30)}</em></li>");
        }

        page.Append("</ul></div><div class=\"footer\"><p>关于我们 | 联系方式 | 版权声明</p></div></body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    /// <summary>Ten claims or so among plain sentences, as saved pages have them.</summary>
    private static void Article(StringBuilder page, Random random, int number, string firm, int paragraphs)
    {
        for (var i = 0; i < paragraphs; i++)
        {
            var (topic, place) = (Pick(random, s_topics), Pick(random, s_places));
            page.Append("<p>");
            Plain(page, random);
            if (i % 3 == 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"{firm}在{place}表示，第{number + 1}期项目的{topic}达到{random.Next(2, 900)}.{random.Next(1, 9)}亿元，同比增长{random.Next(2, 60)}%。");
            }

            Plain(page, random);
            if (i % 6 == 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"{place}工厂今年已交付{random.Next(2, 90)}万件产品。");
            }

            Plain(page, random);
            page.Append("</p>\n");
        }
    }

    private static void Plain(StringBuilder page, Random random) =>
        page.Append(Pick(random, s_who)).Append(Pick(random, s_when)).Append(Pick(random, s_does)).Append(Pick(random, s_what)).Append(Pick(random, s_end));

    private static void Script(StringBuilder page, Random random, int length)
    {
        page.Append("<script>var site={\"version\":\"3.1\",\"modules\":[");
        for (var end = page.Length + length; page.Length < end;)
        {
            page.Append(CultureInfo.InvariantCulture, $"{{\"id\":{random.Next()},\"name\":\"module-{random.Next(1_000)}\",\"enabled\":true,\"path\":\"/static/js/{random.Next():x8}.js\"}},");
        }

        page.Append("null]};</script>");
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
