namespace Pipeline.Ingest.Publishers;

/// <summary>A site's file in data/publishers: how its pages are laid out (docs/adding-a-publisher.md).</summary>
internal sealed record PublisherFile
{
    /// <summary>Short name of the site, that of the file.</summary>
    public required string Site { get; init; }

    /// <summary>The publisher of pages that name no other; left out for portals that mostly republish.</summary>
    public string? Publisher { get; init; }

    /// <summary>Domains, without www: their subdomains are meant as well.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Ends of the title element to cut, besides what stands after a separator.</summary>
    public IReadOnlyList<string>? TitleSuffixes { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<LayoutFile> Layouts { get; init; }
}
