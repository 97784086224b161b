using System.Globalization;
using Pipeline.Extract.Segmentation;

namespace Pipeline.DictionaryCompiler;

/// <summary>Figures of the hidden Markov model from hmm.tsv. What the table leaves out is <see cref="DictionaryFormat.Impossible"/>.</summary>
internal sealed class MarkovFigures
{
    private const string Header = "figure\tstate\tof\tlog_probability\tsource";
    private const string StateLetters = "BEMS";

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
        var number = 0;
        var headed = false;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (!headed)
            {
                headed = line == Header ? true : throw new InvalidDataException($"{file}:{number}: expected the columns '{Header}', found '{line}'");
                continue;
            }

            var cells = line.Split('\t');
            if (cells.Length != 5 || cells[1].Length != 1 || cells[2].Length != 1 || !StateLetters.Contains(cells[1][0], StringComparison.Ordinal)
                || !double.TryParse(cells[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !figures.TryAdd(cells[0], cells[1][0], cells[2][0], value))
            {
                throw new InvalidDataException($"{file}:{number}: not a figure of the model, or given before: '{line}'");
            }
        }

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
        var from = StateLetters.IndexOf(state, StringComparison.Ordinal);
        var to = StateLetters.IndexOf(of, StringComparison.Ordinal);
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
