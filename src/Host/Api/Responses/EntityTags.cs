using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Pipeline.Host.Api.Responses;

/// <summary>Entity tags (RFC 9110, section 8.8.3).</summary>
internal static class EntityTags
{
    /// <summary>Bytes of the hash that a tag keeps.</summary>
    private const int KeptBytes = 12;

    /// <summary>The strong tag of a body.</summary>
    public static string OfBytes(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, KeptBytes))}\"";

    /// <summary>Whether <c>If-None-Match</c> names the tag; a weak tag counts as its strong one.</summary>
    public static bool Matches(StringValues header, string tag)
    {
        foreach (var line in header)
        {
            foreach (var candidate in (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (candidate == "*" || candidate.AsSpan(candidate.StartsWith("W/", StringComparison.Ordinal) ? 2 : 0).SequenceEqual(tag))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
