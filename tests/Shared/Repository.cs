namespace Pipeline.Tests.Shared;

/// <summary>Where the checkout and its neighbours stand.</summary>
internal static class Repository
{
    public static string Root { get; } = Locate();

    /// <summary>The annotated texts beside a developer's checkout; null in a user's clone, where tests that need them are skipped.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Root, "..", "shared", "gold")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : null;

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Locate()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Pipeline.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
