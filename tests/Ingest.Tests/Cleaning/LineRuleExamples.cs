using Pipeline.Extract.Lexicons;
using Pipeline.Ingest.Cleaning.Furniture;
using Pipeline.Tests.Shared;

namespace Pipeline.Ingest.Tests.Cleaning;

/// <summary>data/furniture/lines.examples.tsv, row by row, and what a broken table says.</summary>
public class LineRuleExamples
{
    public static TheoryData<int, string, string> Rows()
    {
        var rows = new TheoryData<int, string, string>();
        var number = 0;
        foreach (var line in File.ReadLines(Repository.PathTo("data", "furniture", "lines.examples.tsv")))
        {
            number++;
            if (line.StartsWith('#') || line == "line\trole\twhy")
            {
                continue;
            }

            var cells = line.Split('\t');
            Assert.True(cells.Length == 3, $"lines.examples.tsv:{number}: three cells are needed");
            rows.Add(number, cells[0], cells[1]);
        }

        return rows.Count > 0 ? rows : throw new InvalidOperationException("lines.examples.tsv is empty");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row(int number, string line, string role) =>
        Assert.Equal((number, role), (number, FurnitureRules.Default.Find(LineKey.Of(line))?.Role.ToString().ToLowerInvariant() ?? "text"));

    [Theory]
    [InlineData("role\tmatch\twords\tsource", "lines.tsv:1: the header must be")]
    [InlineData("role\tmatch\twords\tlongest\tsource\ndrop\tstarts\t來源\t9\tx", "lines.tsv:2: column 'words' must be folded")]
    [InlineData("role\tmatch\twords\tlongest\tsource\ndrop\tstarts\t来源\t1\tx", "lines.tsv:2: column 'longest' must be")]
    [InlineData("role\tmatch\twords\tlongest\tsource\nkeep\tstarts\t来源\t9\tx", "lines.tsv:2: column 'role' must be")]
    [InlineData("role\tmatch\twords\tlongest\tsource\ndrop\tlike\t来源\t9\tx", "lines.tsv:2: column 'match' must be")]
    [InlineData("role\tmatch\twords\tlongest\tsource\ndrop\tstarts\t来源\t9\t", "lines.tsv:2: column 'source' is empty")]
    [InlineData("role\tmatch\twords\tlongest\tsource\ndrop\tstarts\t来源\t9\tx\ndrop\tstarts\t来源\t9\tx", "lines.tsv:3: 'starts 来源' stands twice")]
    [InlineData("# nothing", "lines.tsv: no header row; wanted role, match, words, longest, source")]
    public void A_broken_table_names_file_and_line(string table, string message) =>
        Assert.StartsWith(message, Assert.Throws<LexiconException>(() => LineRuleTable.Read(new LexiconSource("lines.tsv", new StringReader(table)))).Message);
}
