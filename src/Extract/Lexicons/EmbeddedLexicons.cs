using System.Reflection;

namespace Pipeline.Extract.Lexicons;

/// <summary>The tables of data/lexicons and data/rules, compiled into the assembly.</summary>
public static class EmbeddedLexicons
{
    /// <summary>Opens data/lexicons/<paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">No such table is embedded: the build is broken.</exception>
    public static LexiconSource Open(string name) => OpenResource("lexicons", name);

    /// <summary>Opens data/rules/<paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">No such table is embedded: the build is broken.</exception>
    public static LexiconSource OpenRule(string name) => OpenResource("rules", name);

    private static LexiconSource OpenResource(string folder, string name)
    {
        var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{folder}/{name}")
            ?? throw new InvalidOperationException($"data/{folder}/{name} is not embedded in the assembly: rebuild the project.");
        return new LexiconSource(name, new StreamReader(stream));
    }
}
