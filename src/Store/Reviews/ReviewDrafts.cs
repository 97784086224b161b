using Pipeline.Store.Queries;

namespace Pipeline.Store.Reviews;

/// <summary>Makes a review step of what people write, on the command line and over the API alike.</summary>
public static class ReviewDrafts
{
    /// <summary>The longest note and name, in UTF-16 units.</summary>
    private const int MaxNote = 20_000, MaxName = 200, MaxLinks = 50;

    /// <summary>Reads a step.</summary>
    /// <exception cref="QueryException">A part of it makes no sense; says what is wanted.</exception>
    public static ReviewDraft Read(string id, string? verdict, string? state, string? note, string? reviewer, string? assignee, IReadOnlyList<string> evidence, int? version, bool coversAppearances)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var finding = Word<Verdict>("verdict", verdict);
        var stage = Word<ReviewState>("state", state) ?? (finding is not null ? ReviewState.Closed : string.IsNullOrWhiteSpace(assignee) ? ReviewState.Open : ReviewState.Assigned);
        if (finding is null && string.IsNullOrWhiteSpace(note) && state is null && string.IsNullOrWhiteSpace(assignee))
        {
            throw new QueryException("verdict", $"a review says something: a verdict ({string.Join(", ", ContractNames.All<Verdict>())}), a state, an assignee or a note");
        }

        if (stage is ReviewState.Assigned && string.IsNullOrWhiteSpace(assignee))
        {
            throw new QueryException("assignee", "an assigned claim names who is to work on it");
        }

        return new ReviewDraft
        {
            ClaimId = id,
            Verdict = finding,
            State = stage,
            Note = Short("note", note, MaxNote),
            Reviewer = Short("reviewer", reviewer, MaxName) ?? throw new QueryException("reviewer", "a review names who says so"),
            Assignee = Short("assignee", assignee, MaxName),
            Evidence = Links(evidence),
            ExpectedVersion = version is >= 0 or null ? version : throw new QueryException("version", $"'{version}': version is the number that the history showed, 0 when it was empty"),
            CoversAppearances = coversAppearances,
        };
    }

    private static T? Word<T>(string name, string? word)
        where T : struct, Enum => string.IsNullOrWhiteSpace(word)
        ? null
        : ContractNames.TryParse(word, out T value) ? value : throw new QueryException(name, $"'{word}' is no {name}: there are {string.Join(", ", ContractNames.All<T>())}");

    private static string? Short(string name, string? text, int longest) => string.IsNullOrWhiteSpace(text)
        ? null
        : text.Trim().Length <= longest ? text.Trim() : throw new QueryException(name, $"{name} is {text.Trim().Length} characters long: at most {longest} are kept");

    private static string[] Links(IReadOnlyList<string> links)
    {
        if (links.Count > MaxLinks)
        {
            throw new QueryException("evidence", $"{links.Count} links are given: at most {MaxLinks} are kept");
        }

        return [.. links.Select(link => Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? link
            : throw new QueryException("evidence", $"'{link}' is no http or https address"))];
    }
}
