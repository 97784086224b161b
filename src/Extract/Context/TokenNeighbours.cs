using System.Runtime.InteropServices;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>A second look at a sentence's tokens, for what only the neighbours of each tell.</summary>
internal static class TokenNeighbours
{
    /// <summary>What a board passes, which the lexicon lists as no verb of saying.</summary>
    private const string Resolution = "决议";

    /// <summary>Hides brackets without a quantity, joins phrases of manner, then finds verbs of speech and settles the roles that neighbours decide.</summary>
    public static void Settle(string folded, TextSpan sentence, CueLexicon cues, List<Token> tokens)
    {
        var (roles, hasTrade) = (WordRoles.None, false);
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(tokens))
        {
            roles |= token.Sense.Roles;
            hasTrade |= TradePartners.IsTrade(token);
        }

        HideBrackets(folded, CollectionsMarshal.AsSpan(tokens));
        if (sentence.Of(folded).ContainsAny(ResultVerbs.Complements))
        {
            ResultVerbs.Join(folded, tokens);
        }

        if (sentence.Of(folded).Contains("在内的", StringComparison.Ordinal))
        {
            HideThoseAmong(folded, CollectionsMarshal.AsSpan(tokens));
        }

        if ((roles & WordRoles.Manner) != 0)
        {
            MannerPhrases.Join(folded, cues, tokens);
        }

        if (sentence.Of(folded).Contains(SchemeNames.Plan, StringComparison.Ordinal))
        {
            SchemeNames.Join(folded, cues, tokens);
        }

        if (hasTrade)
        {
            TradePartners.Join(folded, cues, tokens);
        }

        if (sentence.Of(folded).ContainsAny('比', '较'))
        {
            ComparisonPhrases.Join(folded, tokens);
        }

        if ((roles & WordRoles.Speech) != 0 || sentence.Of(folded).Contains(Resolution, StringComparison.Ordinal))
        {
            FindSpeech(folded, CollectionsMarshal.AsSpan(tokens));
        }

