namespace Pipeline.Host.Api.OpenApi;

/// <summary>A query parameter for the API's description.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Words">Every word that it takes; null when they are not few.</param>
/// <param name="IsRequired">Whether it must be given.</param>
internal sealed record DescribedParameter(string Name, string Meaning, IReadOnlyList<string>? Words = null, bool IsRequired = false);
