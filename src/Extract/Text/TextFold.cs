using System.Reflection;
using System.Runtime.InteropServices;

namespace Pipeline.Extract.Text;

/// <summary>
/// Folds text one UTF-16 unit for one, so that rules are written once and every span also holds for the original:
/// full width to half width, the ideographic space to a space, Traditional to Simplified characters.
/// </summary>
/// <remarks>
/// Characters come from OpenCC's TSCharacters table (data/opencc), first candidate, where both sides are one unit;
/// surrogate pairs stay as they are. Case is kept. Never String.Normalize: it changes lengths.
/// </remarks>
public static class TextFold
{
    private const int FullWidthShift = '！' - '!';
    private static readonly char[] Table = BuildTable();

    /// <summary>The folded form of one UTF-16 unit.</summary>
    public static char Fold(char unit) => Table[unit];

    /// <summary>Folds <paramref name="text"/> into <paramref name="destination"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <paramref name="text"/>.</exception>
    public static void Fold(ReadOnlySpan<char> text, Span<char> destination)
    {
        if (destination.Length < text.Length)
        {
            throw new ArgumentException($"needs {text.Length} units, has {destination.Length}", nameof(destination));
        }

        ref var table = ref MemoryMarshal.GetArrayDataReference(Table);
        for (var i = 0; i < text.Length; i++)
        {
            destination[i] = System.Runtime.CompilerServices.Unsafe.Add(ref table, text[i]);
        }
    }

    /// <summary>The folded form of <paramref name="text"/>, of the same length.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (folded, original) => Fold(original, folded));
    }

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
        {
            table[unit] = unit switch
            {
                >= '！' and <= '～' => (char)(unit - FullWidthShift),
                '　' => ' ',
                _ => (char)unit,
            };
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("opencc/TSCharacters.txt")
            ?? throw new InvalidOperationException("data/opencc/TSCharacters.txt is not embedded in the assembly: rebuild the project.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            // traditional TAB simplified [SPACE simplified …]; characters outside the BMP take two units and are left alone.
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab == 1 && line.Length > 2 && !char.IsSurrogate(line[2]))
            {
                table[line[0]] = line[2];
            }
        }

        return table;
    }
}
