namespace Pipeline.Ingest.Publishers;

/// <summary>One generation of a site's pages. Every selector list is tried in order; <c>selector@attribute</c> reads an attribute.</summary>
internal sealed record LayoutFile
{
    /// <summary>Short name of the generation.</summary>
    public required string Name { get; init; }

    /// <summary>The last day it was seen; left out while in use.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>What a page of this layout holds, so that it is recognised without an address.</summary>
    public required string When { get; init; }

    /// <summary>The containers of the body; all that match are joined.</summary>
    public required string Body { get; init; }

    /// <summary>Furniture inside the body.</summary>
    public IReadOnlyList<string>? Drop { get; init; }

    /// <summary>The headline.</summary>
    public IReadOnlyList<string>? Title { get; init; }

    /// <summary>The time of publication.</summary>
    public IReadOnlyList<string>? Time { get; init; }

    /// <summary>The medium (来源).</summary>
    public IReadOnlyList<string>? Publisher { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string>? Author { get; init; }
}
