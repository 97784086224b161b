using Pipeline.Extract.Segmentation;
using Pipeline.Store.Duplicates;

namespace Pipeline.Store.Tests.Duplicates;

/// <summary>What tells a reprint from another report of the same template (measured in benchmarks/NearCopies).</summary>
public class NearCopyFeatureTests
{
    private const string Report = """
        江口港务局4月10日发布的数据显示，一季度港口完成集装箱吞吐量312万标准箱，同比增长8.7%，其中外贸箱占比约六成。
        港务局有关负责人介绍，增长主要来自东南亚航线。今年以来，港口新开通五条近洋航线，每周班次由42班增加到51班。
        与此同时，港口的平均作业效率也在提高。自动化码头单机作业量达到每小时38自然箱，比去年同期多3箱。
        港务局预计，全年吞吐量有望突破1300万标准箱，但外部需求仍有不确定性。
        """;

    [Theory]
    [InlineData("某晚报讯 ", "", "", true)]
    [InlineData("", "\n港务局预计，全年吞吐量有望突破1300万标准箱，但外部需求仍有不确定性。", "", true)]
    [InlineData("", "港务局有关负责人介绍，增长主要来自东南亚航线。", "", true)]
    [InlineData("", "1300万", "1,300万", true)]
    [InlineData("", "312万标准箱，同比增长8.7%", "298万标准箱，同比下降4.5%", false)]
    public void A_reprint_shares_words_and_figures(string before, string old, string now, bool isCopy)
    {
        var other = before + (old.Length > 0 ? Report.Replace(old, now, StringComparison.Ordinal) : Report);
        Assert.NotEqual(Report, other);
        Assert.Equal(isCopy, IsNearCopy(Report, other));
    }

    [Theory]
    [InlineData("营收１２８.６亿元，同比增长12.3%", "128.6 12.3")]
    [InlineData("12,000人、1.2万人、2025年", "12000 1.2 2025")]
    [InlineData("没有数字", "")]
    public void Figures_are_the_numbers_in_digits(string text, string figures) => Assert.Equal(figures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), TextFigures.Of(text).Order());

    [Fact]
    public void A_text_that_was_cut_lacks_figures_and_has_no_others() =>
        Assert.Equal((1.0, 0.5, 1.0), (TextFigures.Shared(["1", "2"], ["1", "2", "3"]), TextFigures.Shared(["1", "4"], ["1", "2", "3"]), TextFigures.Shared([], ["1"])));

    [Fact]
    public void Fingerprints_that_differ_in_five_bits_share_a_band()
    {
        var random = new Random(1);
        for (var round = 0; round < 2000; round++)
        {
            var fingerprint = random.NextInt64();
            var other = fingerprint;
            for (var flip = 0; flip < 5; flip++)
            {
                other ^= 1L << random.Next(64);
            }

            Assert.Contains(Enumerable.Range(0, SimHash.Bands), band => SimHash.Band(fingerprint, band) == SimHash.Band(other, band));
        }
    }

    private static bool IsNearCopy(string a, string b)
    {
        var (first, second) = (TextPrint.Of(a, JiebaSegmenter.Default), TextPrint.Of(b, JiebaSegmenter.Default));
        return SimHash.Distance(first.Fingerprint, second.Fingerprint) <= SimHash.MaxDistance && second.IsNearCopyOf(a);
    }
}
