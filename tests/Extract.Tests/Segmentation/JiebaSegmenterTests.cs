using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Segmentation;

public class JiebaSegmenterTests
{
    /// <summary>Cuts by python3-jieba 0.42.1 of the Simplified text; the Traditional twin must be cut alike.</summary>
    [Theory]
    [InlineData("我来到北京清华大学", "我 来到 北京 清华大学")]
    [InlineData("我來到北京清華大學", "我 來到 北京 清華大學")]
    [InlineData("英伟达的市场份额从95%掉到零", "英 伟达 的 市场份额 从 95% 掉 到 零")]
    [InlineData("英偉達的市場份額從95%掉到零", "英 偉達 的 市場份額 從 95% 掉 到 零")]
    public void A_text_is_cut_as_jieba_cuts_it(string text, string words) => Assert.Equal(words, Cut(JiebaSegmenter.Default, text));

    [Fact]
    public void Words_are_contiguous_and_together_the_text_whatever_the_text() => Check.QuickThrowOnFailure(Prop.ForAll<NonNull<string>>(text =>
    {
        var words = new List<Word>();
        JiebaSegmenter.Default.Segment(TextFold.Fold(text.Get), words);
        var end = 0;
        foreach (var word in words)
        {
            Assert.Equal(end, word.Span.Start);
            Assert.True(word.Span.End > end);
            Assert.NotEmpty(word.Tag);
            end = word.Span.End;
        }

        Assert.Equal(text.Get.Length, end);
    }));

    private static string Cut(JiebaSegmenter segmenter, string text)
    {
        var words = new List<Word>();
        segmenter.Segment(TextFold.Fold(text), words);
        return string.Join(' ', words.Select(word => text[word.Span.Start..word.Span.End]));
    }
}
