using Pipeline.Ingest.Cleaning.Html;

namespace Pipeline.Ingest.Publishers;

/// <summary>One generation of a site's pages, its selectors compiled.</summary>
internal sealed class Layout
{
    public Layout(Publisher publisher, LayoutFile file)
    {
        Publisher = publisher;
        Name = file.Name;
        LastDay = file.LastDay;
        When = Selector.Parse(file.When);
        Body = Selector.Parse(file.Body);
        Drop = [.. (file.Drop ?? []).Select(Selector.Parse)];
        Title = [.. (file.Title ?? []).Select(ValueSelector.Parse)];
        Time = [.. (file.Time ?? []).Select(ValueSelector.Parse)];
        Source = [.. (file.Publisher ?? []).Select(ValueSelector.Parse)];
        Author = [.. (file.Author ?? []).Select(ValueSelector.Parse)];
    }

    public Publisher Publisher { get; }

    public string Name { get; }

    public DateOnly? LastDay { get; }

    public Selector When { get; }

    public Selector Body { get; }

    public IReadOnlyList<Selector> Drop { get; }

    public IReadOnlyList<ValueSelector> Title { get; }

    public IReadOnlyList<ValueSelector> Time { get; }

    public IReadOnlyList<ValueSelector> Source { get; }

    public IReadOnlyList<ValueSelector> Author { get; }

    public IEnumerable<Selector> Selectors =>
        [When, Body, .. Drop, .. Title.Concat(Time).Concat(Source).Concat(Author).Select(v => v.Selector).OfType<Selector>()];
}
