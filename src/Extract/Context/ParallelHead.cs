namespace Pipeline.Extract.Context;

/// <summary>Whose one value of a series is (<see cref="SideBySide"/>).</summary>
/// <param name="Owner">Its own head.</param>
/// <param name="Before">The token of the value before it in the series; -1 for the first.</param>
internal readonly record struct ParallelHead(Phrase Owner, int Before);
