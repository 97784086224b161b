using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Ingest.Publishers;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PublisherFile))]
internal sealed partial class PublisherJson : JsonSerializerContext;
