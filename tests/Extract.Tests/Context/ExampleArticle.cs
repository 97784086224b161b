using Pipeline.Extract.Model;

namespace Pipeline.Extract.Tests.Context;

/// <summary>An article of nothing but its text.</summary>
internal static class ExampleArticle
{
    public static Article Of(string text) => new() { Id = ContentId.OfArticle(text), Language = "zh-Hans", Text = text, Source = "example" };
}
