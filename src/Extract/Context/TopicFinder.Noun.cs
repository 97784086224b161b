namespace Pipeline.Extract.Context;

/// <content>The topic of a clause that opens with a noun phrase.</content>
internal static partial class TopicFinder
{
    private static ClauseTopic FromPhrase(TokenRow row, Phrase phrase, int end, bool hasOwner)
    {
        if (row.IsBetweenCounts(phrase))
        {
            // 13个|市|57个县受灾: counted, and about nothing of what is counted next.
            return ClauseTopic.None;
        }

        if (phrase.End - phrase.Start == 1 && row.Is(phrase.Start, ContextCue.Reference) && row.After(phrase.Start, end) is >= 0 and var set && row[set].Role == TokenRole.Quantity)
        {
            // 公布3.9%，前值4.2%: which reading of what was measured.
            return ClauseTopic.None;
        }

        if (SoldOf(row, phrase) is >= 0 and var sold && row.After(phrase.End - 1, end) is >= 0 and var amount && row[amount].Role == TokenRole.Quantity)
        {
            // 东山集团|销售生猪8101头: who sells.
            return new ClauseTopic(sold > phrase.Start && !(hasOwner && row.IsScope(phrase.Start)) ? new Phrase(phrase.Start, sold) : Phrase.None, Phrase.None, Phrase.None);
        }

        if (Leading(row, phrase, end) is { IsEmpty: false } leading)
        {
            return new ClauseTopic(leading, row[phrase.End - 1].Sense.Metric is null && !row.LooksLikeMetric(phrase.End - 1) ? Phrase.None : row.Part(phrase, hasOwner).Metric, Phrase.None);
        }

        if (Foremost(row, phrase, end) is { IsEmpty: false } foremost)
        {
            // 营收最高的是甲公司: what comes first, and by which measure.
            var measure = row.IsExtreme(phrase.End - 1) && phrase.End - phrase.Start > 1 ? new Phrase(phrase.Start, phrase.End - 1) : phrase;
            return new ClauseTopic(foremost, row[measure.End - 1].Sense.Metric is null ? Phrase.None : row.Part(measure, hasOwner).Metric, Phrase.None);
        }

        if (phrase.End - phrase.Start > 1 && row.Word(phrase.End - 1) is "部分" or "方面" && row.After(phrase.End - 1) >= 0)
        {
            // 毛利率方面, 时薪部分: what the values after it measure; 伺服器方面: what they are about.
            phrase = new Phrase(phrase.Start, phrase.End - 1);
            if (row[phrase.End - 1].Sense.Metric is not null)
            {
                var (of, measure) = row.Part(phrase, hasOwner);
                return new ClauseTopic(of, measure.IsEmpty ? phrase : measure, Phrase.None);
            }
        }

        if (phrase.End - phrase.Start > 1 && row.Is(phrase.End - 1, ContextCue.ComesOut) && row.After(phrase.End - 1, end) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause))
        {
            // 新机规格 | 曝光: the verb that closes the clause, whatever its tag.
            phrase = new Phrase(phrase.Start, phrase.End - 1);
        }

        if (MainOf(row, phrase, end) is { IsEmpty: false } mainly)
        {
            // 受损作物主要为二期水稻，损失金额…: the main one of a sort is what follows is about.
            return new ClauseTopic(mainly, Phrase.None, Phrase.None);
        }

        if (row.Is(phrase.End - 1, ContextCue.Reason) || row.Word(phrase.End - 1) is "记者")
        {
            // 主要原因是…, 商报记者注意到: no subject of the figures that follow.
            return ClauseTopic.None;
        }

        if (row.IsRecord(phrase.End - 1))
        {
            // 历史最高纪录是2021年的650亿元: nobody's.
            return ClauseTopic.None;
        }

        if (RankedName(row, phrase, end) is { IsEmpty: false } first)
        {
            return new ClauseTopic(first, Phrase.None, Phrase.None);
        }

        if (IsCounterparty(row, phrase, end))
        {
            // 东山科技法定代表人为某某: the company goes on.
            return phrase.End - phrase.Start > 1 && SubjectName.IsOrganisation(row, phrase.End - 2) ? new ClauseTopic(new Phrase(phrase.Start, phrase.End - 1), Phrase.None, Phrase.None) : ClauseTopic.None;
        }

