namespace Pipeline.Extract.Segmentation;

/// <summary>A character of a block while its best path is sought.</summary>
internal struct PathNode
{
    /// <summary>Log probability of the best path from here to the end of the block.</summary>
    public double Weight;

    /// <summary>Length and tag of the best word from here; see <see cref="BestPath"/>.</summary>
    public int Choice;

    /// <summary>Character code, class removed.</summary>
    public ushort Code;

    /// <summary>The dictionary's unit of this character; 0 when no word starts with it.</summary>
    public ulong Single;

    /// <summary>The dictionary's unit of this character and the next; 0 when no word starts with them.</summary>
    public ulong Pair;
}
