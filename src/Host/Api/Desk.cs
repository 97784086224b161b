using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Host.Api.Endpoints;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Host.Api.Responses;
using Pipeline.Host.Api.Security;
using Pipeline.Host.Web;
using Pipeline.Store;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Api;

/// <summary>The fact-checker's desk over HTTP: the API (docs/contract.md, section 6) and the page. Whoever hosts it registers an <see cref="IClaimStore"/>.</summary>
internal static class Desk
{
    /// <summary>Registers what the desk needs.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<DeskStatus>();
        services.AddSingleton(provider => new ClaimQueryParser(provider.GetRequiredService<IClaimStore>().Vocabulary, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<IClaimStore>().Watches(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => PageAssets.Load());
        services.ConfigureHttpJsonOptions(options => DeskJson.Configure(options.SerializerOptions));
        services.AddRateLimits(settings);
        services.AddDeskDescription();
        return services;
    }

    /// <summary>Puts the guards before every endpoint but the probes, and maps the API and the page.</summary>
    public static WebApplication MapDesk(this WebApplication application)
    {
        var settings = application.Services.GetRequiredService<DeskSettings>();
        application.UseWhen(context => !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase), desk =>
        {
            desk.Use(SecurityHeaders.SetAsync);
            desk.UseMiddleware<ProblemResponses>();
            desk.UseMiddleware<HostGuard>();
        });
        application.UseRouting();
        application.UseRateLimiter();

        var api = application.MapGroup("/api").AddEndpointFilter(new AccessGuard(settings));
        var reading = api.MapGroup("").RequireRateLimiting(RateLimits.Reading);
        reading.MapClaims();
        reading.MapReviewHistory();
        reading.MapArticles();
        reading.MapComparisons();
        reading.MapEvidence();
        reading.MapStatus();
        reading.MapWatches();
        api.MapExport();
        api.MapReviewing(settings);
        api.MapWatching(settings);
        application.MapOpenApi("/openapi/{documentName}.json");
        application.MapPage(application.Services.GetRequiredService<PageAssets>());
        return application;
    }
}
