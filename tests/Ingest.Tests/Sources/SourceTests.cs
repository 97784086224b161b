using System.Text;
using Pipeline.Ingest.Sources;
using Pipeline.Ingest.Tests.Support;

namespace Pipeline.Ingest.Tests.Sources;

public sealed class SourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_read_recursively_in_ordinal_name_order()
    {
        _folder.Write("b.txt", "乙公司营收12亿元。");
        _folder.Write("a/2.txt", "甲公司营收11亿元。");
        _folder.Write("a/10.txt", "甲公司营收10亿元。");
        _folder.Write("B.txt", "乙公司营收13亿元。");
        _folder.Write("c.jsonl", """{"id":"x","text":"丙公司营收14亿元。"}""");
        _folder.Write("c.expected.jsonl", """{"id":"claim"}""");
        _folder.Write("note.md", "不读");
        _folder.Write(".hidden.txt", "不读");

        Assert.Equal(["B.txt", "a/10.txt", "a/2.txt", "b.txt", "c.jsonl:1"], Reading.Of(_folder.Path).Select(r => Path.GetRelativePath(_folder.Path, r.Source)));
    }

    [Fact]
    public void A_bad_line_of_jsonl_is_named_with_its_number_and_the_rest_goes_on()
    {
        var path = _folder.Write("lines.jsonl", """
            {"id":"a","text":"第一家公司营收增长12%。","published_at":"2025-11-01","title":"题","url":"https://example.org/a"}
            {"id":"b","text":"第二
            {"id":"c"}

            ["d"]
            {"id":"e","text":"   "}
            {"id":"f","text":"第六","published_at":"昨天"}
            {"id":"g","text":7}
            {"id":"h","text":"末一家公司营收增长13%。\r\n"}
            """);
        var readings = Reading.Of(path);

        Assert.Equal(["a", "h"], readings.Where(r => r.IsArticle).Select(r => r.Article!.Id));
        Assert.Equal("末一家公司营收增长13%。\r\n", readings[^1].Article!.Text);
        Assert.Equal(("2025-11-01", "题", "https://example.org/a"), (readings[0].Article!.PublishedAt.ToString(), readings[0].Article!.Title, readings[0].Article!.Url));
        Assert.Equal(
            [
                ($"{path}:2", IngestStage.Decode, "no valid JSON"), ($"{path}:3", IngestStage.Decode, "field 'text' is missing"), ($"{path}:5", IngestStage.Decode, "a JSON object is needed, found an array"),
                ($"{path}:6", IngestStage.Clean, "not an article: field 'text' is empty"), ($"{path}:7", IngestStage.Decode, "field 'published_at' must be an ISO 8601 date or time, found '昨天'"),
                ($"{path}:8", IngestStage.Decode, "field 'text' must be a string, found a number"),
            ],
            readings.Where(r => !r.IsArticle).Select(r => (r.Source, r.Failure!.Stage, r.Failure.Reason.Split(':')[0] == "no valid JSON" ? "no valid JSON" : r.Failure.Reason)));
    }

    [Theory]
    [InlineData("""{"id":"a","text":"营收增长12%。"}""", "-:1", "营收增长12%。")]
    [InlineData("营收增长12%。\n\n净利润下滑3%。\n", "-", "营收增长12%。\n净利润下滑3%。")]
    public void Standard_input_tells_its_format_by_content(string input, string source, string text)
    {
        var reading = Assert.Single(Reading.Of("-", Encoding.UTF8.GetBytes(input)));
        Assert.Equal((source, text), (reading.Source, reading.Article!.Text));
    }

    [Fact]
    public void What_cannot_be_read_says_what_and_what_to_do()
    {
        Assert.Equal("no such file or folder: check the path", Failure(Path.Combine(_folder.Path, "missing.txt")));
        Assert.Equal("empty: it holds no bytes", Failure(_folder.Write("empty.txt", "")));
        Assert.Equal("empty: it holds no line with an article", Failure(_folder.Write("empty.jsonl", "\n\n")));
        Assert.Equal("not text but a PNG image", Failure(_folder.Write("image.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2])));
        Assert.Equal("not text: a zero byte at offset 3; save it as UTF-8 text", Failure(_folder.Write("binary.txt", [1, 2, 3, 0, 0, 0, 9, 200, 201])));
        Assert.Equal("broken UTF-8: byte 0xFF at offset 60 fits no character; save it again as UTF-8", Failure(_folder.Write("broken.txt", [.. Encoding.UTF8.GetBytes("英伟达市值突破五万亿美元英伟达市值突破"), .. "ab"u8, .. "!"u8, 0xff, .. Encoding.UTF8.GetBytes("英伟达")])));
        Assert.Equal("not an article: it holds only white space", Failure(_folder.Write("blank.txt", " \n\t\n")));
        Assert.Equal("not an article: it holds no Chinese text", Failure(_folder.Write("english.txt", "Revenue rose 12%.")));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "bare"));
        Assert.StartsWith("the folder holds nothing that can be read", Failure(Path.Combine(_folder.Path, "bare")));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused_without_being_held()
    {
        var path = _folder.Write("huge.txt", new string('字', 1000));
        var reading = Assert.Single(Reading.Of(path, limits: new ReadLimits { TextBytes = 1000 }));
        Assert.Equal("too large: more than 1,000 bytes, at most 1,000 are read as one document; split it into one article a file, or one a line of a .jsonl file", reading.Failure!.Reason);
    }

    [Fact]
    public void A_line_over_the_limit_is_refused_and_the_next_is_read()
    {
        var path = _folder.Write("huge.jsonl", $$"""
            {"id":"a","text":"{{new string('字', 1000)}}"}
            {"id":"b","text":"营收增长12%。"}
            """);
        var readings = Reading.Of(path, limits: new ReadLimits { TextBytes = 1000 });
        Assert.Equal($"{path}:1", readings[0].Failure!.Source);
        Assert.Equal("b", readings[1].Article!.Id);
    }

    private static string Failure(string input) => Assert.Single(Reading.Of(input)).Failure!.Reason;
}
