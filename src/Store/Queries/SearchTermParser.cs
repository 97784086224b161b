using System.Text;

namespace Pipeline.Store.Queries;

/// <summary>Reads what is typed into a search box: words between spaces, phrases between quotation marks of any kind.</summary>
internal static class SearchTermParser
{
    private const string OpeningMarks = "\"“「『《", ClosingMarks = "\"”」』》";

    /// <summary>The terms, in order. An unclosed quotation mark runs to the end.</summary>
    public static IReadOnlyList<SearchTerm> Parse(string text)
    {
        var terms = new List<SearchTerm>();
        var current = new StringBuilder();
        var closing = '\0';
        foreach (var c in text)
        {
            if (closing != '\0')
            {
                if (c == closing || (closing == '"' && c == '＂'))
                {
                    Flush(current, isPhrase: true, terms);
                    closing = '\0';
                }
                else
                {
                    current.Append(c);
                }
            }
            else if (OpeningMarks.IndexOf(c == '＂' ? '"' : c, StringComparison.Ordinal) is >= 0 and var mark)
            {
                Flush(current, isPhrase: false, terms);
                closing = ClosingMarks[mark];
            }
            else if (char.IsWhiteSpace(c))
            {
                Flush(current, isPhrase: false, terms);
            }
            else
            {
                current.Append(c);
            }
        }

        Flush(current, closing != '\0', terms);
        return terms;
    }

    private static void Flush(StringBuilder current, bool isPhrase, List<SearchTerm> terms)
    {
        var text = current.ToString().Trim();
        if (text.Length > 0)
        {
            terms.Add(new SearchTerm(text, isPhrase));
        }

        current.Clear();
    }
}
