using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Quality;

/// <summary>No figure on the sets of benchmarks/Quality may fall below its floor in benchmarks/Quality/floors.json, which names the sets' hashes.</summary>
/// <remarks>UPDATE_FLOORS=1 writes what is measured now; the diff shows whether a floor fell, and a commit that lowers one says why.</remarks>
public sealed class QualityFloorTests
{
    private static readonly string Floors = Repository.PathTo("benchmarks", "Quality", "floors.json");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Names = [.. from set in (string[])["heldout", "blind", "unseen", "fresh", "later", "newer", "press"] from file in (string[])["hans.jsonl", "hant.jsonl"] select $"{set}/{file}"];

    /// <summary>What docs/extraction.md says of confidence.</summary>
    [Fact]
    public void Sure_claims_are_right_more_often_than_others()
    {
        var (sure, unsure) = QualityScore.ByConfidence(Names.Select(name => Repository.PathTo("benchmarks", "Quality", name)));
        Assert.True(sure >= unsure + 0.1, string.Create(CultureInfo.InvariantCulture, $"{sure:P0} of the claims at 0.8 and above are right, {unsure:P0} of those below"));
    }

    [Fact]
    public void No_figure_is_below_its_floor()
    {
        var measured = new SortedDictionary<string, FileFloors>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            var path = Repository.PathTo("benchmarks", "Quality", name);
            var figures = QualityScore.Of(path);
            foreach (var key in figures.Keys.ToList())
            {
                // Rounded down, so that the floor is never above what was measured.
                figures[key] = Math.Floor(figures[key] * 1000) / 1000;
            }

            measured[name] = new FileFloors(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), figures);
        }

        if (Environment.GetEnvironmentVariable("UPDATE_FLOORS") == "1")
        {
            File.WriteAllText(Floors, JsonSerializer.Serialize(measured, Indented) + "\n");
        }

        var floors = JsonSerializer.Deserialize<SortedDictionary<string, FileFloors>>(File.ReadAllText(Floors))!;
        Assert.Equal(floors.Keys, measured.Keys);
        var below = new List<string>();
        foreach (var (name, floor) in floors)
        {
            Assert.True(floor.Sha256 == measured[name].Sha256, $"{name} changed: measure anew with UPDATE_FLOORS=1, in the commit that changes it");
            below.AddRange(floor.Figures.Where(f => measured[name].Figures.GetValueOrDefault(f.Key) < f.Value)
                .Select(f => string.Create(CultureInfo.InvariantCulture, $"{name} {f.Key}: {measured[name].Figures.GetValueOrDefault(f.Key):0.000}, floor {f.Value:0.000}")));
        }

        Assert.Equal(string.Empty, string.Join("\n", below));
    }

    public sealed record FileFloors(string Sha256, SortedDictionary<string, double> Figures);
}
