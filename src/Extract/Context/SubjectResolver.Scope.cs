using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <content>Whose what is done 全台 or 海外 is, and which subjects are groups that have parts.</content>
internal static partial class SubjectResolver
{
    /// <summary>统一超商表示，全台门市数7100家: the shops, staff and members that a company speaks of are its own, wherever they are, and so is what it sells 海外.</summary>
    private static ResolvedName? CompanyOf(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.Rule == "verb-object" && draft.Subject.End - draft.Subject.Start == 1 && frame.Row.IsScope(draft.Subject.Start))
        {
            // 《大濛》全台票房突破1亿元，全球更开出5亿美元: where a product or a company of an earlier clause did so.
            return NamedBefore(frame);
        }

        if (draft.Subject.End - draft.Subject.Start != 1 || !frame.Row.IsScope(draft.Subject.Start) || draft.MetricSense?.Id is not ("count" or "users" or "employees") && !(frame.Row.Word(draft.Subject.Start) is "海外" or "境外" && draft.MetricSense?.Id is "sales_volume" or "shipments" or "revenue" or "sales"))
        {
            return null;
        }

        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Speaker is { IsEmpty: false } speaker && !SubjectName.IsPublicBody(frame.Row, speaker.End - 1))
            {
                return SubjectName.CompanyOfSpeaker(frame.Sentence, speaker);
            }
        }

        return null;
    }

    /// <summary>燃油成本上升13% after 国泰航空…: what the company spoken of spends on is no owner of the cost.</summary>
    private static ResolvedName? Spender(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.MetricSense?.Id != "cost" || draft.Subject.End - draft.Subject.Start != 1 || draft.Subject.Start != frame.Left.Noun.Start || OwnerStrength.IsNamed(frame.Row, draft.Subject)
            || frame.SenseAt(draft.Subject.Start).Is(WordRoles.Group | WordRoles.Generic | WordRoles.Region | WordRoles.Event) || frame.Sentence.Antecedents.Topic is not { IsOrganisation: true } company)
        {
            return null;
        }

        frame.SetMetric(draft, frame.Left.Noun);
        return new ResolvedName(company.Text, IsResolved: false);
    }

    /// <summary>全国房地产开发投资, 全省现有确诊病例 after 某局公布…。: what is measured of something within a scope is the scope's, unless a company or that thing was spoken of.</summary>
    private static bool IsWideScope(QuantityFrame frame, Phrase subject) =>
        subject.End - subject.Start == 1 && frame.Row.IsScope(subject.Start) && frame.Left.Noun.End - frame.Left.Noun.Start > 2 && frame.Sentence.Antecedents.Topic is { IsOrganisation: false } topic
            && !topic.Text.Contains(frame.Sentence.Text(new Phrase(subject.End, subject.End + 1)), StringComparison.Ordinal)
            && frame.Row.Before(subject.Start) is var of && !(of >= 0 && frame.Row[of].Role == TokenRole.Of);

    /// <summary>True for what only a country or a place has: 通胀率, 居民消费价格.</summary>
    private static bool IsOfEconomy(ClaimDraft draft) => draft.MetricSense?.Id is "inflation_rate" or "unemployment_rate" or "gdp" or "gdp_growth" or "cpi" or "ppi";

    /// <summary>油价, 通胀率: no company that speaks of it has it.</summary>
    private static void SettleUnlessOfEconomy(ClaimDraft draft, ResolvedName company)
    {
        if (!(IsOfEconomy(draft) || draft.Metric is [.., '油' or '金', '价']))
        {
            Settle(draft, company, SlotSource.Sentence);
        }
    }

    /// <summary>2021年净利润预计亏损5亿元: a profit or a revenue alone makes no profit of its own.</summary>
    private static void DropMeasure(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.SubjectText is null && draft.Subject.End - draft.Subject.Start == 1 && draft.Rule is "metric-level" && draft.MetricSense?.Id is "loss" or "profit" && frame.SenseAt(draft.Subject.Start).Metric is { Id: "profit" or "loss" or "revenue" })
        {
            draft.Subject = Phrase.None;
        }
    }

    /// <summary>True for a bare noun that is no industry: 市场需求, 排产.</summary>
    private static bool IsNoBusiness(TokenRow row, Phrase phrase) => !OwnerStrength.IsNamed(row, phrase) && !row.IsIndustry(phrase.End - 1);

    /// <summary>True for what only a company or its paper has: profits, revenue, a price of its shares.</summary>
    private static bool IsCompanysOwn(ClaimDraft draft) => draft.MetricSense?.Id is "profit" or "loss" or "revenue" or "eps" or "dividend" or "market_cap" or "share_price";

    /// <summary>True where a clause before <paramref name="clause"/> is about a company, or about nothing and a company speaks there.</summary>
    private static bool HasCompanyBefore(QuantityFrame frame, int clause)
    {
        for (var earlier = clause - 1; earlier >= 0; earlier--)
        {
            var topic = frame.Sentence.Topic(earlier);
            var phrase = topic.Subject.IsEmpty ? topic.Speaker : topic.Subject;
            if (!phrase.IsEmpty)
            {
                return SubjectName.IsOrganisation(frame.Row, phrase.End - 1);
            }
        }

        return false;
    }

    /// <summary>The company or product that the nearest earlier clause with a topic is about; null for another topic.</summary>
    private static ResolvedName? NamedBefore(QuantityFrame frame)
    {
        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is { IsEmpty: false } topic)
            {
                return frame.SenseAt(topic.End - 1).Entity?.Type is EntityType.Company or EntityType.Product || frame.Row.Word(topic.End - 1)[^1] == '》' ? SubjectName.Of(frame.Sentence, topic) : null;
            }
        }

        return null;
    }

    /// <summary>True where the last clause that has a topic is about no name, of which nothing can be a part.</summary>
    private static bool IsOfGroup(QuantityFrame frame)
    {
        for (var clause = frame.Clause; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is { IsEmpty: false } topic)
            {
                return !SubjectName.HasName(frame.Row, topic.Start, topic.End);
            }
        }

        return false;
    }

    /// <summary>商汤营收24亿元，生成式AI业务入账18亿元，账上现金131亿元: what only a company has, after values of its products, divisions or of where it sells, is the nearest company's; null where the clause or someone else may have it.</summary>
    private static ResolvedName? CompanyWith(QuantityFrame frame, ClaimDraft draft)
    {
        var isAccount = draft.MetricSense?.Id is "gross_margin" or "net_margin" or "operating_margin" or "profit" or "loss" or "ebitda";
        if (!isAccount && draft.MetricSense?.Id is not ("cash" or "debt" or "assets" or "market_cap" or "share_price" or "dividend" or "eps" or "employees" or "layoffs" or "debt_ratio" or "roe" or "deposits") && draft.Metric?.EndsWith("周转天数", StringComparison.Ordinal) != true
            || frame.Sentence.Topic(frame.Clause).Subject is { IsEmpty: false } own && (isAccount || own.End <= frame.Left.Noun.Start) && !TopicFinder.IsPlaceWithin(frame.Row, own) && !frame.Row.IsScope(own.Start))
        {
            return null;
        }

        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            if (frame.Sentence.Topic(clause).Subject is not { IsEmpty: false } topic)
            {
                continue;
            }

            if (IsProduct(frame.Row, topic))
            {
                continue;
            }

            if (isAccount && frame.SenseAt(topic.End - 1).Entity?.Type != EntityType.Company || SubjectName.IsPerson(frame.Row[topic.End - 1]) || frame.SenseAt(topic.End - 1).Is(WordRoles.Group | WordRoles.Title | WordRoles.Generic) || SubjectName.IsPublicBody(frame.Row, topic.End - 1) && !frame.Row.Is(topic.End - 1, ContextCue.Division))
            {
                return null;
            }

            if (frame.SenseAt(topic.End - 1).Entity?.Type == EntityType.Company)
            {
                return SubjectName.Of(frame.Sentence, topic);
            }
        }

        return null;
    }

    /// <summary>iPhone, i6, 省外: a product, or where it is sold, which has neither margins nor a profit.</summary>
    private static bool IsProduct(TokenRow row, Phrase topic) =>
        row[topic.End - 1] is { Sense.Entity: { Type: EntityType.Product } } or { Sense.Entity: null, Tag: "eng" } || row.IsReach(topic.Start);
}
