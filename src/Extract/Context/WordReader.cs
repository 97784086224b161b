using System.Buffers;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>Reads the next word of a sentence where the segmenter's cut and the lexicons disagree.</summary>
/// <remarks>A listed word wins over the cut: the longest one that starts here and ends where a word ends, else one that a longer word starts with. What is left is the cut, without the function words that the model for unlisted words glues to others.</remarks>
internal sealed partial class WordReader(ListedWords listed)
{
    private static readonly SearchValues<char> GluedAdverbs = SearchValues.Create("已约仅共均达超近逾为至到较由从也还又再则都将指称");
    private readonly ListedWords _listed = listed;
    private readonly WordDictionary _dictionary = WordDictionary.Embedded;

    /// <summary>The word at <paramref name="at"/>.</summary>
    public Token Read(AnalyzedSentence sentence, in TokenCursor cursor, int at)
    {
        var text = sentence.Folded.AsSpan();
        var place = new Place(text, cursor.Words, cursor.WordIndex, at, cursor.NextStretch(at));
        var wordEnd = Math.Max(at + 1, Math.Min(place.Limit, place.Word.Span.End));
        if (wordEnd - at is 2 or 3 && wordEnd < place.Limit && text[wordEnd] is '增' or '减' && text[wordEnd - 1] is '年' or '月' or '季' && IsUnlisted(text, at, wordEnd))
        {
            // 零组件|业年|增: the model for unlisted words glues the 年 of 年增 to the noun before.
            wordEnd--;
        }

        if (OpeningTag(sentence, in place, wordEnd) is { } opening)
        {
            return Classified(text, at, at + 1, opening);
        }

        if (text[at..] is ['得', '分', '为', ..] && wordEnd == at + 1)
        {
            // 得|分为: a score, and what it is.
            return TokenRoles.Classify(text, at, at + 2, "v", WordSense.None);
        }

        if (wordEnd < place.Limit - 1 && text[wordEnd..] is ['行', '为', ..] && text[wordEnd - 1] is '分' or '支' or '总' or '银')
        {
            // 海外分|行为: a bank's branch and what it amounts to.
            return TokenRoles.Classify(text, at, wordEnd + 1, "n", WordSense.None);
        }

        return TryListed(in place, in cursor, wordEnd, out var token) ? token : Unlisted(in place, wordEnd);
    }

    private Token Classified(ReadOnlySpan<char> text, int start, int end, string tag) =>
        TokenRoles.Classify(text, start, end, tag, _listed.TryGet(start, end, out var sense) ? sense : WordSense.None);

    /// <summary>True for a word that neither the dictionary nor a lexicon lists.</summary>
    private bool IsUnlisted(ReadOnlySpan<char> text, int start, int end) => !_listed.TryGet(start, end, out _) && IsNoWord(text[start..end]);

    /// <summary>True for a word that the dictionary does not list: the model for unlisted words made it.</summary>
    private bool IsNoWord(ReadOnlySpan<char> word) => _dictionary.ListedTag(word) is null;

    /// <summary>Where a word is read.</summary>
    /// <param name="text">The article, folded.</param>
    /// <param name="words">The cut.</param>
    /// <param name="index">The word of the cut that holds <paramref name="at"/>.</param>
    /// <param name="at">Where the word starts.</param>
    /// <param name="limit">Where the next quantity, time or number starts, which no word runs into.</param>
    private readonly ref struct Place(ReadOnlySpan<char> text, ReadOnlySpan<Word> words, int index, int at, int limit)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public ReadOnlySpan<Word> Words { get; } = words;

        public int Index { get; } = index;

        public int At { get; } = at;

        public int Limit { get; } = limit;

        public Word Word => Words[Index];

        public void Deconstruct(out ReadOnlySpan<char> text, out ReadOnlySpan<Word> words, out int index, out int at, out int limit)
        {
            text = Text;
            words = Words;
            (index, at, limit) = (Index, At, Limit);
        }
    }
}
