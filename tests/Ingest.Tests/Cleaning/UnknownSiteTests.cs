using System.Text;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Cleaning;

/// <summary>Pages of sites without a file of their own: what stands around an article, how it is signed, and pages that hold none.</summary>
public class UnknownSiteTests
{
    private const string Headline = "远山科技前三季度营收增长12.3%";

    private const string Flash = "远山科技今日公告：公司前三季度实现营业收入128.6亿元，同比增长12.3%，超出市场预期。";

    private const string Menu = """<div class="hd"><ul><li><a href="/1/">新闻</a></li><li><a href="/2/">财经</a></li><li><a href="/3/">科技</a></li><li><a href="/4/">体育</a></li><li><a href="/5/">娱乐</a></li><li><a href="/6/">汽车</a></li><li><a href="/7/">房产</a></li><li><a href="/8/">教育</a></li><li><a href="/9/">军事</a></li><li><a href="/10/">健康</a></li><li><a href="/11/">旅游</a></li></ul></div>""";

    private const string Links = """<div class="right"><h3>热点</h3><ul><li><a href="/a.html">某公司新品的五个看点，一文读懂它的价格</a></li><li><a href="/b.html">某市出台新规，十个问题看懂</a></li><li><a href="/c.html">周末去哪儿：三条路线的花费</a></li></ul></div>""";

    private const string Legal = """<div class="btm"><p>关于我们 | 联系方式</p><p>本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。页面更新于2024-05-06 07:08</p><p>Copyright 2001-2024 某网 版权所有 京ICP备12345678号</p></div>""";

    private static readonly string Paragraphs = string.Concat(SamplePage.Text.Split('\n').Select(p => $"<p>{p}</p>"));

    [Theory]
    [InlineData("""<div class="r"><h3>关于本站</h3><p>本站成立于2001年，是国内较早的财经新闻门户，内容覆盖证券、基金、期货、保险、银行等领域，每日发布稿件超过两千篇，服务读者超过五千万。</p><p>本站坚持客观公正的立场，致力于为读者提供及时、准确、全面的资讯服务，欢迎各界提出意见。</p></div>""")]
    [InlineData("""<section id="cm"><h3>全部留言</h3><div><span>读者甲</span><span>2023-02-04 12:00</span><p>我觉得这家公司的芯片还可以，希望价格能再低一些，多做一些宣传，让大家都知道，这样销量会更好，期待下一代产品早日上市。</p></div><div><span>读者乙</span><span>2023-02-05 12:00</span><p>我觉得这家公司的芯片还可以，希望价格能再低一些，多做一些宣传，让大家都知道，这样销量会更好，期待下一代产品早日上市。</p></div><div><span>读者丙</span><span>2023-02-06 12:00</span><p>我觉得这家公司的芯片还可以，希望价格能再低一些，多做一些宣传，让大家都知道，这样销量会更好。</p></div></section>""")]
    [InlineData("""<div class="list"><div class="i"><a href="/1"><h4>新品一</h4></a><p>这是一段推荐摘要，介绍新品的特点，读者可以点开查看全文内容，了解价格。</p><span>2024-01-01 08:00</span></div><div class="i"><a href="/2"><h4>新品二</h4></a><p>这是一段推荐摘要，介绍新品的特点，读者可以点开查看全文内容，了解价格。</p><span>2024-01-02 08:00</span></div><div class="i"><a href="/3"><h4>新品三</h4></a><p>这是一段推荐摘要，介绍新品的特点，读者可以点开查看全文内容，了解价格。</p><span>2024-01-03 08:00</span></div></div>""")]
    [InlineData(Links)]
    public void A_news_flash_is_told_from_what_stands_beside_it(string neighbour)
    {
        var article = Read(Page($"{Menu}<div class='wrap'><div class='l'><h1>{Headline}</h1><div>2023-02-03 10:11:12</div><div class='c'><p>{Flash}</p></div></div>{neighbour}</div>{Legal}")).Article;
        Assert.Equal((Flash, Headline, "2023-02-03T10:11:12+08:00"), (article?.Text, article?.Title, article?.PublishedAt?.ToString()));
    }

