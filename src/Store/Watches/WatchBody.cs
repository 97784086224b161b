using System.Text.Json.Nodes;
using Pipeline.Store.Conflicts;
using Pipeline.Store.Exports;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Watches;

/// <summary>The JSON that an event is kept and sent as.</summary>
internal static class WatchBody
{
    /// <summary><c>{"watch", "name", "event", "at", "claim", "conflict"}</c>.</summary>
    public static string Of(Watch watch, WatchEventKind kind, DateTimeOffset at, StoredClaim claim, ConflictGroup? conflict) => new JsonObject
    {
        ["watch"] = watch.Id,
        ["name"] = watch.Name,
        ["event"] = ContractNames.Of(kind),
        ["at"] = at,
        ["claim"] = StoredClaimJson.ToJson(claim),
        ["conflict"] = conflict is null ? null : ConflictJson.ToJson(conflict),
    }.ToJsonString(StoredClaimJson.Compact);
}
