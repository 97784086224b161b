using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Context.Modalities;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>A sentence with what is spoken in it and what is not asserted.</summary>
internal sealed class SentenceReading
{
    private List<ModalityScope>? _scopes;

    public SentenceReading(SentenceParts parts)
    {
        Parts = parts;
        var spoken = new List<Spoken>();
        SpeakerFinder.Find(parts, spoken);
        Spoken = [.. spoken];
    }

    public SentenceParts Parts { get; }

    public ImmutableArray<Spoken> Spoken { get; }

    /// <summary>What is not asserted, found at first use: a sentence without a value is never asked.</summary>
    public List<ModalityScope> Scopes => _scopes ??= FindScopes(Parts);

    /// <summary>What a value at <paramref name="position"/> is: a denial outweighs a condition, a condition a forecast.</summary>
    public Modality ModalityAt(int position)
    {
        var modality = Modality.Asserted;
        foreach (var scope in Scopes)
        {
            if (scope.Span.Contains(position) && scope.Modality > modality)
            {
                modality = scope.Modality;
            }
        }

        return modality;
    }

    private static List<ModalityScope> FindScopes(SentenceParts parts)
    {
        var scopes = new List<ModalityScope>();
        ModalityFinder.Find(parts, scopes);
        return scopes;
    }
}
