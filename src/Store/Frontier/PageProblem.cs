namespace Pipeline.Store.Frontier;

/// <summary>A page that brought no article, or not its newest one.</summary>
/// <param name="Url">Its address.</param>
/// <param name="State">What it is.</param>
/// <param name="Problem">Why.</param>
/// <param name="At">When it was last tried.</param>
public sealed record PageProblem(string Url, PageState State, string Problem, DateTimeOffset At);
