using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;
using Pipeline.Host.Api.Errors;

namespace Pipeline.Host.Api.OpenApi;

/// <summary>Says of an endpoint what the API's description tells: name, summary, parameters, answers.</summary>
internal static class DescribedEndpoint
{
    /// <summary>Every reading endpoint may answer these besides its own.</summary>
    private static readonly int[] ReadingFaults = [400, 401, 403, 429];

    /// <summary>Describes it.</summary>
    /// <typeparam name="TAnswer">What it gives.</typeparam>
    public static RouteHandlerBuilder Describe<TAnswer>(this RouteHandlerBuilder endpoint, string name, string summary, string description, IEnumerable<DescribedParameter> parameters, params int[] faults)
    {
        var described = parameters.ToList();
        endpoint.WithName(name).WithSummary(summary).WithDescription(description);
        endpoint.Produces<TAnswer>(name.StartsWith("add", StringComparison.Ordinal) ? StatusCodes.Status201Created : StatusCodes.Status200OK, typeof(TAnswer) == typeof(byte[]) ? "application/octet-stream" : "application/json");
        foreach (var fault in ReadingFaults.Union(faults).Order())
        {
            endpoint.Produces<ApiProblem>(fault, ApiProblem.MediaType);
        }

        return endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in described)
            {
                (operation.Parameters ??= []).Add(new OpenApiParameter
                {
                    Name = parameter.Name,
                    In = ParameterLocation.Query,
                    Description = parameter.Meaning,
                    Required = parameter.IsRequired,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = parameter.Words?.Select(word => (JsonNode)word).ToList() },
                });
            }

            return Task.CompletedTask;
        });
    }
}
