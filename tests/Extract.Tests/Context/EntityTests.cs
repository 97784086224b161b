using Pipeline.Extract.Context;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Context;

public sealed class EntityTests
{
    [Theory]
    [InlineData("英偉達市值達5萬億美元。", "英伟达")]
    [InlineData("輝達市值達5兆美元。", "英伟达")]
    [InlineData("NVIDIA市值达5万亿美元。", "英伟达")]
    [InlineData("台積電營收達新台幣9,899億元。", "台积电")]
    [InlineData("TSMC营收达300亿美元。", "台积电")]
    [InlineData("豐田銷量達5萬輛。", "丰田")]
    public void Names_in_either_script_or_Latin_have_one_id(string text, string id) =>
        Assert.Equal([id], ClaimExtractor.Default.Extract(ExampleArticle.Of(text)).Select(c => c.SubjectId));

    [Theory]
    [InlineData("一家不知名的小厂营收达5亿元。")]
    public void Unlisted_names_have_none(string text) =>
        Assert.Equal([null], ClaimExtractor.Default.Extract(ExampleArticle.Of(text)).Select(c => c.SubjectId));

    /// <summary>Each listed name before a metric, as written in the table and in Traditional characters.</summary>
    [Theory]
    [InlineData("entities.tsv", "name", "id", "type", "source")]
    [InlineData("companies.tsv", "name", "id", "source")]
    public void Every_listed_name_is_the_subject_in_both_scripts(string tableName, params string[] columns)
    {
        var traditional = File.ReadLines(Repository.PathTo("data", "opencc", "TSCharacters.txt")).Select(line => line.Split('\t', ' '))
            .Where(cells => cells is [{ Length: 1 }, { Length: 1 }, ..] && cells[0] != cells[1])
            .GroupBy(cells => cells[1][0], cells => cells[0][0]).ToDictionary(pair => pair.Key, pair => pair.First());
        string InTraditional(string text) => string.Concat(text.Select(unit => traditional.GetValueOrDefault(unit, unit)));

        var table = TsvTable.Read(new LexiconSource(tableName, new StreamReader(Repository.PathTo("data", "lexicons", tableName))), columns);
        var missed = table.Rows
            .SelectMany(row => new[] { $"{row["name"]}营收达5亿元。", InTraditional($"{row["name"]}营收达5亿元。") }.Select(text => (text, id: row["id"])))
            .Where(example => ClaimExtractor.Default.Extract(ExampleArticle.Of(example.text)) is not [var claim] || claim.SubjectId != example.id)
            .Select(example => example.text);
        Assert.Empty(missed);
    }

    [Fact]
    public void An_id_is_itself_a_listed_name_of_its_own_entity() =>
        Assert.All(ContextLexicon.Default.Words, word =>
        {
            Assert.True(ContextLexicon.Default.TryGet(word, out var sense));
            if (sense.Entity is { } entity)
            {
                Assert.True(ContextLexicon.Default.TryGet(TextFold.Fold(entity.Id), out var named));
                Assert.Equal(entity, named.Entity);
            }
        });
}
