namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>What surrounds a line of a page.</summary>
[Flags]
internal enum LineFlags
{
    /// <summary>Nothing noteworthy.</summary>
    None = 0,

    /// <summary>In h1 to h6.</summary>
    Heading = 1,

    /// <summary>In a list item.</summary>
    ListItem = 2,

    /// <summary>All of it in b or strong.</summary>
    Bold = 4,

    /// <summary>A picture or player stands between it and the line before.</summary>
    AfterPicture = 8,

    /// <summary>In figcaption, caption, or an element whose class says so.</summary>
    Caption = 16,

    /// <summary>In a table cell.</summary>
    Cell = 32,
}
