namespace Pipeline.Extract.Context;

/// <content>What 的 joins to a quantity, and shares.</content>
internal static partial class GovernorReader
{
    private static int Of(TokenRow row, Governor found, int at, int floor)
    {
        if (!found.Noun.IsEmpty && found.Outer.IsEmpty && row.Before(at, floor) is var relative && relative >= 0 && row[relative].Role == TokenRole.Verb)
        {
            // 股东承诺的最低减持价格: who does it owns it.
            var result = SubjectBefore(row, found, relative, floor);
            (found.Outer, found.Place) = found.Outer.IsEmpty ? (found.Place, Phrase.None) : (found.Outer, found.Place);
            return result;
        }

        if (found is { Level: >= 0, Change: < 0, Action: < 0, Noun.IsEmpty: true } && row.After(at) == found.Level && ShareBefore(row, at, floor))
        {
            // 占总股本的为5%
            found.IsPartOf = true;
            return at;
        }

        if (!found.Noun.IsEmpty || HasVerb(found))
        {
            return -1;
        }

        var holder = row.Before(at, floor);
        if (holder < 0)
        {
            return -1;
        }

        found.IsPartOf = true;
        return at;
    }

    /// <summary>True where 占 stands before the verb, past times and adverbs.</summary>
    private static bool ShareOpens(TokenRow row, int verb, int floor)
    {
        var at = row.Before(verb, floor);
        while (at >= 0 && row[at].Role is TokenRole.Time or TokenRole.Adverb or TokenRole.Determiner)
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].Sense.Verb is { Role: VerbRole.Share };
    }

    private static bool ShareBefore(TokenRow row, int of, int floor)
    {
        var at = row.Before(of, floor);
        while (at >= 0 && row.IsNominal(at))
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].Sense.Verb is { Role: VerbRole.Share };
    }
}
