using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>A deal whose size is only bounded is still to come: 六个月内减持公司股份不超过500万股. One that is done has a size.</summary>
internal static class PlannedDeal
{
    /// <summary>How many words may stand between the verb and the bound: 减持本公司无限售流通股份合计不超过.</summary>
    private const int ReachToBound = 10;

    /// <summary>True for a verb of dealing at <paramref name="word"/> with a bound after it in its clause, and nothing that says it is done.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="word">Index of a word.</param>
    /// <param name="deal">From the verb to the bound.</param>
    public static bool Is(SentenceParts parts, int word, out TextSpan deal)
    {
        deal = default;
        if (!parts.Is(word, ContextCue.Deals) || word > 0 && parts.Text(word - 1) is "已" or "已经" or "曾" or "累计" && !(word > 1 && parts.Text(word - 2) is "内" or "间"))
        {
            return false;
        }

        for (var i = word + 1; i < parts.Words.Length && i <= word + ReachToBound; i++)
        {
            if (parts.Text(i) is "了" or "的" or "," or ";" or ":" or "。" or "、" || parts.Text(i)[^1] is '价' or '格')
            {
                // 减持的股份不超过, 回购价格不超过: the bound is that of a rule.
                return false;
            }

            // 不|超过: the segmenter may part it.
            if (parts.Lexicon.Cues.IsAtStart(ContextCue.DealBound, parts.Folded.AsSpan(parts.Words[i].Span.Start, parts.Span.End - parts.Words[i].Span.Start)))
            {
                deal = new TextSpan(parts.Words[word].Span.Start, parts.Words[i].Span.End);
                return true;
            }
        }

        return false;
    }
}
