using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;
using Pipeline.Store.Queries;

namespace Pipeline.Store.Articles;

/// <summary>
/// Recognises one statement in all its copies: the same sentence (script, width, spaces and punctuation aside), the same place in it,
/// the same value, of the same subject and metric, in the same year.
/// </summary>
internal static class StatementHash
{
    /// <param name="claim">The claim.</param>
    /// <param name="originArticleId">The origin of its article: where no subject is stated, two articles with the same sentence speak of different things.</param>
    public static long Of(Claim claim, string originArticleId)
    {
        var text = new StringBuilder();
        var sentence = claim.Sentence;
        foreach (var unit in sentence)
        {
            if (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit) || unit is '%' or '.' or '-')
            {
                text.Append(char.ToLowerInvariant(TextFold.Fold(unit)));
            }
        }

        var subject = SubjectKey(claim);
        text.Append('\n').Append(TextFold.Fold(claim.Text)).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{claim.Low:G29}|{claim.High:G29}").Append('|').Append(claim.Unit).Append('\n')
            .Append(subject.Length > 0 ? subject : originArticleId).Append('\n')
            .Append(MetricKey(claim)).Append('\n')
            .Append(claim.Time is { Length: >= 4 } time ? time.AsSpan(0, 4) : "");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>What subjects are compared by: the canonical name, else the words, folded; empty when unsaid.</summary>
    public static string SubjectKey(Claim claim) => SearchTokens.Squeeze(claim.SubjectId ?? claim.Subject ?? "");

    /// <summary>What metrics are compared by: the canonical id, else the words, folded; empty when unsaid.</summary>
    public static string MetricKey(Claim claim) => SearchTokens.Squeeze(claim.MetricId ?? claim.Metric ?? "");
}
