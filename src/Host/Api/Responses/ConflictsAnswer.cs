namespace Pipeline.Host.Api.Responses;

/// <summary><c>GET /api/conflicts</c>: claims that disagree.</summary>
/// <param name="Conflicts">The groups: the real ones first, then those with the newest claims.</param>
/// <param name="Next">The <c>cursor</c> that goes on where this ended; null when all claims that match have been compared.</param>
/// <param name="IsComplete">False when a topic has more claims than were compared: the newest were.</param>
internal sealed record ConflictsAnswer(IReadOnlyList<ConflictAnswer> Conflicts, string? Next, bool IsComplete);