        if (RankedOfSort(row, phrase, end) is { IsEmpty: false } ranked)
        {
            return new ClauseTopic(ranked, Phrase.None, Phrase.None);
        }

        if (IsForemost(row, phrase, end))
        {
            return new ClauseTopic(phrase, Phrase.None, Phrase.None);
        }

        var next = SkipModifiers(row, row.After(phrase.End - 1, end), end);

        if ((row.Is(next, ContextCue.Finds) || row.Is(next, ContextCue.Learns) && row.Folded[row[phrase.End - 1].End - 1] is '报' or '网' or '社' or '闻' or '》')
            && (row.After(next, end) is var to && to < 0 || row.Word(to) is "到" && row.After(to, end) < 0) && row.After(next) >= 0)
        {
            // 调查发现,大学生平均月薪…: who found it out is not what it is about.
            return ClauseTopic.None;
        }

        if (next >= 0 && row[next].Sense.Is(WordRoles.Mutual))
        {
            phrase = WithoutPartner(row, phrase);
        }

        if (next >= 0 && row[next].Role == TokenRole.Verb && row[next].Sense.Is(WordRoles.Speech))
        {
            return Said(row, phrase, row.Is(next, ContextCue.MakesKnown), next + 1, end, hasOwner);
        }

        // 公司2016年收购的某某: the phrase opens a relative clause, the head comes after 的.
        if (next >= 0 && row[next].Role == TokenRole.Verb && row[next].Sense.Verb is null)
        {
            var of = row.After(next, end);
            if (of >= 0 && row[of].Role == TokenRole.Particle)
            {
                of = row.After(of, end);
            }

            if (of >= 0 && row[of].Role == TokenRole.Of && row.PhraseStartingAt(row.AfterTimes(of, end), end) is { IsEmpty: false } head)
            {
                if (row.EndsIn(head.End - 1, ContextCue.NoOwner))
                {
                    // 公司上市的时候，市值…: when, and whom it was about.
                    return new ClauseTopic(phrase, Phrase.None, Phrase.None);
                }

                var (owner, metric) = row.Part(head, hasOwner);
                if (Dealings.StakeTail.IsHolding(row, next))
                {
                    // 东山集团持有的12亿股股份: the holder's.
                    return new ClauseTopic(phrase, metric, Phrase.None);
                }

                return owner.IsEmpty ? new ClauseTopic(phrase, metric, Phrase.None) : new ClauseTopic(owner, metric, Phrase.None);
            }
        }

        if (next >= 0 && phrase.End - phrase.Start > 1 && row[phrase.End - 1].Sense.Is(WordRoles.Document) && !row[phrase.End - 1].Sense.Is(WordRoles.Disclosure) && row.Word(next) is "出炉" or "公布" or "揭晓" or "发布" && row.After(next, end) < 0)
        {
            // 11月金融数据出炉：what is out, and nobody's.
            return ClauseTopic.None;
        }

        if (next < 0 && phrase.End - phrase.Start > 1 && (row[phrase.End - 1].Sense.Is(WordRoles.Document) || row.Is(phrase.End - 1, ContextCue.Finding)) && row.After(phrase.End - 1) >= 0)
        {
            // 教育部官网消息, and nothing more: where the rest is from; 锦明食品公告: a name that no list knows tells it.
            if (Discloser(row, phrase) is var who && who != phrase && !row[phrase.End - 1].Sense.Is(WordRoles.Speech))
            {
                // 鸿海法说会：营收…: whose meeting it is.
                return new ClauseTopic(who, Phrase.None, Phrase.None);
            }

            return row[phrase.End - 1].Sense.Is(WordRoles.Disclosure) && !SubjectName.IsOrganisation(row, phrase.End - 2) ? ClauseTopic.None with { Speaker = new Phrase(phrase.Start, phrase.End - 1) } : ClauseTopic.None;
        }

        if (phrase.End - phrase.Start == 1 && row[phrase.Start].Sense.Is(WordRoles.Document) && !row[phrase.Start].Sense.Is(WordRoles.Disclosure) && next >= 0 && row[next].Role != TokenRole.Quantity && row.After(next, end) < 0)
        {
            // 消息不实，全年…: what is said of the news, and not what the figures are about.
            return ClauseTopic.None;
        }

