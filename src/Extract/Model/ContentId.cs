using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Extract.Model;

/// <summary>Ids that depend on content alone, so that every run and machine gives the same.</summary>
public static class ContentId
{
    /// <summary>Bytes of the hash that an id keeps: 80 bits, so a chance collision among a billion articles stays under one in a million.</summary>
    private const int KeptBytes = 10;

    // An article has many claims: to set up the hash costs as much as to hash one.
    [ThreadStatic]
    private static IncrementalHash? s_sha256;

    /// <summary>The id of an article: 20 hexadecimal digits of the SHA-256 of its cleaned text in UTF-8.</summary>
    public static string OfArticle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, utf8);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(utf8);
        return Convert.ToHexStringLower(hash[..KeptBytes]);
    }

    /// <summary>The id of a claim: 20 hexadecimal digits of the SHA-256 of the article's content id and the claim's span.</summary>
    public static string OfClaim(string articleContentId, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(articleContentId);
        Span<byte> input = stackalloc byte[Encoding.UTF8.GetMaxByteCount(articleContentId.Length) + 8];
        var length = Encoding.UTF8.GetBytes(articleContentId, input);
        BinaryPrimitives.WriteInt32LittleEndian(input[length..], span.Start);
        BinaryPrimitives.WriteInt32LittleEndian(input[(length + 4)..], span.End);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var sha256 = s_sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha256.AppendData(input[..(length + 8)]);
        sha256.GetHashAndReset(hash);
        return Convert.ToHexStringLower(hash[..KeptBytes]);
    }
}
