using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>What is said of things counted, up to the end of their clause: 7人仍下落不明, 101万人紧急转移安置, 500余间房屋倒塌.</summary>
internal static class CountedState
{
    // A predicate that is longer says more than what is measured.
    private const int MostTokens = 4;

    /// <summary>The predicate that follows the token <paramref name="last"/> and closes the clause; empty where what follows is no predicate alone.</summary>
    public static Phrase After(QuantityFrame frame, int last)
    {
        if (frame.Quantity.Dimension != Dimension.Count)
        {
            return Phrase.None;
        }

        var row = frame.Row;
        var end = frame.Sentence.Clause(frame.Clause).End;
        var first = row.After(last, end);
        while (first >= 0 && row[first].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time)
        {
            first = row.After(first, end);
        }

        var (at, count, final, isState) = (first, 0, first, false);
        for (; at >= 0 && row[at].Role is not (TokenRole.Clause or TokenRole.Listing); at = row.After(at, end), count++)
        {
            var isPredicate = row[at].Role is TokenRole.Verb or TokenRole.Adjective || row[at].Tag is "i" or "l" or "v" or "vn" or "a" or "ad" or "an";
            if (!isPredicate && row[at].Role is not (TokenRole.Adverb or TokenRole.Particle) || row[at].Sense.Verb is { Role: not VerbRole.Level } || row[at].Sense.Is(WordRoles.Speech | WordRoles.Light))
            {
                return Phrase.None;
            }

            isState |= isPredicate;
            final = at;
        }

        return isState && count <= MostTokens ? new Phrase(first, final + 1) : Phrase.None;
    }
}
