using System.Text;
using Pipeline.Extract.Model;
using Pipeline.Ingest.Cleaning;
using Pipeline.Ingest.Sources;

namespace Pipeline.Ingest.Tests.Support;

/// <summary>Short ways to read and clean what a test writes down.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset RetrievedAt = new(2025, 12, 20, 9, 0, 0, TimeSpan.Zero);

    public static DocumentCleaner Cleaner { get; } = new();

    public static IReadOnlyList<ArticleReading> Of(string input, byte[]? standardInput = null, ReadLimits? limits = null) =>
        [.. new ArticleReader(new SourceResolver(new FixedTime(), () => new MemoryStream(standardInput ?? []), limits), Cleaner).Read([input], TestContext.Current.CancellationToken)];

    public static Article Text(string text) => Clean(Encoding.UTF8.GetBytes(text), MediaTypes.Text).Article ?? throw new InvalidOperationException("no article");

    public static CleaningResult Clean(byte[] bytes, string? mediaType, string? url = null) => Cleaner.Clean(new RawDocument("page", url, bytes, mediaType, RetrievedAt));

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => RetrievedAt;
    }
}
