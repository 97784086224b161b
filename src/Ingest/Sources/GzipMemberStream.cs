namespace Pipeline.Ingest.Sources;

internal static class GzipMemberStream
{
    public static ReadOnlySpan<byte> Magic => [0x1f, 0x8b, 0x08];
}
