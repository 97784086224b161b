namespace Pipeline.Extract.Lexicons;

/// <summary>A vocabulary or rule table that cannot be used: says which file, which line and what stands there.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="file">Name of the table, as the user knows it.</param>
    /// <param name="line">1-based line in the file; 0 when the whole file is meant.</param>
    /// <param name="problem">What was wanted and what was found.</param>
    public LexiconException(string file, int line, string problem)
        : base(line > 0 ? $"{file}:{line}: {problem}" : $"{file}: {problem}") => (File, Line) = (file, line);

    /// <summary>Name of the table.</summary>
    public string File { get; }

    /// <summary>1-based line; 0 when the whole file is meant.</summary>
    public int Line { get; }
}
