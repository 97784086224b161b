using System.Text;
using System.Text.Json;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Context;

/// <summary>Floors on the developers' gold; the scorer's rules for a match (contained, or three fifths of the characters).</summary>
public sealed class CircumstancesGoldTests
{
    [Theory]
    [InlineData("dev-sentences.jsonl", 0.93, 0.93, 0.97, 0.99)]
    [InlineData("seeds.jsonl", 0.93, 0.93, 0.97, 0.99)]
    public void Time_speaker_modality_and_quotation_reach_their_floors(string file, double time, double speaker, double modality, double quoted)
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "the gold is absent");
            Assert.Skip("the gold is absent");
            return;
        }

        var (report, figures) = Measure(Path.Combine(shared, "gold", file));
        Assert.True(figures[0] >= time && figures[1] >= speaker && figures[2] >= modality && figures[3] >= quoted, report);
    }

    internal static (string Report, double[] Figures) Measure(string path)
    {
        var errors = new StringBuilder();
        var right = new int[4];
        var all = 0;
        foreach (var (gold, text, found) in GoldSentences.Read(path))
        {
            all++;
            var modality = found.Modality.ToString().ToLowerInvariant();
            Compare(0, "time", Text(gold, "time"), found.Time, Same(Text(gold, "time"), found.Time, isTime: true));
            var speaker = found.Speaker?.Of(text).ToString();
            Compare(1, "speaker", Text(gold, "speaker"), speaker, Same(Text(gold, "speaker"), speaker, isTime: false));
            Compare(2, "modality", Text(gold, "modality"), modality, Text(gold, "modality") == modality);
            Compare(3, "quoted", gold.GetProperty("quoted").GetRawText(), found.Quoted ? "true" : "false", gold.GetProperty("quoted").GetBoolean() == found.Quoted);

            void Compare(int field, string name, string? wanted, string? got, bool isRight)
            {
                right[field] += isRight ? 1 : 0;
                if (!isRight)
                {
                    var start = gold.GetProperty("start").GetInt32();
                    var end = gold.GetProperty("end").GetInt32();
                    var from = Math.Max(0, start - 110);
                    errors.AppendLine($"{name}: wanted {wanted ?? "-"}, got {got ?? "-"}: {text[from..start].ReplaceLineEndings("/")}⟦{text[start..end]}⟧{text[end..Math.Min(text.Length, end + 30)].ReplaceLineEndings("/")}");
                }
            }
        }

        var figures = Array.ConvertAll(right, count => (double)count / Math.Max(all, 1));
        return ($"time {figures[0]:F3} speaker {figures[1]:F3} modality {figures[2]:F3} quoted {figures[3]:F3} of {all}\n{errors}", figures);
    }

    private static string? Text(JsonElement gold, string field) => gold.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Same(string? wanted, string? got, bool isTime)
    {
        if (wanted is null || got is null)
        {
            return wanted is null && got is null;
        }

        var (g, p) = (Letters(wanted), Letters(got));
        if ((g.Contains(p, StringComparison.Ordinal) || p.Contains(g, StringComparison.Ordinal)) && p.Length <= (2 * g.Length) + 6)
        {
            return true;
        }

        if (isTime)
        {
            return false;
        }

        var common = g.GroupBy(unit => unit).Sum(group => Math.Min(group.Count(), p.Count(unit => unit == group.Key)));
        return 2.0 * common / (g.Length + p.Length) >= 0.6;
    }

    private static string Letters(string text) => new([.. TextFold.Fold(text).ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
