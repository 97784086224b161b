using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;
using Pipeline.Store.Duplicates;

namespace Pipeline.Store.Articles;

/// <summary>A submission with all that can be worked out before the write lock is taken.</summary>
internal sealed record PreparedSubmission
{
    /// <summary>The fastest of Brotli's qualities that still compresses by words, and the base-2 logarithm of how far back it looks, in bytes.</summary>
    private const int BrotliQuality = 1, BrotliWindow = 22;

    public required Submission Submission { get; init; }

    /// <summary>SHA-256 of the text in UTF-8.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>SHA-256 of the claims as JSON, article ids aside.</summary>
    public required byte[] ClaimsDigest { get; init; }

    /// <summary>What near copies of its text are recognised by.</summary>
    public required TextPrint Print { get; init; }

    public byte[]? EvidenceHash { get; init; }

    public byte[]? CompressedEvidence { get; init; }

    public static PreparedSubmission Of(Submission submission, ISegmenter? segmenter) => new()
    {
        Submission = submission,
        ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(submission.Article.Text)),
        ClaimsDigest = DigestOf(submission.Claims),
        Print = TextPrint.Of(submission.Article.Text, segmenter),
        EvidenceHash = submission.Evidence is { } evidence ? SHA256.HashData(evidence.Bytes.Span) : null,
        CompressedEvidence = submission.Evidence is { } raw ? Compress(raw.Bytes.Span) : null,
    };

    public static byte[] Decompress(byte[] compressed, int length)
    {
        var bytes = new byte[length];
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        brotli.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] DigestOf(IReadOnlyList<Claim> claims)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var claim in claims)
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(claim with { ArticleId = "" }, ContractJson.Contract.Claim));
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            return BrotliEncoder.TryCompress(bytes, buffer, out var written, BrotliQuality, BrotliWindow)
                ? buffer[..written]
                : throw new InvalidOperationException($"{bytes.Length} bytes did not fit into {buffer.Length} when compressed");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
