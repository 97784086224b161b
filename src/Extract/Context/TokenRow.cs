using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>The tokens of one sentence, and the noun phrases in them.</summary>
internal sealed class TokenRow(string folded, Token[] tokens)
{
    /// <summary>The whole article, folded.</summary>
    public string Folded { get; } = folded;

    /// <summary>Number of tokens.</summary>
    public int Count => tokens.Length;

    /// <summary>The token at <paramref name="index"/>.</summary>
    public ref readonly Token this[int index] => ref tokens[index];

    /// <summary>The folded characters of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Word(int index) => Folded.AsSpan(tokens[index].Start, tokens[index].End - tokens[index].Start);

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

    /// <summary>True when the token can stand in a noun phrase by itself.</summary>
    public bool IsNominal(int index) =>
        tokens[index].Role is TokenRole.Noun or TokenRole.Pronoun
        || tokens[index].Role is TokenRole.Adverb or TokenRole.Adjective && tokens[index].Sense.Is(WordRoles.Attribute);

    /// <summary>True for a verb that only a noun after it makes part of a name: 认购资金, 流入规模.</summary>
    public bool IsModifierVerb(int index) =>
        tokens[index].Role == TokenRole.Verb && tokens[index].Sense.Verb is null && tokens[index].End - tokens[index].Start == 2
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
            if (left < 0)
            {
                break;
            }

            if (IsNominal(left) || tokens[left].Role is TokenRole.Adjective or TokenRole.Determiner or TokenRole.Number)
            {
                start = left;
                continue;
            }

            if (IsModifierVerb(left) && tokens[start].Sense.Metric is not null && Before(left, floor) is var owner && owner >= 0 && IsNominal(owner))
            {
                start = left;
                continue;
            }

            if (tokens[left].Role == TokenRole.Of && Before(left, floor) is var holder && holder >= 0
                && (IsNominal(holder) || tokens[holder].Role is TokenRole.Localizer
                    || tokens[holder].Role == TokenRole.Number && Before(holder, floor) is var generation && generation >= 0 && tokens[generation].Role == TokenRole.Localizer))
            {
                start = holder;
                continue;
            }

            if (tokens[left].Role == TokenRole.Listing && Before(left, floor) is var peer && peer >= 0 && IsNominal(peer) && tokens[start].Role == TokenRole.Noun)
            {
                start = peer;
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
            if (right < 0)
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

            if (IsModifierVerb(right) && After(right, ceiling) is var head && head >= 0 && tokens[head].Sense.Metric is not null)
            {
                last = lastNominal = head;
                continue;
            }

            break;
        }

