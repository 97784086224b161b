using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Pipeline.Host.Configuration;

/// <summary>Reads the keys of one section and keeps a list of what is wrong with them.</summary>
/// <param name="section">The section; may be absent.</param>
/// <param name="problems">Takes one line a fault.</param>
internal sealed class SettingsSection(IConfigurationSection section, List<string> problems)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A text; <paramref name="otherwise"/> when it is not given or empty.</summary>
    public string? Text(string key, string? otherwise)
    {
        _known.Add(key);
        var entry = section.GetSection(key);
        if (entry.GetChildren().Any())
        {
            Refuse(key, "a list or section", "a single value");
        }

        return entry.Value is { Length: > 0 } value ? value : otherwise;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Integer(string key, int otherwise, int least, int most)
    {
        if (Text(key, null) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>A length of time within bounds: <c>hh:mm:ss</c>, <c>d.hh:mm:ss</c>.</summary>
    public TimeSpan Time(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most)
    {
        if (Text(key, null) is not { } text)
        {
            return otherwise;
        }

        // A bare number would be read as days.
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Refuse(key, text, $"a time as hh:mm:ss or d.hh:mm:ss, from {least:c} to {most:c}");
        return otherwise;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool otherwise)
    {
        if (Text(key, null) is not { } text)
        {
            return otherwise;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Refuse(key, text, "true or false");
        return otherwise;
    }

    /// <summary>A list; <paramref name="otherwise"/> when it is not given, empty when it is given as <c>[]</c>; a single text is a list of one.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="otherwise">What an absent list means.</param>
    /// <param name="read">Reads one entry; false when it is wrong.</param>
    /// <param name="expected">What an entry should be.</param>
    public IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> otherwise, TryRead<T> read, string expected)
    {
        _known.Add(key);
        var list = section.GetSection(key);
        // The JSON provider writes an empty list as an empty text.
        List<IConfigurationSection> entries = list.Value is { Length: > 0 } ? [list] : [.. list.GetChildren()];
        if (entries.Count == 0)
        {
            return list.Value is null ? otherwise : [];
        }

        var values = new List<T>();
        foreach (var entry in entries)
        {
            if (entry != list && !int.TryParse(entry.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                problems.Add(Fault(list.Path, $"the key {entry.Key}", "a list"));
            }
            else if (entry.Value is { } text && read(text, out var value))
            {
                values.Add(value);
            }
            else
            {
                problems.Add(Fault(entry.Path, entry.GetChildren().Any() ? "a list or section" : entry.Value ?? "", expected));
            }
        }

        return values;
    }

    /// <summary>Notes a value that is wrong.</summary>
    public void Refuse(string key, string found, string expected) => problems.Add(Fault($"{section.Path}:{key}", found, expected));

    /// <summary>Notes every key that nothing has asked for, and a text in place of keys: either would otherwise be ignored in silence.</summary>
    public void RefuseUnknownKeys()
    {
        problems.AddRange(section.GetChildren().Where(child => !_known.Contains(child.Key))
            .Select(child => $"{child.Path} is no key; {section.Path} takes {string.Join(", ", _known)}"));
        if (section.Value is { } text)
        {
            problems.Add(Fault(section.Path, text, $"a section with the keys {string.Join(", ", _known)}"));
        }
    }

    private static string Fault(string path, string found, string expected) => $"{path} must be {expected}, found '{found}'";

    /// <summary>Reads one entry of a list.</summary>
    internal delegate bool TryRead<T>(string text, out T value);
}
