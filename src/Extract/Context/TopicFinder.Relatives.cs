
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
}