        return lastNominal < 0 ? Phrase.None : new Phrase(first, lastNominal + 1);
    }

    /// <summary>Parts a noun phrase into who or what it belongs to and what is measured: 寒武纪的芯片的 | 出货量, 哈尔滨 | 最低气温.</summary>
    /// <param name="phrase">A noun phrase.</param>
    /// <param name="hasOwner">True when the owner is known from elsewhere: common nouns then belong to the metric (电池 | 容量 stays whole).</param>
    /// <returns>Owner and metric; either may be empty.</returns>
    public (Phrase Owner, Phrase Metric) Part(Phrase phrase, bool hasOwner)
    {
        if (phrase.IsEmpty)
        {
            return (Phrase.None, Phrase.None);
        }

        var last = phrase.End - 1;
        if (tokens[last].IsName || SubjectName.IsOrganisation(this, last) || tokens[last].Role is TokenRole.Pronoun or TokenRole.Number || tokens[last].Sense.Is(WordRoles.Generic) && tokens[last].Sense.Metric is null)
        {
            return (phrase, Phrase.None);
        }

        if (last > phrase.Start && Word(last) is "指数" && tokens[last - 1] is { Role: TokenRole.Noun or TokenRole.Number } before && !before.Sense.Is(WordRoles.Generic) && before.Sense.Metric is null && before.End == tokens[last].Start)
        {
            // 北证50指数, 波罗的海干散货指数: the name of an index.
            return (phrase, Phrase.None);
        }

        for (var i = last - 1; i > phrase.Start; i--)
        {
            if (tokens[i].Role == TokenRole.Of)
            {
                var right = After(i, phrase.End);
                return tokens[right].IsName || tokens[right].Role == TokenRole.Pronoun
                    ? PartCompound(new Phrase(right, phrase.End), hasOwner)
                    : (new Phrase(phrase.Start, i), new Phrase(right, phrase.End));
            }
        }

        return PartCompound(phrase, hasOwner);
    }

    private (Phrase Owner, Phrase Metric) PartCompound(Phrase phrase, bool hasOwner)
    {
        var start = phrase.End - 1;
        var isMetric = tokens[start].Sense.Metric is not null || tokens[start].Sense.Is(WordRoles.Attribute | WordRoles.Ability) || LooksLikeMetric(start);
        var narrowing = Narrowing(phrase);
        var holder = isMetric ? LastHolder(new Phrase(phrase.Start, start), hasOwner) : -1;
        if (holder >= 0 || narrowing > phrase.Start)
        {
            start = holder < 0 ? narrowing : narrowing > holder ? Math.Min(narrowing, After(holder, phrase.End)) : After(holder, phrase.End);
        }
        else if (narrowing == phrase.Start && isMetric)
        {
            start = narrowing;
        }

        while (true)
        {
            var left = Before(start, Math.Max(phrase.Start, holder + 1));
            if (left < 0)
            {
                break;
            }

            var token = tokens[left];
            var isPart = token.Sense.Metric is { IsCountable: false } || token.Sense.Is(WordRoles.Attribute) || IsModifierVerb(left) || token.Role == TokenRole.Adjective
                || token.Tag is "vn" && !token.IsName
                || token.Role == TokenRole.Listing && isMetric && Before(left, phrase.Start) is var peer && peer >= 0 && tokens[peer].Sense.Metric is not null;
            var isCommonNoun = hasOwner && token.Role == TokenRole.Noun && (!token.IsName || IsScope(left)) && !token.Sense.Is(WordRoles.Generic | WordRoles.Market | WordRoles.Title)
                && !IsDetermined(left, phrase.Start);
            if (!isPart && !isCommonNoun)
            {
                break;
            }

            start = left;
        }

        if (start > phrase.Start && start < phrase.End - 1 && IsOnlyDetermined(phrase.Start, start))
        {
            // 某 | 进口胰岛素价格: the owner is what the determiner stands before.
            start = phrase.End - 1;
        }

        var end = start;
        while (end > phrase.Start && tokens[end - 1].Role is TokenRole.Skipped or TokenRole.Listing or TokenRole.Of)
        {
            end--;
        }

        if (tokens[phrase.End - 1].Sense.Metric is { IsCountable: true } && IsDetermined(phrase.End - 1, phrase.Start))
        {
            // 这家医院: one of them, not how many.
            return (phrase, Phrase.None);
        }

        if (!isMetric && !hasOwner)
        {
            // Nothing measured by its own name: the whole phrase names a thing.
            return (phrase, Phrase.None);
        }

        return (new Phrase(phrase.Start, end), new Phrase(start, phrase.End));
    }

    /// <summary>The first word of <paramref name="phrase"/> that only narrows what is measured: 最大 in 最大过程雨量, 平均 in 患者平均年龄; -1 for none.</summary>
    private int Narrowing(Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End - 1; i++)
        {
            var word = Word(i);
            if (tokens[i].Sense.Is(WordRoles.Attribute) && (word[0] is '最' or '总' || word[^1] == '均' || word is "累计" or "合计"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The last word that only names whose measure it is: a place (全国 | 5G基站总数), a group (患者 | 平均年龄), a site with a name (三峡水库 | 入库流量); -1 for none.</summary>
    private int LastHolder(Phrase phrase, bool hasOwner)
    {
        for (var i = phrase.End - 1; i >= phrase.Start; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Role == TokenRole.Of)
            {
                return -1;
            }

            var isPlace = token.Sense.Is(WordRoles.Region) && !(hasOwner && IsScope(i)) || token.Sense.Entity is null && token.Tag == "ns" || token.Sense.Entity?.Type is EntityType.Place;
            if (isPlace && token.Sense.Metric is null || token.Sense.Is(WordRoles.Market) || token.Sense.Is(WordRoles.Generic) && token.Sense.Metric is null && i > phrase.Start
                || token.Role == TokenRole.Noun && IsDeterminedCompound(i, phrase.Start)
                || token.Sense.Is(WordRoles.Good) && tokens[phrase.End].Sense.Metric is { Id: "price" or "share_price" or "interest_rate" or "yield" }
                || token.Sense.Is(WordRoles.Group) && (After(i, phrase.End) is var next && next >= 0 && tokens[next].Sense.Is(WordRoles.Attribute) || Folded[tokens[phrase.End].End - 1] == '率' && Word(i) is not ("员工" or "职工" or "工人" or "会员" or "护士" or "医师" or "粉丝"))
                || token.Sense.Is(WordRoles.Site) && (!hasOwner || i > phrase.Start && HasName(new Phrase(phrase.Start, i))))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True for the last of the common nouns after 该, 新一代 or the like: 新一代钠离子电池 | 能量密度.</summary>
    private bool IsDeterminedCompound(int index, int floor)
    {
        while (!IsDetermined(index, floor))
        {
            if (tokens[index].Role != TokenRole.Noun || tokens[index].Sense.Is(WordRoles.Attribute) && tokens[index].Sense.Metric is null || index == floor)
            {
                return false;
            }

            index--;
        }

        return true;
    }

    /// <summary>True when nothing but determiners and numbers stands from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    private bool IsOnlyDetermined(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Role is not (TokenRole.Determiner or TokenRole.Number or TokenRole.Skipped))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasName(Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (tokens[i].IsName)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>全球营收 of a company named before is its metric, not the globe's.</summary>
    public bool IsScope(int index) => tokens[index].Sense is { Entity: null } sense && sense.Is(WordRoles.Region) && Word(index) is ['全', ..] or "国内" or "海外" or "境外" or "境内" or "国外";

    /// <summary>True for a noun right after 该, 这款 or the like: it names the owner.</summary>
    private bool IsDetermined(int index, int floor)
    {
        for (var left = Before(index, floor); left >= 0; left = Before(left, floor))
        {
            if (tokens[left].Role == TokenRole.Determiner || tokens[left].Role == TokenRole.Number && Folded[tokens[left].End - 1] is '代' or '款')
            {
                return true;
            }

            if (tokens[left].Role is not (TokenRole.Number or TokenRole.Adjective))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True when the word's last character names a measure: 额 量 率 价 费 数 度 值 金 款.</summary>
    public bool LooksLikeMetric(int index) =>
        tokens[index] is { Role: TokenRole.Noun, IsName: false } token && (token.End - token.Start >= 2 || index > 0 && tokens[index - 1] is { Role: TokenRole.Noun } before && before.End == token.Start)
        && Folded[token.End - 1] is '额' or '量' or '率' or '价' or '费' or '数' or '度' or '值' or '款' or '力' or '长' or '重' or '宽' or '高' or '比' or '税' or '薪' or '期' or '幅' or '速' or '龄' or '积' or '耗' or '金' or '压' or '温' or '深' or '径' or '频';

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

        return (tokens[first].Start, tokens[last].End);
    }
}
