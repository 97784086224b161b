using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Host.Api.Responses;

namespace Pipeline.Host.Web;

/// <summary>The files of the page, embedded in the assembly. Their address holds a hash of them all, so a browser keeps them until they change.</summary>
internal sealed class PageAssets
{
    private const string Prefix = "page/", Placeholder = "{version}";

    private readonly FrozenDictionary<string, PageAsset> files;

    private PageAssets(string version, PageAsset index, FrozenDictionary<string, PageAsset> files) => (Version, Index, this.files) = (version, index, files);

    /// <summary>The part of the address that changes with the files.</summary>
    public string Version { get; }

    /// <summary>What <c>GET /</c> gives.</summary>
    public PageAsset Index { get; }

    /// <summary>Names and files, the index left out.</summary>
    public IReadOnlyDictionary<string, PageAsset> Files => files;

    /// <summary>Reads and compresses the embedded files: done once.</summary>
    public static PageAssets Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        var contents = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToDictionary(name => name[Prefix.Length..], name => Read(assembly, name));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in contents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        var version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
        var index = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(contents["index.html"]).Replace(Placeholder, version, StringComparison.Ordinal));
        return new PageAssets(version, Make("index.html", index), contents.Where(file => file.Key != "index.html").ToFrozenDictionary(file => file.Key, file => Make(file.Key, file.Value)));
    }

    private static PageAsset Make(string name, byte[] bytes)
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return new PageAsset(MediaTypeOf(name), bytes, compressed.Length < bytes.Length ? compressed.ToArray() : null, EntityTags.OfBytes(bytes));
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var extension => throw new InvalidOperationException($"{name}: no media type is known for '{extension}'"),
    };

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
