using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Api.Responses;

/// <summary>The API's JSON: snake_case names and words, every field present, Chinese characters as they are.</summary>
internal static class DeskJson
{
    /// <summary>How every answer is written.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets the same ways on options that somebody else made.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SpreadClaim, Rename } };
    }

    /// <summary>Names that <c>show --format json</c> and the exports use (<see cref="Pipeline.Store.Exports.StoredClaimJson"/>).</summary>
    private static readonly FrozenDictionary<(Type, string), string> Names = new Dictionary<(Type, string), string>
    {
        [(typeof(StoredClaim), "review_state")] = "review",
        [(typeof(Appearance), "is_near_copy")] = "near_copy",
        [(typeof(ClaimChange), "old_claim_id")] = "old",
        [(typeof(ClaimChange), "new_claim_id")] = "new",
    }.ToFrozenDictionary();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A stored claim is written as the contract's record with the store's fields after it, on one level.</summary>
    private static void SpreadClaim(JsonTypeInfo type)
    {
        if (type.Type != typeof(StoredClaim) || type.Properties.FirstOrDefault(p => p.PropertyType == typeof(Claim)) is not { } nested)
        {
            return;
        }

        type.Properties.Remove(nested);
        var index = 0;
        foreach (var field in type.Options.GetTypeInfo(typeof(Claim)).Properties.Where(p => p.Get is not null))
        {
            var spread = type.CreateJsonPropertyInfo(field.PropertyType, field.Name);
            spread.Get = stored => field.Get!(((StoredClaim)stored).Claim);
            spread.AttributeProvider = field.AttributeProvider;
            type.Properties.Insert(index++, spread);
        }

        type.CreateObject = null;
    }

    private static void Rename(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.Name = Names.GetValueOrDefault((type.Type, property.Name), property.Name);
        }
    }
}
