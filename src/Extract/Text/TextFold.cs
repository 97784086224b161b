using System.Reflection;
using System.Runtime.InteropServices;

namespace Pipeline.Extract.Text;

/// <summary>
/// Folds text one UTF-16 unit for one, so that rules are written once and every span also holds for the original:
/// full width to half width, the ideographic space to a space, Traditional to Simplified characters, 計畫 and its like to 计划.
/// </summary>
/// <remarks>
/// Characters come from OpenCC's tables (data/opencc): the first Simplified candidate, and Hong Kong's and Taiwan's variants of
/// Traditional characters, where both sides are one unit; surrogate pairs stay as they are. Case is kept. Never String.Normalize: it changes lengths.
/// </remarks>
public static class TextFold
{
    private const int FullWidthShift = '！' - '!';
    private const string NumeralsBeforeZero = "〇一二三四五六七八九十百千.点万亿兆";
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

        FoldWords(text, destination);
        FoldIndents(text, destination);
        FoldGaps(destination[..text.Length]);
    }

    /// <summary>…增长5%　　东山集团公告: two ideographic spaces open a paragraph, so a text that lost its line ends still has them there.</summary>
    private static void FoldIndents(ReadOnlySpan<char> text, Span<char> destination)
    {
        for (var at = text.IndexOf("　　"); at >= 0;)
        {
            var end = at + 2;
            while (end < text.Length && text[end] == '　')
            {
                end++;
            }

            if (end == at + 2)
            {
                destination[at] = '\n';
            }

            var next = text[end..].IndexOf("　　");
            at = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>…提供   分享       东山集团今天…: three blanks and more between words are a line end that the page lost; before or after a figure they part the columns of a table.</summary>
    private static void FoldGaps(Span<char> folded)
    {
        for (var at = folded.IndexOf("   "); at >= 0;)
        {
            var end = at + 3;
            while (end < folded.Length && folded[end] == ' ')
            {
                end++;
            }

            if (at > 0 && end < folded.Length && (char.IsLetter(folded[end]) || folded[end] is '《' or '「' or '“' or '【' or '(') && !char.IsAsciiDigit(folded[at - 1]) && folded[at - 1] is not (':' or '|' or '\n'))
            {
                folded[at] = '\n';
            }

            var next = folded[end..].IndexOf("   ");
            at = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>計畫, 規畫, 部份: Taiwan writes words with a character that is another word's in Simplified text, and a circle for 〇 (三三○億).</summary>
    private static void FoldWords(ReadOnlySpan<char> text, Span<char> destination)
    {
        for (var at = text.IndexOfAny('畫', '份', '○'); at >= 0;)
        {
            if (text[at] == '○')
            {
                destination[at] = at > 0 && NumeralsBeforeZero.Contains(destination[at - 1]) || at + 2 < text.Length && text[at + 1] is '．' or '‧' or '點' or '·' && NumeralsBeforeZero.Contains(text[at + 2]) ? '〇' : '○';
            }
            else if (at > 0 && (text[at] == '畫' ? destination[at - 1] is '计' or '规' or '企' or '筹' or '策' or '谋' : destination[at - 1] == '部' && text[at - 1] == '部' && !(at > 1 && char.IsAsciiDigit(text[at - 2]))))
            {
                destination[at] = text[at] == '畫' ? '划' : '分';
            }

            var next = text[(at + 1)..].IndexOfAny('畫', '份', '○');
            at = next < 0 ? -1 : at + 1 + next;
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
                '∶' => ':',
                _ => (char)unit,
            };
        }

        // Characters outside the BMP take two units and are left alone.
        var simplified = ReadPairs("TSCharacters.txt").Where(pair => !char.IsSurrogate(pair.Candidates[0])).ToDictionary(pair => pair.Character, pair => pair.Candidates[0]);
        foreach (var (traditional, character) in simplified)
        {
            // 薴 → 苧 → 苎: a second step where the first ends on another Traditional character.
            table[traditional] = simplified.GetValueOrDefault(character, character);
        }

        var targets = simplified.Values.ToHashSet();
        foreach (var (standard, variants) in ReadPairs("HKVariants.txt").Concat(ReadPairs("TWVariants.txt")))
        {
            // 衞 is 衛 in Hong Kong; a variant that is a Simplified character of its own, as 吃 for 喫, stays.
            foreach (var variant in variants.Where(variant => simplified.ContainsKey(standard) && !simplified.ContainsKey(variant) && !targets.Contains(variant)))
            {
                table[variant] = table[standard];
            }
        }

        return table;
    }

    /// <summary>Lines of <c>character TAB candidate [SPACE candidate …]</c> whose character is one UTF-16 unit.</summary>
    private static IEnumerable<(char Character, string Candidates)> ReadPairs(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("opencc/" + name)
            ?? throw new InvalidOperationException($"data/opencc/{name} is not embedded in the assembly: rebuild the project.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 2 && line[1] == '\t')
            {
                yield return (line[0], line[2..].Replace(" ", "", StringComparison.Ordinal));
            }
        }
    }
}
