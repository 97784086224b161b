using System.Reflection;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Ingest.Cleaning;

/// <summary>The tables of data/ that are compiled into this assembly.</summary>
internal static class EmbeddedTables
{
    /// <summary>Opens one, such as <c>furniture/lines.tsv</c>.</summary>
    /// <exception cref="InvalidOperationException">The build left it out.</exception>
    public static LexiconSource Open(string name) => new(name, new StreamReader(
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"data/{name} is not embedded in the assembly: rebuild the project.")));
}
