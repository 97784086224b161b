using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Dealings;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Rules;

/// <summary>A part of a company held or dealt in, or of its staff: 减持国电清新1.20%股份, 持股由6.08%降为4.88%, 裁员30%, 将持有的95%股票质押.</summary>
internal sealed class HoldingRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "holding";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        var isOwned = frame.HeadIs(right.Noun, WordRoles.Ownership);
        var isHeld = !left.IsPartOf && !frame.IsCapital(left.Noun) && frame.HeadMetric(left.Noun) is { Id: "ownership" or "layoffs" or "vote_share" };
        if (frame.IsPercent && left is { Change: >= 0, IsReached: false } && right is { IsLinked: true, Noun.IsEmpty: false } && (frame.HeadIs(right.Noun, WordRoles.Group) || frame.HeadMetric(right.Noun) is { Id: "employees" }) && frame.Row.Word(left.Change) is ['裁', ..] or "削减" or "精简")
        {
            // 裁减15%的员工: a part of the staff.
            (draft.Kind, draft.Whole) = (ClaimKind.Share, frame.Sentence.Text(right.Noun));
            frame.SetMetric(draft, left.Change, right.Noun);
            QuantityFrame.SetSubject(draft, left.Outer.IsEmpty ? left.Noun : left.Outer);
            return true;
        }

        if (frame.IsPercent && left.IsReached && !isOwned && frame.HeadIs(left.Noun, WordRoles.Ownership) && left.Noun.End - left.Noun.Start > 1 && frame.Row.Before(left.Noun.Start, left.ClauseStart) is var holding && holding >= 0 && StakeTail.IsHolding(frame.Row, holding))
        {
            // 东山集团所持海川科技股份从5%降至2%
            frame.SetMetric(draft, holding, new Phrase(left.Noun.End - 1, left.Noun.End));
            QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(frame.Row, holding, left.ClauseStart));
            (draft.Kind, draft.Whole) = (ClaimKind.Share, frame.Sentence.Text(new Phrase(left.Noun.Start, left.Noun.End - 1)));
            draft.Direction = left.Change >= 0 ? frame.SenseAt(left.Change).Verb?.Direction : null;
            return true;
        }

        if (frame.IsPercent && !left.Noun.IsEmpty && left is { Change: < 0, Level: < 0 } && HeldBy(frame) is >= 0 and var by)
        {
            // 海川科技由东山集团100%控股
            frame.SetMetric(draft, right.Verb >= 0 ? right.Verb : right.Noun.Start, Phrase.None);
            QuantityFrame.SetSubject(draft, left.Noun);
            (draft.Kind, draft.IsPart) = (ClaimKind.Share, true);
            var owned = frame.Row.Before(by, left.ClauseStart) is >= 0 and var last ? frame.Row.PhraseEndingAt(last, left.ClauseStart) : frame.Clause > 0 ? frame.Sentence.Topic(frame.Clause - 1).Subject : Phrase.None;
            draft.Whole = owned.IsEmpty ? null : SubjectName.Of(frame.Sentence, owned)?.Text;
            return true;
        }

        var isTraded = frame.SenseAt(left.Action).Is(WordRoles.Trade) && frame.HeadMetric(left.Noun)?.Kind != MetricKind.Rate;
        if (!frame.IsPercent || left.Change >= 0 && !left.IsReached || !isOwned && !isHeld && !isTraded)
        {
            return false;
        }

        draft.Kind = ClaimKind.Share;
        draft.Direction = left.Change >= 0 ? frame.SenseAt(left.Change).Verb?.Direction : null;
        if (isHeld && !isOwned && left.ActionTakesNoun && !left.Outer.IsEmpty && (StakeTail.IsHolding(frame.Row, left.Action) || frame.Row.Word(left.Action) is "增持" or "减持") && frame.Row.Part(left.Noun, hasOwner: false) is { Owner.IsEmpty: false, Metric.IsEmpty: false } held)
        {
            // 东山集团持有海川科技的股权比例降至48%; 东山集团增持海川科技持股比例升至8%
            frame.SetMetric(draft, StakeTail.IsHolding(frame.Row, left.Action) ? left.Action : -1, held.Metric);
            QuantityFrame.SetSubject(draft, left.Outer);
            draft.Whole = frame.Sentence.Text(held.Owner);
            return true;
        }

        if (isHeld && !isOwned)
        {
            frame.SetMeasured(draft, left.Noun);
            if (right.IsLinked && !right.Noun.IsEmpty && draft.MetricSense?.Id == "ownership")
            {
                QuantityFrame.SetSubject(draft, right.Noun);
            }

            draft.IsPart |= draft.MetricSense?.Id == "ownership" && !draft.Subject.IsEmpty && frame.HeadIs(draft.Subject, WordRoles.Region);
            draft.Whole = HeldCompany(frame, draft);
            return true;
        }

        QuantityFrame.SetSubject(draft, left.Outer);
        if (isTraded)
        {
            frame.SetMetric(draft, left.Action, right.Noun);
            draft.Whole = left.Noun.IsEmpty ? null : frame.Sentence.Text(left.Noun);
        }
        else if (frame.SenseAt(right.Verb).Is(WordRoles.Trade))
        {
            frame.SetMetric(draft, right.Verb, right.Noun);
            draft.Whole = left.Noun.IsEmpty ? "持有的" + frame.Sentence.Text(right.Noun) : frame.Sentence.Text(left.Noun);
        }
        else
        {
            draft.Whole = left.Noun.IsEmpty ? null : frame.Sentence.Text(left.Noun);
            frame.SetMetric(draft, left.Action, right.Noun);
        }

        return true;
    }

    /// <summary>The 由 before who holds it, where 控股 or 持股 closes the value; -1 for none.</summary>
    private static int HeldBy(QuantityFrame frame)
    {
        var (row, right) = (frame.Row, frame.Right);
        var closing = right.Verb >= 0 ? right.Verb : right.Noun.End - right.Noun.Start == 1 ? right.Noun.Start : -1;
        return closing >= 0 && row.Word(closing) is "控股" or "持股" or "持有" && row.Before(frame.Left.Noun.Start, frame.Left.ClauseStart) is >= 0 and var by && row.Word(by) is "由" ? by : -1;
    }

    /// <summary>The company that is owned, where it is not said beside the value: the one that an earlier clause was about, if that is not the holder.</summary>
    public static string? HeldCompany(QuantityFrame frame, ClaimDraft draft)
    {
        if (draft.MetricSense?.Id != "ownership" || draft.Metric!.Contains("质押", StringComparison.Ordinal))
        {
            // 质押比例: a part of what is held, by whoever holds it.
            return null;
        }

        if (frame.Previous?.Draft is { Whole: { } whole, Kind: ClaimKind.Share } previous && previous.MetricSense?.Id is "ownership" or null && previous.SubjectText is not null && draft.Subject.IsEmpty)
        {
            return whole;
        }

        if (frame.Previous?.Draft is { Rule: "holding", Kind: ClaimKind.Share, MetricSense.Id: "ownership", SubjectText: not null } other && !draft.Subject.IsEmpty && !frame.Sentence.Topic(frame.Clause).Subject.IsEmpty)
        {
            // 甲公司持股49%,乙公司持股40%: another holder of the same.
            return other.Whole;
        }

        for (var i = frame.Sentence.Bound.Count - 1; i >= 0; i--)
        {
            if (frame.Sentence.Bound[i].Draft.Held is { IsEmpty: false } held)
            {
                // 持有海川科技500万股，持股比例为5%
                return CompanyText(frame, held);
            }
        }

        if (OfShareholder(frame, draft) is { } owned)
        {
            return owned;
        }

        for (var clause = frame.Clause - 1; clause >= 0; clause--)
        {
            var topic = frame.Sentence.Topic(clause);
            var phrase = topic.Subject.IsEmpty ? topic.Speaker : topic.Subject;
            if (!phrase.IsEmpty && !draft.Subject.IsEmpty && !IsHolder(frame, draft, phrase) && frame.Row[phrase.End - 1].Sense.Entity is null or { Type: EntityType.Company } && frame.Row[phrase.End - 1].IsName && !SubjectName.IsPerson(frame.Row[phrase.End - 1]))
            {
                return frame.Sentence.Text(phrase);
            }
        }

        return null;
    }

    /// <summary>成为东山集团股东,持股比例为5%: the company whose shareholder a clause before names.</summary>
    private static string? OfShareholder(QuantityFrame frame, ClaimDraft draft)
    {
        var row = frame.Row;
        for (var at = frame.Token - 1; at > 0; at--)
        {
            if (row.Word(at).EndsWith("股东") && row.Word(at - 1) is "其" && SubjectName.Of(frame.Sentence, draft.Subject.IsEmpty ? frame.Sentence.Topic(frame.Sentence.ClauseOf(at)).Subject : draft.Subject) is { } holder)
            {
                // 成为其控股股东，持股比例为5%
                return SubjectName.Antecedent(frame.Sentence, at, isPerson: false, holder.Text);
            }

            if (row.Word(at).EndsWith("股东") && row[at].Sense.Is(WordRoles.Title) && row.Before(at) is var name && name >= 0 && row[name] is { IsName: true, Role: TokenRole.Noun } && SubjectName.IsOrganisation(row, name)
                && (row[name].End == row[at].Start || row[at - 1].Role == TokenRole.Skipped) && row.PhraseEndingAt(name, 0) is { IsEmpty: false } company && !IsHolder(frame, draft, new Phrase(name, name + 1)))
            {
                return frame.Sentence.Text(company.End - company.Start <= 2 ? company : new Phrase(name, name + 1));
            }
        }

        return null;
    }

    /// <summary>A company as written; 公司 and 上市公司 by the name that they stand for.</summary>
    /// <param name="frame">The value.</param>
    /// <param name="company">The phrase.</param>
    /// <param name="holder">Who holds or deals; nobody holds shares of itself.</param>
    public static string CompanyText(QuantityFrame frame, Phrase company, Phrase holder = default) =>
        company.End - company.Start == 1 && frame.HeadIs(company, WordRoles.Generic)
            ? SubjectName.Antecedent(frame.Sentence, company.Start, isPerson: false, holder.IsEmpty ? null : frame.Sentence.Text(holder)) ?? frame.Sentence.Text(company)
            : frame.Sentence.Text(company);

    /// <summary>True when <paramref name="phrase"/> names the holder itself, perhaps shorter: 股东东山集团 for 东山集团股份有限公司.</summary>
    private static bool IsHolder(QuantityFrame frame, ClaimDraft draft, Phrase phrase) =>
        SubjectName.Of(frame.Sentence, draft.Subject) is { } holder && SubjectName.Of(frame.Sentence, phrase) is { } named
        && (holder.Text.Contains(named.Text, StringComparison.Ordinal) || named.Text.Contains(holder.Text, StringComparison.Ordinal));
}
