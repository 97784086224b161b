namespace Pipeline.Extract.Context;

internal static partial class GovernorReader
{
    /// <summary>The subject of the verb at <paramref name="verb"/> in the clause that starts at <paramref name="clauseStart"/>; empty where it names none.</summary>
    public static Phrase SubjectOf(TokenRow row, int verb, int clauseStart)
    {
        var found = new Governor { Quantity = verb, ClauseStart = clauseStart, Action = verb };
        SubjectBefore(row, found, verb, clauseStart);
        return !found.Outer.IsEmpty && row.Before(found.Outer.Start, clauseStart) is var means && means >= 0 && row[means].Sense.Is(WordRoles.Means)
            ? SubjectOf(row, means, clauseStart)
            : found.Outer;
    }

    /// <summary>Looks for the subject left of the governing verb and stops.</summary>
    private static int SubjectBefore(TokenRow row, Governor found, int verb, int floor)
    {
        found.Stop = verb;
        for (var at = row.Before(verb, floor); at >= 0; at = row.Before(at, floor))
        {
            switch (row[at].Role)
            {
                case TokenRole.Localizer when row.Word(at) is "中" && row.Before(at, floor) is var course && TopicFinder.IsCourse(row, course):
                    // 行动中检获: when, not who.
                    at = course;
                    continue;
                case TokenRole.Adverb or TokenRole.Particle or TokenRole.Time or TokenRole.Localizer:
                    found.Basis ??= row[at].Sense.Verb?.Basis;
                    found.IsRespective |= row[at].Sense.Is(WordRoles.Respectively);
                    continue;
                case TokenRole.Noun or TokenRole.Pronoun:
                    var phrase = row.PhraseEndingAt(at, floor);
                    var before = row.Before(phrase.Start, floor);
                    if (before >= 0 && row[before].Role == TokenRole.Of && PutFirst(row, before, floor) is >= 0 and var disposal)
                    {
                        // 将东山集团所持有的公司股票卖出: what is put first, with whose it is.
                        at = disposal;
                        continue;
                    }

                    if (phrase.End - phrase.Start == 1 && row.IsScope(phrase.Start) && before >= 0 && NamedOwner(row, before, floor))
                    {
                        // 统一超商目前全台开出7,120间门市: where, and not who.
                        at = phrase.Start;
                        continue;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Preposition && row.Word(before) is "让" or "令" or "使" or "使得")
                    {
                        // 让东山集团损失3亿元: who is made to.
                        found.Outer = phrase;
                        return -1;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Preposition && row.Word(before) is "对" && row[phrase.End - 1].Sense.Metric is { Id: "exports" or "imports" or "trade" or "investment" })
                    {
                        // 对美国出口占总出口34.2%: the trade with a country.
                        found.Outer = new Phrase(before, phrase.End);
                        return -1;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Preposition && (IsClausal(row, before) || IsSetting(row, before, phrase, verb)))
                    {
                        // 鉴于公司持有…, 以甲公司收购乙公司为例: what follows is a clause with a subject.
                        found.Outer = phrase;
                        return -1;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Preposition && !phrase.IsEmpty && row.Word(before) is not ("由于" or "鉴于" or "因为"))
                    {
                        // 由于王某持有: a whole clause follows, whose subject this is.
                        at = before;
                        if (row.Word(before) is "将" or "把" && found.Noun.IsEmpty)
                        {
                            found.Noun = phrase;
                            found.IsDisposal = true;
                        }
                        else if (row[before].Sense.Is(WordRoles.Compare) && !found.IsCompared)
                        {
                            found.IsCompared = true;
                        }
                        else if (row.Word(before) is [.., '由'] && found.Action >= 0 && !row[phrase.End - 1].Sense.Is(WordRoles.Region) && row[phrase.End - 1].Tag is not "ns")
                        {
                            // 由子公司出资: 由 marks who does it.
                            found.Outer = phrase;
                            return -1;
                        }
                        else
                        {
                            found.Place = phrase;
                        }

                        continue;
                    }

                    if (row.Word(verb).StartsWith("计提") && TargetOf(row, at, floor) is >= 0 and var target)
                    {
                        // 对收购所形成的商誉计提减值准备: what it is set aside for, whatever stands in its phrase.
                        at = target;
                        continue;
                    }

                    if (row.OpenerOf(at) is >= 0 and var opener && opener >= floor && !row[at].Sense.Is(WordRoles.Compare))
                    {
                        // 通过旗下3家子公司合计持有, 以每股10元的价格回购: what the preposition governs.
                        at = opener;
                        continue;
                    }

                    if (before >= 0 && verb == found.Share && row[before].Sense.Is(WordRoles.Trade) && row[before].Role == TokenRole.Verb && row[before].End == row[phrase.Start].Start && row[phrase.Start].Sense.Metric is not null)
                    {
                        // 质押数量占, 减持股份占: what was pledged, by one name.
                        found.Outer = new Phrase(before, phrase.End);
                        return -1;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Quantity && row.Before(before, floor) is var passive && passive >= 0 && row.Word(passive) is "被" or "遭" or "获")
                    {
                        // 被4只基金抛售: who did it, not to whom it was done.
                        at = passive;
                        continue;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Quantity && found.Action == verb && VerbOfCounted(row, before, floor) is var first && first >= 0
                        && !(row[first].Sense.Is(WordRoles.Verdict) && row[phrase.End - 1].Sense.Is(WordRoles.Title | WordRoles.Group)))
                    {
                        // 发行500万股股份购买, 以现金5亿元购买: what was counted is the first verb's object, or the means.
                        at = first;
                        continue;
                    }

                    if (before >= 0 && row[before].Role == TokenRole.Verb && found.Action == verb && IsSerialObject(row, before, phrase))
                    {
                        // 发行股份收购, 使用自有资金购买: the object of the first verb of two, whose subject both share.
                        at = before;
                        continue;
                    }

                    if (found.Action == verb && JoinedVerb(row, phrase, verb, floor) is >= 0 and var joined)
                    {
                        // 销毁产品并赔偿: the object of the first of two verbs that 并 joins, whose subject both share.
                        at = joined;
                        continue;
                    }

                    found.Outer = phrase;
                    return -1;
                case TokenRole.Quantity when verb == found.Share && row.Before(at, floor) is var of && of >= 0 && row[of].Role == TokenRole.Of && row.Before(of, floor) is var dealt && dealt >= 0 && row[dealt].Sense.Is(WordRoles.Trade):
                    // 质押的300万股占: what was pledged.
                    found.Outer = new Phrase(dealt, at + 1);
                    return -1;
                case TokenRole.Of when verb == found.Share && Headless(row, at, floor) is { IsEmpty: false } part:
                    // 其中用于老旧小区改造的占四成: the part that a verb describes.
                    found.Outer = part;
                    return -1;
                case TokenRole.Conjunction when row.Word(at) is "所":
                case TokenRole.Verb when row[at].Sense.Is(WordRoles.Adverb):
                    continue;
                case TokenRole.Preposition when row.Word(at) is "在" or "于" or "自" or "从" && row[row.After(at)].Role == TokenRole.Time:
                    continue;
                case TokenRole.Preposition when row.Word(at) is "被" or "遭" or "获" or "以" or "按":
                    continue;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>True where a name that is no place and no public body stands before <paramref name="at"/>, past times and adverbs.</summary>
    private static bool NamedOwner(TokenRow row, int at, int floor)
    {
        while (at >= 0 && row[at].Role is TokenRole.Time or TokenRole.Adverb)
        {
            at = row.Before(at, floor);
        }

        return at >= 0 && row[at].IsName && !row[at].Sense.Is(WordRoles.Region) && row[at].Tag != "ns" && row[at].Sense.Entity?.Type != EntityType.Place && !SubjectName.IsPublicBody(row, at);
    }

    /// <summary>What stands between the mark of a part, or the start of the clause, and the 的 at <paramref name="of"/>, where it opens with a verb; empty elsewhere.</summary>
    private static Phrase Headless(TokenRow row, int of, int floor)
    {
        var start = of;
        while (start > floor && row[start - 1].Role is not (TokenRole.Quantity or TokenRole.Clause or TokenRole.Of) && !row.IsPartMark(start - 1))
        {
            start--;
        }

        while (start < of && row[start].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Particle)
        {
            start++;
        }

        return start < of - 1 && row[start].Role == TokenRole.Verb ? new Phrase(start, of) : Phrase.None;
    }

    /// <summary>The 对 before <paramref name="noun"/> in its clause; −1 for none.</summary>
    private static int TargetOf(TokenRow row, int noun, int floor)
    {
        for (var at = row.Before(noun, floor); at >= 0 && row[at].Role is not TokenRole.Clause; at = row.Before(at, floor))
        {
            if (row.Word(at) is "对" && row[at].Role == TokenRole.Preposition)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The 将 or 把 before the verb of holding that the 的 at <paramref name="of"/> closes, with nothing but who holds between; −1 for none.</summary>
    private static int PutFirst(TokenRow row, int of, int floor)
    {
        var holding = row.Before(of, floor);
        if (holding < 0 || !Dealings.StakeTail.IsHolding(row, holding))
        {
            return -1;
        }

        for (var at = row.Before(holding, floor); at >= 0; at = row.Before(at, floor))
        {
            if (row[at].Role is TokenRole.Preposition or TokenRole.Adverb && row.Word(at) is "将" or "把")
            {
                return at;
            }

            if (row[at].Role is not (TokenRole.Noun or TokenRole.Pronoun or TokenRole.Adverb or TokenRole.Listing or TokenRole.Skipped or TokenRole.Conjunction))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The verb of dealing or the preposition of means that the quantity at <paramref name="quantity"/> depends on; -1 where it is a subject's (300名员工购买).</summary>
    private static int VerbOfCounted(TokenRow row, int quantity, int floor)
    {
        for (var at = row.Before(quantity, floor); at >= 0; at = row.Before(at, floor))
        {
            if (row[at].Role == TokenRole.Verb)
            {
                return row[at].Sense.Is(WordRoles.Action | WordRoles.Trade) ? at : -1;
            }

            if (row[at].Role == TokenRole.Preposition)
            {
                return row.Word(at) is "以" or "用" or "按" ? at : -1;
            }

            if (row[at].Role is not (TokenRole.Adverb or TokenRole.Noun or TokenRole.Particle))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>True for 鉴于 and 由于, which a whole clause may follow.</summary>
    public static bool IsClausal(TokenRow row, int preposition) => row.Word(preposition) is "鉴于" or "由于" or "因为" or "随着" || row.Word(preposition) is "关于" && preposition > 0 && row[preposition - 1].End - row[preposition - 1].Start > 1;

    /// <summary>以甲公司收购乙公司为例, 在甲公司收购乙公司的同时: true where the preposition takes the whole clause of the verb at <paramref name="verb"/>, whose subject is <paramref name="phrase"/>.</summary>
    private static bool IsSetting(TokenRow row, int preposition, Phrase phrase, int verb)
    {
        if (row.Word(preposition) is not ("以" or "在" or "当") || !SubjectName.IsOrganisation(row, phrase.End - 1) && !SubjectName.IsPerson(row[phrase.End - 1]) && !row[phrase.End - 1].IsName && !row[phrase.End - 1].Sense.Is(WordRoles.Generic | WordRoles.Title)
            || row[phrase.End - 1].Sense.Is(WordRoles.Region | WordRoles.Site | WordRoles.Manner) || row[phrase.End - 1].Tag is "ns" or "s" || row.Folded[row[phrase.End - 1].End - 1] is '所' or '场')
        {
            return false;
        }

        return ClosesSetting(row, preposition, verb);
    }

    /// <summary>True where the clause of <paramref name="inside"/> ends in what closes the clause that the preposition opens: 以…为例, 在…之时.</summary>
    private static bool ClosesSetting(TokenRow row, int preposition, int inside)
    {
        var at = inside;
        while (at + 1 < row.Count && row[at + 1].Role != TokenRole.Clause)
        {
            at++;
        }

        var clause = row.Folded.AsSpan(0, row[at].End);
        return row.Word(preposition) is "以" ? clause.EndsWith("为例") : clause.EndsWith("的同时") || clause.EndsWith("之际") || clause.EndsWith("后") || clause.EndsWith("之前") || clause.EndsWith("时") || clause.EndsWith("过程中");
    }

    /// <summary>The verb whose object <paramref name="phrase"/> is, where 并 joins it to the verb at <paramref name="second"/>; -1 for none.</summary>
    private static int JoinedVerb(TokenRow row, Phrase phrase, int second, int floor)
    {
        // 勒令甲公司停业并开罚300万元: who is fined.
        if (row[second].Sense.Is(WordRoles.Verdict) || row.After(phrase.End - 1, second) is not (>= 0 and var link) || row.Word(link) is not ("并" or "并且") || row.After(link) is var next && next >= 0 && row.Word(next)[0] is '不' or '未' or '非' or '没' or '无')
        {
            return -1;
        }

        for (var at = row.Before(phrase.Start, floor); at >= 0; at = row.Before(at, floor))
        {
            switch (row[at].Role)
            {
                case TokenRole.Verb when !row[at].Sense.Is(WordRoles.Speech | WordRoles.Adverb | WordRoles.Verdict):
                    return at;
                case TokenRole.Noun or TokenRole.Adjective or TokenRole.Particle or TokenRole.Determiner or TokenRole.Skipped:
                    break;
                default:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>True for the common noun that a verb takes as its object before another verb; after a verb of saying or sentencing it is the subject of what follows.</summary>
    private static bool IsSerialObject(TokenRow row, int verb, Phrase phrase) =>
        Dealings.StakeTail.IsHolding(row, verb) && row[phrase.End - 1].Sense.Is(WordRoles.Ownership) || row[verb].Sense is { Verb: null } sense && !sense.Is(WordRoles.Speech | WordRoles.Verdict | WordRoles.Adverb)
        && (row[phrase.End - 1].Sense.Metric is not null || row[phrase.End - 1].Sense.Is(WordRoles.Ownership | WordRoles.Attribute)) && !OwnerStrength.StandsAlone(row, phrase, isBesideTopic: false);
}
