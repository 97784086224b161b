namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>How a rule's words stand in a line.</summary>
public enum LineMatch
{
    /// <summary>The line is these words.</summary>
    Equals,

    /// <summary>The line begins with them.</summary>
    Starts,

    /// <summary>The line begins with them and they end there, or a colon, bar, bracket or number follows: prose that begins so is no match.</summary>
    Heads,

    /// <summary>They stand anywhere in it.</summary>
    Contains,

    /// <summary>The line ends with them.</summary>
    Ends,
}
