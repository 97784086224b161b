using Pipeline.Extract.Segmentation;

namespace Pipeline.DictionaryCompiler;

/// <summary>Figures of the hidden Markov model from hmm.tsv. What the table leaves out is <see cref="DictionaryFormat.Impossible"/>.</summary>
internal sealed class MarkovFigures
{
    private const string Header = "figure\tstate\tof\tlog_probability";

    /// <summary>By state.</summary>
    public double[] Start { get; } = Impossible(DictionaryFormat.States);

    /// <summary>[from × 4 + to].</summary>
    public double[] Transitions { get; } = Impossible(DictionaryFormat.States * DictionaryFormat.States);

    /// <summary>By character, then state.</summary>
    public SortedDictionary<char, double[]> Emissions { get; } = [];

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">A line does not fit; the message has file and line.</exception>
    public static MarkovFigures Read(string file)
    {
        var figures = new MarkovFigures();
        FigureTable.Read(file, Header, (cells, value) =>
            cells[1].Length == 1 && cells[2].Length == 1 && DictionaryFormat.StateLetters.Contains(cells[1][0], StringComparison.Ordinal) && figures.TryAdd(cells[0], cells[1][0], cells[2][0], value));
        return figures;
    }

    private static double[] Impossible(int count)
    {
        var figures = new double[count];
        Array.Fill(figures, DictionaryFormat.Impossible);
        return figures;
    }

    private static bool TrySet(ref double figure, double value)
    {
        var free = figure == DictionaryFormat.Impossible;
        figure = value;
        return free;
    }

    private bool TryAdd(string figure, char state, char of, double value)
    {
        var from = DictionaryFormat.StateLetters.IndexOf(state, StringComparison.Ordinal);
        var to = DictionaryFormat.StateLetters.IndexOf(of, StringComparison.Ordinal);
        switch (figure)
        {
            case "start":
                return TrySet(ref Start[from], value);
            case "transition" when to >= 0:
                return TrySet(ref Transitions[(from * DictionaryFormat.States) + to], value);
            case "emission":
                if (!Emissions.TryGetValue(of, out var row))
                {
                    Emissions.Add(of, row = Impossible(DictionaryFormat.States));
                }

                return TrySet(ref row[from], value);
            default:
                return false;
        }
    }
}
