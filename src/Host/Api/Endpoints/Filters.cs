using Microsoft.AspNetCore.Http;
using Pipeline.Extract.Model;
using Pipeline.Host.Api.Errors;
using Pipeline.Host.Api.OpenApi;
using Pipeline.Store.Queries;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Api.Endpoints;

/// <summary>The filters of a search as parameters of a request; what they mean is the store's <see cref="ClaimQueryParser"/>'s to say.</summary>
internal static class Filters
{
    /// <summary>Longest value of a parameter, in UTF-16 code units: no search that a person types is longer.</summary>
    private const int MaxLength = 1000;

    /// <summary>Most values of all parameters together.</summary>
    private const int MaxValues = 100;

    /// <summary>Name, meaning and words of each filter, for the API's description.</summary>
    public static IReadOnlyList<DescribedParameter> Described { get; } =
    [
        new("q", "Words, in either script or Latin: 輝達 finds 英伟达 and NVIDIA. A phrase in quotation marks stands as written."),
        new("kind", "Kinds of claim (contract, section 3).", ContractNames.All<ClaimKind>()),
        new("metric", "Metrics: canonical ids (market_share) or words as written."),
        new("subject", "Who or what the value belongs to: any of its names."),
        new("speaker", "Who is said to state it: any of its names."),
        new("unit", "A unit: canonical (USD, FLOP/s) or as people write it."),
        new("min", "Least value: a number in the unit, or a quantity as people write it (3万亿美元)."),
        new("max", "Greatest value, written likewise."),
        new("since", "Published on this day or later: 2025-09-30, 2025-09, 2025, or so long ago (7d, 2w)."),
        new("until", "Published on this day or earlier, written likewise."),
        new("source", "Publishers, hosts, addresses or files."),
        new("verdict", "Findings.", ContractNames.All<Verdict>()),
        new("limit", $"How many on a page: 1 to {ClaimQuery.MaxLimit}."),
        new("cursor", "'next' of the page before, with the same filters."),
        new("modality", "How the article commits itself.", ContractNames.All<Modality>()),
        new("time", "When the value holds: a year, a quarter (2025Q3), a month, a day, or two of them with / between."),
        new("review", "Where the checking stands; none where nobody has begun.", [.. ContractNames.All<ReviewState>(), ClaimQueryParser.Unreviewed]),
        new("edited", "Only claims that a silent edit changed or removed.", ["true", "false"]),
        new("copies", "Copies of a claim too, not only its origin.", ["true", "false"]),
    ];

    /// <summary>Reads them all.</summary>
    /// <exception cref="QueryException">One is unknown or makes no sense.</exception>
    public static ClaimQuery Read(HttpRequest request, ClaimQueryParser parser, params ReadOnlySpan<string> except)
    {
        var parameters = new List<KeyValuePair<string, string?>>();
        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values)
            {
                if (value is { Length: > MaxLength })
                {
                    throw ApiProblemException.BadParameter(name, value, $"at most {MaxLength} characters long");
                }

                if (parameters.Count == MaxValues)
                {
                    throw ApiProblemException.BadParameter(name, value, $"among at most {MaxValues} values in all");
                }

                if (!except.Contains(name))
                {
                    parameters.Add(KeyValuePair.Create(name, value));
                }
            }
        }

        return parser.Parse(parameters);
    }

    /// <summary>For what takes no parameters, or only these: a misspelt one would otherwise be ignored in silence.</summary>
    public static void RefuseAll(HttpRequest request, params string[] except)
    {
        foreach (var name in request.Query.Keys.Where(name => !except.Contains(name, StringComparer.Ordinal)))
        {
            throw new ApiProblemException(ApiProblem.Of(400, "bad-parameter", "A parameter makes no sense",
                except.Length == 0 ? $"'{name}' is no parameter: {request.Path} takes none" : $"'{name}' is no parameter: {request.Path} takes {string.Join(", ", except)}") with { Parameter = name });
        }
    }

    /// <summary>The parameters of a request, those that the endpoint reads itself put aside.</summary>
    public static string? One(HttpRequest request, string name) => request.Query[name] switch
    {
        [] => null,
        [var value] => string.IsNullOrWhiteSpace(value) ? null : value,
        var many => throw ApiProblemException.BadParameter(name, string.Join(", ", many.ToArray()), "given once"),
    };

    /// <summary>The words that a filter takes, where they are few.</summary>
    public static IReadOnlyList<string>? AllowedFor(string parameter) => Described.FirstOrDefault(filter => filter.Name == parameter)?.Words;
}
