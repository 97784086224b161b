using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Segmentation;

/// <summary>
/// What every segmenter does. Wanted cuts are what python3-jieba 0.42.1 prints for the Simplified text; a Traditional twin must be cut alike. Words are shown between bars.
/// </summary>
public abstract class SegmenterSuite
{
    private protected abstract ISegmenter Segmenter { get; }

    [Theory]
    [InlineData("他来到了网易杭研大厦", "他|来到|了|网易|杭研|大厦")]
    [InlineData("他來到了網易杭研大廈", "他|來到|了|網易|杭研|大廈")]
    [InlineData("英伟达的市场份额从95%掉到零", "英|伟达|的|市场份额|从|95%|掉|到|零")]
    [InlineData("英偉達的市場份額從95%掉到零", "英|偉達|的|市場份額|從|95%|掉|到|零")]
    [InlineData("小明硕士毕业于中国科学院计算所，后在日本京都大学深造", "小明|硕士|毕业|于|中国科学院|计算所|，|后|在|日本京都大学|深造")]
    [InlineData("3.2TB/s的带宽，比H100高1.5倍", "3.2|TB|/|s|的|带宽|，|比|H100|高|1.5|倍")]
    [InlineData("上半年营收1,234.5亿元，同比增长12.5%", "上半年|营收|1|,|234.5|亿元|，|同比|增长|12.5%")]
    [InlineData("2025年12月31日GPT-4o", "2025|年|12|月|31|日|GPT|-|4o")]
    [InlineData("AT&T和C++ 11-12日", "AT&T|和|C++| |11|-|12|日")]
    [InlineData("价格为10%-15%。\r\n第二行 又\t一", "价格|为|10%|-|15%|。|\r\n|第二行| |又|\t|一")]
    [InlineData("👍🏽很好𠮷野家", "👍|🏽|很|好|𠮷|野家")]
    [InlineData("", "")]
    public void The_accurate_mode_cuts_as_jieba_does(string text, string words) => Assert.Equal(words, Cut(Segmenter, text));

    [Theory]
    [InlineData("公司", "n")]
    [InlineData("中国科学院", "nt")]
    [InlineData("北京", "ns")]
    [InlineData("12.5%", "m")]
    [InlineData("GPT", "eng")]
    [InlineData("，", "x")]
    [InlineData("鲁迅", "nr")]
    [InlineData("魯迅", "nr")]
    public void A_word_has_its_part_of_speech(string word, string tag)
    {
        var words = new List<Word>();
        Segmenter.Segment(TextFold.Fold(word), words);
        Assert.Equal(tag, Assert.Single(words).Tag);
    }

    [Fact]
    public void Words_are_contiguous_and_together_the_text_whatever_the_text() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, text =>
    {
        var words = new List<Word>();
        Segmenter.Segment(TextFold.Fold(text), words);
        var end = 0;
        foreach (var word in words)
        {
            Assert.Equal(end, word.Span.Start);
            Assert.True(word.Span.End > end);
            Assert.NotEmpty(word.Tag);
            end = word.Span.End;
        }

        Assert.Equal(text.Length, end);
    }));

    [Fact]
    public void Threads_give_the_same_words_as_one()
    {
        var text = TextFold.Fold(string.Concat(Enumerable.Repeat("英伟达市值突破5万亿美元，鲁迅称占比26%，欧阳雪漫漫步。", 20)));
        var wanted = new List<Word>();
        Segmenter.Segment(text, wanted);
        Parallel.For(0, 32, _ =>
        {
            var words = new List<Word>();
            Segmenter.Segment(text, words);
            Assert.Equal(wanted, words);
        });
    }

    /// <summary>Any string, and strings of what news is made of, so that words, runs and blocks meet.</summary>
    private protected static Arbitrary<string> Texts { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
        Gen.Elements("英伟达", "市場", "95%", "3.2TB/s", "，", " ", "\r", "\n", "鲁迅", "的", "A", ".", "-", "%", "𠮷", "\ud83d", "龘", "亿元", "著").ArrayOf().Select(string.Concat)).ToArbitrary();

    private protected static string Cut(ISegmenter segmenter, string text)
    {
        var words = new List<Word>();
        segmenter.Segment(TextFold.Fold(text), words);
        return Join(text, words);
    }

    private protected static string Join(string text, List<Word> words) => string.Join('|', words.Select(word => text[word.Span.Start..word.Span.End]));
}
