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
    [InlineData("二〇二五年三月四日 10:20", "2025-03-04T10:20:00+08:00")]
    [InlineData("二○二五年十二月二十四日", "2025-12-24")]
    [InlineData("民國114年3月4日 10:20", "2025-03-04T10:20:00+08:00")]
    [InlineData("民國114.03.04", "2025-03-04")]
    [InlineData("中華民國一百一十四年三月四日", "2025-03-04")]
    [InlineData("２０２５年３月４日　１０：２０", "2025-03-04T10:20:00+08:00")]
    [InlineData("March 4, 2025 10:20", "2025-03-04T10:20:00+08:00")]
    [InlineData("Mar. 4, 2025, 10:20 PM", "2025-03-04T22:20:00+08:00")]
    [InlineData("4 Mar 2025", "2025-03-04")]
    [InlineData("Tue, 04 Mar 2025 10:20:30 GMT", "2025-03-04T10:20:30+00:00")]
    [InlineData("三月四日", null)]
    [InlineData("一百二十年来首次", null)]
    [InlineData("Marching 4, 2025", null)]
    [InlineData("营收128.60亿元", null)]
    [InlineData("2019-13-07", null)]
    [InlineData("编号201909071234", null)]
    public void The_first_full_date_is_read_with_its_clock(string text, string? time) => Assert.Equal(time, TimeText.Find(text)?.ToString());

    [Theory]
    [InlineData("3小时前", "2025-12-20T14:00:00+08:00")]
    [InlineData("5 分鐘前 · 示例新聞網", "2025-12-20T16:55:00+08:00")]
    [InlineData("2天前", "2025-12-18")]
    [InlineData("昨天 10:20", "2025-12-19T10:20:00+08:00")]
    [InlineData("今天的新闻", null)]
    [InlineData("很久以前", null)]
    public void A_time_is_counted_back_from_the_fetch(string line, string? time) => Assert.Equal(time, RelativeTime.Find(line, Support.Reading.RetrievedAt)?.ToString());

    [Theory]
    [InlineData("https://example.org/1", "2025-12-20T14:00:00+08:00")]
    [InlineData(null, null)]
    public void A_saved_file_has_no_fetch_to_count_back_from(string? url, string? time)
    {
        var html = $"<html><head><meta charset=utf-8><title>远山科技营收增长12.3%</title></head><body><h1>远山科技营收增长12.3%</h1><div>3小时前　来源：示例日报</div><div><p>{Support.SamplePage.Text.Replace("\n", "</p><p>", StringComparison.Ordinal)}</p></div></body></html>";
        Assert.Equal(time, Support.Reading.Clean(System.Text.Encoding.UTF8.GetBytes(html), Pipeline.Ingest.Sources.MediaTypes.Html, url).Article?.PublishedAt?.ToString());
    }

    [Theory]
    [InlineData("远山科技营收增长_网易新闻", "远山科技营收增长")]
    [InlineData("远山科技营收增长|远山|营收_网易订阅", "远山科技营收增长")]
    [InlineData("遠山科技營收成長 | 產經 | 聯合新聞網", "遠山科技營收成長")]
    [InlineData("远山科技营收增长--财经--人民网", "远山科技营收增长")]
    [InlineData("远山科技营收增长-中新网", "远山科技营收增长")]
    [InlineData("遠山科技營收成長 - 自由財經", "遠山科技營收成長")]
    [InlineData("遠山科技營收成長｜遠見新聞網", "遠山科技營收成長")]
    [InlineData("远山科技：“营收”增长 - 新浪财经", "远山科技：“营收”增长")]
    [InlineData("远山科技营收增长丨三季报", "远山科技营收增长丨三季报")]
    [InlineData("远山科技营收增长-搜狐汽车", "远山科技营收增长")]
    [InlineData("远山科技营收增长_产业资讯_新浪网", "远山科技营收增长")]
    [InlineData("遠山科技營收成長 - BBC News 中文", "遠山科技營收成長")]
    [InlineData("远山科技营收增长 – DW – 2025年3月4日", "远山科技营收增长")]
    [InlineData("远山科技营收增长 - 专栏检索", "远山科技营收增长 - 专栏检索")]
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
    [InlineData("来源: 车市观察　北京", "车市观察")]
    [InlineData("来源：示例财经 上海 举报", "示例财经")]
    [InlineData("来源：示例日报发布时间：2025-03-04", "示例日报")]
    [InlineData("来源: 新京报举报", "新京报")]
    [InlineData("本文来源：示例日报 作者：某某 责任编辑：某某", "示例日报")]
    public void The_medium_is_read_without_what_surrounds_it(string line, string medium) => Assert.Equal(medium, CreditLine.Medium(line));
}
