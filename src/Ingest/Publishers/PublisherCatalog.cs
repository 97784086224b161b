using System.Reflection;
using System.Text.Json;
using Pipeline.Ingest.Cleaning.Html;

namespace Pipeline.Ingest.Publishers;

/// <summary>The sites whose layouts are known: data/publishers, and a folder of the user's own.</summary>
public sealed class PublisherCatalog
{
    private static readonly Lazy<PublisherCatalog> Embedded = new(() => new PublisherCatalog(ReadEmbedded()));

    private readonly IReadOnlyList<Publisher> _publishers;

    private PublisherCatalog(IReadOnlyList<Publisher> publishers)
    {
        _publishers = publishers;
        Index = new SelectorIndex(publishers.SelectMany(p => p.Layouts).SelectMany(l => l.Selectors));
    }

    /// <summary>The sites that come with the program.</summary>
    public static PublisherCatalog Default => Embedded.Value;

    /// <summary>No site at all: every page goes to the generic extractor.</summary>
    public static PublisherCatalog Empty { get; } = new([]);

    /// <summary>Names of the sites, in ordinal order.</summary>
    public IReadOnlyList<string> Sites => [.. _publishers.Select(p => p.Site)];

    internal SelectorIndex Index { get; }

    internal IReadOnlyList<Publisher> Publishers => _publishers;

    /// <summary>The sites that come with the program and those of folders; a file of the same site replaces ours, a later folder's an earlier one's.</summary>
    /// <param name="folders">Each holds a <c>SITE.json</c> a site.</param>
    /// <exception cref="FormatException">A file is not of the form; the message has the file, the place and what was found.</exception>
    /// <exception cref="IOException">A folder or a file cannot be read.</exception>
    public static PublisherCatalog WithFolders(params ReadOnlySpan<string> folders)
    {
        var sites = Default._publishers.ToDictionary(p => p.Site, StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                var publisher = Read(File.ReadAllBytes(path), path);
                sites[publisher.Site] = publisher;
            }
        }

        return new PublisherCatalog([.. sites.Values.OrderBy(p => p.Site, StringComparer.Ordinal)]);
    }

    /// <summary>The layout of a page: of the site its address names, else of the first whose mark the page bears and whose domain it mentions.</summary>
    internal Layout? Find(PageTree tree, string? host, string html)
    {
        foreach (var publisher in _publishers)
        {
            if (host is not null && !publisher.Owns(host))
            {
                continue;
            }

            foreach (var layout in publisher.Layouts)
            {
                // Sites share class names; a page saved without its address still links to its own site.
                if (layout.When.Match(tree).Any() && layout.Body.Match(tree).Any()
                    && (host is not null || publisher.IsMentionedIn(html)))
                {
                    return layout;
                }
            }
        }

        return null;
    }

    /// <summary>The site an address belongs to, though its layout may be unknown.</summary>
    internal Publisher? Owner(string? host) => host is null ? null : _publishers.FirstOrDefault(p => p.Owns(host));

    private static List<Publisher> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith("publishers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return Read(bytes.ToArray(), name);
        })];
    }

    private static Publisher Read(byte[] json, string file)
    {
        try
        {
            var publisher = new Publisher(JsonSerializer.Deserialize(json, PublisherJson.Default.PublisherFile) ?? throw new FormatException("an object is needed, found null"));
            return publisher.Site == Path.GetFileNameWithoutExtension(file) ? publisher : throw new FormatException($"'site' must be the file's name, found '{publisher.Site}'");
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new FormatException($"{file}: {exception.Message}", exception);
        }
    }
}
