using System.Text;
using Pipeline.Extract.Lexicons;
using Pipeline.Ingest.Cleaning.Metadata;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Cleaning;

/// <summary>Who signed an article that has no byline: datelines and signatures stay in the text and name the reporter.</summary>
public class SignatureTests
{
    [Theory]
    [InlineData("（中央社記者王某某台北4日電）遠山科技今天公布財報。", "王某某")]
    [InlineData("（中央社記者王某某、李某某台北4日電）遠山科技今天公布財報。", "王某某 李某某")]
    [InlineData("（中央社台北4日電）遠山科技今天公布財報。", null)]
    [InlineData("〔記者王某某／台北報導〕遠山科技今天公布財報。", "王某某")]
    [InlineData("〔即時新聞／綜合報導〕遠山科技今天公布財報。", null)]
    [InlineData("【記者王某某／台北報導】遠山科技今天公布財報。", "王某某")]
    [InlineData("新华社巴黎12月9日电（记者王某）远山科技今天公布财报。", "王某")]
    [InlineData("新京报讯（记者 王某 李某某）远山科技今天公布财报。", "王某 李某某")]
    [InlineData("本报北京3月4日电 （记者王某、李某某）远山科技今天公布财报。", "王某 李某某")]
    [InlineData("中新网3月4日电（记者 王某 通讯员 李某某）远山科技今天公布财报。", "王某")]
    [InlineData("南都讯 记者王某某 昨日凌晨1时左右，远山科技公布财报。", "王某某")]
    [InlineData("记者从远山科技获悉，公司三季度营收增长。", null)]
    [InlineData("多名记者（包括本报的）向远山科技求证。", null)]
    [InlineData("远山科技今天公布财报，营收增长12%。（新京报记者 王某）", "王某")]
    [InlineData("远山科技今天公布财报，营收增长12%（记者会上的数字）", null)]
    public void A_dateline_names_the_reporter(string paragraph, string? reporter) => Assert.Equal(reporter, Dateline.Reporter([paragraph]));

    [Theory]
    [InlineData("營收成長兩成。（編輯：李某）1120221", "營收成長兩成。")]
    [InlineData("營收成長兩成。1120221", "營收成長兩成。")]
    [InlineData("营收增长两成。（责任编辑：李某）", "营收增长两成。")]
    [InlineData("营收增长两成。（编辑部注：数字已更正）", "营收增长两成。（编辑部注：数字已更正）")]
    [InlineData("累计出货1120221", "累计出货1120221")]
    [InlineData("营收增长两成。（记者 王某）", "营收增长两成。（记者 王某）")]
    public void An_editors_mark_behind_the_last_sentence_goes(string paragraph, string text) => Assert.Equal(text, Pipeline.Ingest.Cleaning.Furniture.TrailingCredit.Cut(paragraph));

    [Theory]
    [InlineData("（中央社台北4日電）遠山科技今天公布財報。", "中央社")]
    [InlineData("新华社巴黎12月9日电（记者王某）远山科技今天公布财报。", "新华社")]
    [InlineData("新华社的报道说，远山科技今天公布财报。", null)]
    public void A_dateline_names_its_agency(string paragraph, string? agency) => Assert.Equal(agency, Dateline.Agency([paragraph]));

    [Theory]
    [InlineData("place\tcountry", "places.tsv:1: the header must be place, source, found place, country")]
    [InlineData("place\tsource\n桃園\t", "places.tsv:2: column 'source' is empty")]
    [InlineData("place\tsource\n桃園\tx\n桃園\tx", "places.tsv:3: '桃園' stands in line 2 already")]
    public void A_broken_table_of_places_names_file_and_line(string table, string message) =>
        Assert.StartsWith(message, Assert.Throws<LexiconException>(() => Dateline.Read(new LexiconSource("places.tsv", new StringReader(table)))).Message);

    [Theory]
    [InlineData("本文来源：示例日报 作者：王某某 责任编辑：李某_NT001", "示例日报", "王某某")]
    [InlineData("示例日报记者 王某某 示例县报道", null, "王某某")]
    [InlineData("（圖／記者王某某翻攝）", null, null)]
    [InlineData("責任編輯：王某某", null, null)]
    public void A_closing_line_states_medium_and_writer_and_goes(string line, string? publisher, string? author)
    {
        var article = Read($"<h1>远山科技前三季度营收增长12.3%</h1><div>2023-02-03 10:11</div><div>{Paragraphs}<p>{line}</p></div>");
        Assert.Equal((SamplePage.Text, publisher, author), (article?.Text, article?.Publisher, article?.Author));
    }

    [Fact]
    public void An_article_that_the_page_holds_twice_is_read_once()
    {
        var article = Read($"<h1>远山科技前三季度营收增长12.3%</h1><div>2023-02-03 10:11</div><div><div>{Paragraphs}</div><div>{Paragraphs}</div></div>");
        Assert.Equal(SamplePage.Text, article?.Text);
    }

    [Fact]
    public void The_lines_of_a_picture_story_are_its_text()
    {
        string[] lines = ["远山科技的展台占了半个大厅", "新手机的背板换成了陶瓷", "第一批一共备货五万台", "试用区排起了二十米的队", "工程师在现场拆开一台样机", "傍晚时预约数已经超过八千"];
        var article = Read($"<h1>远山科技前三季度营收增长12.3%</h1><div>2023-02-03 10:11</div><div><p>远山科技周三在北京展出新品，公司把今年的销售目标提高到五百万台，现场来了三千名观众。</p>{string.Concat(lines.Select(l => $"<p><img src='a.jpg'></p><p>{l}</p>"))}</div>");
        Assert.Equal(["远山科技周三在北京展出新品，公司把今年的销售目标提高到五百万台，现场来了三千名观众。", .. lines], article?.Text.Split('\n') ?? []);
    }

    [Theory]
    [InlineData("2018-07-31T08:19:35Z", "2018/07/31 08:19", "2018-07-31T08:19:35+08:00")]
    [InlineData("2018-07-31T00:19:35Z", "2018/07/31 08:19", "2018-07-31T00:19:35+00:00")]
    [InlineData("2018-07-31T00:00:00+08:00", "2018/07/31 08:19", "2018-07-31T08:19:00+08:00")]
    [InlineData("2018-07-31T00:00:00+08:00", "", "2018-07-31T00:00:00+08:00")]
    public void A_machine_time_is_checked_against_the_byline(string machine, string shown, string time)
    {
        var article = Read($"<h1>远山科技前三季度营收增长12.3%</h1><div>{shown}</div><div>{Paragraphs}</div>", $"<meta property='article:published_time' content='{machine}'>");
        Assert.Equal(time, article?.PublishedAt?.ToString());
    }

    private static readonly string Paragraphs = string.Concat(SamplePage.Text.Split('\n').Select(p => $"<p>{p}</p>"));

    private static Pipeline.Extract.Model.Article? Read(string body, string head = "") =>
        Reading.Clean(Encoding.UTF8.GetBytes($"<!doctype html><html><head><meta charset=\"utf-8\"><title>远山科技前三季度营收增长12.3%_某网</title>{head}</head><body>{body}</body></html>"), MediaTypes.Html).Article;
}
