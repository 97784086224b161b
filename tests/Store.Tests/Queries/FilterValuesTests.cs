using FsCheck;
using FsCheck.Fluent;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Tests.Queries;

public class FilterValuesTests
{
    [Theory]
    [InlineData("money", "money")]
    [InlineData("money, share", "money|share")]
    [InlineData("英伟达，华为、中芯国际", "英伟达|华为|中芯国际")]
    [InlineData("\"Foo, Inc.\"", "Foo, Inc.")]
    [InlineData("华为, \"Foo, Inc.\" ,小米", "华为|Foo, Inc.|小米")]
    [InlineData("\"说\"\"大\"\"话,公司\"", "说\"大\"话,公司")]
    [InlineData("19\"屏幕,小米", "19\"屏幕|小米")] // a mark inside a value is its own
    [InlineData("\"没有关上,的", "没有关上,的")]
    [InlineData("\"", "")]
    [InlineData(" ,，、 ", "")]
    public void Values_stand_between_commas_or_in_quotation_marks(string text, string values) => Assert.Equal(values, string.Join('|', FilterValues.Split(text)));

    [Fact]
    public void What_is_quoted_is_read_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyString>().Filter(value => value.Get.Trim() is { Length: > 0 } trimmed && trimmed == value.Get),
        value => Assert.Equal([value.Get, "华为"], FilterValues.Split($"{FilterValues.Quote(value.Get)},华为"))).QuickCheckThrowOnFailure();
}
