using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <content>What is denied, before and after the word that denies it.</content>
internal static partial class ModalityFinder
{
    /// <summary>没有|收取5000元押金: what was not done; 没有|超过5% is a bound, and in 没有买房的有300人 those counted are there.</summary>
    private static bool Negates(SentenceParts parts, int word, int next, int clause)
    {
        if (next >= parts.Words.Length || !(parts.Words[next].Tag[0] is 'v' or 'p' || parts.Is(next, ContextCue.FutureAfter)) || parts.Is(next, ContextCue.Above) || parts.Is(next, ContextCue.Below)
            || parts.Words[word].Span.Start is var start && start > parts.Span.Start && parts.Folded[start - 1] == '有')
        {
            return false;
        }

        var rest = parts.Folded.AsSpan(start, Math.Max(0, parts.Clauses[clause].End - start));
        var number = rest.IndexOfAnyInRange('0', '9');
        return number > 0 && !rest[..number].Contains('的');
    }

    /// <summary>市场传公司亏损5亿元，公司否认亏损: a rumour that a later clause denies, saying no figure of its own.</summary>
    private static void AddRumour(SentenceParts parts, int word, int start, List<ModalityScope> scopes)
    {
        for (var i = word + 1; i < parts.Words.Length; i++)
        {
            if (parts.Lexicon.Modality.TryMatch(parts, i, out var end, out var sense) && sense is ModalitySense.Denial
                && parts.Clauses[parts.ClauseAt(parts.Words[i].Span.Start)] is var clause && clause.Start > start
                && !parts.Folded.AsSpan(end, Math.Max(0, clause.End - end)).ContainsAnyInRange('0', '9'))
            {
                scopes.Add(new ModalityScope(new TextSpan(start, clause.Start), Modality.Denied));
                return;
            }
        }
    }

    private static int EndOfDenial(SentenceParts parts, int clause, int from)
    {
        var end = parts.Clauses[clause].End;
        var denied = parts.Folded.AsSpan(from, Math.Max(0, end - from));
        if (denied.IndexOf('者') is var those && those > 0 && those + 1 < denied.Length && denied[..those].ContainsAnyInRange('0', '9') && (denied[those + 1] is '为' or '达' or '有' or '共' or '占' or '仅' or '约' or '逾' or '超' or '近' or '计' or '高' || char.IsAsciiDigit(denied[those + 1])))
        {
            // 未达35小时者为20万人: what is denied says who is counted.
            return from + those;
        }

        if (denied.IndexOf('的') is > 0 and var part && denied[part - 1] is '成' or '%' && denied[(part + 1)..] is ['占', not '比', ..] or ['有' or '达' or '共' or '仅', ..])
        {
            // 未达8成的占78%
            return from + part;
        }

        var contrast = denied.IndexOf("而是", StringComparison.Ordinal);
        return contrast >= 0 ? from + contrast : end;
    }

    /// <summary>The statement that 不属实 closes: back to the semicolon or the verb of speech before it.</summary>
    private static int StartOfDisproved(SentenceParts parts, int clause)
    {
        var start = parts.Clauses[clause].Start;
        for (var i = clause - 1; i >= 0 && parts.Folded[parts.Clauses[i].End - 1] is not (';' or ':'); i--)
        {
            var last = parts.WordFrom(parts.Clauses[i].End) - 2;
            if (last >= 0 && parts.Lexicon.Speech.TryMatch(parts.Text(last), out _, out _))
            {
                break;
            }

            start = parts.Clauses[i].Start;
        }

        return start;
    }
}
