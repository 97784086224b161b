namespace Pipeline.Store.Queries;

/// <summary>Words of the index that stand in one claim together.</summary>
/// <param name="Field">Which words are looked at.</param>
/// <param name="Words">All of them, unmarked; of a single character (<see cref="SearchTokens.IsSingle"/>), some word that begins with it.</param>
internal sealed record WordMatch(WordField Field, IReadOnlyList<string> Words);
