using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Pipeline.Host.Api.OpenApi;

/// <summary>The API's description at <c>/openapi/v1.json</c>.</summary>
internal static class DeskDescription
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDeskDescription(this IServiceCollection services) => services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new OpenApiInfo
        {
            Title = "Pipeline",
            Version = "v1",
            Description = "Numeric claims of Chinese-language news: search, compare, review, export. Errors are application/problem+json. Programs on the service's own machine read without a token; everything else presents one.",
        };
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        (document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>())["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Web:Token of the configuration" };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Where(operation => operation.Key == HttpMethod.Post))
        {
            operation.Value.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        }

        return Task.CompletedTask;
    }));
}
