using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>What is said of things counted, up to the end of their clause: 7人仍下落不明, 101万人紧急转移安置, 500余间房屋倒塌.</summary>
internal static class CountedState
{
    // A predicate that is longer says more than what is measured.
    private const int MostTokens = 4;

    // Characters of a measure with what is said of it.
    private const int LongestSaid = 12;

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
        if (last == frame.Token && first >= 0 && (row[first].Role == TokenRole.Listing ? row.After(first, end) : row[first].Start == row[last].End ? first : -1) is var peer && peer >= 0 && row[peer].Role == TokenRole.Quantity)
        {
            // 6万户、28万人受灾, 三男两女死亡: what is said of both.
            first = row.After(peer, end);
        }

        while (first >= 0 && row[first].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time)
        {
            first = row.After(first, end);
        }

        var (at, count, final, isState, fate) = (first, 0, first, false, -1);
        for (; at >= 0 && row[at].Role is not (TokenRole.Clause or TokenRole.Listing); at = row.After(at, end), count++)
        {
            var isPredicate = row[at].Role is TokenRole.Verb or TokenRole.Adjective || row[at].Tag is "i" or "l" or "v" or "vn" or "a" or "ad" or "an";
            if (!isPredicate && row[at].Role is not (TokenRole.Adverb or TokenRole.Particle) && !(row[at].Role == TokenRole.Preposition && row.Word(at) is "被" or "遭" or "获") || row[at].Sense.Verb is { Role: VerbRole.Share or VerbRole.Contribute } || row[at].Sense.Is(WordRoles.Speech | WordRoles.Light))
            {
                // 15人受伤送医院救治: what became of them, before what was done next.
                return fate >= 0 && fate < final ? new Phrase(first, fate + 1) : Phrase.None;
            }

            fate = isPredicate && row[at].Sense.Metric is { Id: "casualties" } ? at : fate;
            isState |= isPredicate;
            final = at;
        }

        return isState && count <= MostTokens ? new Phrase(first, final + 1) : Phrase.None;
    }

    /// <summary>(8名工人)因吸入毒气死亡, (8家店铺)在火灾中受损: the verb that closes the clause after a prepositional phrase behind the token <paramref name="last"/>; -1 for none.</summary>
    public static int Outcome(QuantityFrame frame, int last)
    {
        var row = frame.Row;
        var end = frame.Sentence.Clause(frame.Clause).End;
        var preposition = row.After(last, end);
        while (preposition >= 0 && row[preposition].Role == TokenRole.Adverb)
        {
            preposition = row.After(preposition, end);
        }

        if (preposition < 0 || row[preposition].Role != TokenRole.Preposition || row.Word(preposition)[0] is not ('因' or '在' or '经' or '遭'))
        {
            return -1;
        }

        var final = row.Before(end, preposition + 1);
        for (var at = preposition + 1; at < final; at++)
        {
            if (row[at].Role is TokenRole.Quantity or TokenRole.Listing)
            {
                return -1;
            }
        }

        if (final <= preposition || row[final].Sense.Metric is { Id: "casualties" })
        {
            return final > preposition ? final : -1;
        }

        // 居民在内地就业 says where, not what befell them.
        return row[final] is { Role: TokenRole.Verb, Sense.Verb: null } && (row.Word(preposition) is not "在" || row[final - 1].Role == TokenRole.Localizer) ? final : -1;
    }

    /// <summary>What those counted do, up to the end of their clause: 投了反对票 in 5名议员投了反对票, 越冬 in 300只候鸟在湿地越冬; empty where no verb follows them.</summary>
    public static Phrase Deed(QuantityFrame frame)
    {
        var (row, noun) = (frame.Row, frame.Right.Noun);
        if (frame.Quantity.Dimension != Dimension.Count || noun.IsEmpty || frame.Right.IsLinked || frame.Left is not { Action: < 0, Change: < 0 } || frame.HeadMetric(noun) is { IsCountable: false })
        {
            return Phrase.None;
        }

        var end = frame.Sentence.Clause(frame.Clause).End;
        var verb = row.After(noun.End - 1, end);
        while (verb >= 0 && (row[verb].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time or TokenRole.Preposition || row.OpenerOf(verb) >= 0))
        {
            verb = row.After(verb, end);
        }

        if (verb < 0 || row[verb].Role != TokenRole.Verb || row[verb].Sense.Metric is not null || row.Word(verb)[0] is '受' or '遭' || Outcome(frame, noun.End - 1) >= 0)
        {
            // 2名工人死亡, 57个县受灾: what befell them is no deed of theirs.
            return Phrase.None;
        }

        var last = verb;
        while (last + 1 < end && row[last + 1].Role is not (TokenRole.Clause or TokenRole.Quantity or TokenRole.Listing))
        {
            last++;
        }

        return row[last].End - row[verb].Start > LongestSaid ? new Phrase(verb, verb + 1) : new Phrase(verb, last + 1);
    }

    /// <summary>34个行业利润同比增加, 九成城市房价下跌, 28个省份经济增速超过5%: things counted by a measure of theirs, and what is said of it.</summary>
    /// <returns>The things, and what is said of them; null where no measure of theirs follows.</returns>
    public static (Phrase Owner, string Metric)? Measured(QuantityFrame frame)
    {
        var (row, noun) = (frame.Row, frame.Right.Noun);
        if (noun.End - noun.Start < 2 || frame.Right.IsLinked || frame.HeadMetric(noun) is not { IsCountable: false } || row.OpenerOf(frame.Token) >= 0 || frame.Left is not { Action: < 0, Change: < 0, Preposition: < 0 } || row[noun.Start].Sense.Metric is not null || row[noun.Start].Role != TokenRole.Noun)
        {
            return null;
        }

        var end = frame.Sentence.Clause(frame.Clause).End;
        var verb = row.After(noun.End - 1, end);
        while (verb >= 0 && row[verb].Role is TokenRole.Adverb or TokenRole.Particle or TokenRole.Time)
        {
            verb = row.After(verb, end);
        }

        if (verb < 0 || row[verb].Role == TokenRole.Clause || row[verb].Role != TokenRole.Quantity && row[verb].Sense.Verb is null)
        {
            return null;
        }

        var owner = noun.Start + 1;
        while (owner < noun.End - 1 && (row[owner].Sense.Is(WordRoles.Region | WordRoles.Market | WordRoles.Group | WordRoles.Generic | WordRoles.Site) || row.IsIndustry(owner)))
        {
            owner++;
        }

        var last = verb;
        while (last + 1 < end && row[last + 1].Role is not (TokenRole.Clause or TokenRole.Quantity or TokenRole.Listing))
        {
            last++;
        }

        var said = frame.Sentence.FoldedText(new Phrase(owner, row[verb].Role == TokenRole.Quantity || last + 1 < end && row[last + 1].Role == TokenRole.Quantity ? noun.End : last + 1));
        return (new Phrase(noun.Start, owner), said.Length > LongestSaid ? frame.Sentence.FoldedText(new Phrase(owner, noun.End)) : said);
    }
}
