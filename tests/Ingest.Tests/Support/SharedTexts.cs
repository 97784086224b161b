using Pipeline.Tests.Shared;

namespace Pipeline.Ingest.Tests.Support;

/// <summary>The annotated texts beside a developer's checkout; a user's clone has none and skips.</summary>
internal static class SharedTexts
{
    public static string PathTo(params string[] parts)
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "needs the annotated texts beside the checkout");
            throw new DirectoryNotFoundException("CI must have the annotated texts beside the checkout.");
        }

        return Path.Combine([shared, .. parts]);
    }
}
