using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Segmentation;

/// <summary>What the extractor's own segmenter does beyond the contract.</summary>
public class JiebaSegmenterTests : SegmenterSuite
{
    private protected override ISegmenter Segmenter => JiebaSegmenter.Default;

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
}
