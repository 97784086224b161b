using System.Collections.Immutable;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>What the rules on time, speaker and modality read of a sentence. Spans are positions in the article.</summary>
internal sealed class SentenceParts
{
    public required CircumstanceLexicon Lexicon { get; init; }

    public required string Folded { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>Where the report starts after a line of origin or a number.</summary>
    public required int Head { get; init; }

    public required JoinedName[] Names { get; init; }

    public required ImmutableArray<TextSpan> Clauses { get; init; }

    public required ImmutableArray<Word> Words { get; init; }

    public required TimeExpression[] Times { get; init; }

    public static SentenceParts Of(AnalyzedSentence sentence) => new()
    {
        Lexicon = sentence.Lexicon,
        Folded = sentence.Folded,
        Span = sentence.Span,
        Head = sentence.Head,
        Names = sentence.Names,
        Clauses = sentence.Clauses,
        Words = FunctionWordCut.Cut(sentence.Folded, sentence.Words, sentence.Lexicon.Sources),
        Times = sentence.Times,
    };

    public ReadOnlySpan<char> Text(TextSpan span) => span.Of(Folded);

    public ReadOnlySpan<char> Text(int word) => Words[word].Span.Of(Folded);

    /// <summary>True when the word at <paramref name="word"/> gives <paramref name="cue"/>.</summary>
    public bool Is(int word, ContextCue cue) => Lexicon.Cues.Is(cue, Text(word));

    /// <summary>True for the span of a name that was joined (<see cref="Context.Names.OrganisationNames"/>).</summary>
    public bool IsName(TextSpan span)
    {
        foreach (var name in Names)
        {
            if (name.Span == span)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the first clause of the report.</summary>
    public bool IsHead(int clause) => Clauses[clause].End > Head && (clause == 0 || Clauses[clause - 1].End <= Head);

    /// <summary>Index of the clause that holds <paramref name="position"/>; the last one for a position after all.</summary>
    public int ClauseAt(int position)
    {
        for (var i = 0; i < Clauses.Length; i++)
        {
            if (position < Clauses[i].End)
            {
                return i;
            }
        }

        return Clauses.Length - 1;
    }

    /// <summary>Index of the first word that starts at or after <paramref name="position"/>.</summary>
    public int WordFrom(int position)
    {
        var (low, high) = (0, Words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Words[middle].Span.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>True when a word ends at <paramref name="position"/>.</summary>
    public bool IsWordEnd(int position)
    {
        var next = WordFrom(position);
        return next > 0 && Words[next - 1].Span.End == position;
    }

    /// <summary>True when the word at <paramref name="index"/> is part of a time expression.</summary>
    public bool IsTime(int index)
    {
        foreach (var time in Times)
        {
            if (time.Span.Start >= Words[index].Span.End)
            {
                return false;
            }

            if (time.Span.Overlaps(Words[index].Span))
            {
                return true;
            }
        }

        return false;
    }
}
