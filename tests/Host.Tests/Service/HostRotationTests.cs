using Pipeline.Host.Service;

namespace Pipeline.Host.Tests.Service;

public class HostRotationTests
{
    [Fact]
    public void With_more_hosts_than_lanes_each_has_its_turn()
    {
        var rotation = new HostRotation();
        string[] due = ["a", "b", "c", "d", "e"];
        Assert.Equal(["a b", "c d", "e a", "b c"], Enumerable.Range(0, 4).Select(_ => string.Join(' ', rotation.Next(due, 2))));
        Assert.Equal(["d"], rotation.Next(["a", "b", "c", "d"], 1));
        Assert.Empty(rotation.Next([], 2));
        Assert.Empty(rotation.Next(due, 0));
        Assert.Equal(["a", "b"], rotation.Next(["a", "b"], 9));
    }
}
