using Pipeline.Store.Watches;

namespace Pipeline.Store.Tests.Watches;

public class DeliveryTests
{
    [Fact]
    public void A_signature_is_the_hmac_of_time_and_body() =>
        Assert.Equal("t=1700000000,v1=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("s"u8, "1700000000.{}"u8)), WebhookSignature.Of("s", DateTimeOffset.FromUnixTimeSeconds(1700000000), "{}"));

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 5.0)]
    [InlineData(7, 1440.0)]
    [InlineData(8, null)]
    public void Deliveries_are_tried_ever_more_seldom(int attempts, double? minutes) => Assert.Equal(minutes, DeliverySchedule.After(attempts)?.TotalMinutes);
}
