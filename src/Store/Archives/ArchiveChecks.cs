using System.Security.Cryptography;
using Pipeline.Store.Articles;

namespace Pipeline.Store.Archives;

/// <summary>What every engine refuses of an archive, in the same words.</summary>
internal static class ArchiveChecks
{
    /// <summary>Raw bytes have the hash that the archive says.</summary>
    /// <exception cref="ArchiveFormatException">They do not.</exception>
    public static void Evidence(ArchivedEvidence evidence)
    {
        try
        {
            if (Convert.ToHexStringLower(SHA256.HashData(PreparedSubmission.Decompress(evidence.Brotli, evidence.Length))) == evidence.Sha256)
            {
                return;
            }
        }
        catch (Exception cause) when (cause is InvalidOperationException or EndOfStreamException or InvalidDataException or ArgumentOutOfRangeException)
        {
            throw new ArchiveFormatException($"evidence {evidence.Sha256} cannot be unpacked: the archive is damaged; export again", cause);
        }

        throw new ArchiveFormatException($"evidence {evidence.Sha256} no longer has this hash: the archive is damaged; export again");
    }

    /// <summary>The store is not the archive's.</summary>
    public static StoreException OtherContent(string address, string what, string found) => new(
        StoreFault.Foreign,
        $"{address}: holds other content than this archive ({what}: {found}); an archive goes into a new store, or into the one it was put into before: name another with --db");

    /// <summary>A record names what no record before it brought.</summary>
    public static ArchiveFormatException Unknown(string what, string id) => new($"{what} {id} is named and does not stand in the archive before: lines are missing or out of order; export again");
}
