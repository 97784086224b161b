using Pipeline.Benchmarks.CleaningQuality;

namespace Pipeline.Ingest.Tests.Robustness;

/// <summary>Pages of sites that nobody has a file for: our articles in random surroundings, right and wrong charsets, every usual markup (benchmarks/CleaningQuality).</summary>
public class WrittenPageTests
{
    private const int Pages = 400;

    [Fact]
    public void Unknown_sites_are_read_by_the_generic_extractor_alone()
    {
        var score = Score.Of(Pages);
        Assert.True(
            score is { BodyF1: >= 0.995, Whole: >= 0.99, Titles: >= 0.99, Times: >= 0.99, Publishers: >= 0.98, Authors: >= 0.98 },
            $"{score with { Misses = [] }}\n{string.Join('\n', score.Misses)}");
    }

    [Fact]
    public void A_seed_gives_the_same_page() => Assert.Equal(WrittenPage.Of(7).Bytes, WrittenPage.Of(7).Bytes);
}
