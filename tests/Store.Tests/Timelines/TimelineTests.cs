using Pipeline.Store.Tests.Conflicts;
using Pipeline.Store.Timelines;

namespace Pipeline.Store.Tests.Timelines;

public class TimelineTests
{
    [Fact]
    public void Values_stand_in_order_of_time_and_one_far_off_is_marked()
    {
        string[] rows = ["22% 22 % exact time=2023", "20% 20 % exact time=2021", "21% 21 % exact time=2022", "24% 24 % exact time=2024", "250% 250 % exact time=2025", "23% 23 % exact time=2026"];
        var series = Assert.Single(Timeline.Of(rows.Select(row => ConflictFinderTests.Claim(row, row))));
        Assert.Equal([20m, 21m, 22m, 24m, 250m, 23m], series.Points.Select(point => point.Low));
        Assert.Equal([250m], series.Points.Where(point => point.IsOutlier).Select(point => point.Low));
    }

    [Fact]
    public void The_same_value_from_two_sources_is_one_point()
    {
        var series = Assert.Single(Timeline.Of([ConflictFinderTests.Claim("22% 22 % exact time=2023", "甲"), ConflictFinderTests.Claim("22% 22 % exact time=2023", "乙")]));
        Assert.Equal(2, Assert.Single(series.Points).Claims.Count);
    }

    [Fact]
    public void Another_unit_or_whole_is_another_series() => Assert.Equal(3, Timeline.Of(
        [ConflictFinderTests.Claim("22% 22 % exact", "甲"), ConflictFinderTests.Claim("22% 22 % exact whole=全球", "乙"), ConflictFinderTests.Claim("22亿元 22e8 CNY exact", "丙")]).Count);
}
