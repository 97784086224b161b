using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>Finds the person that 他 or 她 stands for: the nearest one named before.</summary>
internal static class PersonFinder
{
    /// <summary>How many sentences to look back; further off a pronoun is left open. Set by hand on the seed articles.</summary>
    public const int SentencesBack = 8;

    /// <summary>The last person named in <paramref name="parts"/> before <paramref name="limit"/>.</summary>
    public static TextSpan? Last(SentenceParts parts, int limit)
    {
        for (var i = parts.WordFrom(limit) - 1; i >= 0; i--)
        {
            if (IsPerson(parts, i) && parts.Words[i].Span.End <= limit)
            {
                return Name(parts, i);
            }
        }

        return null;
    }

    /// <summary>The first person named in <paramref name="parts"/>: an earlier sentence is about its subject.</summary>
    public static TextSpan? First(SentenceParts parts)
    {
        for (var i = 0; i < parts.Words.Length; i++)
        {
            if (IsPerson(parts, i))
            {
                return Name(parts, i);
            }
        }

        return null;
    }

    /// <summary>True for a speaker that is called by a personal name.</summary>
    public static bool IsNamed(SentenceParts parts, TextSpan speaker)
    {
        var text = parts.Text(speaker);
        var tag = parts.Words[Math.Min(parts.WordFrom(speaker.Start), parts.Words.Length - 1)].Tag;
        return parts.Lexicon.Names.IsFullName(text, tag) || parts.Lexicon.Names.MayBeName(text, "nr") || (text.Length is >= 3 and <= 12 && text.Contains('·'));
    }

    /// <summary>A full name, or a shorter one that a title or a verb of speech beside it tells from a common word.</summary>
    private static bool IsPerson(SentenceParts parts, int index)
    {
        var word = parts.Text(index);
        var tag = parts.Words[index].Tag;
        if (parts.Lexicon.Names.IsFullName(word, tag))
        {
            return true;
        }

        var isForeign = tag.StartsWith("nr", StringComparison.Ordinal) && word.Length >= 2;
        if (!isForeign && !parts.Lexicon.Names.MayBeName(word, tag))
        {
            return false;
        }

        return (index > 0 && (parts.Text(index - 1) is "·" || parts.Lexicon.Sources.EndingOf(parts.Text(index - 1), out _).HasFlag(SourceSense.Title)))
            || (index + 1 < parts.Words.Length && (parts.Text(index + 1) is "·" || (parts.Lexicon.Speech.TryMatch(parts.Text(index + 1), out var length, out var sense)
                && length == parts.Words[index + 1].Span.Length && sense is SpeechSense.Say or SpeechSense.Remark)));
    }

    /// <summary>Widens 史蒂文 to 史蒂文·斯皮尔伯格.</summary>
    private static TextSpan Name(SentenceParts parts, int index)
    {
        var (first, last) = (index, index);
        while (last + 2 < parts.Words.Length && parts.Text(last + 1) is "·")
        {
            last += 2;
        }

        while (first >= 2 && parts.Text(first - 1) is "·")
        {
            first -= 2;
        }

        return new TextSpan(parts.Words[first].Span.Start, parts.Words[last].Span.End);
    }
}
