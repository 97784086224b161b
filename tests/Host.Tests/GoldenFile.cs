using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests;

/// <summary>Expected output kept in a file: rewritten only with <c>UPDATE_GOLDEN=1</c>, and read by eye before it is committed.</summary>
internal static class GoldenFile
{
    public static void Check(string name, string actual)
    {
        var path = Repository.PathTo("tests", "Host.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"No golden file {path}: run the tests once with UPDATE_GOLDEN=1 and read it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
