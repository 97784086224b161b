namespace Pipeline.Extract.Context;

/// <content>Topics that a relative clause leads to.</content>
internal static partial class TopicFinder
{
    /// <summary>持有300万股的股东张三拟减持, 接盘的甲公司: whom a relative clause at the clause's start determines, where a predicate of its own follows.</summary>
    private static Phrase RelativeHead(TokenRow row, int start, int verb, int end, bool hasOwner)
    {
        for (var of = row.After(verb, end); of >= 0; of = row.After(of, end))
        {
            if (row[of].Role != TokenRole.Of || row.PhraseStartingAt(row.After(of, end), end) is not { IsEmpty: false } head)
            {
                continue;
            }

            var before = row.Before(of, verb);
            if (row[before].Role == TokenRole.Verb && before != verb)
            {
                // 收购他人持有的甲公司: the object of the verb.
                return Phrase.None;
            }

            var next = row.After(head.End - 1, end);
            var isPredicated = HasVerb(row, next, end) || row.Part(head, hasOwner: false) is { Owner.IsEmpty: false, Metric.IsEmpty: false };
            // 曾发回购案的中国平安,截至…: after an adverb or a time the verb is the relative clause's, and the head the topic of what follows.
            if (Names(row, head, hasOwner) && (isPredicated || next < 0 && (before == verb || !hasOwner && row[head.End - 1].IsName && row.Before(verb, start) is var lead && lead >= 0 && row[lead].Role is TokenRole.Adverb or TokenRole.Adjective or TokenRole.Time or TokenRole.Number or TokenRole.Quantity)))
            {
                return head;
            }
        }

        return Phrase.None;
    }

    /// <summary>减持居前的为甲公司、乙公司: names that a headless 的 picks out; what follows is about them.</summary>
    private static Phrase Picked(TokenRow row, int verb, int end)
    {
        for (var of = row.After(verb, end); of >= 0; of = row.After(of, end))
        {
            if (row[of].Role != TokenRole.Of || row.After(of, end) is not (var copula and >= 0) || row.Word(copula) is not ("为" or "是" or "有" or "包括"))
            {
                continue;
            }

            var names = row.PhraseStartingAt(row.After(copula, end), end);
            var next = names.IsEmpty ? -1 : row.After(names.End - 1, end);
            return !names.IsEmpty && (next < 0 || row[next].Role == TokenRole.Particle && row.After(next, end) < 0) && Names(row, names, hasOwner: true) ? names : Phrase.None;
        }

        return Phrase.None;
    }

    /// <summary>The thing after 的 whose measures, with a value each, are all that stands before it; empty where a predicate does.</summary>
    private static Phrase MeasuredHead(TokenRow row, Phrase phrase, int end)
    {
        if (row[phrase.End - 1].Sense is not { Metric: { Kind: MetricKind.Level, IsCountable: false } } measure || measure.Is(WordRoles.Trade | WordRoles.Ownership) || row.Part(phrase, hasOwner: true) is { Owner.IsEmpty: false } parts && row[parts.Owner.End - 1].Role != TokenRole.Determiner)
        {
            return Phrase.None;
        }

        var valued = false;
        for (var at = row.After(phrase.End - 1, end); at >= 0; at = row.After(at, end))
        {
            switch (row[at].Role)
            {
                case TokenRole.Quantity:
                    valued = true;
                    break;
                case TokenRole.Of when valued && row[row.Before(at)].Role == TokenRole.Quantity:
                    return row.PhraseStartingAt(row.After(at, end), end) is { IsEmpty: false } head && row[head.End - 1].Sense.Metric is null ? head : Phrase.None;
                case TokenRole.Listing or TokenRole.Adverb or TokenRole.Particle:
                case TokenRole.Noun when row[at].Sense.Metric is not null:
                case TokenRole.Verb when row[at].Sense.Verb is { Role: VerbRole.Level or VerbRole.Reach }:
                    break;
                default:
                    return Phrase.None;
            }
        }

        return Phrase.None;
    }
}
