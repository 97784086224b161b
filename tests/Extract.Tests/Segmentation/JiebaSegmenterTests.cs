using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Segmentation;

/// <summary>Wanted cuts are what python3-jieba 0.42.1 prints for the Simplified text; a Traditional twin must be cut alike. Words are shown between bars.</summary>
public class JiebaSegmenterTests
{
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
    public void The_accurate_mode_cuts_as_jieba_does(string text, string words) => Assert.Equal(words, Cut(JiebaSegmenter.Default, text));

    [Theory]
    [InlineData("他来到了网易杭研大厦", "他|来到|了|网易|杭|研|大厦")]
    [InlineData("上半年营收1,234.5亿元，同比增长12.5%", "上半年|营|收|1|,|234|.|5|亿元|，|同比|增长|12|.|5|%")]
    [InlineData("3.2TB/s", "3|.|2TB|/|s")]
    public void Without_the_Markov_model_unlisted_characters_stay_single(string text, string words) =>
        Assert.Equal(words, Cut(new JiebaSegmenter(useMarkovModel: false), text));

    [Theory]
    [InlineData("中国科学院计算所", "中国|科学|学院|科学院|中国科学院|计算|计算所")]
    [InlineData("中國科學院計算所", "中國|科學|學院|科學院|中國科學院|計算|計算所")]
    public void The_search_mode_puts_the_words_within_a_word_before_it(string text, string words)
    {
        var found = new List<Word>();
        JiebaSegmenter.Default.SegmentForSearch(TextFold.Fold(text), found);
        Assert.Equal(words, Join(text, found));
    }

    /// <summary>Where the result is not jieba's, on purpose: docs/segmentation.md, section Deviations.</summary>
    [Theory]
    [InlineData("１９９５年增长２６．５倍", "１９９５|年|增长|２６．５|倍")]
    [InlineData("乾隆年間", "乾隆年間")]
    [InlineData("這意味著", "這|意味著")]
    public void Full_width_and_Traditional_text_is_cut_as_its_folded_form(string text, string words) => Assert.Equal(words, Cut(JiebaSegmenter.Default, text));

    [Theory]
    [InlineData("增长２６．５％", "增长|２６．５|％")]
    [InlineData("增长26.5%", "增长|26.5%")]
    public void A_full_width_percent_sign_is_a_mark_of_its_own_as_in_jieba(string text, string words) =>
        Assert.Equal(words, string.Join('|', JiebaSegmenter.Default.Cut(text)));

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
        JiebaSegmenter.Default.Segment(TextFold.Fold(word), words);
        Assert.Equal(tag, Assert.Single(words).Tag);
    }

    [Fact]
    public void Words_are_contiguous_and_together_the_text_whatever_the_text() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, text =>
    {
        var words = new List<Word>();
        JiebaSegmenter.Default.Segment(TextFold.Fold(text), words);
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
    public void All_ways_to_cut_give_the_same_words() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, text =>
    {
        var folded = TextFold.Fold(text);
        var ends = new int[text.Length];
        var count = JiebaSegmenter.Default.Cut(folded, ends);
        var words = new List<Word>();
        JiebaSegmenter.Default.Segment(folded, words);
        Assert.Equal(words.Select(word => word.Span.End), ends.Take(count));
        Assert.Equal(words.Select(word => text[word.Span.Start..word.Span.End]), JiebaSegmenter.Default.Cut(text));
    }));

    [Fact]
    public void A_text_cut_at_its_complete_length_gives_the_words_of_the_whole() => Check.QuickThrowOnFailure(Prop.ForAll(Texts, text =>
    {
        var length = JiebaSegmenter.Default.CompleteLength(TextFold.Fold(text));
        Assert.Equal(JiebaSegmenter.Default.Cut(text), [.. JiebaSegmenter.Default.Cut(text[..length]), .. JiebaSegmenter.Default.Cut(text[length..])]);
    }));

    [Fact]
    public void Any_number_of_threads_gives_the_same_words()
    {
        var text = string.Concat(Enumerable.Repeat("英伟达市值突破5万亿美元，鲁迅称占比26%。", 50));
        var wanted = JiebaSegmenter.Default.Cut(text);
        Parallel.For(0, 64, _ => Assert.Equal(wanted, JiebaSegmenter.Default.Cut(text)));
    }

    [Fact]
    public void A_block_longer_than_the_usual_buffer_is_cut_like_a_short_one()
    {
        var sentence = "我来到北京清华大学";
        var many = string.Concat(Enumerable.Repeat(sentence, 500));
        Assert.Equal(many.Length, JiebaSegmenter.Default.Cut(many).Sum(word => word.Length));
        Assert.Equal(Enumerable.Repeat("我|来到|北京|清华大学", 500), JiebaSegmenter.Default.Cut(many).Chunk(4).Select(words => string.Join('|', words)));
    }

    [Fact]
    public void Too_small_a_buffer_is_refused() => Assert.Throws<ArgumentException>(() => JiebaSegmenter.Default.Cut("北京", new int[1]));

    /// <summary>Any string, and strings of what news is made of, so that words, runs and blocks meet.</summary>
    private static Arbitrary<string> Texts { get; } = Gen.OneOf(
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
        Gen.Elements("英伟达", "市場", "95%", "3.2TB/s", "，", " ", "\r", "\n", "鲁迅", "的", "A", ".", "-", "%", "𠮷", "\ud83d", "龘", "亿元", "著").ArrayOf().Select(string.Concat)).ToArbitrary();

    private static string Cut(JiebaSegmenter segmenter, string text)
    {
        var words = new List<Word>();
        segmenter.Segment(TextFold.Fold(text), words);
        return Join(text, words);
    }

    private static string Join(string text, List<Word> words) => string.Join('|', words.Select(word => text[word.Span.Start..word.Span.End]));
}
