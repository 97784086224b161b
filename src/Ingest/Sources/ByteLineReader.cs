namespace Pipeline.Ingest.Sources;

/// <summary>Lines of a stream as bytes, ended by LF or by the end; a line over the limit is skipped and said to be.</summary>
internal sealed class ByteLineReader(Stream stream, int maximum) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly MemoryStream _line = new();
    private int _start;
    private int _end;

    /// <summary>Reads the next line, without its LF or CRLF.</summary>
    /// <param name="line">The line's own copy; empty when <paramref name="tooLong"/>.</param>
    /// <param name="tooLong">True when the line has more bytes than the limit.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryRead(out byte[] line, out bool tooLong)
    {
        _line.SetLength(0);
        tooLong = false;
        var any = false;
        while (true)
        {
            if (_start == _end)
            {
                (_start, _end) = (0, stream.Read(_buffer));
                if (_end == 0)
                {
                    line = tooLong ? [] : _line.ToArray();
                    return any;
                }
            }

            any = true;
            var rest = _buffer.AsSpan(_start, _end - _start);
            var feed = rest.IndexOf((byte)'\n');
            var part = feed < 0 ? rest : rest[..feed];
            _start += feed < 0 ? rest.Length : feed + 1;
            if (!tooLong && _line.Length + part.Length > maximum)
            {
                tooLong = true;
                _line.SetLength(0);
            }

            if (!tooLong)
            {
                _line.Write(part);
            }

            if (feed >= 0)
            {
                line = tooLong ? [] : WithoutReturn(_line);
                return true;
            }
        }
    }

    public void Dispose() => _line.Dispose();

    private static byte[] WithoutReturn(MemoryStream line)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        return (bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes).ToArray();
    }
}
