using Pipeline.Extract.Model;

namespace Pipeline.Store.Queries;

/// <summary>The words that a claim is found by, the same in every engine.</summary>
internal static class ClaimWords
{
    /// <summary>The texts that a claim's field is made of: the index keeps which field holds a word, not where in it. The headline is the article's.</summary>
    public static string?[] Texts(Claim claim, WordField field) => field switch
    {
        WordField.Subject => [claim.Subject, claim.SubjectId],
        WordField.Metric => [claim.Metric],
        WordField.Speaker => [claim.Speaker],
        WordField.Other => [claim.Whole, claim.Text, claim.Basis],
        WordField.Own => [claim.Subject, claim.SubjectId, claim.Metric, claim.Speaker, claim.Whole, claim.Text, claim.Basis],
        _ => [claim.Sentence, claim.Subject, claim.SubjectId, claim.Metric, claim.Speaker, claim.Whole, claim.Text, claim.Basis],
    };

    /// <summary>The words of a claim's field, each once.</summary>
    public static List<string> Of(Claim claim, WordField field) => Of(Texts(claim, field));

    /// <summary>The words of texts, each once.</summary>
    public static List<string> Of(params ReadOnlySpan<string?> texts)
    {
        var tokens = new List<string>();
        foreach (var text in texts)
        {
            SearchTokens.Read(text ?? "", token => tokens.Add(token.ToString()));
        }

        return [.. tokens.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What filters find a claim by.</summary>
    /// <param name="stored">The claim with its finding.</param>
    /// <param name="edited">Whether a newer version changed or removed it.</param>
    /// <param name="article">The key of its article.</param>
    /// <param name="outlets">The facets of the outlets where its article stood.</param>
    public static List<string> Facets(StoredClaim stored, bool edited, long article, IEnumerable<string> outlets)
    {
        var claim = stored.Claim;
        var facets = new List<string> { Queries.Facets.Kind(claim.Kind), Queries.Facets.Modality(claim.Modality), Queries.Facets.Unit(claim.Unit), Queries.Facets.Article(article) };
        facets.AddRange(outlets);
        if (claim.MetricId is { } metric)
        {
            facets.Add(Queries.Facets.Metric(metric));
        }

        if (stored.Verdict is { } verdict)
        {
            facets.Add(Queries.Facets.Verdict(verdict));
        }

        if (stored.ReviewState is { } state)
        {
            facets.Add(Queries.Facets.State(state));
        }

        if (edited)
        {
            facets.Add(Queries.Facets.Edited);
        }

        if (Period.TryParse(claim.Time, out var period))
        {
            Queries.Facets.AppendYears(period, facets);
        }

        ValueWords.Append(claim.Unit, claim.Low, claim.High, facets);
        return facets;
    }
}
