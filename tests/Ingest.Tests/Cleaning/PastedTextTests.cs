using System.Text.Json;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Cleaning;

public class PastedTextTests
{
    [Fact]
    public void The_two_seeds_come_out_as_their_gold_says()
    {
        foreach (var line in File.ReadLines(SharedTexts.PathTo("gold", "seeds.jsonl")))
        {
            using var gold = JsonDocument.Parse(line);
            var article = Assert.Single(Reading.Of(SharedTexts.PathTo("seeds", gold.RootElement.GetProperty("source").GetString()!))).Article!;
            Assert.Equal(gold.RootElement.GetProperty("text").GetString(), article.Text);
            Assert.Equal(gold.RootElement.GetProperty("published_at").GetString(), article.PublishedAt?.ToString());
        }
    }

    [Theory]
    [InlineData("营收增长12%。\n![](https://example.org/a.png)\n净利润持平。", "营收增长12%。\n净利润持平。")]
    [InlineData("營收成長12%。![圖](a.png)\n\n　　淨利持平。", "營收成長12%。\n淨利持平。")]
    [InlineData("营收增长12%。\n#财经观察#\n#股市 #芯片", "营收增长12%。")]
    [InlineData("营收增长12%。\n#1概念股涨停，板块走强。", "营收增长12%。\n#1概念股涨停，板块走强。")]
    [InlineData("营收增长12%，净利润增长8%，毛利率提高两个百分点。\n特别声明：以上内容为用户上传。\n本平台仅提供存储服务。", "营收增长12%，净利润增长8%，毛利率提高两个百分点。")]
    [InlineData("營收成長12%，淨利成長8%，毛利率提高兩個百分點。\nNotice: The content above is uploaded by a user.", "營收成長12%，淨利成長8%，毛利率提高兩個百分點。")]
    [InlineData("营收增长12%。\n© 2025 某某网 版权所有 京ICP备00000000号", "营收增长12%。")]
    [InlineData("营收增长12%。\n（责任编辑：某某 QQ：10000）", "营收增长12%。")]
    [InlineData("相关报道称，营收增长12%，市场份额提高。", "相关报道称，营收增长12%，市场份额提高。")]
    [InlineData("记者：营收增长12%靠什么？\n答：靠新产品。", "记者：营收增长12%靠什么？\n答：靠新产品。")]
    [InlineData("据微信公众号“某某”消息，营收增长12%。", "据微信公众号“某某”消息，营收增长12%。")]
    [InlineData("来源多样的收入让公司营收增长12%。", "来源多样的收入让公司营收增长12%。")]
    public void Furniture_goes_and_prose_stays(string pasted, string text) => Assert.Equal(text, Reading.Text(pasted).Text);

    [Theory]
    [InlineData("营收增长12%。\n更新时间：2025-11-01", "2025-11-01")]
    [InlineData("營收成長12%。\n發布時間：2025/11/1 下午3:05", "2025-11-01T15:05:00+08:00")]
    [InlineData("发布时间：2025年11月1日 08:30:15\n营收增长12%。", "2025-11-01T08:30:15+08:00")]
    [InlineData("营收增长12%。", null)]
    public void A_stated_time_is_read(string pasted, string? time)
    {
        var article = Reading.Text(pasted);
        Assert.Equal((time, 1), (article.PublishedAt?.ToString(), article.Text.Split('\n').Length));
    }

    [Theory]
    [InlineData("英伟达的营收增长了两成。", "zh-Hans")]
    [InlineData("英偉達的營收增長了兩成。", "zh-Hant")]
    [InlineData("臺積電市占率達六成。", "zh-Hant")]
    public void The_script_is_recognised(string pasted, string language) => Assert.Equal(language, Reading.Text(pasted).Language);
}
