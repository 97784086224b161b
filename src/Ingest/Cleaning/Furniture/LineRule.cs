namespace Pipeline.Ingest.Cleaning.Furniture;

/// <summary>A row of data/furniture/lines.tsv.</summary>
/// <param name="Role">What a matching line is.</param>
/// <param name="Match">How <paramref name="Words"/> stand in it.</param>
/// <param name="Words">As <see cref="LineKey"/> makes them: folded, lower case, without white space.</param>
/// <param name="Longest">Characters of the key that a line may have at most; longer lines are prose that mentions the words.</param>
public sealed record LineRule(LineRole Role, LineMatch Match, string Words, int Longest);
