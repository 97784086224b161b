using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Extract.Model;

/// <summary>The contract's records as JSON: snake_case names, every field present, Chinese characters as they are, one line a record.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(Article))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>The one instance that prints as the contract says.</summary>
    public static ContractJson Contract { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        Converters =
        {
            new JsonStringEnumConverter<ClaimKind>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Bound>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<ChangeDirection>(JsonNamingPolicy.SnakeCaseLower),
            new JsonStringEnumConverter<Modality>(JsonNamingPolicy.SnakeCaseLower),
        },
    });
}
