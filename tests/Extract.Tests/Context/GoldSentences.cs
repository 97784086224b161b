using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Context;

/// <summary>Runs the rules on time, speaker, quotation and modality over annotated quantities, so that they are measured apart from the scanner.</summary>
internal static class GoldSentences
{
    public static IEnumerable<(JsonElement Gold, string Text, Circumstances Found)> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement.Clone();
            var text = root.GetProperty("text").GetString()!;
            var published = root.TryGetProperty("published_at", out var day) && day.ValueKind == JsonValueKind.String && PublicationTime.TryParse(day.GetString(), out var time) ? time.Date : (DateOnly?)null;
            var claims = root.GetProperty("claims").EnumerateArray().ToList();
            var folded = TextFold.Fold(text);
            var sentences = SentenceSplitter.Split(folded);
            var discourse = new Discourse(folded, sentences, published, JiebaSegmenter.Default);
            foreach (var sentence in sentences)
            {
                var held = claims.Where(claim => sentence.Contains(claim.GetProperty("start").GetInt32())).ToList();
                if (held.Count == 0)
                {
                    continue;
                }

                var analyzed = Analyze(folded, sentence, [.. held.Select(Quantity)]);
                for (var i = 0; i < held.Count; i++)
                {
                    yield return (held[i], text, discourse.Of(analyzed, analyzed.Quantities[i]));
                }
            }
        }
    }

    public static AnalyzedSentence Analyze(string folded, TextSpan sentence, ImmutableArray<Quantity> quantities)
    {
        var words = new List<Word>();
        JiebaSegmenter.Default.Segment(folded.AsSpan(sentence.Start, sentence.Length), words);
        var clauses = new List<TextSpan>();
        ClauseSplitter.Split(folded, sentence, clauses);
        var analyzed = new AnalyzedSentence
        {
            Lexicon = CircumstanceLexicon.BuiltIn,
            Folded = folded,
            Span = sentence,
            Clauses = [.. clauses],
            Words = [.. words.Select(word => new Word(new TextSpan(word.Span.Start + sentence.Start, word.Span.End + sentence.Start), word.Tag))],
            Quantities = quantities,
        };
        analyzed.JoinNames(OrganisationNames.In(folded, JiebaSegmenter.Default, LexiconSet.BuiltIn, new ListedWords(LexiconSet.BuiltIn.Vocabulary)));
        return analyzed;
    }

    private static Quantity Quantity(JsonElement claim)
    {
        var span = new TextSpan(claim.GetProperty("start").GetInt32(), claim.GetProperty("end").GetInt32());
        var unit = claim.GetProperty("unit").GetString()!;
        return new Quantity
        {
            Span = span,
            Extent = span,
            Low = 0,
            High = 0,
            Unit = unit,
            Dimension = unit == "x" ? Dimension.Multiple : unit == "%" ? Dimension.Percent : Dimension.Count,
            Bound = Bound.Exact,
        };
    }
}
