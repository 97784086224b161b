using Pipeline.Extract.Context;
using Pipeline.Extract.Text;

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