    [Theory]
    [InlineData("远山科技公告，前三季度营收128.6亿元，同比增长12.3%，净利润9.4亿元。")]
    [InlineData("【远山科技前三季度净利润增长9.4%】远山科技公告，前三季度净利润9.4亿元，同比增长9.4%，每股收益0.52元。")]
    [InlineData("央行今日开展1200亿元7天期逆回购操作，中标利率1.40%，当日有800亿元到期，净投放400亿元。")]
    public void A_flash_of_one_sentence_is_news_under_a_headline_with_a_date(string flash)
    {
        var article = Read(Page($"{Menu}<div class='wrap'><h1>{Headline}</h1><div>2023-02-03 10:11　来源：示例日报</div><div class='c'><p>{flash}</p></div></div>{Links}{Legal}")).Article;
        Assert.Equal((flash, "2023-02-03T10:11:00+08:00"), (article?.Text, article?.PublishedAt?.ToString()));
    }

    [Fact]
    public void A_notice_without_byline_is_an_article_when_a_headline_stands_over_it()
    {
        var article = Read(Page($"{Menu}<div><h1>{Headline}</h1><div>{Paragraphs}<p>某市统计局</p><p>2023年4月18日</p></div></div>")).Article;
        Assert.Equal((SamplePage.Text + "\n某市统计局\n2023年4月18日", "2023-04-18"), (article?.Text, article?.PublishedAt?.ToString()));
    }

    [Theory]
    [InlineData("来源 : 示例日报", "示例日报", null)]
    [InlineData("转自：示例日报", "示例日报", null)]
    [InlineData("出处：示例日报", "示例日报", null)]
    [InlineData("编辑：某乙 来源：示例日报", "示例日报", null)]
    [InlineData("来源：示例日报（记者 王某）", "示例日报", "王某")]
    [InlineData("来源：示例日报<a>收藏</a><a>打印</a>", "示例日报", null)]
    [InlineData("来源：“示例”微信公众号", "“示例”微信公众号", null)]
    [InlineData("来源：示例日报 | 作者：王某 | 编辑：某乙", "示例日报", "王某")]
    [InlineData("<span>来源：示例日报</span><span>作者：王某某</span><span>2023-02-03 10:12</span>", "示例日报", "王某某")]
    [InlineData("责编：某乙", null, null)]
    [InlineData("发布者：admin", null, null)]
    [InlineData("记者：王某 李某某", null, "王某 李某某")]
    public void A_byline_states_medium_and_writer(string byline, string? publisher, string? author)
    {
        var article = Read(Page($"<h1>{Headline}</h1><div>2023-02-03 10:11　{byline}</div><div>{Paragraphs}</div>")).Article;
        Assert.Equal((SamplePage.Text, publisher, author), (article?.Text, article?.Publisher, article?.Author));
    }

    [Theory]
    [InlineData("記者王某某／台北報導", "王某某")]
    [InlineData("【記者王某某台北報導】", "王某某")]
    [InlineData("記者王某某／台北報導 攝影／李某", "王某某")]
    [InlineData("國際中心／王某某報導", "王某某")]
    [InlineData("聯合報 記者王某某", "王某某")]
    [InlineData("圖文／王某某", "王某某")]
    [InlineData("王某某/文", "王某某")]
    [InlineData("■ 本报记者 王某某", "王某某")]
    [InlineData("经济观察网 记者 王某某", "王某某")]
    [InlineData("文 | 王某某", "王某某")]
    [InlineData("財經中心／綜合報導", null)]
    [InlineData("編輯 王某某 報導", null)]
    [InlineData("（编辑 王某某）", null)]
    public void A_credit_line_in_the_body_goes_and_names_its_reporter(string line, string? author)
    {
        var article = Read(Page($"<h1>{Headline}</h1><div>2023-02-03 10:11</div><div><p>{line}</p>{Paragraphs}</div>")).Article;
        Assert.Equal((SamplePage.Text, author), (article?.Text, article?.Author));
    }

