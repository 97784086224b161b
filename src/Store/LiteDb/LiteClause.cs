using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>A part of what is asked: one of its matches holds.</summary>
internal sealed class LiteClause(IReadOnlyList<WordMatch> matches)
{
    /// <summary>The matches.</summary>
    public IReadOnlyList<WordMatch> Matches => matches;

    /// <summary>Whether a claim has all words of one of them.</summary>
    public bool Holds(LiteWords words) => matches.Any(match => match.Words.All(word => words.Holds(word, match.Field)));
}
