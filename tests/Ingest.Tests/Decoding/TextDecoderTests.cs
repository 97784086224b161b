using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Ingest.Decoding;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Decoding;

public class TextDecoderTests
{
    private const string Simplified = "据悉，该公司今年前三季度营业收入为128.6亿元，同比增长12.3%，净利润同比下降4.5%。公司方面表示，下一步将继续加大研发投入。";
    private const string Traditional = "據了解，該公司今年前三季營業收入為128.6億元，較去年同期成長12.3%，淨利則年減4.5%。公司方面表示，下一步將繼續加大研發投入。";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string, bool> Encodings()
    {
        var rows = new TheoryData<string, string, string, bool>();
        foreach (var text in new[] { Simplified, Traditional, "营收增长12%", "營收成長12%，市占率達三成", Simplified + "\n" + Traditional })
        {
            foreach (var encoding in new[] { "utf-8", "utf-16le", "utf-16be", "gb18030" })
            {
                rows.Add(text, encoding, encoding, false);
                rows.Add(text, encoding, encoding, true);
            }
        }

        rows.Add(Traditional, "big5", "big5", false);
        rows.Add("營收成長12%，市占率達三成", "big5", "big5", false);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_recognised_without_being_told(string text, string encoding, string found, bool mark)
    {
        var encoder = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? encoder.GetPreamble() : [], .. encoder.GetBytes(text)];
        var result = TextDecoder.Decode(bytes, null, mendBroken: false);
        Assert.Equal((found, text, null), (result.Encoding, result.Text, result.Reason));
    }

    [Theory]
    [InlineData("utf-8", "gb2312")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("gb18030", "big5")]
    public void A_wrong_declaration_changes_nothing(string encoding, string declared) =>
        Assert.Equal(Simplified, TextDecoder.Decode(Encoding.GetEncoding(encoding).GetBytes(Simplified), declared, mendBroken: true).Text);

    [Fact]
    public void A_broken_byte_in_a_page_is_shown_as_browsers_show_it()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Simplified), 0xe4, 0xbd];
        Assert.Equal(Simplified + "\ufffd", TextDecoder.Decode(bytes, null, mendBroken: true).Text);
    }

    [Fact]
    public void No_bytes_make_it_throw() => Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
    {
        var (strict, mended) = (TextDecoder.Decode(bytes, null, mendBroken: false), TextDecoder.Decode(bytes, null, mendBroken: true));
        return (strict.Text is null) == (strict.Reason is not null) && (mended.Text is null) == (mended.Reason is not null);
    }));

    [Fact]
    public void Pages_are_read_in_the_encoding_they_hold()
    {
        foreach (var line in File.ReadLines(SharedTexts.PathTo("pages", "gold.jsonl")))
        {
            using var gold = System.Text.Json.JsonDocument.Parse(line);
            var (page, encoding) = (gold.RootElement.GetProperty("page").GetString()!, gold.RootElement.GetProperty("encoding").GetString()!);
            var result = TextDecoder.Decode(File.ReadAllBytes(SharedTexts.PathTo("pages", page)), null, mendBroken: true);
            Assert.Equal((page, encoding == "gbk" ? "gb18030" : encoding), (page, result.Encoding));
        }
    }
}
