using Pipeline.Extract.Text;

namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>The form of a line that rules are matched against: folded (width and script), lower case, no white space, no brackets and bullets around it.</summary>
public static class LineKey
{
    private static readonly char[] Ornaments = [.. "()[]{}<>《》【】「」『』〔〕〈〉*#·•●○■□▲△▼▽◆◇★☆►▶◎→←↓↑-—_=~|/\\>…\"'“”‘’▍▌┃丨│!✎☞※"];

    /// <summary>Makes the key of a line.</summary>
    public static string Of(ReadOnlySpan<char> line) => Fold(line).Trim(Ornaments);

    /// <summary>The key of words that stand within a line: folded, lower case, no white space; ornaments kept.</summary>
    public static string Fold(ReadOnlySpan<char> line)
    {
        Span<char> key = line.Length <= 512 ? stackalloc char[line.Length] : new char[line.Length];
        var length = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\u200b' or '\ufeff'))
            {
                key[length++] = c is '︱' or '∣' or '┃' or '│' or '︳' ? '|' : char.ToLowerInvariant(TextFold.Fold(c));
            }
        }

        return new string(key[..length]);
    }
}
