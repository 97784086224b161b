using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Host.Api.Errors;

namespace Pipeline.Host.Api.Security;

/// <summary>How often one address may ask, by what it asks for.</summary>
internal static class RateLimits
{
    /// <summary>Policy names.</summary>
    public const string Reading = "reading", Writing = "writing", Exporting = "exporting";

    /// <summary>Registers the limits.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, DeskSettings settings) => services.AddRateLimiter(options =>
    {
        Add(options, Reading, settings.Reading);
        Add(options, Writing, settings.Writing);
        Add(options, Exporting, settings.Exporting);
        options.OnRejected = RejectAsync;
    });

    private static void Add(RateLimiterOptions options, string name, DeskSettings.Allowance allowance) =>
        options.AddPolicy(name, context => RateLimitPartition.GetTokenBucketLimiter(PartitionOf(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = allowance.Burst,
            TokensPerPeriod = allowance.Refill,
            ReplenishmentPeriod = allowance.Period,
            QueueLimit = 0,
        }));

    /// <summary>The caller's address; of IPv6 the /64, which one caller has to itself.</summary>
    private static string PartitionOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes);
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        wait = Math.Max(1, wait);
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await ProblemResponses.WriteAsync(rejected.HttpContext, ApiProblem.Of(429, "too-many", "Too many requests", string.Create(CultureInfo.InvariantCulture, $"this address asks more often than it may; try again in {wait} s")));
    }
}