        if (next < 0 && phrase.End - phrase.Start == 1 && row.Word(phrase.Start) is "消息" && row.After(phrase.End - 1) >= 0)
        {
            // 消息：收费拟增至400元: from hearsay.
            return ClauseTopic.None;
        }

        if (MeasuredHead(row, phrase, end) is { IsEmpty: false } whose)
        {
            // 一辆核载47人、实载52人的大客车: what is measured opens a relative clause.
            return new ClauseTopic(row.Part(whose, hasOwner) is { Owner.IsEmpty: false } of ? of.Owner : whose, Phrase.None, Phrase.None) { Relative = phrase.Start };
        }

        var (subject, measured) = row.Part(phrase, hasOwner);
        subject = Discloser(row, subject);
        if (!measured.IsEmpty && row[phrase.End - 1].Sense is { Metric: null } good && good.Is(WordRoles.Good))
        {
            // 现货黄金持续拉涨: what has a price of its own is no measure.
            return new ClauseTopic(phrase, Phrase.None, Phrase.None);
        }

        if (hasOwner && phrase.End - phrase.Start == 1 && row[phrase.Start].Sense.Is(WordRoles.Disclosure))
        {
            // 东山集团昨日召开会议，财报优于预期: it owns nothing.
            return ClauseTopic.None;
        }

        if (measured.End - measured.Start == 1 && row[measured.Start].Sense is { Metric: null } && row.Word(measured.Start) is ['单' or '同' or '历' or '首' or '全', '季' or '月' or '日' or '周' or '年' or '期'])
        {
            // 单季新高: a record of what was measured before.
            measured = Phrase.None;
        }

        if (measured.IsEmpty && row.After(phrase.End - 1, end) is var time && time >= 0 && row[time].Role == TokenRole.Time && Announced(row, time, end) is { IsEmpty: false } announced)
        {
            // 东山市上月移转栋数出炉: what the values after it measure.
            return new ClauseTopic(subject.IsEmpty ? phrase : subject, announced, Phrase.None);
        }

        var named = row[phrase.End - 1];
        return subject.IsEmpty && (named.Sense.Metric is { IsCountable: true } && row.Folded[named.End - 1] is not ('数' or '量') && named.Tag is ['n', ..] || named.Sense.Metric is null && !named.Sense.Is(WordRoles.Attribute | WordRoles.Ability) && !row.LooksLikeMetric(phrase.End - 1))
            ? new ClauseTopic(phrase, Phrase.None, Phrase.None)
            : new ClauseTopic(subject, measured, Phrase.None);
    }

    /// <summary>台积电财报, 台积电法说会: without what is disclosed, the company that discloses it; any other phrase as it is.</summary>
    private static Phrase Discloser(TokenRow row, Phrase phrase) =>
        phrase.End - phrase.Start > 1 && row[phrase.End - 1].Sense.Is(WordRoles.Disclosure) && (row[phrase.End - 2].IsName || SubjectName.IsOrganisation(row, phrase.End - 2))
            ? new Phrase(phrase.Start, phrase.End - 1)
            : phrase;

    /// <summary>The word for a trade (销售, 出口) before the goods that a phrase ends with; -1 for none.</summary>
    public static int SoldOf(TokenRow row, Phrase phrase)
    {
        if (phrase.IsEmpty || row[phrase.End - 1].Sense.Metric is { IsCountable: false } || row[phrase.End - 1].Sense.Is(WordRoles.Generic | WordRoles.Title) || row.LooksLikeMetric(phrase.End - 1))
        {
            return -1;
        }

        for (var i = phrase.End - 2; i >= phrase.Start && row[i].Role != TokenRole.Of && row[i + 1].Role == TokenRole.Noun; i--)
        {
            if (row.Is(i, ContextCue.TradesIn) && row[i].End == row[i + 1].Start)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>行动 of 行动中, 调查 of 调查中: what is done, in the course of which something happens.</summary>
    public static bool IsCourse(TokenRow row, int index) => index >= 0 && row[index] is { Role: TokenRole.Noun, Tag: "vn", IsName: false, Sense.Metric: null };
}
