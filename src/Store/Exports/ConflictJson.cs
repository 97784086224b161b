using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Extract.Model;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Queries;
using Pipeline.Store.SelfChecks;
using Pipeline.Store.Timelines;

namespace Pipeline.Store.Exports;

/// <summary>Conflicts, self-checks and timelines as JSON, the same on the command line and over the API.</summary>
public static class ConflictJson
{
    /// <summary><c>{"subject", "metric", "reason", "real", "claims"}</c>.</summary>
    public static JsonObject ToJson(ConflictGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new JsonObject
        {
            ["subject"] = group.Subject,
            ["metric"] = group.Metric,
            ["reason"] = ContractNames.Of(group.Reason),
            ["real"] = group.IsReal,
            ["claims"] = new JsonArray([.. group.Claims.Select(StoredClaimJson.ToJson)]),
        };
    }

    /// <summary><c>{"kind", "expected", "found", "claims"}</c>.</summary>
    public static JsonObject ToJson(SelfCheckFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new JsonObject
        {
            ["kind"] = ContractNames.Of(finding.Kind),
            ["expected"] = finding.Expected,
            ["found"] = finding.Found,
            ["claims"] = new JsonArray([.. finding.Claims.Select(claim => JsonSerializer.SerializeToNode(claim, ContractJson.Contract.Claim))]),
        };
    }

    /// <summary><c>{"kind", "unit", "per", "basis", "whole", "points": [{"first", "last", "low", "high", "outlier", "claims"}]}</c>.</summary>
    public static JsonObject ToJson(TimelineSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new JsonObject
        {
            ["kind"] = ContractNames.Of(series.Kind),
            ["unit"] = series.Unit,
            ["per"] = series.Per,
            ["basis"] = series.Basis,
            ["whole"] = series.Whole,
            ["points"] = new JsonArray([.. series.Points.Select(point => new JsonObject
            {
                ["first"] = point.Period.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["last"] = point.Period.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["low"] = point.Low,
                ["high"] = point.High,
                ["outlier"] = point.IsOutlier,
                ["claims"] = new JsonArray([.. point.Claims.Select(StoredClaimJson.ToJson)]),
            })]),
        };
    }
}
