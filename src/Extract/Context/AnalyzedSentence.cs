using System.Collections.Immutable;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>A sentence that holds a quantity, with all that the context rules read. All spans are positions in the article's text.</summary>
public sealed class AnalyzedSentence
{
    private ImmutableArray<Word> _words;
    private TimeExpression[]? _times;
    private int? _head;

    /// <summary>The words that its times, speakers and modality are read by.</summary>
    public required CircumstanceLexicon Lexicon { get; init; }

    /// <summary>The whole article, folded.</summary>
    public required string Folded { get; init; }

    /// <summary>The sentence, closing marks included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its clauses in order: contiguous stretches between commas, semicolons and colons, the mark included.</summary>
    public required ImmutableArray<TextSpan> Clauses { get; init; }

    /// <summary>Its words in order.</summary>
    public required ImmutableArray<Word> Words
    {
        get => _words;
        init => _words = value;
    }

    /// <summary>Its quantities in order.</summary>
    public required ImmutableArray<Quantity> Quantities { get; init; }

    /// <summary>Where <see cref="Words"/> joins the name of a company, in order.</summary>
    internal JoinedName[] Names { get; private set; } = [];

    /// <summary>Where the report starts after a line of origin or a number (证券时报网讯, 二、); the sentence's start where there is none.</summary>
    internal int Head => _head ??= LeadIn.EndOf(Folded, Span);

    /// <summary>Its time expressions in order, found at first use.</summary>
    internal TimeExpression[] Times => _times ??= FindTimes();

    /// <summary>Makes one word of each name of a company or a person.</summary>
    internal void JoinNames(OrganisationNames names)
    {
        Names = names.Join(Span, ref _words);
        _words = new PersonReader(Folded, _words, Names, Lexicon, names.Lexicon).Joined();
    }

    private TimeExpression[] FindTimes()
    {
        var times = new List<TimeExpression>();
        Lexicon.Times.Find(Folded, Span, Words.AsSpan(), times);
        times.RemoveAll(IsMeasured);
        return [.. times];
    }

    /// <summary>燃烧|4日: what is the value itself names no day.</summary>
    private bool IsMeasured(TimeExpression time)
    {
        var (low, high) = (0, Quantities.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Quantities[middle].Span.End < time.Span.End ? (middle + 1, high) : (low, middle);
        }

        return low < Quantities.Length && Quantities[low].Span.Start <= time.Span.Start && time.Span.End <= Quantities[low].Span.End;
    }
}
