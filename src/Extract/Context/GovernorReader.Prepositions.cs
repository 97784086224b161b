namespace Pipeline.Extract.Context;

/// <content>What a preposition on the way leftwards makes of the noun phrase it governs.</content>
internal static partial class GovernorReader
{
    /// <summary>较上年末净增, 比五年前扩大: what stands between the word of comparison and the change.</summary>
    private static Phrase ComparedWith(TokenRow row, int compare, Governor found)
    {
        var first = row.After(compare, found.Change);
        var end = first;
        while (end >= 0 && end < found.Change && (row[end].Role is TokenRole.Time or TokenRole.Adverb or TokenRole.Localizer or TokenRole.Noun or TokenRole.Number or TokenRole.Of or TokenRole.Determiner or TokenRole.Adjective or TokenRole.Skipped
            || row[end].Role == TokenRole.Verb && end + 1 < found.Change && row[end + 1].Role == TokenRole.Localizer && row[end + 1].Start == row[end].End))
        {
            // 较开工时, 比改造前
            end++;
        }

        return first < 0 || end <= first ? Phrase.None : new Phrase(first, end);
    }

    private static int Preposition(TokenRow row, Governor found, int at)
    {
        var word = row.Word(at);
        if (word is "到" or "至")
        {
            found.IsReached = true;
            return at;
        }

        if (row[at].Sense.Is(WordRoles.Compare) && found.Change >= 0 && !found.IsCompared && ComparedWith(row, at, found) is { IsEmpty: false } compared)
        {
            found.IsCompared = true;
            found.Noun = found.Noun.Start >= compared.Start ? Phrase.None : found.Noun;
            found.ChangeTakesNoun &= !found.Noun.IsEmpty;
            return at;
        }

        if (row.After(at, found.Quantity) is var governed && governed >= 0 && row[governed].Role == TokenRole.Time)
        {
            // 在2025年翻倍
            return at;
        }

        if (word is "兑" && found.Noun.IsEmpty && row.Before(at, found.ClauseStart) is var priced && priced >= 0 && row[priced].Role == TokenRole.Number)
        {
            // 汇率维持在1美元兑30.6元: what is priced stands between the rate and its value.
            return priced;
        }

        if (word is "于" or [.., '在'] && at == row.Before(found.Quantity, found.ClauseStart) && MeasureBefore(row, at, found))
        {
            // 增持比例在1%以上, 价格大多在2000元左右, 涨价幅度则在1000元左右: a level.
            return at;
        }

        if (word is "在" or "当" && found.Change >= 0 && !found.Noun.IsEmpty && row[found.Noun.End - 1].Sense.Metric is not null && ClosesSetting(row, preposition: at, found.Quantity))
        {
            // 在甲公司股价跌至3元之时: a whole clause stands between.
            return at;
        }

        if (found.Noun.IsEmpty)
        {
            if (!HasVerb(found) && word[^1] is not ('从' or '由'))
            {
                found.Preposition = at;
                return -1;
            }

            return at;
        }

        if (!found.Place.IsEmpty && found.Place.End <= found.Noun.Start && word is "在" or "于")
        {
            // 美国在全球债权国中占比降至2.4%: of what, and before it who.
            return SubjectBefore(row, found, at, found.ClauseStart);
        }

        if (row[at].Sense.Is(WordRoles.Compare) && (found.Change >= 0 || found.Level < 0))
        {
            (found.IsCompared, found.Noun) = (true, Phrase.None);
            return at;
        }

        if (word is "使" or "令" or "让" or "使得" && HasOwnClause(row, found, at, found.ClauseStart))
        {
            // 新品使东山集团营收增长5%: what happens to whom it names is not the cause's.
            return -1;
        }

        if (word is "将" or "把" or "使" or "令" or "让" or "使得")
        {
            found.IsDisposal = true;
            return at;
        }

        if (found.IsPartOf)
        {
            return -1;
        }

        if (word[^1] is '向' or '给' && row.Part(found.Noun, hasOwner: false) is { Owner.IsEmpty: false, Metric.IsEmpty: false } given)
        {
            // 向银行质押股份300万股, 支付给甲公司广告费300万元: the receiver is no owner of what is measured.
            (found.Place, found.Noun) = (given.Owner, given.Metric);
            return at;
        }

        if (word is "给" && !HasVerb(found) && row.Before(at, found.ClauseStart) is var giving && giving >= 0 && row[giving].Role == TokenRole.Verb)
        {
            // 质押给银行300万股: who receives.
            (found.Place, found.Noun) = (found.Noun, Phrase.None);
            return at;
        }

        if (row[found.Noun.End - 1].Sense.Metric is { IsCountable: false } or null && row.Part(found.Noun, hasOwner: false) is { Owner.IsEmpty: false, Metric.IsEmpty: false } parts
            && (word is "兑" || row[parts.Metric.Start - 1].Role == TokenRole.Of || word is "在" or "于" && (found.Level >= 0 || found.Change >= 0) && row[parts.Metric.End - 1].Sense.Metric is { Id: "box_office" or "revenue" or "sales" or "sales_volume" or "market_share" or "shipments" or "output" }))
        {
            // 在全球电池市场的占有率: the phrase of place narrows the metric, whose owner stands before it.
            (found.Place, found.Noun) = (parts.Owner, parts.Metric);
            return at;
        }

        if (word[^1] is '在' or '于' && DoneThere(row, found.Noun) is { Metric.IsEmpty: false } done)
        {
            // 台积电在美国投资1000亿美元: where it is done, not who does it.
            (found.Place, found.Noun) = (done.Owner, done.Metric);
            return SubjectBefore(row, found, at, found.ClauseStart);
        }

        if (!HasVerb(found) && found.Share < 0)
        {
            // 以每股均价12.35港元减持, 按收盘价6.69元计算: the noun inside is what is measured.
            found.Preposition = at;
            return -1;
        }

        (found.Place, found.Noun) = (found.Noun, Phrase.None);
        return at;
    }

