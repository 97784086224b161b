namespace Pipeline.Host.Configuration;

/// <summary>Section <c>Clean</c>.</summary>
internal sealed record CleanSettings
{
    /// <summary>Folders with the user's own publisher files; a file of the same site replaces the built-in one, a later folder's an earlier one's.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];
}
