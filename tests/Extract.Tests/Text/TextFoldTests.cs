using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Text;

public class TextFoldTests
{
    [Theory]
    [InlineData("英偉達市值５萬億美元，占２６％", "英伟达市值5万亿美元,占26%")]
    [InlineData("ＴＦＬＯＰ／ｓ　臺積電", "TFLOP/s 台积电")]
    [InlineData("“後來”", "“后来”")]
    [InlineData("衞生署敍述", "卫生署叙述")]
    [InlineData("吃著名的麪，喫虧", "吃著名的面,吃亏")]
    public void Both_scripts_and_widths_fold_to_one(string text, string folded) => Assert.Equal(folded, TextFold.Fold(text));

    [Fact]
    public void No_unit_moves() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => TextFold.Fold(text.Get).Length == text.Get.Length));

    [Fact]
    public void Folding_twice_is_folding_once_on_every_unit()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var once = TextFold.Fold((char)unit);
            Assert.Equal(once, TextFold.Fold(once));
        }
    }
}
