using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <content>What is asked of the listed words around the one that is read.</content>
internal sealed partial class WordReader
{
    /// <summary>辉达营|收: a listed name with a listed metric after it, wherever the cut runs; 张一鸣, 沪深300指数: one that holds a number.</summary>
    private bool TryListedName(ReadOnlySpan<char> text, in TokenCursor cursor, int at, int limit, out Token token)
    {
        for (var end = at + _listed.LongestFrom(at); end >= at + 2; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && sense.Entity is null && sense.Is(WordRoles.Adverb))
            {
                // 北京时间: no name and what it has.
                break;
            }

            if (sense.Entity is not null
                && (end > limit ? cursor.IsOtherNumberEnd(limit, end) : MetricStartsAt(text, end, limit)))
            {
                token = TokenRoles.Classify(text, at, end, "n", sense);
                return true;
            }
        }

        token = default;
        return false;
    }

    /// <summary>True when the rest of the word that <paramref name="end"/> cuts is listed: 沪|指跌 is 沪指 and 跌.</summary>
    private bool TailIsListed(ReadOnlySpan<Word> words, ReadOnlySpan<char> text, int index, int end)
    {
        while (index < words.Length && words[index].Span.End <= end)
        {
            index++;
        }

        // 营|收取|得 is 营收 and 取得.
        return index < words.Length && words[index].Span.Start < end
            && (_listed.TryGet(end, words[index].Span.End, out _) || index + 1 < words.Length && words[index + 1].Span is { Length: 1 } next && next.Start == words[index].Span.End && _listed.TryGet(end, next.End, out _));
    }

    /// <summary>True when a word of the cut ends at <paramref name="end"/>: 非农|就业人数.</summary>
    private static bool EndsWord(ReadOnlySpan<Word> words, int index, int end)
    {
        while (index < words.Length && words[index].Span.End < end)
        {
            index++;
        }

        return index < words.Length && words[index].Span.End == end;
    }

    /// <summary>True when a listed name or market starts at <paramref name="start"/> and runs past <paramref name="cut"/>, where a word of the cut ends.</summary>
    private bool NameStartsAt(ReadOnlySpan<char> text, int start, int cut, int limit)
    {
        for (var end = Math.Min(limit, start + _listed.LongestFrom(start)); end > cut; end--)
        {
            if (_listed.TryGet(start, end, out var sense) && (sense.Entity is not null || sense.Is(WordRoles.Region)))
            {
                return true;
            }
        }

        return false;
    }

    private bool MetricStartsAt(ReadOnlySpan<char> text, int start, int limit)
    {
        if (start >= limit)
        {
            return false;
        }

        for (var end = Math.Min(limit, start + _listed.LongestFrom(start)); end >= start + 2; end--)
        {
            if (_listed.TryGet(start, end, out var sense) && sense.Metric is not null)
            {
                return true;
            }
        }

        return false;
    }
}
