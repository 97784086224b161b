using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Context;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Tests.Context;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests;

public sealed class ClaimExtractorProperties
{
    private static readonly string[] Pieces =
    [
        "公司", "英伟达", "營收", "毛利率", "市占率", "达", "为", "增长", "降至", "从", "到", "占", "的", "，", "。", "、", "（", "）", "“", "”", "分别", "同比",
        "12%", "三成", "5亿元", "2倍", "翻倍", "0.3个百分点", "零", "2025年", "表示", "其中", "比", "和", "\n", " ", "是", "300名", "员工", "的", "每股", "H100",
    ];

    private static readonly string[] Joints = ["的", "，", "、", "和", "为", "达", "至", "了", "在", "是", "及", "比", "较", "从", "由", "占", "其中", "。", "（", "）", "“", "”", "：", "该", "公司", "他", "她", "-", "~ ", " ", "/", "每"];
    private static readonly string[] Units = ["%", "亿元", "万人", "倍", "个百分点", "年", "月", "日", "家", "次", "％", "萬噸", "度", ""];

    /// <summary>A listed word of either script, a number with a unit, or what joins them.</summary>
    private static readonly Gen<string> Pieced = Gen.OneOf(
        Gen.Elements(ContextLexicon.Default.Words.Order(StringComparer.Ordinal).ToArray()),
        Gen.Choose(1, 5_000).Zip(Gen.Elements(Units)).Select(pair => $"{pair.Item1}{pair.Item2}"),
        Gen.Elements(Joints),
        Gen.Elements(Pieces));

    /// <summary>A number up to and past what a decimal holds, a scale, a unit, or what joins numbers.</summary>
    private static readonly Gen<string> Huge = Gen.OneOf(
        Gen.Choose(1, 30).Select(static digits => new string('9', digits)),
        Gen.Choose(15, 31).Select(static digits => "1" + new string('0', digits - 1)),
        Gen.Elements("亿", "兆", "万亿", "亿亿", "%", "倍", "个月", "年", "小时", "元", "亿美元", "公里", "PFLOPS", "平方公里", "成", "分", "吨", "人", "℃", "零下"),
        Gen.Elements("、", "和", "-", "至", "分之", "/", "从", "增至", "的", "，", "超过", "营收", "每", "其中", "点", "又", "亿级", "半", "多"));

    /// <summary>A piece of a date, of a range of dates, or what a sentence says of them.</summary>
    private static readonly Gen<string> Dated = Gen.OneOf(
        Gen.Choose(1, 31).Select(static day => $"{day}"),
        Gen.Elements("2026年", "1月", "5日", "14:30", "上午", "本月", "去年", "一季度", "周五", "2025财年", "9月底", "民国113年", "昨日"),
        Gen.Elements("年", "月", "日", "季度", "时", "至", "到", "—", "——", "-", "－", "～", "~", "…", "：", "，", "；", "、", "（", "）", "起", "前", "以来", "同期", "截至", "自"),
        Gen.Elements("营收", "5亿元", "增长3%", "20人", "实施", "最快", "期限", "将", "预计", "公司", "表示", "“", "”", "。"));

    /// <summary>A piece of an example sentence, cut at its marks and values, or a word that a cue is made of.</summary>
    private static readonly Gen<string> Fragment = Gen.OneOf(
        Gen.Elements(Examples),
        Gen.Elements(Examples),
        Gen.Elements("、", "9%", "3亿元", "5人", "，"),
        Gen.Elements(File.ReadLines(Repository.PathTo("data", "lexicons", "context_cues.tsv")).Where(static line => line.Contains('\t') && !line.StartsWith('#')).Select(static line => line.Split('\t')[1]).ToArray()));

    private static string[] Examples => [.. File.ReadLines(Repository.PathTo("data", "rules", "binding.examples.tsv"))
        .Where(static line => !line.StartsWith('#'))
        .SelectMany(static line => Regex.Split(line.Split('\t')[0].Replace("⟧", "", StringComparison.Ordinal), "⟦|(?<=[，。、；：（）“”])"))
        .Where(static piece => piece.Length > 0)];

