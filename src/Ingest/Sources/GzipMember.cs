using System.IO.Compression;

namespace Pipeline.Ingest.Sources;

/// <summary>The uncompressed content of one gzip member (RFC 1952). Checksum and length are verified at its end.</summary>
/// <remarks>The header is read here and the body by DeflateStream, because GZipStream runs on into the next member and loses its offset.</remarks>
internal sealed class GzipMember : ForwardStream
{
    private static readonly uint[] Crc = BuildCrc();

    private readonly GzipMemberStream _file;
    private readonly DeflateStream _content;
    private uint _crc = uint.MaxValue;
    private uint _length;
    private bool _ended;

    /// <exception cref="InvalidDataException">The header is damaged.</exception>
    public GzipMember(GzipMemberStream file)
    {
        _file = file;
        ReadHeader();
        _content = new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The content is damaged or cut.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        var read = _content.Read(buffer);
        if (read == 0)
        {
            _ended = true;
            Verify();
            return 0;
        }

        foreach (var b in buffer[..read])
        {
            _crc = Crc[(byte)(_crc ^ b)] ^ (_crc >> 8);
        }

        _length += (uint)read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _content.Dispose();
        base.Dispose(disposing);
    }

    // The inflater may have stopped before the trailer or taken padding after it: what is checked is a trailer of the right length, or the one that ends the file.
    private void Verify()
    {
        var isLast = _file.TakeEnd();
        var (crc, length) = ((uint)_file.Trailer, (uint)(_file.Trailer >> 32));
        if (crc != ~_crc && (length == _length || (isLast && _file.Trailer != 0)))
        {
            throw new InvalidDataException("its checksum does not match, so it is damaged or cut");
        }
    }

    private void ReadHeader()
    {
        Span<byte> header = stackalloc byte[10];
        if (_file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith(GzipMemberStream.Magic) || (header[3] & 0xe0) != 0)
        {
            throw new InvalidDataException("no gzip header");
        }

        var flags = header[3];
        if ((flags & 4) != 0)
        {
            var length = Byte() | (Byte() << 8);
            for (var i = 0; i < length; i++)
            {
                _ = Byte();
            }
        }

        for (var strings = (flags & 8) / 8 + ((flags & 16) / 16); strings > 0; strings--)
        {
            while (Byte() != 0)
            {
                // A file name or comment: skipped to its end.
            }
        }

        if ((flags & 2) != 0)
        {
            _ = Byte();
            _ = Byte();
        }
    }

    private int Byte()
    {
        Span<byte> one = stackalloc byte[1];
        return _file.Read(one) == 1 ? one[0] : throw new InvalidDataException("cut in its gzip header");
    }

    private static uint[] BuildCrc()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xedb88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
