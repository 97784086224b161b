using Pipeline.Extract.Context;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <summary>A value that a verb governs: 减持250万股, 查获毒品12公斤, 逮捕5名嫌犯, 将2000万股进行质押.</summary>
internal sealed class VerbObjectRule : IBindingRule
{
    /// <inheritdoc/>
    public string Id => "verb-object";

    /// <inheritdoc/>
    public bool TryBind(QuantityFrame frame, ClaimDraft draft)
    {
        var (left, right) = (frame.Left, frame.Right);
        if (left.Action < 0 && frame.Quantity.Unit is "次" && right is { Noun.IsEmpty: true, IsLinked: false, Verb: >= 0 } && frame.SenseAt(right.Verb).Is(WordRoles.Trade) && (left.Noun.IsEmpty || left.Level >= 0 || frame.HeadIs(left.Noun, WordRoles.Attribute)))
        {
            // 累计21次减持海川科技: how often it was done.
            frame.SetMetric(draft, right.Verb, Phrase.None);
            QuantityFrame.SetSubject(draft, left.Noun.IsEmpty || frame.HeadIs(left.Noun, WordRoles.Attribute) ? left.Outer : left.Noun);
            return true;
        }

        if (left.Action < 0)
        {
            return TryBindJoined(frame, draft) || TryBindSpent(frame, draft);
        }

        if (IsOutdone(frame))
        {
            // 登记820辆，领先本田的640辆: what another one measures.
            QuantityFrame.SetSubject(draft, left.Noun);
            return frame.CarryMetric(draft);
        }

        if (!left.ActionTakesNoun && !left.IsPartOf && frame.Row.Is(left.Action, ContextCue.Delivers) && right.Noun.IsEmpty && right.Verb < 0 && frame.Previous is { Draft.MetricSense: not null } stated && stated.Quantity.Dimension == frame.Quantity.Dimension && stated.Clause >= frame.Clause - 1 && frame.CarryMetric(draft))
        {
            // 票房1亿元，全球开出5亿美元: the verb only brings the value of what was measured before.
            QuantityFrame.SetSubject(draft, left.Outer);
            return true;
        }

        if (left.ActionTakesNoun && frame.Row.Is(left.Action, ContextCue.BringsAbout) && Stricken(frame) is { IsEmpty: false } place)
        {
            // 强降雨造成甘肃榆中县15人死亡: the losses are the place's.
            var rest = new Phrase(place.End, left.Noun.End);
            if (right.Noun.IsEmpty && rest.IsEmpty)
            {
                // 造成浙江、江苏2省417万人受灾
                SetState(frame, draft);
            }
            else if (Befallen(frame) is { IsEmpty: false } said)
            {
                // 导致当地约300所房屋断电
                frame.SetMetric(draft, said);
            }
            else
            {
                frame.SetMetric(draft, left.Action, !right.Noun.IsEmpty ? right.Noun : rest);
            }

            QuantityFrame.SetSubject(draft, place);
            return true;
        }

        if (!left.ActionTakesNoun && right.Noun.IsEmpty && !left.Outer.IsEmpty && frame.Row.Before(left.Outer.Start, left.ClauseStart) is >= 0 and var cause && frame.Row.Is(cause, ContextCue.BringsAbout) && frame.Row[left.Outer.Start].Tag != "ns" && !frame.HeadIs(left.Outer, WordRoles.Region))
        {
            // 地震造成房屋倒塌30户: what befell the things is what is measured.
            frame.SetMetric(draft, left.Outer);
            draft.Metric += frame.Row.Word(left.Action).ToString();
            QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(frame.Row, cause, left.ClauseStart));
            return true;
        }

        if (!left.ActionTakesNoun && right is { Noun.IsEmpty: false, IsLinked: false, Verb: >= 0 } && frame.Quantity.Dimension == Dimension.Count && frame.Row.Word(left.Action) is "发现" or "检出" or "验出")
        {
            // 发现3件检体含有农药: what was found of them.
            frame.SetMetric(draft, right.Verb, right.Object);
            QuantityFrame.SetSubject(draft, right.Noun);
            draft.IsPart = true;
            return true;
        }

