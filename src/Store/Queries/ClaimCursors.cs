using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pipeline.Store.Queries;

/// <summary>The cursors of one query: a place, and a digest of the query, so that no other goes on from it.</summary>
internal sealed class ClaimCursors
{
    private readonly string digest;

    /// <summary>Reads the query's cursor.</summary>
    /// <exception cref="QueryException">It belongs to another query.</exception>
    public ClaimCursors(ClaimQuery query)
    {
        digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(query with { Cursor = null, Limit = 1 })).AsSpan(0, 6));
        Start = query.Cursor is null ? null : Decode(query.Cursor);
    }

    /// <summary>The place that the query goes on after; null when it begins at the beginning.</summary>
    public ClaimPlace? Start { get; }

    /// <summary>The cursor that goes on after a place.</summary>
    public string After(ClaimPlace place) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{digest}.{place.Tier}.{place.Key}")));

    private ClaimPlace Decode(string cursor)
    {
        try
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
            if (parts.Length == 3 && parts[0] == digest
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var tier)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            {
                return new ClaimPlace(tier, key);
            }
        }
        catch (FormatException)
        {
            // Falls through: no cursor of ours.
        }

        throw new QueryException("cursor", $"'{cursor}' is no cursor of this query: use the 'next' of a page with the same filters, or leave it out");
    }
}
