using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Segmentation;

public class UserWordListTests
{
    /// <summary>The example of jieba's own manual; wanted cuts and frequencies by python3-jieba 0.42.1.</summary>
    private const string Manual = "云计算 5\n诸葛孔明 2 nr\n创新办 3 i\neasy_install 3 eng\n韩玉赏鉴 nz\n台中\n数脉科技\n";

    [Theory]
    [InlineData("诸葛孔明是创新办主任也是云计算方面的专家，数脉科技位于台中", "诸葛孔明|是|创新办|主任|也|是|云计算|方面|的|专家|，|数脉科技|位于|台中")]
    [InlineData("诸葛孔明是創新辦主任也是雲計算方面的專家，數脈科技位於臺中", "诸葛孔明|是|創新辦|主任|也|是|雲計算|方面|的|專家|，|數脈科技|位於|臺中")]
    [InlineData("用easy_install", "用|easy_install")]
    public void User_words_are_found_in_both_scripts(string text, string words) =>
        Assert.Equal(words, string.Join('|', new JiebaSegmenter(userWords: Load(Manual)).Cut(text)));

    [Theory]
    [InlineData("台中", 69)]
    [InlineData("数脉科技", 1)]
    [InlineData("诸葛孔明", 2)]
    public void A_word_without_frequency_gets_the_one_that_jieba_suggests(string word, int frequency) =>
        Assert.Equal(frequency, Load(Manual).Current.Frequency(WordDictionary.Embedded, word));

    [Fact]
    public void A_user_word_has_its_tag_and_x_when_it_was_given_none()
    {
        var words = new List<Word>();
        new JiebaSegmenter(userWords: Load(Manual)).Segment(TextFold.Fold("诸葛孔明数脉科技"), words);
        Assert.Equal(["nr", "x"], words.Select(word => word.Tag));
    }

    [Fact]
    public void A_removed_word_is_found_no_more_not_even_by_the_Markov_model()
    {
        var list = new UserWordList();
        list.Remove("杭研");
        list.Remove("清华大学");
        var segmenter = new JiebaSegmenter(userWords: list);
        Assert.Equal(["网易", "杭", "研", "大厦"], segmenter.Cut("网易杭研大厦"));
        Assert.Equal(["清华", "大学"], segmenter.Cut("清华大学"));
    }

    [Fact]
    public void Lists_belong_to_their_segmenters_alone()
    {
        var first = new UserWordList();
        var second = new UserWordList();
        first.Add("网易杭研");
        second.Add("杭研大厦");
        const string text = "网易杭研大厦";
        Assert.Equal(["网易杭研", "大厦"], new JiebaSegmenter(userWords: first).Cut(text));
        Assert.Equal(["网易", "杭研大厦"], new JiebaSegmenter(userWords: second).Cut(text));
        Assert.Equal(["网易", "杭研", "大厦"], JiebaSegmenter.Default.Cut(text));
    }

    [Fact]
    public void Words_may_be_added_while_texts_are_cut()
    {
        var list = new UserWordList();
        var segmenter = new JiebaSegmenter(userWords: list);
        Parallel.For(0, 200, i =>
        {
            list.Add($"企划{i}");
            Assert.Equal($"采用企划{i}。", string.Concat(segmenter.Cut($"采用企划{i}。")));
        });
        Assert.Equal(["采用", "企划199", "。"], segmenter.Cut("采用企划199。"));
    }

    [Theory]
    [InlineData("云计算 5 n x\n", "words.txt:1: expected 'word', 'word frequency', 'word tag' or 'word frequency tag', found '云计算 5 n x'")]
    [InlineData("云计算 5\n\n创新办 -3\n", "words.txt:3: expected 'word', 'word frequency', 'word tag' or 'word frequency tag', found '创新办 -3'")]
    [InlineData("约翰·史密斯 3 nr\n", "words.txt:1: '约翰·史密斯' can never be a word: every word ends at '·'")]
    public void A_malformed_line_is_named(string text, string message) => Assert.Equal(message, Assert.Throws<FormatException>(() => Load(text)).Message);

    private static UserWordList Load(string text)
    {
        var list = new UserWordList();
        list.Load(new StringReader(text), "words.txt");
        return list;
    }
}
