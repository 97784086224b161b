using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Store.Watches;

/// <summary>Signs what a webhook is sent, so that its receiver can tell it from anyone else's post and from a repeated old one.</summary>
/// <remarks>Header <c>Pipeline-Signature: t=UNIX_SECONDS,v1=HEX</c>, where HEX is the HMAC-SHA256 of <c>UNIX_SECONDS.BODY</c> in UTF-8 under the watch's secret.</remarks>
public static class WebhookSignature
{
    /// <summary>The name of the header.</summary>
    public const string Header = "Pipeline-Signature";

    /// <summary>The header's value.</summary>
    public static string Of(string secret, DateTimeOffset sentAt, string body)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(body);
        var seconds = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }

    /// <summary>A new secret: 256 random bits.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