        if (!left.ActionTakesNoun && right.Noun.IsEmpty && frame.Quantity.Dimension == Dimension.Count && frame.Row.Word(left.Action) is "发现" or "检出" or "验出" or "查出" && frame.Row.After(frame.Token) is var found && found >= 0 && frame.Row[found].Role is not (TokenRole.Clause or TokenRole.Listing))
        {
            // 发现100件不符合规定
            frame.SetPredicate(draft, frame.Token);
            QuantityFrame.SetSubject(draft, left.Outer);
            return true;
        }

        if (left.ActionTakesNoun)
        {
            var (owner, metric) = frame.Row.Part(left.Noun, hasOwner: true);
            if (frame.SenseAt(left.Action).Is(WordRoles.Verdict) && frame.HeadMetric(left.Noun) is not null && Patient(frame, left.Noun) is { IsEmpty: false } patient)
            {
                // 法院判处被告人王某有期徒刑三年: the sentence is his whom the court gives it.
                frame.SetMetric(draft, metric.Start >= patient.End ? metric : new Phrase(patient.End, left.Noun.End));
                QuantityFrame.SetSubject(draft, patient);
                return true;
            }

            if (frame.SenseAt(left.Action).Is(WordRoles.Verdict) && Accused(frame) is { IsEmpty: false } accused)
            {
                frame.SetMetric(draft, metric.IsEmpty ? left.Noun : metric);
                QuantityFrame.SetSubject(draft, accused);
                return true;
            }

            if (frame.SenseAt(left.Action).Is(WordRoles.Verdict) && frame.Quantity.Dimension == Dimension.Duration && TermAfter(frame) is >= 0 and var term)
            {
                // 判陈某3月、林某2月徒刑: what the last value says, of each of them.
                frame.SetMetric(draft, new Phrase(term, term + 1));
                QuantityFrame.SetSubject(draft, left.Noun);
                return true;
            }

            if (frame.HeadMetric(left.Noun) is not null)
            {
                frame.SetMetric(draft, frame.SenseAt(left.Action).Is(WordRoles.Light) ? -1 : left.Action, metric.IsEmpty ? left.Noun : metric);
                // 增持甲公司股份, 赔偿乙公司损失: who owns the object does not deal in it, and is not who pays.
                var isDealt = frame.SenseAt(left.Action).Is(WordRoles.Trade) || frame.SenseAt(left.Action).Is(WordRoles.Action) && (frame.Sentence.HasSubjectBefore(frame.Clause) || frame.Sentence.Topic(frame.Clause).Subject is { IsEmpty: false } topic && topic.End <= left.Action);
                QuantityFrame.SetSubject(draft, !left.Outer.IsEmpty || isDealt || frame.Row.Is(left.Action, ContextCue.Gives) ? left.Outer : owner);
                draft.Verb = left.Action;
                return true;
            }

            if (IsPartOfObject(frame) && (frame.Row.IsScope(left.Noun.End - 1) || frame.Row[left.Noun.End - 1].IsName || frame.HeadIs(left.Noun, WordRoles.Generic)))
            {
                // 承载全球五分之一的石油贸易: a part of what the place or the company has of it.
                frame.SetMetric(draft, left.Action, right.Noun);
                (draft.Kind, draft.Whole, draft.Verb) = (Pipeline.Extract.Model.ClaimKind.Share, frame.Sentence.Text(left.Noun) + frame.Sentence.Text(right.Noun), left.Action);
                QuantityFrame.SetSubject(draft, left.Outer);
                return true;
            }

            frame.SetMetric(draft, left.Action, right.Noun.IsEmpty || frame.Quantity.Dimension != Dimension.Count ? WithoutRecipient(frame) : right.Noun);
            draft.Verb = left.Action;
        }
        else if (right.Noun.IsEmpty && frame.SenseAt(left.Action).Is(WordRoles.Light) && !left.Outer.IsEmpty
            && (frame.HeadMetric(left.Outer) is not null || frame.Row.LooksLikeMetric(left.Outer.End - 1)))
        {
            // 业务量完成1200亿件: the verb only carries what is measured.
            frame.SetMeasured(draft, left.Outer);
            return true;
        }
        else if ((frame.SenseAt(left.Action).Is(WordRoles.Light) || frame.Quantity.Unit is "次" && (frame.Row.Word(left.Action) is "先后" || frame.Row.Is(left.Action, ContextCue.Sums))) && right.Noun.IsEmpty && DeedAfter(frame) is >= 0 and var done && frame.SenseAt(done).Is(WordRoles.Trade))
        {
            // 进行152次增持, 完成15亿元的回购
            frame.SetMetric(draft, done, Phrase.None);
        }
        else if (right.Noun.IsEmpty && frame.Row.Is(left.Action, ContextCue.BringsAbout) && frame.Quantity.Dimension == Dimension.Count && (right.Verb >= 0 || !CountedState.After(frame, frame.Token).IsEmpty))
        {
            // 造成4人送院, 已致14万人紧急转移安置
            SetState(frame, draft);
        }
        else if (frame.Row.Is(left.Action, ContextCue.BringsAbout) && Befallen(frame) is { IsEmpty: false } befallen)
        {
            // 造成5万户居民停电
            frame.SetMetric(draft, befallen);
            draft.Verb = left.Action;
        }
        else
        {
            frame.SetMetric(draft, frame.SenseAt(left.Action).Is(WordRoles.Light) && frame.Quantity.Dimension == Dimension.Money && !right.Noun.IsEmpty ? -1 : left.Action, right.Noun);
            draft.Verb = left.Action;
        }

