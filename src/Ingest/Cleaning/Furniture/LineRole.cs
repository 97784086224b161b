namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>What a line inside the article's container is, by data/furniture/lines.tsv.</summary>
public enum LineRole
{
    /// <summary>The article itself.</summary>
    Text,

    /// <summary>Furniture: it goes.</summary>
    Drop,

    /// <summary>The first line of a closing block: it and all after it go.</summary>
    Tail,

    /// <summary>Goes, and names who wrote the article.</summary>
    Author,

    /// <summary>Goes, and names the medium the article came from.</summary>
    Publisher,

    /// <summary>Goes, and states when the article was published.</summary>
    Time,
}
