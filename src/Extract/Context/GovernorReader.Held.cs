using Pipeline.Extract.Context.Dealings;

namespace Pipeline.Extract.Context;

/// <content>A whole that a verb of holding describes: 占其所持有股份的56%, 不超过其合计持有公司股份总数的25%.</content>
internal static partial class GovernorReader
{
    /// <summary>Reads such a whole; 持有 then only says of what, and 占 or 超过 before it governs.</summary>
    private static bool TryHeldWhole(TokenRow row, Governor found)
    {
        var (end, level, isHeld) = (-1, -1, false);
        for (var at = row.Before(found.Quantity, found.ClauseStart); at >= 0; at = row.Before(at, found.ClauseStart))
        {
            var token = row[at];
            switch (token.Role)
            {
                case TokenRole.Noun or TokenRole.Pronoun or TokenRole.Verb when StakeTail.IsHolding(row, at):
                    isHeld |= end >= 0;
                    break;
                case TokenRole.Noun or TokenRole.Pronoun or TokenRole.Number:
                    end = end < 0 ? at + 1 : end;
                    break;
                case TokenRole.Conjunction when row.Word(at) is "所":
                    isHeld |= end >= 0;
                    break;
                case TokenRole.Adverb or TokenRole.Adjective or TokenRole.Determiner or TokenRole.Particle or TokenRole.Of:
                    break;
                case TokenRole.Verb when token.Sense.Verb is { Role: VerbRole.Level } && end < 0:
                    level = at;
                    break;
                case TokenRole.Verb when isHeld && (token.Sense.Verb is { Role: VerbRole.Share } || token.Sense.Verb is { Role: VerbRole.Level } && row[row.Before(found.Quantity)].Role == TokenRole.Of):
                    found.Noun = new Phrase(row.After(at), end);
                    found.IsPartOf = row[row.Before(found.Quantity)].Role == TokenRole.Of;
                    found.Share = token.Sense.Verb.Role == VerbRole.Share ? at : -1;
                    found.Level = found.Share < 0 ? at : level;
                    SubjectBefore(row, found, at, found.ClauseStart);
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }
}
