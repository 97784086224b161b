using System.Buffers;
using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>Mends personal names that the segmenter's model for unlisted words cut before a verb of speech: 罗致|光指, 李家|超|表示, 林俊宪笑|说.</summary>
internal static class PersonWords
{
    /// <summary>What stands between a name and its verb of speech, or is one: 光|指, 光|今, 光|则.</summary>
    private static readonly SearchValues<char> Followers = SearchValues.Create("今昨则续亦也又并指料说称笑还曾于在受就向对初痛坦直估再");

    /// <summary>The words of a sentence with such names as one word; the same where there is none.</summary>
    public static ImmutableArray<Word> Mend(string folded, ImmutableArray<Word> words, CircumstanceLexicon lexicon)
    {
        List<Word>? mended = null;
        for (var i = 0; i < words.Length; i++)
        {
            var (name, last) = NameAt(folded, words, i, lexicon);
            if (name == 0)
            {
                mended?.Add(words[i]);
                continue;
            }

            mended ??= [.. words.AsSpan(0, i)];
            var end = words[i].Span.Start + name;
            mended.Add(new Word(new TextSpan(words[i].Span.Start, end), "nr"));
            if (end < words[last].Span.End)
            {
                var rest = new TextSpan(end, words[last].Span.End);
                mended.Add(new Word(rest, WordDictionary.Embedded.ListedTag(rest.Of(folded)) ?? "d"));
            }

            i = last;
        }

        return mended is null ? words : [.. mended];
    }

    /// <summary>Length of the name of three characters that starts with the word <paramref name="index"/>, and the word it ends in; 0 for none.</summary>
    private static (int Length, int Last) NameAt(string folded, ImmutableArray<Word> words, int index, CircumstanceLexicon lexicon)
    {
        var text = words[index].Span.Of(folded);
        if (text.Length is not (2 or 4) || words[index].Tag[0] is not ('n' or 'x' or 'v' or 'j') || !lexicon.Names.OpensWithSurname(text) || !Opens(folded, words, index, lexicon))
        {
            return default;
        }

        if (text.Length == 4)
        {
            return Followers.Contains(text[3]) && WordDictionary.Embedded.ListedTag(text) is null ? (3, index) : default;
        }

        if (index + 1 >= words.Length || words[index + 1].Span.Start != words[index].Span.End || WordDictionary.Embedded.ListedTag(text) is not (null or ['n', 'r', ..]))
        {
            return default;
        }

        var next = words[index + 1].Span.Of(folded);
        return next.Length switch
        {
            1 when char.IsLetter(next[0]) && !Followers.Contains(next[0]) && words[index + 1].Tag[0] is not ('p' or 'u' or 'c') && IsSpoken(folded, words, index + 2, lexicon) => (3, index + 1),
            2 or 3 when Followers.Contains(next[1]) && WordDictionary.Embedded.ListedTag(next) is null => (3, index + 1),
            _ => default,
        };
    }

    /// <summary>True where a clause or a title stands before the name.</summary>
    private static bool Opens(string folded, ImmutableArray<Word> words, int index, CircumstanceLexicon lexicon) =>
        index == 0 || words[index - 1].Tag[0] is 'x' or 'w' || lexicon.Sources.EndingOf(words[index - 1].Span.Of(folded), out _).HasFlag(SourceSense.Title);

    private static bool IsSpoken(string folded, ImmutableArray<Word> words, int next, CircumstanceLexicon lexicon) =>
        next < words.Length && (Followers.Contains(folded[words[next].Span.Start]) || lexicon.Speech.TryMatch(words[next].Span.Of(folded), out _, out _));
}
