using System.Globalization;
using System.Text;

namespace Pipeline.Ingest.Sources;

/// <summary>Reads the records of an uncompressed web archive (ISO 28500), holding at most one.</summary>
internal sealed class WarcReader(Stream stream)
{
    /// <summary>Longest header line; addresses of 8 kB occur.</summary>
    private const int LongestLine = 1 << 16;

    /// <summary>More header lines are no header.</summary>
    private const int MostHeaders = 200;

    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Bytes of the stream read so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Where the record under way starts.</summary>
    public long RecordOffset { get; private set; }

    /// <summary>Reads on to the end of the next record.</summary>
    /// <param name="limit">Blocks with more bytes are passed over unread.</param>
    /// <param name="record">The record when it is a response; null for every other type.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public bool TryReadRecord(long limit, out WarcRecord? record)
    {
        record = null;
        string? version;
        do
        {
            RecordOffset = Offset;
            version = ReadLine();
        }
        while (version is { Length: 0 });
        if (version is null)
        {
            return false;
        }

        if (!version.StartsWith("WARC/", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"'WARC/1.0' is needed, found '{Shown(version)}'");
        }

        var headers = ReadHeaders();
        if (!headers.TryGetValue("Content-Length", out var lengthText) || !long.TryParse(lengthText, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new InvalidDataException($"Content-Length must be a number, found '{Shown(lengthText ?? "")}'");
        }

        var wanted = headers.GetValueOrDefault("WARC-Type") == "response";
        if (!wanted || length > limit)
        {
            Skip(length);
        }

        record = wanted
            ? new WarcRecord(RecordOffset, headers.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>'), Date(headers), length > limit ? null : ReadBlock((int)length), length)
            : null;
        return true;
    }

    /// <summary>Moves to the next line that starts a record.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool TryResynchronize()
    {
        while (true)
        {
            if (!Fill(6))
            {
                return false;
            }

            var rest = _buffer.AsSpan(_start, _end - _start);
            var at = rest.IndexOf("\nWARC/"u8);
            if (at >= 0)
            {
                Take(at + 1);
                return true;
            }

            Take(rest.Length - 5);
        }
    }

    private static DateTimeOffset Date(Dictionary<string, string> headers) =>
        DateTimeOffset.TryParse(headers.GetValueOrDefault("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : DateTimeOffset.UnixEpoch;

    private Dictionary<string, string> ReadHeaders()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var count = 0; ; count++)
        {
            var line = ReadLine() ?? throw new InvalidDataException("it ends in its header");
            if (line.Length == 0)
            {
                return headers;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (count == MostHeaders || colon <= 0)
            {
                throw new InvalidDataException($"a header line 'Name: value' is needed, found '{Shown(line)}'");
            }

            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
    }

    private string? ReadLine()
    {
        using var line = new MemoryStream();
        while (Fill(1))
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var feed = rest.IndexOf((byte)'\n');
            var part = feed < 0 ? rest : rest[..feed];
            if (line.Length + part.Length > LongestLine)
            {
                throw new InvalidDataException("a header line without end");
            }

            line.Write(part);
            Take(feed < 0 ? rest.Length : feed + 1);
            if (feed >= 0)
            {
                return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
            }
        }

        return line.Length == 0 ? null : Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\r');
    }

    private byte[] ReadBlock(int length)
    {
        using var block = new MemoryStream();
        while (block.Length < length)
        {
            if (!Fill(1))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"it ends after {block.Length:N0} of {length:N0} bytes"));
            }

            var count = (int)Math.Min(_end - _start, length - block.Length);
            block.Write(_buffer, _start, count);
            Take(count);
        }

        return block.ToArray();
    }

    private void Skip(long length)
    {
        while (length > 0)
        {
            if (!Fill(1))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"it ends {length:N0} bytes too early"));
            }

            var count = (int)Math.Min(_end - _start, length);
            Take(count);
            length -= count;
        }
    }

    // True when at least that many bytes are buffered.
    private bool Fill(int least)
    {
        if (_end - _start >= least)
        {
            return true;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        _end += stream.ReadAtLeast(_buffer.AsSpan(_end), least - _end, throwOnEndOfStream: false);
        return _end >= least;
    }

    private void Take(int count)
    {
        _start += count;
        Offset += count;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
