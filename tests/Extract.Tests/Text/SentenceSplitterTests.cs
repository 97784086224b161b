using FsCheck.Fluent;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("营收增长12%。利润下降。", "营收增长12%。|利润下降。")]
    [InlineData("真的吗？！他说。", "真的吗？！|他说。")]
    [InlineData("他說:「市占率達30%。」隨後離席。", "他說:「市占率達30%。」|隨後離席。")]
    [InlineData("“份额掉到了零。”他说", "“份额掉到了零。”|他说")]
    [InlineData("他说:\"今年赚了3.5亿元。\"会议结束。", "他说:\"今年赚了3.5亿元。\"|会议结束。")]
    [InlineData("售价3.5万元,涨1.2%。", "售价3.5万元,涨1.2%。")]
    [InlineData("见 https://example.org/a?b=30%25 一文。完", "见 https://example.org/a?b=30%25 一文。|完")]
    [InlineData("第一段\n第二段。\n\n  第三段  ", "第一段|第二段。|第三段")]
    [InlineData("净利增长5%　　东山集团公告", "净利增长5%|东山集团公告")]
    [InlineData("(收入达5亿元。)次年翻倍!", "(收入达5亿元。)|次年翻倍!")]
    [InlineData("首销499  元，Model  Y涨价，| 甲  | 乙", "首销499  元，Model  Y涨价，| 甲  | 乙")]
    [InlineData("【东山集团拟减持5%股份】东山集团公告。", "【东山集团拟减持5%股份】|东山集团公告。")]
    [InlineData("【快讯】东山集团公告。", "【快讯】东山集团公告。")]
    [InlineData("①甲厂涨2%；②乙厂涨3%。❸见图④", "①甲厂涨2%；|②乙厂涨3%。|❸见图④")]
    [InlineData(" \n\t\n", "")]
    public void A_sentence_keeps_its_end_mark_and_closing_quotes(string text, string expected)
    {
        var folded = TextFold.Fold(text);
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Split(folded).Select(s => text[s.Start..s.End])));
    }

    [Fact]
    public void Text_without_end_marks_is_cut_at_a_pause_and_never_inside_a_number()
    {
        var text = string.Concat(Enumerable.Repeat("营收达1,100元;", 1000));
        var sentences = SentenceSplitter.Split(text);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 1, SentenceSplitter.Longest));
        Assert.All(sentences, sentence => Assert.Equal("元;", text[(sentence.End - 2)..sentence.End]));
        Assert.Equal(text.Length, sentences.Sum(sentence => sentence.Length));
    }

    [Theory]
    [InlineData("记者昨天在现场看到很多市民")]
    [InlineData("某公司营收达3500万元同比增长12.5%而且预计还会继续扩大投资规模")]
    [InlineData("5人30公里三成半")]
    [InlineData("(5人")]
    public void Text_without_any_mark_is_cut_between_words_and_never_inside_a_number(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 6 * SentenceSplitter.Longest / piece.Length));
        var sentences = SentenceSplitter.Split(text);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 1, 2 * SentenceSplitter.Longest));
        Assert.Equal(text.Length, sentences.Sum(sentence => sentence.Length));
        Assert.All(sentences, sentence => Assert.False(char.IsAsciiDigit(text[sentence.End - 1])));
        Assert.All(sentences, sentence => Assert.DoesNotContain(text[sentence.End - 1], "万三成."));
    }

    [Fact]
    public void A_number_of_any_length_stays_whole()
    {
        var text = new string('7', 3 * SentenceSplitter.Longest);
        Assert.Equal(text.Length, Assert.Single(SentenceSplitter.Split(text)).Length);
    }

    [Fact]
    public void Sentences_are_ordered_disjoint_and_leave_only_white_space_out() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll<FsCheck.NonNull<string>>(ArbMap.Default.ArbFor<FsCheck.NonNull<string>>(), text =>
        {
            var position = 0;
            foreach (var sentence in SentenceSplitter.Split(text.Get))
            {
                if (sentence.Start < position || sentence.Length == 0 || !string.IsNullOrWhiteSpace(text.Get[position..sentence.Start]))
                {
                    return false;
                }

                position = sentence.End;
            }

            return string.IsNullOrWhiteSpace(text.Get[position..]);
        }));
}
