using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Pipeline.Ingest.Sources;
using Pipeline.Store.Archives;

namespace Pipeline.Host.Reading;

/// <summary>Tells archives of a store (<see cref="ArchiveJsonLines"/>, also gzipped) from other inputs by their first bytes, standard input included.</summary>
internal static class ArchiveInput
{
    /// <summary>Opens an input if it is an archive.</summary>
    /// <param name="input">As named on the command line.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="stopping">Ends the waiting for standard input.</param>
    /// <returns>The archive, or null; and standard input from its beginning when that was looked at and is none.</returns>
    public static async Task<(Stream? Archive, Stream? Input)> OpenAsync(string input, Func<Stream> openInput, CancellationToken stopping)
    {
        if (input == "-")
        {
            var (isArchive, stream) = await LookAsync(openInput(), stopping);
            return isArchive ? (stream, null) : (null, stream);
        }

        if (SourceResolver.IsAddress(input) || !File.Exists(input))
        {
            return (null, null);
        }

        try
        {
            var (isArchive, stream) = await LookAsync(File.OpenRead(input), stopping);
            if (isArchive)
            {
                return (stream, null);
            }

            await stream.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The reading of articles meets it again and says it.
        }

        return (null, null);
    }

    private static async Task<(bool IsArchive, Stream Stream)> LookAsync(Stream stream, CancellationToken stopping)
    {
        var (start, whole) = await PeekAsync(stream, stopping);
        if (start is not [0x1f, 0x8b, ..])
        {
            return (start.AsSpan().StartsWith(ArchiveJsonLines.FirstBytes), whole);
        }

        if (stream is not FileStream)
        {
            return (false, whole);
        }

        var (unpacked, rest) = await PeekAsync(new GZipStream(whole, CompressionMode.Decompress), stopping);
        return (unpacked.AsSpan().StartsWith(ArchiveJsonLines.FirstBytes), rest);
    }

    /// <summary>The first bytes, and a stream that still begins with them.</summary>
    private static async Task<(byte[] Start, Stream Whole)> PeekAsync(Stream stream, CancellationToken stopping)
    {
        var reader = PipeReader.Create(stream);
        try
        {
            var read = await reader.ReadAtLeastAsync(ArchiveJsonLines.FirstBytes.Length, stopping);
            var start = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, ArchiveJsonLines.FirstBytes.Length)).ToArray();
            reader.AdvanceTo(read.Buffer.Start);
            return (start, reader.AsStream());
        }
        catch (InvalidDataException)
        {
            // No gzip after all.
            return ([], reader.AsStream());
        }
    }
}
