using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Tests.Quantities;

public class QuantityProperties
{
    // Any string of these meets many rules at once; a random string of all of Unicode meets none.
    private static readonly string[] Pieces =
        ["0", "1", "27", "3.5", "1,234", "2025", "100000000000000000000000000000", "零", "一", "二", "两", "七八", "十", "百", "千", "万", "亿", "兆", "点", "半", "多", "余", "几", "数", "个", "元", "美元", "人", "名", "家", "年", "月", "日", "时", "分", "秒", "岁", "%", "％", "成", "倍", "番", "翻", "翻了", "减半", "分之", "百分之", "百分点", "个百分点", "至", "到", "-", "—", "~", "、", "，", "。", "(", ")", "/", "每", "每秒", "约", "超过", "不超过", "以上", "以下", "且", "第", "前", "从", "在", "之间", "GB", "TFLOP/s", "km/h", "H", "G", " ", ":", ".", "度", "米", "吨", "股", "号", "零下", "负", "￥", "$", "人民币", "萬", "億", "個", "\n", "\ud83d\ude00", "\ud83d"];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    // Faults that need three pieces side by side take some thousands of texts to meet.
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    [Fact]
    public void Any_text_gives_ordered_spans_that_do_not_overlap() =>
        Check.One(Often, Prop.ForAll(Arb.From(Texts), HasOrderedSpans));

    [Fact]
    public void Any_string_at_all_is_scanned_without_error() =>
        Prop.ForAll((NonNull<string> text) => HasOrderedSpans(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_paragraph_without_numbers_in_front_only_shifts_spans() =>
        Check.One(Often, Prop.ForAll(Arb.From(Texts), text =>
        {
            // No ideograph: how many of them are Traditional settles what 兆 and 元 mean.
            const string Front = "No figure here.\n";
            var (alone, after) = (QuantityExamples.Scan(text).Quantities, QuantityExamples.Scan(Front + text).Quantities);
            return alone.Select(q => (q.Span.Start + Front.Length, q.Low, q.High, q.Unit, q.Bound)).SequenceEqual(after.Select(q => (q.Span.Start, q.Low, q.High, q.Unit, q.Bound)));
        }));

    [Theory]
    [InlineData("9")]
    [InlineData("亿")]
    [InlineData("一")]
    [InlineData("十")]
    [InlineData("万千")]
    [InlineData("零")]
    [InlineData("点")]
    [InlineData("1、")]
    [InlineData("1-")]
    [InlineData("1,")]
    [InlineData("百分之")]
    [InlineData("三分之")]
    [InlineData("约")]
    [InlineData("翻")]
    [InlineData("第1")]
    [InlineData("5元、")]
    [InlineData("1:")]
    [InlineData("a1")]
    public void Two_hundred_thousand_repeats_end_within_the_test(string piece)
    {
        // Quadratic work on such a line takes minutes; the run itself is the assertion, timing belongs to benchmarks.
        var text = string.Concat(Enumerable.Repeat(piece, 200_000));
        Assert.True(HasOrderedSpans(text));
    }

    private static bool HasOrderedSpans(string text)
    {
        var (quantities, skipped) = QuantityExamples.Scan(text);
        return AreOrdered(quantities.Select(q => q.Span), text.Length)
            && skipped.All(s => s.Span.End <= text.Length && s.Span.Length > 0)
            && quantities.All(q => q.Low <= q.High && q.Extent.Contains(q.Span) && q.Extent.End <= text.Length && (q.Per is not { } per || per.End <= text.Length));
    }

    private static bool AreOrdered(IEnumerable<TextSpan> spans, int length)
    {
        var end = 0;
        foreach (var span in spans)
        {
            if (span.Start < end || span.Length == 0)
            {
                return false;
            }

            end = span.End;
        }

        return end <= length;
    }
}
