using System.Text.Json.Nodes;
using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests.CommandLine;

/// <summary>What the first command of the README finds in each sample, field by field (tests/Host.Tests/Golden).</summary>
public class SampleTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(Repository.PathTo("samples")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_gives_its_expected_claims(string sample)
    {
        using var pipeline = new PipelineProcess();
        var result = pipeline.Run("extract", Repository.PathTo("samples", sample));
        Assert.Equal(0, result.ExitCode);
        GoldenFile.Check(Path.ChangeExtension(sample, ".claims.txt"), string.Join('\n', result.OutputLines.Select(Readable)));
    }

    /// <summary>A field a line, nulls and ids left out, so that a change reads well in a diff.</summary>
    private static string Readable(string line)
    {
        var claim = JsonNode.Parse(line)!.AsObject();
        var fields = claim.Where(field => field.Value is not null && field.Key is not ("id" or "article_id" or "confidence" or "sentence" or "start" or "end"));
        return string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\n"));
    }
}
