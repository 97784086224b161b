using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>The tokens of one sentence, and the noun phrases in them.</summary>
internal sealed partial class TokenRow(string folded, Token[] tokens, CueLexicon cues)
{
    private readonly int[]? _openers = PrepositionalPhrases.Mark(folded, tokens, cues);

    /// <summary>The whole article, folded.</summary>
    public string Folded { get; } = folded;

    /// <summary>The tokens of quantities, in order.</summary>
    public int[] QuantityTokens { get; } = QuantitiesOf(tokens);

    /// <summary>Number of tokens.</summary>
    public int Count => tokens.Length;

    /// <summary>The token at <paramref name="index"/>.</summary>
    public ref readonly Token this[int index] => ref tokens[index];

    /// <summary>The folded characters of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Word(int index) => Folded.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start);

    /// <summary>What words decide about those beside them.</summary>
    public CueLexicon Cues => cues;

    /// <summary>True when the token at <paramref name="index"/> gives <paramref name="cue"/>; false for -1.</summary>
    public bool Is(int index, ContextCue cue) => index >= 0 && cues.Is(cue, Word(index));

    /// <summary>True when the token at <paramref name="index"/> gives one of two cues; false for -1.</summary>
    public bool IsOneOf(int index, ContextCue first, ContextCue second) => Is(index, first) || Is(index, second);

    /// <summary>True for what comes first by a measure (最多, 最高), not for 最新 or 最终, which rank nothing; false for -1.</summary>
    public bool IsExtreme(int index) => index >= 0 && Word(index) is ['最', ..] && !Is(index, ContextCue.NoExtreme);

    /// <summary>True for 新高, 天价, 史上|最高: a record of what is measured, no measure itself; false for -1.</summary>
    public bool IsRecord(int index) =>
        Is(index, ContextCue.Record) && tokens[index].Sense.Metric is null || index > 0 && IsExtreme(index) && Word(index).Length == 2 && Word(index - 1) is "史上" or "历史" or "历来" or "历年";

    /// <summary>The first token of the word that ends with the token at <paramref name="last"/> and gives <paramref name="cue"/>, which the cut may have parted in two (好|于, 跑|输); -1 where none does.</summary>
    public int StartOf(int last, ContextCue cue) =>
        Is(last, cue) ? last : last > 0 && tokens[last - 1].End == tokens[last].Start && cues.Is(cue, Folded.AsSpan(tokens[last - 1].Start, tokens[last].End - tokens[last - 1].Start)) ? last - 1 : -1;

    /// <summary>The last token of the word that starts with the token at <paramref name="first"/> and gives <paramref name="cue"/>, which the cut may have parted in two (端|出); -1 where none does.</summary>
    public int EndOf(int first, ContextCue cue) => Is(first, cue) ? first : first + 1 < Count && StartOf(first + 1, cue) == first ? first + 1 : -1;

    /// <summary>The preposition in whose phrase the token at <paramref name="index"/> stands (<see cref="PrepositionalPhrases"/>); -1 for none.</summary>
    public int OpenerOf(int index) => _openers is null ? -1 : _openers[index];

    /// <summary>One past the last token of the phrase that the preposition at <paramref name="opener"/> opens.</summary>
    public int EndOfPhrase(int opener)
    {
        var end = opener + 1;
        while (end < tokens.Length && OpenerOf(end) == opener)
        {
            end++;
        }

        return end;
    }