    [Fact]
    public void Any_row_of_huge_numbers_and_units_gives_sound_claims() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Huge.ListOf().Select(string.Concat).ToArbitrary(), (string text) => AreSound(text)));

    [Fact]
    public void Any_row_of_dates_gives_sound_claims() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Dated.ListOf().Select(string.Concat).ToArbitrary(), (string text) => AreSound(text)));

    [Fact]
    public void Any_row_of_pieces_of_the_examples_gives_sound_claims() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Fragment.ListOf().Select(string.Concat).ToArbitrary(), (string text) => AreSound(text)));

    [Fact]
    public void Any_row_of_listed_words_and_numbers_gives_sound_claims() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(Pieced.ListOf().Select(string.Concat).ToArbitrary(), (string text) => AreSound(text)));

    [Fact]
    public void Any_string_gives_ordered_disjoint_claims_whose_text_stands_in_the_article() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), (NonNull<string> text) => AreSound(text.Get)));

    [Fact]
    public void Any_mixture_of_news_words_gives_sound_claims_and_the_same_ones_again() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), (string text) => AreSound(text)));

    [Fact]
    public void A_paragraph_without_numbers_in_front_only_shifts_spans()
    {
        const string Text = "东山集团营收达5亿元，同比增长12%，毛利率21%。";
        const string Front = "这里没有数字。\n";
        var alone = ClaimExtractor.Default.Extract(ExampleArticle.Of(Text));
        var shifted = ClaimExtractor.Default.Extract(ExampleArticle.Of(Front + Text));
        Assert.Equal(3, alone.Count);
        Assert.Equal(
            alone.Select(c => c with { Start = c.Start + Front.Length, End = c.End + Front.Length, Id = string.Empty, ArticleId = string.Empty }),
            shifted.Select(c => c with { Id = string.Empty, ArticleId = string.Empty }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(3000)]
    public void A_company_named_before_many_sentences_of_its_pronoun_is_still_the_subject(int sentences)
    {
        // Each 该公司 asks the sentence before it: a long chain must neither overflow the stack nor lose the name.
        var text = "东山集团成立多年。" + string.Concat(Enumerable.Repeat("该公司表现稳健。该公司员工为5人。", sentences));
        var claims = ClaimExtractor.Default.Extract(ExampleArticle.Of(text));
        Assert.Equal(sentences, claims.Count);
        Assert.Equal("东山集团", claims[^1].Subject);
    }

    [Theory]
    [InlineData("同月增加5人。")]
    [InlineData("下午增加5人。")]
    [InlineData("事故造成5人死亡。")]
    [InlineData("“我们有5人。”东山科技总经理说。")]
    [InlineData("增加5人，")]
    public void A_sentence_that_asks_the_ones_around_it_ends_however_often_it_stands_there(string sentence)
    {
        // Asked one by one back to the first, such a text would take years; the run itself is the assertion, timing belongs to benchmarks.
        Assert.Equal(3000, ClaimExtractor.Default.Extract(ExampleArticle.Of(string.Concat(Enumerable.Repeat(sentence, 3000)))).Count);
    }

    [Fact]
    public void A_claim_of_either_script_has_the_same_value_and_metric()
    {
        var simplified = ClaimExtractor.Default.Extract(ExampleArticle.Of("东山集团营收达5亿元，同比增长12%。"));
        var traditional = ClaimExtractor.Default.Extract(ExampleArticle.Of("東山集團營收達5億元，同比增長12%。"));
        Assert.Equal(2, simplified.Count);
        Assert.Equal(simplified.Select(c => (c.Low, c.Kind, c.Metric, c.Direction)), traditional.Select(c => (c.Low, c.Kind, c.Metric, c.Direction)));
    }

    [Fact]
    public void The_explanation_holds_the_same_claims_and_every_other_number_with_its_reason()
    {
        var article = ExampleArticle.Of("H100的份额从95%掉到零，原因有两点。");
        var explanation = ClaimExtractor.Default.Explain(article);
        Assert.Equal(ClaimExtractor.Default.Extract(article), explanation.Claims.Select(c => c.Claim));
        Assert.Equal(["Name", "EarlierValue", "Enumeration"], explanation.Skipped.Select(s => s.Reason.ToString()));
    }

    [Fact]
    public void A_users_own_words_are_merged_over_the_built_in_ones()
    {
        var tables = new List<LexiconSource>
        {
            new("my-lexicons/entities.tsv", new StringReader("name\tid\ttype\tsource\n東山\t东山集团\tcompany\tmine\n")),
            new("my-lexicons/metrics.tsv", new StringReader("word\tid\tkind\tsource\n顺差额\ttrade\tlevel\tmine\n")),
        };
        var extractor = new ClaimExtractor(LexiconSet.With(tables));
        var claim = Assert.Single(extractor.Extract(ExampleArticle.Of("東山順差額達5億元。")));
        Assert.Equal(("东山集团", "trade"), (claim.SubjectId, claim.MetricId));
    }

    [Fact]
    public void A_table_of_another_name_is_refused_by_name() =>
        Assert.Contains("words.tsv", Assert.Throws<LexiconException>(() => LexiconSet.With([new LexiconSource("words.tsv", new StringReader("word\tsource\n"))])).Message, StringComparison.Ordinal);

    private static bool AreSound(string text)
    {
        var claims = ClaimExtractor.Default.Extract(ExampleArticle.Of(text));
        var position = 0;
        foreach (var claim in claims)
        {
            if (claim.Start < position || claim.End <= claim.Start || claim.Text != text[claim.Start..claim.End]
                || claim.Confidence is < 0 or > 1 || claim.Rule.Length == 0 || claim.High < claim.Low && claim.Low >= 0)
            {
                return false;
            }

            position = claim.End;
        }

        return claims.SequenceEqual(ClaimExtractor.Default.Extract(ExampleArticle.Of(text)));
    }
}