        if (!left.ActionTakesNoun && IsPartOfObject(frame))
        {
            // 承担70%的责任, 追回三成的款项: a part of the object.
            (draft.Kind, draft.Whole) = (Pipeline.Extract.Model.ClaimKind.Share, frame.Sentence.Text(right.Noun));
        }
        else if (frame.IsPercent && right is { IsLinked: true, Noun.IsEmpty: false } && frame.Row.Cues.IsAtEnd(ContextCue.RatedBy, frame.Row.Word(right.Noun.End - 1)))
        {
            draft.Kind = Pipeline.Extract.Model.ClaimKind.Rate;
        }

        if (frame.SenseAt(left.Action).Is(WordRoles.Verdict) && Penalised(frame) is { IsEmpty: false } penalised)
        {
            // 欧盟对谷歌处以10亿欧元罚款: his who has to pay.
            QuantityFrame.SetSubject(draft, penalised);
            return true;
        }

        if (frame.SenseAt(left.Action).Is(WordRoles.Seizure))
        {
            draft.Object = left.ActionTakesNoun ? left.Noun : right.Noun;
        }

        draft.Counted = frame.Quantity.Dimension is not (Dimension.Count or Dimension.Mass or Dimension.Volume) ? null : left.ActionTakesNoun ? frame.Sentence.Text(left.Noun) : right.Noun.IsEmpty ? null : frame.Sentence.Text(right.Noun);
        QuantityFrame.SetSubject(draft, left.Outer);
        return true;
    }

    /// <summary>承担70%的责任: true where 的 ties a percentage to the thing it is a part of, which is neither a rate nor what one reckons as one (50%的补贴).</summary>
    private static bool IsPartOfObject(QuantityFrame frame) =>
        frame.IsPercent && frame.Right is { IsLinked: true, Noun.IsEmpty: false } right && frame.HeadMetric(right.Noun)?.Kind != MetricKind.Rate && frame.Row.Word(right.Noun.End - 1)[^1] != '率' && !frame.Row.Cues.IsAtEnd(ContextCue.RatedBy, frame.Row.Word(right.Noun.End - 1));

    /// <summary>支付|原告|货款: the object without whom it goes to.</summary>
    private static Phrase WithoutRecipient(QuantityFrame frame)
    {
        var noun = frame.Left.Noun;
        if (frame.Quantity.Dimension != Dimension.Money || !frame.Row.Is(frame.Left.Action, ContextCue.Gives))
        {
            return noun;
        }

        var last = noun.End - 1;
        while (last >= noun.Start && !frame.Row[last].IsName && !frame.SenseAt(last).Is(WordRoles.Title | WordRoles.Generic) && !SubjectName.IsOrganisation(frame.Row, last))
        {
            last--;
        }

        return last < noun.Start ? noun : last == noun.End - 1 ? Phrase.None : new Phrase(frame.Row.After(last), noun.End);
    }

    /// <summary>The token after the value, past 的; −1 for none in the clause.</summary>
    private static int DeedAfter(QuantityFrame frame)
    {
        var end = frame.Sentence.Clause(frame.Clause).End;
        var after = frame.Row.After(frame.Token, end);
        return after >= 0 && frame.Row[after].Role == TokenRole.Of ? frame.Row.After(after, end) : after;
    }

    /// <summary>查获现金40万元、手机10部: the verb before the first of joined objects governs them all.</summary>
    private static bool TryBindJoined(QuantityFrame frame, ClaimDraft draft)
    {
        var left = frame.Left;
        if (left.Noun.IsEmpty || left.Level >= 0 || left.Change >= 0 || left.Share >= 0 || !left.Outer.IsEmpty || left.IsPartOf || left.Preposition >= 0 || !frame.Right.Noun.IsEmpty
            || frame.Previous is not { Draft: { Rule: "verb-object", Verb: >= 0 } first } previous || previous.Clause != frame.Clause || frame.HeadMetric(left.Noun) is { } sum && (!sum.IsCountable || frame.Row.Word(left.Noun.End - 1) is [.., '人', '数' or '次']) && !(sum.Id == "cash" && frame.SenseAt(first.Verb).Is(WordRoles.Seizure))
            || frame.Row.Before(left.Noun.Start, left.ClauseStart) is not (>= 0 and var mark) || frame.Row[mark].Role != TokenRole.Listing || frame.Row.Before(mark, left.ClauseStart) != previous.Token)
        {
            return false;
        }

        frame.SetMetric(draft, frame.SenseAt(first.Verb).Is(WordRoles.Light) ? -1 : first.Verb, left.Noun);
        (draft.Subject, draft.SubjectSource, draft.Verb) = (first.Subject, first.SubjectSource, first.Verb);
        if (first.SubjectText is not null)
        {
            (draft.SubjectText, draft.IsSubjectSettled, draft.StandsAlone) = (first.SubjectText, true, first.StandsAlone);
        }

        draft.Counted = frame.Sentence.Text(left.Noun);
        return true;
    }

    /// <summary>比当初购入的5亿元少: an amount that a relative clause without another head describes.</summary>
    private static bool TryBindSpent(QuantityFrame frame, ClaimDraft draft)
    {
        var of = frame.Row.Before(frame.Token, frame.Left.ClauseStart);
        if (!frame.Left.IsPartOf || !frame.Left.Noun.IsEmpty || !frame.Right.Noun.IsEmpty || frame.Quantity.Dimension != Dimension.Money
            || frame.Row.Before(of, frame.Left.ClauseStart) is var verb && (verb < 0 || frame.Row[verb].Role != TokenRole.Verb || !frame.SenseAt(verb).Is(WordRoles.Trade | WordRoles.Action)))
        {
            return false;
        }

        frame.SetMetric(draft, verb, Phrase.None);
        QuantityFrame.SetSubject(draft, GovernorReader.SubjectOf(frame.Row, verb, frame.Left.ClauseStart));
        return true;
    }

    /// <summary>领先本田的640辆, 领先东山汽车的27%: what another one measures.</summary>
    public static bool IsOutdone(QuantityFrame frame) =>
        frame.Left is { IsPartOf: true, ActionTakesNoun: true } left && frame.Previous is { Draft.Metric: not null } measured && measured.Quantity.Dimension == frame.Quantity.Dimension
        && frame.Row.IsOneOf(left.Action, ContextCue.Above, ContextCue.Below);

    /// <summary>The place that the object opens with.</summary>
    private static Phrase Stricken(QuantityFrame frame)
    {
        var noun = frame.Left.Noun;
        var end = noun.Start;
        while (end < noun.End && (frame.Row[end].Tag == "ns" || end > noun.Start && frame.Row[end].Role is TokenRole.Listing or TokenRole.Number || frame.SenseAt(end).Is(WordRoles.Region) || frame.SenseAt(end).Entity?.Type == EntityType.Place))
        {
            end++;
        }

        return new Phrase(noun.Start, end);
    }

    /// <summary>法院将被告依诈欺罪判处: whom 将 or 对 puts before the verb, else the accused that an earlier clause names.</summary>
    private static Phrase Accused(QuantityFrame frame)
    {
        for (var i = frame.Left.Action - 1; i >= 0; i--)
        {
            if (frame.Row[i].Sense.Is(WordRoles.Title) && frame.Row.Word(i) is ['被', '告', ..] or ['嫌', ..] or "原告" or "当事人" or "上诉人")
            {
                return frame.Row.PhraseEndingAt(i, i) is var phrase && i + 1 < frame.Left.Action && frame.Row[i + 1].Role == TokenRole.Noun ? new Phrase(i, i + 2) : phrase;
            }
        }

        return Penalised(frame);
    }

    /// <summary>The company or person that 对 or 向 puts before a verb of judgement; empty for none.</summary>
    public static Phrase Penalised(QuantityFrame frame)
    {
        for (var i = frame.Left.Action - 1; i >= frame.Left.ClauseStart; i--)
        {
            if (frame.Row[i].Role == TokenRole.Preposition && frame.Row.Word(i) is "对" or "向" && frame.Row.PhraseStartingAt(frame.Row.After(i), frame.Left.Action) is { IsEmpty: false } whom
                && (frame.Row[whom.End - 1].IsName || SubjectName.IsPerson(frame.Row[whom.End - 1]) || SubjectName.IsOrganisation(frame.Row, whom.End - 1) || frame.HeadIs(whom, WordRoles.Title | WordRoles.Generic)))
            {
                return whom;
            }
        }

        return Phrase.None;
    }

    /// <summary>The person or company before the last word of an object: 被告人王某 | 有期徒刑.</summary>
    private static Phrase Patient(QuantityFrame frame, Phrase noun)
    {
        var end = noun.End;
        while (end > noun.Start && frame.SenseAt(end - 1) is { Metric: not null })
        {
            end--;
        }

        while (end > noun.Start && frame.Row[end - 1].Role is TokenRole.Of or TokenRole.Skipped)
        {
            end--;
        }

        return new Phrase(noun.Start, end);
    }

    /// <summary>The length that the clause names behind its last value: 徒刑; −1 for none.</summary>
    private static int TermAfter(QuantityFrame frame)
    {
        for (var i = frame.Row.After(frame.Token); i >= 0 && frame.Row[i].Role is TokenRole.Listing or TokenRole.Noun or TokenRole.Quantity; i = frame.Row.After(i))
        {
            if (frame.SenseAt(i).Metric?.Id == "duration")
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The noun that is counted with what happened to it; empty where nothing follows it.</summary>
    private static Phrase Befallen(QuantityFrame frame) =>
        !frame.Right.Noun.IsEmpty && !frame.Right.IsLinked && CountedState.After(frame, frame.Right.Noun.End - 1) is { IsEmpty: false } state ? new Phrase(frame.Right.Noun.Start, state.End) : Phrase.None;

    /// <summary>Measures what happened to those counted; where nothing says so, the deed.</summary>
    private static void SetState(QuantityFrame frame, ClaimDraft draft)
    {
        if (CountedState.After(frame, frame.Token) is { IsEmpty: false } state)
        {
            frame.SetMetric(draft, state);
            return;
        }

        frame.SetMetric(draft, frame.Right.Verb < 0 ? frame.Left.Action : frame.Right.Verb, Phrase.None);
    }
}
