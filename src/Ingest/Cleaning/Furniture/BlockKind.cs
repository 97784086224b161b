namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>What the class and id of a block say it is.</summary>
internal enum BlockKind : byte
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Furniture.</summary>
    Drop,

    /// <summary>The words below a picture.</summary>
    Caption,
}
