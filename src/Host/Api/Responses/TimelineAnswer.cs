namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/timeline</c>: the values of a subject and metric over time.</summary>
/// <param name="Series">Values that compare with each other, the longest series first, 20 at most.</param>
/// <param name="IsComplete">False when more claims match than were read: the best and newest were.</param>
internal sealed record TimelineAnswer(IReadOnlyList<SeriesAnswer> Series, bool IsComplete);
