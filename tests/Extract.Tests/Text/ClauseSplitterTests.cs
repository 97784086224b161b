using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Text;

public sealed class ClauseSplitterTests
{
    [Theory]
    [InlineData("营收5亿元,同比增长12%;净利1亿元。", "营收5亿元,|同比增长12%;|净利1亿元。")]
    [InlineData("營收達新台幣1,100.9億元，季增6%。", "營收達新台幣1,100.9億元，|季增6%。")]
    [InlineData("他说:“份额为95%,明年更高。”", "他说:|“份额为95%,|明年更高。”")]
    [InlineData("定于14:30开始,分别为12,8和5。", "定于14:30开始,|分别为12,|8和5。")]
    [InlineData("苹果、华为、小米", "苹果、华为、小米")]
    [InlineData("目标只有一个——盈利", "目标只有一个——|盈利")]
    [InlineData("1—5月营收2亿元—占比5%—8%—为历年最高", "1—5月营收2亿元—|占比5%—8%—|为历年最高")]
    [InlineData("目标——3亿元,—5%", "目标——|3亿元,—|5%")]
    [InlineData("台风致29人受伤 6城停课", "台风致29人受伤 |6城停课")]
    [InlineData("中间价报6.8166 上调43个基点", "中间价报6.8166 |上调43个基点")]
    [InlineData("虎年开市 A股迎开门红 携手AWS 加速布局", "虎年开市 |A股迎开门红 |携手AWS |加速布局")]
    [InlineData("沪指涨1% “稳投资”加速 最高200万", "沪指涨1% |“稳投资”加速 |最高200万")]
    [InlineData("截至2025年 12月底 苹果 iPhone 17售价 5 亿元 增长 5%", "截至2025年 12月底 |苹果 iPhone 17售价 5 亿元 |增长 5%")]
    [InlineData("售价约 5万元 起，另需1万亿元 已申请贷款。", "售价约 5万元 |起，|另需1万亿元 |已申请贷款。")]
    [InlineData("首销 5万台，利润 3亿元。", "首销 5万台，|利润 3亿元。")]
    public void Commas_semicolons_colons_dashes_and_the_gaps_of_headlines_cut_but_not_inside_numbers(string text, string expected)
    {
        var folded = TextFold.Fold(text);
        var clauses = new List<TextSpan>();
        ClauseSplitter.Split(folded, new TextSpan(0, text.Length), clauses);
        Assert.Equal(expected, string.Join('|', clauses.Select(c => text[c.Start..c.End])));
    }
}
