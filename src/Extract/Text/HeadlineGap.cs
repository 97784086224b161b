using Pipeline.Extract.Model;

namespace Pipeline.Extract.Text;

/// <summary>Headlines part their clauses with a space: 另需1万亿日元 已向银行申请贷款.</summary>
public static class HeadlineGap
{
    private const string EndMarks = "。｡!?;…";
    private const string ClosingMarks = "”’」』)》】\"";
    private const string UnitStarts = "亿万千百元美港欧日年月号时点个家台辆件位名人倍成吨股余多版款代英";

    /// <summary>True for a space at <paramref name="at"/> that parts two clauses of <paramref name="sentence"/>: one between two Chinese characters and, where no end mark closes the sentence, one beside a figure or a Latin word that is joined to them (29人死亡 6城进入紧急状态).</summary>
    public static bool IsAt(ReadOnlySpan<char> folded, int at, TextSpan sentence)
    {
        if (folded[at] != ' ' || at <= sentence.Start || at + 1 >= sentence.End)
        {
            return false;
        }

        var before = folded[sentence.Start..at];
        var after = folded[(at + 1)..sentence.End];
        return (IsChinese(before[^1]) && IsChinese(after[0]) || !IsClosed(after) && EndsClause(before, after[0]) && OpensClause(after, before[^1]))
            && !(before.LastIndexOfAny('“', '”') is >= 0 and var mark && before[mark] == '“');
    }

    private static bool IsClosed(ReadOnlySpan<char> text) => text.TrimEnd(ClosingMarks) is [.., var last] && EndMarks.Contains(last, StringComparison.Ordinal);

    /// <summary>…报6.8166 上调, …超3% 快手, …携手AWS 加速, but not 约 5 亿, Model 3 和.</summary>
    private static bool EndsClause(ReadOnlySpan<char> before, char next)
    {
        if (IsChinese(before[^1]) || before[^1] is '”' or '》' or ')' or '%')
        {
            return true;
        }

        var run = RunEndingAt(before);
        return run > 0 && IsChinese(next) && before.Length > run && IsChinese(before[^(run + 1)]) && !(char.IsAsciiDigit(before[^1]) && UnitStarts.Contains(next, StringComparison.Ordinal));
    }

    /// <summary>A股迎开门红, 6城宣布, “稳投资”加速, but not 2025年 12月, 增长 5%, 苹果 iPhone 17.</summary>
    private static bool OpensClause(ReadOnlySpan<char> after, char previous)
    {
        if (IsChinese(after[0]) || after[0] is '“' or '《')
        {
            return true;
        }

        var run = 0;
        while (run < after.Length && (char.IsAsciiLetterOrDigit(after[run]) || after[run] is '.' or ','))
        {
            run++;
        }

        return run > 0 && run < after.Length && IsChinese(after[run]) && !(char.IsAsciiDigit(after[0]) && previous is '年' or '月' or '第' or '约' or '达' or '超' or '至' or '为');
    }

    private static int RunEndingAt(ReadOnlySpan<char> before)
    {
        var run = 0;
        while (run < before.Length && (char.IsAsciiLetterOrDigit(before[^(run + 1)]) || before[^(run + 1)] is '.' or ','))
        {
            run++;
        }

        return run;
    }

    private static bool IsChinese(char unit) => unit is >= '\u4e00' and <= '\u9fff';
}
