namespace Pipeline.Ingest;

/// <summary>Where on its way an input failed.</summary>
public enum IngestStage
{
    /// <summary>Opening it or reading its bytes.</summary>
    Read,

    /// <summary>Turning bytes into characters, or a jsonl line into a record.</summary>
    Decode,

    /// <summary>Finding the article in it.</summary>
    Clean,

    /// <summary>Finding its claims, or anything else that a fault of the program ended.</summary>
    Extract,
}
