using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Ingest.Cleaning.Html;
using Pipeline.Ingest.Cleaning.Metadata;

namespace Pipeline.Ingest.Tests.Cleaning;

public class MetadataTests
{
    [Theory]
    [InlineData("2019-09-07 13:43:45　来源: 示例日报", "2019-09-07T13:43:45+08:00")]
    [InlineData("2019年9月7日 04:04", "2019-09-07T04:04:00+08:00")]
    [InlineData("2019年06月15日08:18", "2019-06-15T08:18:00+08:00")]
    [InlineData("2016/3/19 下午 3:05", "2016-03-19T15:05:00+08:00")]
    [InlineData("2016.03.19", "2016-03-19")]
    [InlineData("2019-09-07T05:43:45Z", "2019-09-07T05:43:45+00:00")]
    [InlineData("2019-09-07T13:43:45.123+08:00", "2019-09-07T13:43:45+08:00")]
    [InlineData("Published 2019-09-07 9:05 PM", "2019-09-07T21:05:00+08:00")]
    [InlineData("营收128.60亿元", null)]
    [InlineData("2019-13-07", null)]
    [InlineData("编号201909071234", null)]
    public void The_first_full_date_is_read_with_its_clock(string text, string? time) => Assert.Equal(time, TimeText.Find(text)?.ToString());

    [Theory]
    [InlineData("远山科技营收增长_网易新闻", "远山科技营收增长")]
    [InlineData("远山科技营收增长|远山|营收_网易订阅", "远山科技营收增长")]
    [InlineData("遠山科技營收成長 | 產經 | 聯合新聞網", "遠山科技營收成長")]
    [InlineData("远山科技营收增长--财经--人民网", "远山科技营收增长")]
    [InlineData("远山科技营收增长-中新网", "远山科技营收增长")]
    [InlineData("H100-A800性能差距有多大", "H100-A800性能差距有多大")]
    [InlineData("远山科技：营收增长——三季报点评", "远山科技：营收增长——三季报点评")]
    public void The_sites_name_is_cut_off_a_title(string title, string headline) => Assert.Equal(headline, TitleFinder.Cut(title, null));

    [Theory]
    [InlineData("新京报记者 陆某某", true, "陆某某")]
    [InlineData("编辑 刘某某 校对 李某", true, null)]
    [InlineData("记者 王某 李某某", true, "王某 李某某")]
    [InlineData("（记者 王某）", false, null)]
    [InlineData("记者 王某说，营收增长两成", false, null)]
    [InlineData("编辑部的故事", false, null)]
    public void A_line_of_roles_and_names_is_a_credit(string line, bool isCredit, string? author)
    {
        Assert.Equal(isCredit, CreditRoles.TryRead(line, out var found));
        Assert.Equal(author, found);
    }

    [Theory]
    [InlineData("来源：观察者网(上海)", "观察者网")]
    [InlineData("来源: Wind资讯 (www.example.com)", "Wind资讯 (www.example.com)")]
    [InlineData("来源:《南方都市报》", "南方都市报")]
    [InlineData("来源: 新京报举报", "新京报")]
    [InlineData("本文来源：示例日报 作者：某某 责任编辑：某某", "示例日报")]
    public void The_medium_is_read_without_what_surrounds_it(string line, string medium) => Assert.Equal(medium, CreditLine.Medium(line));
}
