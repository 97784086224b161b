namespace Pipeline.Store.Sqlite;

/// <summary>
/// Leaves of the tokens of one name those that few claims have: 国银 finds 中国银行 as well as 中国, 国银 and 银行 do together, and the index need not go
/// through the claims of every bank. What a token finds beside the name is sorted out on the text, as it is in any case.
/// </summary>
/// <param name="session">Where the index is.</param>
/// <param name="keys">The keys that are searched.</param>
internal sealed class SparseTokens(SqliteSession session, (long First, long Last) keys)
{
    /// <summary>A token is the denser, the nearer to the newest claim its match of this number stands.</summary>
    private const int Sampled = 64;

    /// <summary>A token this much denser than the sparsest costs more to go through than it sorts out.</summary>
    private const int Denser = 4;

    /// <summary>Tokens that are kept at most, and that are looked at: a pasted sentence has hundreds.</summary>
    private const int MostKept = 2, MostSampled = 12;

    private readonly Dictionary<string, long> places = new(StringComparer.Ordinal);

    /// <summary>Those to look for, one or two.</summary>
    /// <param name="tokens">Tokens as FTS5 reads them, at least one.</param>
    public IReadOnlyList<string> Of(IReadOnlyList<string> tokens)
    {
        if (tokens.Count == 1)
        {
            return tokens;
        }

        var step = (tokens.Count + MostSampled - 1) / MostSampled;
        var sampled = tokens.Where((_, index) => index % step == 0).Select(token => (Token: token, Distance: Distance(token))).OrderByDescending(token => token.Distance).ToList();
        return [.. sampled.TakeWhile((token, index) => index < MostKept && token.Distance >= sampled[0].Distance / Denser).Select(token => token.Token)];
    }

    /// <summary>How far from the newest key the sampled match of a token, or of any expression, stands; further than all keys when it has fewer.</summary>
    public long Distance(string token)
    {
        if (!places.TryGetValue(token, out var place))
        {
            place = session.Integer("SELECT rowid FROM claim_words WHERE claim_words MATCH $3 AND rowid BETWEEN $1 AND $2 ORDER BY rowid LIMIT 1 OFFSET $4", keys.First, keys.Last, token, (long)Sampled) ?? long.MaxValue;
            places.Add(token, place);
        }

        return place - keys.First;
    }
}
