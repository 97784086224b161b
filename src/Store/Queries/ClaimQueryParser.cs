using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Queries;

/// <summary>
/// Makes a query of what people write: the options of the command line and the parameters of the API have the same names, values and errors.
/// </summary>
public sealed class ClaimQueryParser
{
    /// <summary>The filters, in the order of docs/contract.md, section 6, then those that the desk adds.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    [
        "q", "kind", "metric", "subject", "speaker", "unit", "min", "max", "since", "until", "source", "verdict", "limit", "cursor",
        "modality", "time", "review", "edited", "copies",
    ];

    /// <summary>What <c>review</c> takes besides the states: claims that nobody has begun to check.</summary>
    public const string Unreviewed = "none";

    private readonly SearchVocabulary vocabulary;
    private readonly TimeProvider clock;

    /// <summary>Makes a parser.</summary>
    /// <param name="vocabulary">The words that searches are read by.</param>
    /// <param name="clock">Tells what 7d before today means.</param>
    public ClaimQueryParser(SearchVocabulary vocabulary, TimeProvider? clock = null) => (this.vocabulary, this.clock) = (vocabulary, clock ?? TimeProvider.System);

    /// <summary>Reads the filters; a name may come several times, and most take several values with commas between. A value that holds a comma stands in quotation marks (<see cref="FilterValues"/>). Empty values count as not given.</summary>
    /// <exception cref="QueryException">A filter is unknown or its value makes no sense; says what is wanted.</exception>
    public ClaimQuery Parse(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var given = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            if (!Parameters.Contains(name, StringComparer.Ordinal))
            {
                throw new QueryException(name, $"'{name}' is no filter: there are {string.Join(", ", Parameters)}");
            }

            if (!string.IsNullOrWhiteSpace(value))
            {
                (given.TryGetValue(name, out var values) ? values : given[name] = []).Add(value);
            }
        }

        var kinds = Words<ClaimKind>(given, "kind");
        var (unit, min, max) = new ValueRangeParser(vocabulary).Parse(One(given, "unit"), One(given, "min"), One(given, "max"), kinds);
        var since = Day(given, "since", first: true);
        var until = Day(given, "until", first: false);
        if (since > until)
        {
            throw new QueryException("until", $"until '{One(given, "until")}' lies before since '{One(given, "since")}'");
        }

        return new ClaimQuery
        {
            Terms = [.. Many(given, "q", split: false).SelectMany(SearchTermParser.Parse)],
            Kinds = kinds,
            Metrics = [.. Many(given, "metric").Select(metric => vocabulary.MetricId(TextFold.Fold(metric)) ?? metric)],
            Subjects = Many(given, "subject"),
            Speakers = Many(given, "speaker"),
            Units = unit is null ? [] : [unit],
            Min = min,
            Max = max,
            Since = since,
            Until = until,
            Period = Time(given),
            Sources = Many(given, "source", split: false),
            Verdicts = Words<Verdict>(given, "verdict"),
            ReviewStates = ReviewStates(given),
            Unreviewed = Many(given, "review").Exists(IsUnreviewed),
            Modalities = Words<Modality>(given, "modality"),
            Edited = Flag(given, "edited"),
            IncludeCopies = Flag(given, "copies"),
            Limit = Limit(given),
            Cursor = One(given, "cursor"),
        };
    }

    private static List<string> Many(Dictionary<string, List<string>> given, string name, bool split = true) => !given.TryGetValue(name, out var values)
        ? []
        : split
            ? [.. values.SelectMany(FilterValues.Split)]
            : values;

    private static string? One(Dictionary<string, List<string>> given, string name) => !given.TryGetValue(name, out var values)
        ? null
        : values.Count == 1 ? values[0].Trim() : throw new QueryException(name, $"{name} is given {values.Count} times: give it once");

    private static List<T> Words<T>(Dictionary<string, List<string>> given, string name)
        where T : struct, Enum => Words<T>(Many(given, name), name, ContractNames.All<T>());

    private static List<T> Words<T>(IEnumerable<string> words, string name, IReadOnlyList<string> allowed)
        where T : struct, Enum => [.. words.Select(word => ContractNames.TryParse(word, out T value)
            ? value
            : throw new QueryException(name, $"'{word}' is no {name}: there are {string.Join(", ", allowed)}")).Distinct()];

    private static List<ReviewState> ReviewStates(Dictionary<string, List<string>> given) =>
        Words<ReviewState>(Many(given, "review").Where(word => !IsUnreviewed(word)), "review", [.. ContractNames.All<ReviewState>(), Unreviewed]);

    private static bool IsUnreviewed(string word) => word.Equals(Unreviewed, StringComparison.OrdinalIgnoreCase);

    private static bool Flag(Dictionary<string, List<string>> given, string name) => One(given, name)?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        var other => throw new QueryException(name, $"'{other}': {name} is true or false"),
    };

    private static int Limit(Dictionary<string, List<string>> given)
    {
        var text = One(given, "limit");
        return text is null
            ? new ClaimQuery().Limit
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ClaimQuery.MaxLimit
                ? limit
                : throw new QueryException("limit", $"'{text}': limit is a whole number from 1 to {ClaimQuery.MaxLimit}");
    }

    private static Period? Time(Dictionary<string, List<string>> given)
    {
        var text = One(given, "time");
        return text is null
            ? null
            : TryPeriod(text, out var period)
                ? period
                : throw new QueryException("time", $"'{text}': time is a year (2025), a quarter (2025Q3), a month (2025-09), a day (2025-09-30), or two of them (2025-07/2025-09)");
    }

    private DateOnly? Day(Dictionary<string, List<string>> given, string name, bool first)
    {
        var text = One(given, name);
        if (text is null)
        {
            return null;
        }

        if (TryPeriod(text, out var period))
        {
            return first ? period.First : period.Last;
        }

        // 7d, 2w: so long before today, in China's time.
        if (text.Length is >= 2 and <= 5 && text[^1] is 'd' or 'w' && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(PublicationTime.ChinaOffset).DateTime).AddDays(-count * (text[^1] == 'w' ? 7 : 1));
        }

        throw new QueryException(name, $"'{text}': {name} is a day (2025-09-30), a month (2025-09), a year (2025), or so long ago (7d, 2w)");
    }

    private static bool TryPeriod(string text, out Period period)
    {
        if (text.Length == 6 && text[4] is 'Q' or 'q' && text[5] is >= '1' and <= '4' && Period.TryParse(text.AsSpan(0, 4), out var year))
        {
            var first = new DateOnly(year.First.Year, ((text[5] - '1') * 3) + 1, 1);
            period = new Period(first, first.AddMonths(3).AddDays(-1));
            return true;
        }

        return Period.TryParse(text, out period);
    }
}
