using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Tests.Shared;

namespace Pipeline.Ingest.Tests.Cleaning;

/// <summary>data/furniture/blocks.examples.tsv and credits.examples.tsv, row by row.</summary>
public class FurnitureTableExamples
{
    public static TheoryData<string, string> Blocks() => [.. Rows("blocks.examples.tsv", 3).Select(c => (c[0], c[1]))];

    public static TheoryData<string, string, string> Credits() => [.. Rows("credits.examples.tsv", 4).Select(c => (c[0], c[1], c[2]))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_blocks_name_says_what_it_is(string name, string kind) => Assert.Equal(kind, BlockWords.KindOf(name).ToString().ToLowerInvariant());

    [Theory]
    [MemberData(nameof(Credits))]
    public void A_line_is_a_credit_or_text(string line, string kind, string author)
    {
        var isCredit = CreditRoles.TryRead(line, out var found);
        Assert.Equal((kind, author), (!isCredit ? "text" : found is null ? "other" : "author", found ?? "-"));
    }

    private static List<string[]> Rows(string file, int cells)
    {
        var rows = File.ReadLines(Repository.PathTo("data", "furniture", file)).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t')).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.True(r.Length == cells, $"{file}: {cells} cells are needed, found '{string.Join(' ', r)}'"));
        return rows;
    }
}
