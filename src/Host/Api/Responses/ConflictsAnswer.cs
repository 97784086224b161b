namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/conflicts</c>: claims that disagree.</summary>
/// <param name="Conflicts">The groups: the real ones first, then those with the newest claims.</param>
/// <param name="Total">How many groups there are; <c>limit</c> may cut the list.</param>
/// <param name="IsComplete">False when more claims match than were compared: the best and newest were.</param>
internal sealed record ConflictsAnswer(IReadOnlyList<ConflictAnswer> Conflicts, int Total, bool IsComplete);
