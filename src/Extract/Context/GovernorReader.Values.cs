namespace Pipeline.Extract.Context;

/// <content>What leads up to the value, and where a change to it starts.</content>
internal static partial class GovernorReader
{
    // Tokens between those counted and what became of them: 3名工人当场死亡.
    private const int LongestToll = 4;

    /// <summary>True where nothing but adverbs stands between the token at <paramref name="index"/> and the quantity.</summary>
    private static bool LeadsToValue(TokenRow row, int index, int quantity)
    {
        var at = row.After(index, quantity + 1);
        while (at >= 0 && at < quantity && row[at].Role == TokenRole.Adverb)
        {
            at = row.After(at, quantity + 1);
        }

        return at == quantity;
    }

    /// <summary>由上届的100万平方米: where the words that lead up to an earlier value start.</summary>
    private static int Origin(TokenRow row, int earlier, int floor)
    {
        for (var at = row.Before(earlier, floor); at >= 0; at = row.Before(at, floor))
        {
            if (row[at].Role == TokenRole.Preposition && row.Word(at) is "从" or "由" or "自" or "则由" or "则从")
            {
                return at;
            }

            if (row[at].Role is not (TokenRole.Of or TokenRole.Noun or TokenRole.Time or TokenRole.Localizer or TokenRole.Adverb or TokenRole.Adjective))
            {
                break;
            }
        }

        return earlier;
    }

    /// <summary>True when 至, 到, 为, 成, 达, 达到 or 到了 follows the change verb.</summary>
    private static bool IsReach(TokenRow row, int verb, int quantity)
    {
        var next = row.After(verb, quantity);
        if (next >= 0 && row.Word(next) is "达" or "达到" && (row[verb].Sense.Verb?.Basis is not null || row.Word(verb) is "成长" or "增长" or "衰退"))
        {
            // 成长达20%, 年增达5%: by how much.
            return false;
        }

        return next >= 0 && row.Word(next) is "至" or "到" or "为" or "成" or "达" or "达到" or "到了";
    }

    /// <summary>发生爆炸事故3人死亡: people and what became of them, right behind the event at <paramref name="at"/>.</summary>
    private static bool TellsToll(TokenRow row, int at, Governor found)
    {
        if (HasVerb(found) || row.After(at) != found.Quantity || row.Word(found.Quantity)[^1] is not ('人' or '名' or '位' or '死' or '伤' or '亡'))
        {
            return false;
        }

        for (var i = row.After(found.Quantity); i >= 0 && i <= found.Quantity + LongestToll; i = row.After(i))
        {
            if (row[i].Role is TokenRole.Clause or TokenRole.Listing or TokenRole.Quantity or TokenRole.Of)
            {
                return false;
            }

            if (row[i].Sense.Metric is { Id: "casualties" } || row.Is(i, ContextCue.Befalls))
            {
                // 救出5名被困人员: of what sort, no state.
                return row.Word(i) is "被困" && row.Word(found.Quantity)[^1] == '人' || row.After(i) is var next && (next < 0 || row[next].Role is TokenRole.Clause or TokenRole.Listing or TokenRole.Quantity or TokenRole.Close);
            }
        }

        return row.Word(found.Quantity)[^1] is '死' or '伤' or '亡';
    }
}
