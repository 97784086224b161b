using Pipeline.Extract.Segmentation;

namespace Pipeline.DictionaryCompiler;

/// <summary>What tags.tsv says of the parts of speech of unlisted words.</summary>
internal sealed class TagFigures
{
    private const string Header = "figure\ttag\tstate\tof\tlog_probability";

    /// <summary>Tags in ordinal order, with the log probability that a word of the tag begins.</summary>
    public SortedDictionary<string, float> Start { get; } = new(StringComparer.Ordinal);

    /// <summary>By tag and <see cref="DictionaryFormat.TagStep"/>.</summary>
    public Dictionary<(string Tag, int Step), float> Transitions { get; } = [];

    /// <summary>By character: tag and state with the log probability to show it.</summary>
    public SortedDictionary<char, List<(string Tag, int State, float Value)>> Emissions { get; } = [];

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">A line does not fit; the message has file and line.</exception>
    public static TagFigures Read(string file)
    {
        var figures = new TagFigures();
        FigureTable.Read(file, Header, (cells, value) => figures.TryAdd(cells[0], cells[1], cells[2], cells[3], (float)value));
        return figures;
    }

    private bool TryAdd(string figure, string tag, string state, string of, float value)
    {
        var from = state.Length == 1 ? DictionaryFormat.StateLetters.IndexOf(state[0], StringComparison.Ordinal) : -1;
        if (from < 0 || of.Length != 1 || tag.Length == 0)
        {
            return false;
        }

        switch (figure)
        {
            case "start":
                return Start.TryAdd(tag, value);
            case "transition":
                var to = DictionaryFormat.StateLetters.IndexOf(of[0], StringComparison.Ordinal);
                return to >= 0 && Transitions.TryAdd((tag, DictionaryFormat.TagStep(from, to)), value);
            case "emission":
                if (!Emissions.TryGetValue(of[0], out var row))
                {
                    Emissions.Add(of[0], row = []);
                }

                var isNew = !row.Exists(entry => entry.Tag == tag && entry.State == from);
                row.Add((tag, from, value));
                return isNew;
            default:
                return false;
        }
    }
}
