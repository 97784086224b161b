using System.Runtime.CompilerServices;
using Pipeline.Extract.Model;
using Pipeline.Store.Articles;

namespace Pipeline.Store.Tests.Conformance;

/// <summary>
/// What the tests start as a process of its own and kill: with <see cref="Variable"/> set to a database, this executable stores articles without end
/// and prints each id after the store has reported it stored.
/// </summary>
internal static class CrashWriter
{
    public const string Variable = "PIPELINE_TEST_CRASH_WRITER";

    public static Submission Article(int number)
    {
        var article = Some.Article($"第{number}家公司营收为{number}亿元。\n员工有{number}人,较去年增加{number}%。", $"https://a.example/{number}", $"https://a.example/{number}", "甲报");
        return new Submission(article, [Some.Claim(article, $"{number}亿元", number * 1e8m, "CNY", ClaimKind.Money), Some.Claim(article, $"{number}人", number, "人"), Some.Claim(article, $"{number}%", number, "%", ClaimKind.Change)], Some.Evidence(article.Text));
    }

#pragma warning disable CA2255 // the executable has two lives, and its generated entry point knows only one
    [ModuleInitializer]
    public static void WriteInsteadOfTesting()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            using var output = Console.OpenStandardOutput();
            var store = ClaimStore.Open(path, new StoreOptions());
            for (var number = 1; ; number++)
            {
                var receipt = store.SaveAsync(Article(number)).GetAwaiter().GetResult();
                output.Write(System.Text.Encoding.ASCII.GetBytes(receipt.ArticleId + "\n"));
                output.Flush();
            }
        }
    }
}
