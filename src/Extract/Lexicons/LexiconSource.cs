namespace Pipeline.Extract.Lexicons;

/// <summary>One table to read: the name that errors show, and its text.</summary>
/// <param name="Name">File name or path.</param>
/// <param name="Reader">The UTF-8 text, decoded; read to its end once.</param>
public sealed record LexiconSource(string Name, TextReader Reader);