        RoleSettlement.Settle(folded, cues, tokens);
    }

    private static bool IsNameAlone(ReadOnlySpan<Token> tokens, int from, int to)
    {
        var isNamed = false;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Role != TokenRole.Noun)
            {
                return false;
            }

            isNamed |= tokens[i].IsName;
        }

        return isNamed;
    }

    /// <summary>造成包括警察在内的至少40人死亡: who is among those counted owns nothing.</summary>
    private static void HideThoseAmong(string folded, Span<Token> tokens)
    {
        var open = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            if (word is "包括" or "包含")
            {
                open = i;
            }
            else if (tokens[i].Role is TokenRole.Clause or TokenRole.Quantity)
            {
                open = -1;
            }
            else if (open > 0 && word is "的" && folded.AsSpan(0, tokens[i].Start).EndsWith("在内") && i + 1 < tokens.Length && (tokens[i + 1].Role == TokenRole.Quantity || tokens[i + 1].Role == TokenRole.Adverb && i + 2 < tokens.Length && tokens[i + 2].Role == TokenRole.Quantity))
            {
                for (var hidden = open; hidden <= i; hidden++)
                {
                    tokens[hidden] = tokens[hidden] with { Role = TokenRole.Skipped };
                }
            }
        }
    }

    /// <summary>A bracket that holds no quantity says nothing about one: (600867), (以下简称…).</summary>
    private static void HideBrackets(string folded, Span<Token> tokens)
    {
        var open = -1;
        var holdsQuantity = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            switch (tokens[i].Role)
            {
                case TokenRole.Open:
                    (open, holdsQuantity) = (i, false);
                    break;
                case TokenRole.Quantity:
                    holdsQuantity = true;
                    break;
                case TokenRole.Close when open >= 0 && !holdsQuantity:
                    if (folded[tokens[open].Start] == '【' && IsNameAlone(tokens, open + 1, i))
                    {
                        // 【东山科技】拟收购…: a heading that is also the subject.
                        (tokens[open], tokens[i], open) = (tokens[open] with { Role = TokenRole.Skipped }, tokens[i] with { Role = TokenRole.Skipped }, -1);
                        break;
                    }

                    for (var j = open; j <= i; j++)
                    {
                        tokens[j] = tokens[j] with { Role = TokenRole.Skipped };
                    }

                    open = -1;
                    break;
                case TokenRole.Close:
                    open = -1;
                    break;
            }
        }
    }

    /// <summary>A word of saying that the dictionary lists as a noun is a verb between who says and what is said: 医生建议静养, but not 最新公告显示.</summary>
    private static void FindSpeech(string folded, Span<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Role is not (TokenRole.Noun or TokenRole.Adverb))
            {
                continue;
            }

            if (tokens[i] is { Role: TokenRole.Noun, Sense.Entity: null } && folded.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start) is Resolution && tokens[i + 1].Role is not TokenRole.Of
                && (tokens[i + 1].Role != TokenRole.Clause && tokens[i - 1].Role is TokenRole.Clause or TokenRole.Time || folded[tokens[i - 1].End - 1] == '会' && tokens[i - 1].Role == TokenRole.Noun || folded.AsSpan(tokens[i - 1].Start, tokens[i - 1].End - tokens[i - 1].Start) is "会议"))
            {
                // 董事会决议配发股利: what a board does.
                tokens[i] = tokens[i] with { Role = TokenRole.Verb };
            }
            else if (i > 1 && tokens[i].Role == TokenRole.Noun && tokens[i].Sense.Is(WordRoles.Speech) && tokens[i].Sense.Is(WordRoles.Document) && tokens[i - 1].Role == TokenRole.Time && (tokens[i - 2].IsName || tokens[i - 2].Role == TokenRole.Clause || tokens[i - 2].Sense.Is(WordRoles.Generic) || IsBody(folded, tokens[i - 2]))
                && tokens[i + 1] is { Role: TokenRole.Time } or { Role: TokenRole.Noun, Sense.Metric: not null })
            {
                // 鸿海昨日公告3月合并营收: who publishes, when, and what.
                tokens[i] = tokens[i] with { Role = TokenRole.Verb };
            }
            else if (i > 1 && tokens[i].Role == TokenRole.Noun && tokens[i].Sense.Is(WordRoles.Speech) && tokens[i].Sense.Is(WordRoles.Document) && tokens[i - 1].Role is TokenRole.Adverb or TokenRole.Adjective
                && tokens[i - 2].Role == TokenRole.Noun && tokens[i + 1].Role is TokenRole.Noun or TokenRole.Verb)
            {
                // 业者紧急公告换货: how it is made known.
                tokens[i] = tokens[i] with { Role = TokenRole.Verb };
            }
            else if (tokens[i].Role is TokenRole.Noun or TokenRole.Adverb && tokens[i].Sense.Is(WordRoles.Speech) && tokens[i].Sense.Metric is null
                && tokens[SpeakerBefore(tokens, i)] is { Role: TokenRole.Noun or TokenRole.Pronoun, Sense.Metric: null or { IsCountable: true } } speaker && folded[speaker.End - 1] is not ('量' or '数' or '率' or '额' or '价' or '次' or '值' or '度') && !(speaker.Sense.Metric is not null && tokens[i].Sense.Is(WordRoles.Adverb) && folded[tokens[i + 1].Start] is '为' or '达' or '约' or '逾' or '超')
                && (tokens[i].Role == TokenRole.Adverb || IsBody(folded, speaker) && (tokens[i].End - tokens[i].Start == 1 || tokens[i + 1].Role == TokenRole.Clause) || tokens[i + 1].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Quantity or TokenRole.Preposition
                    || tokens[i].Sense.Is(WordRoles.Disclosure) && IsBody(folded, speaker) && tokens[i + 1].Sense.Is(WordRoles.Title)
                    || tokens[i + 1].Role == TokenRole.Verb && !tokens[i + 1].Sense.Is(WordRoles.Speech)))
            {
                tokens[i] = tokens[i] with { Role = TokenRole.Verb };
            }
        }
    }

    /// <summary>The token before <paramref name="index"/>, past a bracket that names its code: 东山科技(300001)公告.</summary>
    public static int SpeakerBefore(ReadOnlySpan<Token> tokens, int index)
    {
        var before = index - 1;
        while (before > 0 && tokens[before].Role == TokenRole.Skipped)
        {
            before--;
        }

        return before;
    }

    private static bool IsBody(string folded, Token token) =>
        token.Sense.Entity is not null || token.Tag == "nt" || SubjectName.PublicBodies.Contains(folded[token.End - 1]);
}