    /// <summary>新台币兑美元|今天开盘价: the preposition before the currency that the one before it is quoted in, past which the owner stands; −1 for another owner.</summary>
    private static int QuotedIn(TokenRow row, Phrase phrase, int floor) =>
        phrase.End - phrase.Start == 1 && row.Word(phrase.Start) is [_, .., '元' or '币' or '圆' or '镑'] && row.Before(phrase.Start, floor) is >= 0 and var preposition && row.Word(preposition) is "兑" or "对" ? preposition : -1;

    /// <summary>True where nothing but adverbs and times stands between a measure and the token at <paramref name="index"/>.</summary>
    private static bool MeasureBefore(TokenRow row, int index, Governor found)
    {
        var at = row.Before(index, found.ClauseStart);
        while (at >= 0 && row[at].Role is TokenRole.Adverb or TokenRole.Time)
        {
            at = row.Before(at, found.ClauseStart);
        }

        // 折扣在50%, 支撑在约3000美元: no place is of so much, but 在43座城市中 is one.
        return at >= 0 && (row[at].Sense.Metric is not null || row.LooksLikeMetric(at) && !(row.After(found.Quantity) is >= 0 and var next && row[next].Role == TokenRole.Noun)
            || row.Word(found.Quantity).ContainsAny('%', '元') && row.Word(at)[^1] != '元' && row[at] is { Role: TokenRole.Noun, IsName: false } && !row[at].Sense.Is(WordRoles.Site | WordRoles.Region | WordRoles.Generic | WordRoles.Title | WordRoles.Group));
    }

    /// <summary>A place or a bank and the word for what is done there, which is a verb as well as a measure: 美国 | 投资, 当地 | 捐款, 西山银行 | 贷款.</summary>
    private static (Phrase Owner, Phrase Metric) DoneThere(TokenRow row, Phrase noun)
    {
        var last = noun.End - 1;
        return last > noun.Start && (row[last].Tag is "v" or "vn" || row[last].Sense.Is(WordRoles.Trade | WordRoles.Action) || row[last].Sense.Metric is { Id: "debt" }) && row[last - 1].End == row[last].Start
            && (row[last - 1].Sense.Is(WordRoles.Region) || row[last - 1].Sense.Entity?.Type == EntityType.Place || row[last - 1].Tag is "ns" or "s" || SubjectName.IsOrganisation(row, last - 1))
                ? (new Phrase(noun.Start, last), new Phrase(last, noun.End))
                : (Phrase.None, Phrase.None);
    }

    private static bool TryPlace(TokenRow row, Governor found, int localizer, int floor, out int leftmost)
    {
        leftmost = localizer;
        var inner = row.Before(localizer, floor);
        if (inner < 0)
        {
            return true;
        }

        if (row[inner].Role == TokenRole.Number)
        {
            // 20万元以上|车型: which ones, no place.
            leftmost = inner;
            return true;
        }

        var phrase = row.PhraseEndingAt(inner, floor);
        if (phrase.IsEmpty)
        {
            return true;
        }

        found.Place = phrase;
        leftmost = phrase.Start;
        return true;
    }

    /// <summary>The 比 whose object, with a relative clause in it, ends with the noun at <paramref name="noun"/> right before the predicate of the value; -1 for none.</summary>
    private static int ComparedBefore(TokenRow row, Governor found, int noun, int floor)
    {
        var predicate = row.After(noun, found.Quantity);
        if (predicate < 0 || predicate != found.Change && row[predicate].Role != TokenRole.Adjective && row.Word(predicate) is not ("低" or "高" or "多" or "少" or "快" or "慢"))
        {
            return -1;
        }

        var hasOf = false;
        for (var at = row.Before(noun, floor); at >= 0 && row[at].Role is TokenRole.Noun or TokenRole.Adverb or TokenRole.Adjective or TokenRole.Of or TokenRole.Verb or TokenRole.Pronoun or TokenRole.Number or TokenRole.Time or TokenRole.Localizer or TokenRole.Preposition; at = row.Before(at, floor))
        {
            if (row[at].Role == TokenRole.Preposition)
            {
                return hasOf && row[at].Sense.Is(WordRoles.Compare) && row.Word(at) is "比" or "较" or "相较" or "比起" ? at : -1;
            }

            hasOf |= row[at].Role == TokenRole.Of;
        }

        return -1;
    }
}
