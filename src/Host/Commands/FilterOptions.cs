using System.CommandLine;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Commands;

/// <summary>The filters of the contract as options; their names, values and errors are those of the API.</summary>
internal sealed class FilterOptions
{
    private static readonly (string Name, string HelpName, string Description)[] Described =
    [
        ("kind", "KIND", "Kind of claim (money, market_share, …); several with commas"),
        ("metric", "METRIC", "Metric: its id (market_share) or words of it (市场份额)"),
        ("subject", "NAME", "Subject, by any of its names in either script"),
        ("speaker", "NAME", "Who states it"),
        ("unit", "UNIT", "Unit as people write it (亿美元, TFLOP/s, 万辆, %)"),
        ("min", "VALUE", "Smallest value: a number in --unit, or with its unit (3万亿美元)"),
        ("max", "VALUE", "Largest value"),
        ("since", "DAY", "Published on this day or later (2025-11-01, 2025-11, 7d)"),
        ("until", "DAY", "Published on this day or earlier"),
        ("source", "SOURCE", "Publisher, host, address or file"),
        ("verdict", "VERDICT", "Finding (true, false, half_true, …)"),
        ("limit", "N", "How many on a page, 1 to 1000 (default 50)"),
        ("cursor", "CURSOR", "Where the page before ended"),
        ("modality", "MODALITY", "asserted, forecast, hypothetical or denied"),
        ("time", "PERIOD", "The time that the claim speaks of (2025, 2025Q3, 2025-07/2025-09)"),
        ("review", "STATE", "Where the checking stands: open, assigned, second_review, closed; none: nobody has begun"),
        ("edited", "", "Only claims that a silent edit changed or removed"),
        ("copies", "", "Copies of a claim too, not only its origin"),
    ];

    private readonly Argument<string[]> words = new("WORDS") { Description = "Words in either script; \"in quotes\" they stand side by side", Arity = ArgumentArity.ZeroOrMore };
    private readonly List<Option<string[]>> valued = [];
    private readonly List<Option<bool>> flags = [];

    /// <summary>Adds the filters to a verb.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="without">Filters that it does not take.</param>
    public FilterOptions(Verb verb, params string[] without)
    {
        verb.Add(words);
        foreach (var (name, helpName, description) in Described)
        {
            if (without.Contains(name, StringComparer.Ordinal))
            {
                continue;
            }

            if (helpName.Length == 0)
            {
                var flag = new Option<bool>("--" + name) { Description = description };
                flags.Add(flag);
                verb.Add(flag);
            }
            else
            {
                var option = new Option<string[]>("--" + name) { Description = description, HelpName = helpName, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
                valued.Add(option);
                verb.Add(option);
            }
        }
    }

    /// <summary>The query that the command line asks.</summary>
    /// <exception cref="QueryException">A filter makes no sense.</exception>
    public ClaimQuery Read(ParseResult parsed, SearchVocabulary vocabulary) => new ClaimQueryParser(vocabulary).Parse(Given(parsed));

    /// <summary>The filters as given.</summary>
    public List<KeyValuePair<string, string?>> Given(ParseResult parsed)
    {
        var given = new List<KeyValuePair<string, string?>>();

        // A shell takes the quotation marks away: an argument with a space in it was written in quotes.
        given.AddRange((parsed.GetValue(words) ?? []).Select(word => KeyValuePair.Create("q", (string?)(word.Trim().Contains(' ', StringComparison.Ordinal) && !word.Contains('"', StringComparison.Ordinal) ? $"\"{word}\"" : word))));
        foreach (var option in valued)
        {
            given.AddRange((parsed.GetValue(option) ?? []).Select(value => KeyValuePair.Create(option.Name[2..], (string?)value)));
        }

        given.AddRange(flags.Where(parsed.GetValue).Select(flag => KeyValuePair.Create(flag.Name[2..], (string?)"true")));
        return given;
    }
}
