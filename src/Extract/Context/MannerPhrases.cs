namespace Pipeline.Extract.Context;

/// <summary>Joins a preposition of means with what it governs into one adverbial: 以集中竞价方式, 通过发行股份及支付现金的方式, 透過公開市場.</summary>
/// <remarks>Such a phrase says how. Left apart, its last noun stands before the verb like a subject, and its verbs look like the clause's own.</remarks>
internal static class MannerPhrases
{
    /// <summary>Longest phrase, in tokens.</summary>
    private const int Longest = 16;

    /// <summary>Puts one adverb in place of every phrase of manner in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, CueLexicon cues, List<Token> tokens)
    {
        for (var i = tokens.Count - 2; i >= 0; i--)
        {
            if (tokens[i].Role == TokenRole.Noun && tokens[i].Sense.Is(WordRoles.Manner) && folded[tokens[i].End - 1] == '式' && tokens[i + 1].Role == TokenRole.Verb && tokens[i + 1].Sense.Is(WordRoles.Trade) && BareStart(tokens, i) is >= 0 and var bare)
            {
                // 集中竞价方式减持: without a preposition.
                tokens[bare] = new Token(tokens[bare].Start, tokens[i].End, TokenRole.Adverb, "d", WordSense.None);
                tokens.RemoveRange(bare + 1, i - bare);
                i = bare;
            }
            else if (Opens(folded, cues, tokens[i]) && LastOf(folded, tokens, i) is var last && last > i && (folded[tokens[i].Start] is not ('使' or '运') || folded[tokens[last].End - 1] == '式'))
            {
                tokens[i] = new Token(tokens[i].Start, tokens[last].End, TokenRole.Adverb, "d", WordSense.None);
                tokens.RemoveRange(i + 1, last - i);
            }
        }
    }

    /// <summary>Where the clause opens with nothing but the words of manner that end at <paramref name="last"/>; −1 where it does not.</summary>
    private static int BareStart(List<Token> tokens, int last)
    {
        var start = last;
        while (start > 0 && (tokens[start - 1].Sense.Is(WordRoles.Manner) || tokens[start - 1].Role == TokenRole.Number || tokens[start - 1] is { Role: TokenRole.Noun or TokenRole.Verb or TokenRole.Adjective, Tag: "vn" or "v" or "a" } && tokens[start - 1].Sense.Verb is null) && tokens[start - 1].End == tokens[start].Start)
        {
            start--;
        }

        return start == 0 || tokens[start - 1].Role is TokenRole.Clause or TokenRole.Adverb or TokenRole.Conjunction or TokenRole.Skipped ? start : -1;
    }

    private static bool Opens(string folded, CueLexicon cues, Token token) =>
        (token.Role is TokenRole.Preposition or TokenRole.Verb || token.Sense.Is(WordRoles.Means))
        && cues.Is(ContextCue.Means, folded.AsSpan(token.Start, token.End - token.Start));

    /// <summary>The last token of the phrase that <paramref name="opening"/> opens; -1 where no word of manner closes one.</summary>
    private static int LastOf(string folded, List<Token> tokens, int opening)
    {
        var last = -1;
        var verb = false;
        var first = opening + 1;
        while (first < tokens.Count && tokens[first].Role is TokenRole.Adverb)
        {
            first++;
        }

        var limit = Math.Min(tokens.Count, opening + 1 + Longest);
        for (var i = opening + 1; i < limit; i++)
        {
            var token = tokens[i];
            if (token.Role is TokenRole.Clause or TokenRole.Quantity or TokenRole.Open or TokenRole.Close
                || token.Role == TokenRole.Particle && folded.AsSpan(token.Start, token.End - token.Start) is not ("等" or "等等")
                || token.Role == TokenRole.Conjunction && folded.AsSpan(token.Start, token.End - token.Start) is not ("或" or "或者"))
            {
                break;
            }

            if (token.Sense.Is(WordRoles.Manner))
            {
                if (verb && last >= 0)
                {
                    break;
                }

                last = i;
                continue;
            }

            // A verb may open the phrase (发行股份的方式) or close a relative clause in it (其控制的账户).
            if (token.Role == TokenRole.Verb && i > first && !(i + 1 < limit && (tokens[i + 1].Role == TokenRole.Of || tokens[i + 1].Sense.Is(WordRoles.Manner))) && !(i + 3 < limit && tokens[i + 1].Role == TokenRole.Listing && tokens[i + 2].Role == TokenRole.Verb && tokens[i + 3].Role == TokenRole.Of))
            {
                verb = true;
            }
        }

        // 以定增方式的募资 and the like: the phrase narrows a noun.
        return last >= 0 && last + 1 < tokens.Count && tokens[last + 1].Role == TokenRole.Of ? -1 : last;
    }
}
