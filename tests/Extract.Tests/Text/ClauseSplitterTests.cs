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
    public void Commas_semicolons_colons_and_dashes_cut_but_not_inside_numbers(string text, string expected)
    {
        var folded = TextFold.Fold(text);
        var clauses = new List<TextSpan>();
        ClauseSplitter.Split(folded, new TextSpan(0, text.Length), clauses);
        Assert.Equal(expected, string.Join('|', clauses.Select(c => text[c.Start..c.End])));
    }
}