    [Theory]
    [InlineData("更新：2023-02-04 11:00 发布：2023-02-03 10:11", "2023-02-03T10:11:00+08:00")]
    [InlineData("最後更新 2023-02-04 11:00 ｜發佈 2023-02-03 10:11", "2023-02-03T10:11:00+08:00")]
    [InlineData("02/03/2023 10:11:12", "2023-02-03T10:11:12+08:00")]
    [InlineData("民國112年2月3日 10:11", "2023-02-03T10:11:00+08:00")]
    [InlineData("02-03 10:11", null)]
    public void A_byline_states_when(string byline, string? time) =>
        Assert.Equal(time, Read(Page($"<h1>{Headline}</h1><div>{byline}</div><div>{Paragraphs}</div>{Legal}")).Article?.PublishedAt?.ToString());

    [Theory]
    [InlineData("抱歉", "<h2>抱歉</h2><p>您访问的页面可能已被删除、更名或暂时不可用，请您返回首页，或者使用站内搜索查找您需要的内容。</p>")]
    [InlineData("某网", "<p>很抱歉，您要访问的文章已经下线，5秒后将自动跳转至首页，如果没有跳转，请点击这里。</p>")]
    [InlineData("安全验证", "<h1>安全验证</h1><p>系统检测到您的访问存在异常，请完成下方验证后继续访问，如有疑问请联系客服，感谢您的理解。</p>")]
    [InlineData("跳转中", "<p>页面正在跳转，请稍候。如果您的浏览器没有自动跳转，请点击下面的链接继续访问新的地址，谢谢您的支持。</p>")]
    [InlineData("登录", "<h2>用户登录</h2><p>登录后即可阅读全文，享受更多会员服务，还没有账号？请先注册，注册即表示同意用户协议与隐私政策。</p>")]
    [InlineData("搜索结果", "<p>共找到约0条结果，请尝试更换关键词，或缩短关键词后重新搜索，感谢使用。</p>")]
    [InlineData("某网", "<div id='root'><div>加载中，请稍候…</div></div>")]
    [InlineData("高清：展台", "<h1>高清：展台</h1><div>2023-02-03 10:11</div><div><img src='1.jpg'><p>(1/3)</p></div><div><img src='2.jpg'><p>(2/3)</p></div><div><img src='3.jpg'><p>(3/3)</p></div>")]
    [InlineData("视频：发布会", "<h1>视频：发布会</h1><div>2023-02-03 10:11</div><video src='a'></video><p>播放 12万次</p>")]
    [InlineData("滚动新闻", "<div><div class='i'><h3><a href='/1'>新品一发布</a></h3><p>远山科技周三发布新品，售价1999元，预计年内出货十万台，公司表示乐观。</p><div>2023-02-01 10:00</div></div><div class='i'><h3><a href='/2'>新品二发布</a></h3><p>远山科技周三发布新品，售价2999元，预计年内出货十万台，公司表示乐观。</p><div>2023-02-02 10:00</div></div><div class='i'><h3><a href='/3'>新品三发布</a></h3><p>远山科技周三发布新品，售价3999元，预计年内出货十万台，公司表示乐观。</p><div>2023-02-03 10:00</div></div></div>")]
    public void A_page_that_is_no_article_says_so(string title, string body)
    {
        var result = Read(Page($"{Menu}{body}{Links}{Legal}", title));
        Assert.True(result.Article is null, result.Article?.Text);
        Assert.StartsWith("not an article: ", result.Failure!.Reason);
    }

    private static string Page(string body, string title = Headline + "_某网") => $"<!doctype html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body>{body}</body></html>";

    private static CleaningResult Read(string html) => Reading.Clean(Encoding.UTF8.GetBytes(html), MediaTypes.Html);
}
