using System.Globalization;
using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;
using Pipeline.Tests.Shared;

namespace Pipeline.Extract.Tests.Context.Time;

public sealed class TimeExampleTests
{
    private const string File = "time_words.examples.tsv";

    public static TheoryData<int> Rows
    {
        get
        {
            var lines = new TheoryData<int>();
            foreach (var row in Read())
            {
                lines.Add(row.Line);
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_other_script_holds_the_same(int line)
    {
        var text = Marked.Parse(Read().Single(candidate => candidate.Line == line)["text"]).Text;
        Assert.Equal(Find(text), Find(OtherScript.Of(text)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Expressions_are_found_where_marked_and_resolve_as_stated(int line)
    {
        var row = Read().Single(candidate => candidate.Line == line);
        var (text, marks) = Marked.Parse(row["text"]);
        var folded = TextFold.Fold(text);
        var found = new List<TimeExpression>();
        CircumstanceLexicon.BuiltIn.Times.Find(folded, new TextSpan(0, folded.Length), found);
        Assert.Equal(Show(text, marks), Show(text, found.Select(expression => expression.Span)));

        DateOnly? published = row.Optional("published") is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;
        var periods = TimeResolver.ResolveAll(found, published, before: new TimeContext(published, Holidays: CircumstanceLexicon.BuiltIn.Holidays)).Select(period => period?.ToIso() ?? "?");
        Assert.Equal(row.Optional("times") ?? string.Empty, string.Join(' ', periods));
    }

    private static List<TimeExpression> Find(string text)
    {
        var found = new List<TimeExpression>();
        CircumstanceLexicon.BuiltIn.Times.Find(TextFold.Fold(text), new TextSpan(0, text.Length), found);
        return found;
    }

    private static string Show(string text, IEnumerable<TextSpan> spans) => string.Join(" | ", spans.Select(span => span.Of(text).ToString()));

    private static IReadOnlyList<TsvRow> Read() => TsvTable.Read(
        new LexiconSource(File, new StreamReader(Repository.PathTo("data", "lexicons", File))), 0, "text", "published", "times", "why").Rows;
}
