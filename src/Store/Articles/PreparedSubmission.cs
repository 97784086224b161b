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
        CompressedEvidence = submission.Evidence is { } raw ? Compress(raw.Bytes) : null,
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

    private static byte[] Compress(ReadOnlyMemory<byte> bytes)
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes.Span);
        }

        return compressed.ToArray();
    }
}
