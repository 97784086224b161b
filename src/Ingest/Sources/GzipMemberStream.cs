namespace Pipeline.Ingest.Sources;

/// <summary>
/// A compressed file read so that no read crosses the place where a gzip member may start. An inflater buffers what it reads; with chunks
/// cut there, it has never taken bytes of the next member when its own ends, so members keep their offsets and a damaged one costs only itself.
/// </summary>
internal sealed class GzipMemberStream(Stream source) : ForwardStream
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _sourceEnded;

    /// <summary>What every member of a deflate-compressed gzip file starts with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1f, 0x8b, 0x08];

    /// <summary>Bytes taken so far.</summary>
    public long Offset { get; private set; }

    /// <summary>The last eight bytes taken: after a member's end its checksum and length, little endian.</summary>
    public ulong Trailer { get; private set; }

    /// <summary>Takes the last bytes of the file, too few to begin a member; true when every byte has been taken.</summary>
    public bool TakeEnd()
    {
        Fill();
        Take(_sourceEnded && _end - _start < Magic.Length ? _end - _start : 0);
        return _sourceEnded && _start == _end;
    }

    /// <summary>Moves to the next place where a member may start.</summary>
    /// <param name="skipCurrent">True to leave a start at which the stream already stands.</param>
    /// <returns>False at the end of the file.</returns>
    public bool MoveToMember(bool skipCurrent)
    {
        while (true)
        {
            Fill();
            var rest = _buffer.AsSpan(_start, _end - _start);
            if (rest.Length < Magic.Length)
            {
                Take(rest.Length);
                return false;
            }

            var at = rest[(skipCurrent ? 1 : 0)..].IndexOf(Magic);
            if (at >= 0)
            {
                Take(at + (skipCurrent ? 1 : 0));
                return true;
            }

            Take(rest.Length - (Magic.Length - 1));
            skipCurrent = false;
            if (_sourceEnded)
            {
                Take(_end - _start);
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        Fill();
        var rest = _buffer.AsSpan(_start, _end - _start);
        if (rest.IsEmpty || buffer.IsEmpty)
        {
            return 0;
        }

        var next = rest[1..].IndexOf(Magic);
        // The last two bytes may begin a magic that the next fill completes.
        var available = next >= 0 ? next + 1 : _sourceEnded ? rest.Length : Math.Max(1, rest.Length - (Magic.Length - 1));
        var count = Math.Min(available, buffer.Length);
        rest[..count].CopyTo(buffer);
        Take(count);
        return count;
    }

    private void Take(int count)
    {
        for (var i = Math.Max(_start, _start + count - 8); i < _start + count; i++)
        {
            Trailer = (Trailer >> 8) | ((ulong)_buffer[i] << 56);
        }

        _start += count;
        Offset += count;
    }

    private void Fill()
    {
        if (_end - _start > Magic.Length || _sourceEnded)
        {
            return;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var read = source.ReadAtLeast(_buffer.AsSpan(_end), Magic.Length + 1, throwOnEndOfStream: false);
        _end += read;
        _sourceEnded = read < Magic.Length + 1;
    }
}
