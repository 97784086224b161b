using System.Globalization;
using System.Text;
using Pipeline.Extract;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Commands;

/// <summary>Why an article's numbers are claims or are none, for a person: every number in the order of the text.</summary>
internal static class ExplanationText
{
    public static string Of(Article article, Explanation explanation)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{article.Source}: {explanation.Claims.Count} claims, {explanation.Skipped.Count} other numbers\n");
        var entries = explanation.Claims.Select(claim => (claim.Claim.Start, Text: OfClaim(claim)))
            .Concat(explanation.Skipped.Select(number => (number.Span.Start, Text: OfNumber(article, number))));
        foreach (var (_, entry) in entries.OrderBy(entry => entry.Start))
        {
            text.Append(entry);
        }

        return text.ToString();
    }

    private static string OfClaim(ExplainedClaim explained)
    {
        var claim = explained.Claim;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"  {claim.Span} {SafeText.OneLine(claim.Text)}: {ContractNames.Of(claim.Kind)} by rule {claim.Rule}, confidence {claim.Confidence:0.00}\n");
        Line(text, "words", explained.Words);
        Line(text, "found by", explained.Origins);
        Line(text, "open", explained.Open);
        return text.ToString();
    }

    private static string OfNumber(Article article, SkippedNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"  {number.Span} {SafeText.OneLine(number.Span.Of(article.Text).ToString())}: no claim, {Reason(number.Reason)}\n");

    private static void Line(StringBuilder text, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {name}: {string.Join(", ", values.Select(SafeText.OneLine))}\n");
        }
    }

    private static string Reason(SkipReason reason) => reason switch
    {
        SkipReason.Time => "it only says when",
        SkipReason.Ordinal => "an ordinal or a rank",
        SkipReason.Name => "part of a name",
        SkipReason.Enumeration => "counted only to be listed or pointed back at",
        SkipReason.IndefiniteOne => "the indefinite 一",
        SkipReason.Idiom => "part of an idiom",
        SkipReason.Identifier => "an identifier: phone, licence, document, address, page or URL",
        SkipReason.Score => "a score",
        SkipReason.ClassLimit => "a limit that only names a class",
        SkipReason.Streak => "a streak",
        SkipReason.Vague => "too vague to look up",
        SkipReason.ProductSpecification => "part of a product's name",
        SkipReason.EarlierValue => "the earlier value of the next claim",
        SkipReason.Denominator => "a denominator",
        SkipReason.Bare => "no unit, classifier or noun makes it a quantity",
        SkipReason.Furniture => "in a line of the page, not of the text",
        SkipReason.OutOfRange => "too large or too precise to be held exactly",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
