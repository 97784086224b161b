using System.Buffers;

namespace Pipeline.Ingest.Publishers;

/// <summary>A site with its layouts, ready to be matched.</summary>
internal sealed class Publisher
{
    private readonly SearchValues<string> _mentions;

    /// <exception cref="FormatException">A selector is not of the supported form, or a layout list is empty.</exception>
    public Publisher(PublisherFile file)
    {
        Site = file.Site;
        Name = file.Publisher;
        Hosts = file.Hosts;
        TitleSuffixes = file.TitleSuffixes ?? [];
        _mentions = SearchValues.Create([.. Hosts], StringComparison.OrdinalIgnoreCase);
        Layouts = [.. file.Layouts.Select(layout => new Layout(this, layout))];
        if (Layouts.Count == 0 || Hosts.Count == 0)
        {
            throw new FormatException($"site '{Site}' needs at least one host and one layout");
        }
    }

    public string Site { get; }

    public string? Name { get; }

    public IReadOnlyList<string> Hosts { get; }

    public IReadOnlyList<string> TitleSuffixes { get; }

    public IReadOnlyList<Layout> Layouts { get; }

    /// <summary>True when a page names one of the site's domains.</summary>
    public bool IsMentionedIn(string html) => html.AsSpan().ContainsAny(_mentions);

    /// <summary>True for one of the site's domains or a subdomain of one.</summary>
    public bool Owns(string host) => Hosts.Any(h => host.EndsWith(h, StringComparison.OrdinalIgnoreCase) && (host.Length == h.Length || host[^(h.Length + 1)] == '.'));
}
