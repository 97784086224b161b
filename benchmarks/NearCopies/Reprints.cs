using System.Text;

namespace Pipeline.Benchmarks.NearCopies;

/// <summary>What happens to a text when others print it, and what makes it another text.</summary>
internal static class Reprints
{
    private const string Lead = "本报综合报道，近日一则消息引起关注，本报记者第一时间梳理了各方公布的情况，现将要点整理如下，供读者参考。";

    /// <summary>Copies: they are to be linked.</summary>
    public static readonly IReadOnlyList<(string Name, Func<string, Random, string> Make)> Copies =
    [
        ("agency put in front", (text, _) => "示例晚报讯 " + text),
        ("tail line added", (text, _) => text + "\n更多内容请关注本报后续报道。"),
        ("last line cut", (text, _) => Lines(text) is { Length: > 2 } lines ? string.Join('\n', lines[..^1]) : text),
        ("first paragraph rewritten", (text, _) => Lines(text) is { Length: > 4 } lines ? Lead + "\n" + string.Join('\n', lines[1..]) : text),
        ("tenth of the sentences cut", (text, random) => Cut(text, 0.1, random)),
        ("fifth of the sentences cut", (text, random) => Cut(text, 0.2, random)),
        ("one character in fifty edited", (text, random) => Edit(text, 0.02, random)),
        ("half-width marks, no spaces", (text, _) => text.Replace('，', ',').Replace('：', ':').Replace(" ", "", StringComparison.Ordinal)),
    ];

    /// <summary>Other articles from the same template: they are not to be linked.</summary>
    public static readonly IReadOnlyList<(string Name, Func<string, Random, string> Make)> Others =
    [
        ("every figure another", (text, random) => Figures(text, 1, random)),
        ("two figures in three another", (text, random) => Figures(text, 0.67, random)),
        ("every figure and the first line another", (text, random) => Lead + "\n" + string.Join('\n', Lines(Figures(text, 1, random))[1..])),
    ];

    private static string[] Lines(string text) => text.Split('\n');

    // Whole sentences go, wherever they stand.
    private static string Cut(string text, double share, Random random)
    {
        var kept = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '。' or '\n' || i == text.Length - 1)
            {
                kept.Append(random.NextDouble() < share ? "" : text[start..(i + 1)]);
                start = i + 1;
            }
        }

        return kept.ToString();
    }

    private static string Edit(string text, double share, Random random)
    {
        var edited = new StringBuilder();
        foreach (var c in text)
        {
            edited.Append(c is >= '\u4e00' and <= '\u9fff' && random.NextDouble() < share ? random.Next(3) switch { 0 => "", 1 => c + "了", _ => "某" } : c);
        }

        return edited.ToString();
    }

    // A number is another one whatever its length; years stay, as they do from one report to the next.
    private static string Figures(string text, double share, Random random)
    {
        var changed = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                changed.Append(text[i++]);
                continue;
            }

            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            {
                end++;
            }

            var isYear = end - i == 4 && text[i] is '1' or '2' && end < text.Length && text[end] == '年';
            var another = !isYear && random.NextDouble() < share;
            for (; i < end; i++)
            {
                changed.Append(another && char.IsAsciiDigit(text[i]) ? (char)('1' + ((text[i] - '0' + random.Next(1, 8)) % 9)) : text[i]);
            }
        }

        return changed.ToString();
    }
}