    /// <summary>The next token to the left that counts, or -1.</summary>
    public int Before(int index, int floor = 0)
    {
        for (index--; index >= floor; index--)
        {
            if (tokens[index].Role != TokenRole.Skipped)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The next token to the right that counts, or -1.</summary>
    public int After(int index, int ceiling = int.MaxValue)
    {
        for (index++; index < Math.Min(ceiling, tokens.Length); index++)
        {
            if (tokens[index].Role != TokenRole.Skipped)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The next token to the right that is no time, or -1.</summary>
    public int AfterTimes(int index, int ceiling)
    {
        do
        {
            index = After(index, ceiling);
        }
        while (index >= 0 && tokens[index].Role == TokenRole.Time);
        return index;
    }

    /// <summary>The token that closes the bracket at <paramref name="open"/>; -1 where none does before <paramref name="ceiling"/> or another one opens first.</summary>
    public int CloseOf(int open, int ceiling)
    {
        var at = After(open, ceiling);
        while (at >= 0 && tokens[at].Role is not (TokenRole.Close or TokenRole.Open))
        {
            at = After(at, ceiling);
        }

        return at >= 0 && tokens[at].Role == TokenRole.Close ? at : -1;
    }

    /// <summary>The token that opens the bracket closed at <paramref name="close"/>; -1 where none does after <paramref name="floor"/> or a quantity stands between.</summary>
    public int OpenOf(int close, int floor)
    {
        var at = Before(close, floor);
        while (at >= 0 && tokens[at].Role is not (TokenRole.Open or TokenRole.Quantity))
        {
            at = Before(at, floor);
        }

        return at >= 0 && tokens[at].Role == TokenRole.Open ? at : -1;
    }

    /// <summary>李某，男，43岁: says of someone named before of what sex they are.</summary>
    public bool IsSex(Phrase phrase) => phrase.End - phrase.Start == 1 && Word(phrase.Start) is "男" or "女";

    /// <summary>北纬31.0度，东经103.4度: where something is, and nothing that a clause is about.</summary>
    public bool IsCoordinate(Phrase phrase) => !phrase.IsEmpty && Word(phrase.Start) is ['东' or '西', '经'] or ['南' or '北', '纬'];

    /// <summary>True where a bracket closes between two tokens.</summary>
    public bool HasClose(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (tokens[i].Role == TokenRole.Close)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where 其中 or 当中 stands from <paramref name="start"/> up to <paramref name="end"/>: what follows is a part of what was measured before.</summary>
    public bool HasPartMark(int start, int end)
    {
        for (var at = After(start - 1, end); at >= 0; at = After(at, end))
        {
            if (IsPartMark(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for 其中 and 当中; false for -1.</summary>
    public bool IsPartMark(int index) => index >= 0 && Word(index) is "其中" or "当中";

    /// <summary>True when the token can stand in a noun phrase by itself.</summary>
    public bool IsNominal(int index) =>
        tokens[index].Role is TokenRole.Noun or TokenRole.Pronoun
        || tokens[index].Role is TokenRole.Adverb or TokenRole.Adjective && tokens[index].Sense.Is(WordRoles.Attribute);

    /// <summary>途中|他救起3人: nothing right before it belongs to a pronoun that stands for someone.</summary>
    public bool IsSomeone(int index) => tokens[index].Role == TokenRole.Pronoun && Word(index)[0] is '他' or '她';

    /// <summary>True for a verb that only a noun after it makes part of a name: 认购资金, 流入规模.</summary>
    public bool IsModifierVerb(int index) =>
        tokens[index].Role == TokenRole.Verb && Word(index) is not "发现" && tokens[index].Sense.Verb is null && tokens[index].End - tokens[index].Start == 2
        && !tokens[index].Sense.Is(WordRoles.Speech | WordRoles.Light | WordRoles.Trade | WordRoles.Action);

    /// <summary>The noun phrase that ends with the token <paramref name="last"/> and starts no earlier than <paramref name="floor"/>.</summary>
    public Phrase PhraseEndingAt(int last, int floor)
    {
        if (last < floor || !IsNominal(last) && tokens[last].Role != TokenRole.Number)
        {
            return Phrase.None;
        }

        if (tokens[last].Role == TokenRole.Number && tokens[last].Quantity >= 0)
        {
            return Phrase.None;
        }

        var start = last;
        while (true)
        {
            var left = Before(start, floor);
            if (left < 0 || IsSomeone(start))
            {
                break;
            }

            if (OpenerOf(left) >= 0 && OpenerOf(left) != OpenerOf(start) || tokens[left].End < tokens[start].Start && Folded[tokens[start].Start - 1] == ')' && Folded[tokens[start].Start - 2] == '日')
            {
                // 以每股14元的价格 | 公司, 暑运(7月1日至8月31日) | 全国铁路
                break;
            }

            if (IsNominal(left) || tokens[left].Role is TokenRole.Adjective or TokenRole.Determiner or TokenRole.Number)
            {
                start = left;
                continue;
            }

            if (IsModifierVerb(left) && (tokens[start].Sense.Metric is not null || Is(start, ContextCue.Division)) && Before(left, floor) is var owner && owner >= 0 && IsNominal(owner) && OpenerOf(owner) == OpenerOf(left))
            {
                start = left;
                continue;
            }

            if (tokens[left].Role == TokenRole.Of && Before(left, floor) is var holder && holder >= 0 && (OpenerOf(holder) < 0 || OpenerOf(holder) == OpenerOf(start))
                && (IsNominal(holder) || tokens[holder].Role is TokenRole.Localizer
                    || tokens[holder].Role == TokenRole.Number && Before(holder, floor) is var generation && generation >= 0
                        && (tokens[generation].Role == TokenRole.Localizer || tokens[holder].Quantity < 0 && tokens[generation].IsName && tokens[generation].End == tokens[holder].Start)))
            {
                start = holder;
                continue;
            }

            if (tokens[left].Role == TokenRole.Listing && Before(left, floor) is var peer && peer >= 0 && IsNominal(peer) && (tokens[start].Role is TokenRole.Noun or TokenRole.Adjective || Word(start) is "其他" or "其余" or "其它"))
            {
                start = peer;
                continue;
            }

            if (tokens[left].Role == TokenRole.Localizer && Word(left) is "以上" or "以下" && Before(left, floor) is var age && age >= 0 && tokens[age].Role == TokenRole.Number && Folded[tokens[age].End - 1] == '岁' && tokens[left].End == tokens[start].Start)
            {
                // 65岁以上|人口数
                start = age;
                continue;
            }

            if (tokens[left].Role == TokenRole.Localizer && tokens[start].Role == TokenRole.Number && Word(left) is "上" or "前" or "下")
            {
                start = left;
                continue;
            }

            if (tokens[left].Role == TokenRole.Localizer && Before(left, floor) is var place && place >= 0 && IsNominal(place)
                && tokens[start].Role is TokenRole.Number or TokenRole.Adjective)
            {
                start = place;
                continue;
            }

            break;
        }

        return new Phrase(start, last + 1);
    }

    /// <summary>The noun phrase that starts with the token <paramref name="first"/> and ends no later than <paramref name="ceiling"/>.</summary>
    public Phrase PhraseStartingAt(int first, int ceiling)
    {
        if (first < 0 || first >= ceiling || !IsNominal(first) && tokens[first].Role is not (TokenRole.Determiner or TokenRole.Adjective or TokenRole.Number))
        {
            return Phrase.None;
        }

        var last = first;
        var lastNominal = IsNominal(first) ? first : -1;
        while (true)
        {
            var right = After(last, ceiling);
            if (right < 0 || OpenerOf(last) >= 0 && OpenerOf(last) != OpenerOf(right))
            {
                break;
            }

            if (IsSomeone(right))
            {
                break;
            }

            if (IsNominal(right))
            {
                last = lastNominal = right;
                continue;
            }

            if (tokens[right].Role is TokenRole.Adjective or TokenRole.Number or TokenRole.Determiner)
            {
                last = right;
                continue;
            }

            if (tokens[right].Role is TokenRole.Of or TokenRole.Listing && After(right, ceiling) is var next && next >= 0
                && (IsNominal(next) || tokens[next].Role is TokenRole.Adjective or TokenRole.Determiner))
            {
                last = next;
                lastNominal = IsNominal(next) ? next : lastNominal;
                continue;
            }

            if (IsModifierVerb(right) && After(right, ceiling) is var head && head >= 0 && (tokens[head].Sense.Metric is not null || Is(head, ContextCue.Division)))
            {
                last = lastNominal = head;
                continue;
            }

            break;
        }

        while (lastNominal > first && tokens[lastNominal].Role == TokenRole.Adverb && Before(lastNominal, first) is >= 0 and var head && IsNominal(head))
        {
            // 产值|基本和去年持平: how it is, no part of what is.
            lastNominal = head;
        }

        return lastNominal < 0 ? Phrase.None : new Phrase(first, lastNominal + 1);
    }

    /// <summary>The tokens of <paramref name="within"/> that <paramref name="span"/> touches.</summary>
    public Phrase Touching(TextSpan span, Phrase within)
    {
        var start = within.Start;
        while (start < within.End && tokens[start].End <= span.Start)
        {
            start++;
        }

        var end = start;
        while (end < within.End && tokens[end].Start < span.End)
        {
            end++;
        }

        return new Phrase(start, end);
    }

    /// <summary>The characters that a phrase covers, with quotation marks and white space at its ends left out.</summary>
    public (int Start, int End) Extent(Phrase phrase)
    {
        var (first, last) = (phrase.Start, phrase.End - 1);
        while (first < last && tokens[first].Role is TokenRole.Skipped or TokenRole.Listing or TokenRole.Of)
        {
            first++;
        }

        while (last > first && tokens[last].Role is TokenRole.Skipped or TokenRole.Listing or TokenRole.Of)
        {
            last--;
        }

        var (start, end) = (tokens[first].Start, tokens[last].End);
        if (start > 0 && Folded[start - 1] switch { '“' => '”', '「' => '」', '‘' => '’', '『' => '』', '"' => '"', _ => '\0' } is not '\0' and var close
            && Folded.AsSpan(start, end - start).IndexOfAny(Folded[start - 1], close) is >= 0 and var mark && Folded[start + mark] == close)
        {
            // “雪龙2”号, “手机×AIoT”分部: the mark that opens a name which goes on behind the one that closes.
            start--;
        }

        return (start, end);
    }

    private static int[] QuantitiesOf(ReadOnlySpan<Token> tokens)
    {
        var count = 0;
        foreach (ref readonly var token in tokens)
        {
            count += token.Role == TokenRole.Quantity ? 1 : 0;
        }

        var quantities = new int[count];
        for (var i = tokens.Length - 1; count > 0; i--)
        {
            if (tokens[i].Role == TokenRole.Quantity)
            {
                quantities[--count] = i;
            }
        }

        return quantities;
    }

    /// <summary>The last 、 within <paramref name="phrase"/>; -1 for none.</summary>
    public int LastMark(Phrase phrase)
    {
        for (var i = phrase.End - 1; i > phrase.Start; i--)
        {
            if (tokens[i].Role == TokenRole.Listing && Word(i) is "、")
            {
                return i;
            }
        }

        return -1;
    }
}
