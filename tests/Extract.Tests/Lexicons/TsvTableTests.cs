using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Tests.Lexicons;

public class TsvTableTests
{
    [Theory]
    [InlineData("", "units.tsv: no header row; wanted word, factor, source")]
    [InlineData("word\tfaktor\tsource\n", "units.tsv:1: the header must be word, factor, source, found word, faktor, source")]
    [InlineData("# note\nword\tfactor\tsource\n米\t1\n", "units.tsv:3: must have 3 cells (word, factor, source), found 2")]
    [InlineData("word\tfactor\tsource\n米\t\tSI\n", "units.tsv:2: column 'factor' is empty; write - for nothing")]
    [InlineData("word\tfactor\tsource\n米\t1\tSI\n\n米\t2\tSI\n", "units.tsv:4: '米' stands in line 2 already")]
    public void A_broken_table_says_where_and_what(string text, string message) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => Read(text)).Message);

    [Fact]
    public void A_cell_that_is_no_number_says_so()
    {
        var row = Read("word\tfactor\tsource\n米\t1O00\tSI\n").Rows.Single();
        Assert.Equal("units.tsv:2: column 'factor' must be a number, found '1O00'", Assert.Throws<LexiconException>(() => row.Number("factor")).Message);
    }

    [Fact]
    public void Rows_come_in_file_order_without_comments()
    {
        var rows = Read("# units\nword\tfactor\tsource\n米\t1\tSI\n# more\n千米\t1000\tSI\n").Rows;
        Assert.Equal(["米", "千米"], rows.Select(r => r["word"]));
        Assert.Equal([3, 5], rows.Select(r => r.Line));
        Assert.Equal(1000, rows[1].Number("factor"));
    }

    private static TsvTable Read(string text) => TsvTable.Read(new LexiconSource("units.tsv", new StringReader(text)), "word", "factor", "source");
}
