using Pipeline.Extract.Context;
using Pipeline.Extract.Model;
using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Rules;

/// <content>Fills the slots of a claim: its metric and whose it is.</content>
internal sealed partial class QuantityFrame
{
    /// <summary>Names the metric by a phrase.</summary>
    public void SetMetric(ClaimDraft draft, Phrase phrase, SlotSource source = SlotSource.Pattern)
    {
        if (phrase.IsEmpty)
        {
            return;
        }

        while (phrase.End - phrase.Start > 1 && Row.Word(phrase.End - 1) is ['最', _] && Row[phrase.End - 2].Sense.Metric is not null)
        {
            // 升幅最大, 轮候时间最长: how it ranks is not what is measured.
            phrase = new Phrase(phrase.Start, phrase.End - 1);
        }

        draft.Metric = MetricText(phrase);
        draft.MetricWritten = Sentence.Text(phrase);
        draft.MetricSense = Sentence.MetricIn(phrase);
        draft.MetricSource = source;
        draft.Evidence.Add(draft.Metric);
    }

    /// <summary>Names the metric by a verb and the noun that completes it: 减持 + 股份.</summary>
    public void SetMetric(ClaimDraft draft, int verb, Phrase noun)
    {
        var text = verb < 0 ? string.Empty : verb > 0 && Row[verb - 1].Role == TokenRole.Adverb && Row[verb - 1].End == Row[verb].Start && Row.Word(verb - 1) is "不" or "未" or "没" or "没有" or "无" ? string.Concat(Row.Word(verb - 1), Row.Word(verb)) : Row.Word(verb).ToString();
        text = text is ['按', '年' or '月' or '季' or '周' or '日', _, ..] ? text[2..] : text;
        draft.Metric = text + (noun.IsEmpty ? string.Empty : MetricText(noun));
        draft.MetricSense = noun.IsEmpty ? SenseAt(verb).Metric : Sentence.MetricIn(noun) ?? SenseAt(verb).Metric;
        draft.MetricSource = SlotSource.Pattern;
        draft.Evidence.Add(draft.Metric);
    }

    /// <summary>Names the metric by the verb after the quantity; 进行 and the like give way to what they carry out.</summary>
    public void SetClosingVerb(ClaimDraft draft)
    {
        var verb = Right.Verb;
        if (verb >= 0 && SenseAt(verb).Is(WordRoles.Light))
        {
            if (!Right.Object.IsEmpty)
            {
                SetMetric(draft, Right.Object);
                return;
            }

            if (Row.After(verb) is var next && next >= 0 && Row[next].Role == TokenRole.Verb)
            {
                verb = next;
            }
        }

        if (verb >= 0 && Row.Word(verb) is "为" or "是" or "系" or "属" && Right.Object.IsEmpty && Row.After(verb) is var named && named >= 0 && Row[named].Role == TokenRole.Verb)
        {
            // 500万股为轮候冻结
            verb = named;
        }

        if (verb >= 0 && Row.Word(verb) is "为" or "是" or "系" or "属" or "属于" && HeadIs(Right.Object, WordRoles.Ownership))
        {
            // 500万股为有限售条件股份: what they are, not that they are.
            SetMetric(draft, Right.Object);
            return;
        }

        SetMetric(draft, verb, verb == Right.Verb ? Right.Object : Phrase.None);
        if (verb >= 0 && !Right.Object.IsEmpty && Row.Word(verb) is "属" or "属于" or "系" or "为" && Row.After(Right.Object.End - 1, Sentence.Clause(Clause).End) is var done && done >= 0
            && Row[done] is { Role: TokenRole.Verb, Sense.Verb: null } && Row.After(done, Sentence.Clause(Clause).End) < 0)
        {
            // 28宗属本地感染
            draft.Metric += Row.Word(done).ToString();
        }
    }

    /// <summary>Takes owner and metric from a phrase that ends in the metric.</summary>
    public void SetMeasured(ClaimDraft draft, Phrase phrase)
    {
        var isContrasted = IsContrasted(phrase);
        var isAnother = Quantity.Dimension != Dimension.Count && (LastStated is { Draft.Metric: not null } before && before.Quantity.Dimension == Quantity.Dimension);
        if (IsPriced(phrase))
        {
            SetSubject(draft, Traded(phrase));
            if (Previous?.Draft.MetricSense is not { Id: "price" })
            {
                SetMetric(draft, Left.Change, Phrase.None);
                draft.IsMetricVerb = IsPercent;
            }

            return;
        }

        if (Quantity.Dimension == Dimension.Money && HeadIs(phrase, WordRoles.Good) && HeadMetric(phrase) is null && Left is { Change: < 0 } && (Right.Noun.IsEmpty || Row.Cues.IsAtEnd(ContextCue.MereLevel, Row.Word(Right.Noun.End - 1))) && (Left.Level >= 0 ? IsPriceLevel(Left.Level) : Quantity.Per is not null || Row.Cues.LengthAtEnd(ContextCue.Passes, Row.Folded.AsSpan(0, Quantity.Span.Start)) > 0))
        {
            // 现货黄金报4025美元, 原油期货突破每桶60美元, 黄金跌破4000美元: so does what they stand at.
            SetSubject(draft, Traded(phrase));
            if (Left.Level >= 0)
            {
                SetMetric(draft, Left.Level, Phrase.None);
                draft.IsMetricVerb = true;
            }

            return;
        }

        if (Quantity.Dimension == Dimension.Count && Previous?.Quantity.Unit == Quantity.Unit && HeadIs(phrase, WordRoles.Site) && HeadMetric(phrase) is null && IsOfSeries(null))
        {
            // 小学在校生1.06亿人，初中5243万人: another place, the same count.
            SetSubject(draft, phrase);
            return;
        }

        if (IsMarket(phrase))
        {
            // 北美市场增长4.2%: of what was measured before.
            SetSubject(draft, phrase);
            return;
        }

        if (isAnother && IsOfSameSort(phrase))
        {
            // 西线增加4.1%、东线增加13.3%; 「本国银行」为5亿元、「外商银行」为2亿元: another of their sort.
            SetSubject(draft, phrase);
            return;
        }

        var isNext = isAnother && !phrase.IsEmpty && phrase.End - phrase.Start <= 2 && Row[phrase.End - 1] is { Role: TokenRole.Noun, Tag: "n" or "j" } && IsOfSeries(null);
        var isGrown = isAnother && Left.Change >= 0 && Left.Outer.IsEmpty && LastSettled is { Draft: { Rule: "change", MetricWritten: null, MetricSource: SlotSource.Pattern } } grown && (grown.Clause == Clause - 1 || grown.Clause == Clause && Row.Before(phrase.Start, Left.ClauseStart) is var mark && mark > grown.Token && Row[mark].Role == TokenRole.Listing);
        if ((isContrasted || isNext || isGrown || isAnother && !phrase.IsEmpty && Row.IsIndustry(phrase.End - 1) || isAnother && (OwnerStrength.StandsAlone(Row, phrase, isBesideTopic: false) || IsNextGood(phrase))) && HeadMetric(phrase) is null && !Row.LooksLikeMetric(phrase.End - 1)
            || isContrasted && isAnother && HeadMetric(phrase) is { IsCountable: true })
        {
            // 精制茶增长23%，纱增长16%; 蛋类则便宜一成二; 采矿业增加值增长4.5%，制造业增长4.9%: another thing, the same measure.
            SetSubject(draft, phrase);
            return;
        }

        if (Quantity.Dimension == Dimension.Money && HeadIs(phrase, WordRoles.Group) && Row[phrase.End - 1].Role == TokenRole.Noun && HeadMetric(phrase) is null or { IsCountable: true })
        {
            // 每位病患可节省210万元: people are no measure of money.
            SetSubject(draft, phrase);
            return;
        }

        if (phrase.End - phrase.Start > 1 && Quantity.Dimension != Dimension.Count && HeadIs(phrase, WordRoles.Site) && HeadMetric(phrase) is null && Row[phrase.Start].IsName)
        {
            // 阿里山气象站降至零下3度: a place by its full name.
            SetSubject(draft, phrase);
            return;
        }

        var (owner, metric) = Row.Part(phrase, !Left.IsBroughtAbout && (phrase == Left.Outer ? HasOwnerBefore : HasOwner) && (phrase.IsEmpty || !Row.IsScope(phrase.Start) || IsCompanys));
        if (PlaceWith(phrase) is { IsEmpty: false } place)
        {
            // 韩国…，猪肉价格…，汽车出口额却下降5%: how much of a thing the place has that was spoken of.
            SetMetric(draft, phrase);
            SetSubject(draft, place);
            return;
        }

        var isSetApart = Left.IsBroughtAbout || IsSetApart(phrase) || IsThingOf(owner) || IsSibling(phrase) || Left.Outer.IsEmpty && !phrase.IsEmpty && Row.IsIndustry(phrase.Start);
        if ((isContrasted || isSetApart) && owner.IsEmpty && Row.Part(phrase, hasOwner: false) is { Metric.IsEmpty: false } own && (own.Owner.End - own.Owner.Start > 1 || isSetApart && !own.Owner.IsEmpty))
        {
            (owner, metric) = own;
        }
        else if (OfThing(phrase) is { Owner.IsEmpty: false } thing)
        {
            ((owner, metric), isSetApart) = (thing, true);
        }

        draft.IsSetApart = isSetApart && !owner.IsEmpty;
        if (!owner.IsEmpty && Row[owner.Start].Role == TokenRole.Number && Row.Folded[Row[owner.Start].End - 1] == '岁' && owner.End - owner.Start <= 2)
        {
            // 65岁以上|人口数: those of an age.
            (draft.SubjectText, draft.IsSubjectSettled) = (Sentence.Text(owner), true);
        }

        if (!phrase.IsEmpty && HeadMetric(phrase) is null && Row[phrase.Start].Tag is ['v', ..] && Row[phrase.Start].Role == TokenRole.Noun && !Row[phrase.Start].IsName && !Left.Outer.IsEmpty)
        {
            // 销售新能源汽车39.6万辆: a verb and its object.
            SetMetric(draft, phrase);
            SetSubject(draft, Left.Outer);
            return;
        }

        SetMetric(draft, metric);
        if (!owner.IsEmpty)
        {
            SetSubject(draft, owner);
            draft.CompoundOwner = metric.IsEmpty ? Phrase.None : owner;
        }
    }

    /// <summary>现货黄金涨0.5%, 科技股跌3%, 日元升值0.8%: goods and currencies rise and fall in price.</summary>
    private bool IsPriced(Phrase phrase) =>
        IsTraded(phrase) && HeadMetric(phrase) is null && Left.Change >= 0 && (Row.Word(Left.Change).IndexOfAny("涨跌挫贬") >= 0 || Row.Word(Left.Change) is ['走' or '收', ..] or ['升', '值']);

    /// <summary>现货黄金, 美股期货, 科技股, 贵金属板块, 亚洲股市, 康希诺生物: what rises and falls by itself.</summary>
    private bool IsTraded(Phrase phrase) =>
        HeadIs(phrase, WordRoles.Good) || IsQuoted(phrase) || (IsPercent || Quantity.Per is not null) && !phrase.IsEmpty && Left.Change >= 0 && Row.Word(Left.Change).IndexOfAny('涨', '跌') >= 0 && IsUnknownName(phrase) || IsPercent && !phrase.IsEmpty && (Row.Is(phrase.End - 1, ContextCue.ShareGroup) || Row.Word(phrase.End - 1) is [_, .., '股']);

    /// <summary>闪迪, 康希诺|生物, 墨菲|石油: a name that no list knows, by itself or with the common noun that it ends in.</summary>
    private bool IsUnknownName(Phrase phrase) =>
        phrase.End - phrase.Start == 1 && Row.Word(phrase.Start) is { Length: > 1 } word && Row[phrase.Start] is { Role: TokenRole.Noun, Sense.Entity: null } && !Row.LooksLikeMetric(phrase.Start) && Segmentation.WordDictionary.Embedded.ListedTag(word) is null or "nz" or "nr" or "nrt"
        || phrase.End - phrase.Start == 2 && Row[phrase.Start] is { Role: TokenRole.Noun, Tag: "nr" or "nrt" or "nz" or "x" or "eng" or "nt" } brand && !brand.Sense.Is(WordRoles.Region) && brand.Sense.Entity is null or { Type: EntityType.Company }
        && Row[phrase.Start + 1] is { Role: TokenRole.Noun, Sense.Metric: null } kind && kind.Start == brand.End && !kind.Sense.Is(WordRoles.Attribute | WordRoles.Title | WordRoles.Generic) && !Row.LooksLikeMetric(phrase.Start + 1);

    /// <summary>中国|中药|跌5%, 医疗|收涨2%: nouns right beside one another and a verb of the exchanges, which nothing but prices have; 订单上涨 measures.</summary>
    private bool IsQuoted(Phrase phrase)
    {
        if (!IsPercent || phrase.IsEmpty || Left.Change < 0 || Left.Basis is not null || Row.Word(Left.Change) is not (['涨' or '跌'] or ['收' or '累' or '大' or '暴' or '领' or '狂', '涨' or '跌']) || Row.LooksLikeMetric(phrase.End - 1)
            || HeadIs(phrase, WordRoles.Region | WordRoles.Site | WordRoles.Generic | WordRoles.Attribute | WordRoles.Title | WordRoles.Group))
        {
            return false;
        }

        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (Row[i] is not { Role: TokenRole.Noun, Sense.Metric: null } noun || noun.Sense.Is(WordRoles.Generic | WordRoles.Title) || i > phrase.Start && noun.Start != Row[i - 1].End)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPriceLevel(int level) => Row.Word(level)[0] is '报' or '收' or '站' || Row.Is(level, ContextCue.Passes);

    /// <summary>黄金期货当月|连续合约: what is traded stands before what only says which contract.</summary>
    private Phrase Traded(Phrase phrase) =>
        phrase.End - phrase.Start == 1 && !Left.Outer.IsEmpty && Row.Word(phrase.Start).EndsWith("合约") ? Left.Outer : phrase;

    /// <summary>The value before, past what it changed by: 营收1800亿元，同比增长12%，其中游戏业务580亿元.</summary>
    private BoundQuantity? LastStated
    {
        get
        {
            var last = Sentence.Bound.Count - 1;
            while (last > 0 && Sentence.Bound[last] is { Draft.Kind: ClaimKind.Change } && !IsPercent && !IsPoints)
            {
                last--;
            }

            return last < 0 ? null : Sentence.Bound[last];
        }
    }

    /// <summary>首饰销货价值上升5%；服装上升4%、燃料下跌2%: a common noun that opens its clause or follows the mark of a list, after another that what changed was measured of.</summary>
    private bool IsNextGood(Phrase phrase)
    {
        if (phrase.IsEmpty || Left is not { Change: >= 0, ChangeTakesNoun: false, Outer.IsEmpty: true, IsDisposal: false } || Previous is not { Draft: { Rule: "change", Metric: not null, Subject: { IsEmpty: false } other } } before
            || SubjectName.HasName(Row, other.Start, other.End) || Row[other.End - 1].Sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Region)
            || (Row.Before(phrase.Start, Left.ClauseStart) is var mark && mark < 0 ? before.Clause != Clause - 1 : Row[mark].Role != TokenRole.Listing || Row.Before(mark) != before.Token))
        {
            return false;
        }

        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (Row[i].Role is not (TokenRole.Noun or TokenRole.Adjective or TokenRole.Listing) || Row[i].Sense.Is(WordRoles.Attribute | WordRoles.Ability) || Row[i].Tag is not (['n' or 'a' or 'b' or 'x' or 'c', ..] or "vn"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for one word that ends as the subject before it does (西线, 东线), and for a quoted name.</summary>
    private bool IsOfSameSort(Phrase phrase)
    {
        if (phrase.End - phrase.Start != 1 || HeadMetric(phrase) is not null)
        {
            return false;
        }

        var word = Row.Word(phrase.Start);
        return word[0] is '「' or '“'
            || word.Length > 1 && Row[phrase.Start].Role == TokenRole.Noun && word[^1] is '线' or '区' or '县' or '市' or '省' or '州' or '国' or '行' or '厂' or '店' or '馆' or '站' or '党' or '队' or '组'
            && Previous?.Draft.SubjectText is { Length: > 1 } before && Text.TextFold.Fold(before[^1]) == word[^1];
    }

    /// <summary>电视面板出货…，手机面板出货量…: a thing of the same sort as the one whose value came before, by its last two characters.</summary>
    private bool IsSibling(Phrase phrase)
    {
        if (Previous is not { Draft: { SubjectText: { } other, Metric: not null } } before || before.Quantity.Dimension != Quantity.Dimension || before.Clause >= Clause || Row.Part(phrase, hasOwner: false).Owner is not { IsEmpty: false } owner)
        {
            return false;
        }

        var (one, two) = (Sentence.FoldedText(owner), Text.TextFold.Fold(other));
        return one.Length > 2 && two.Length > 2 && one != two && (one[^1] == '癌' && two[^1] == '癌' || one.AsSpan()[^2..].SequenceEqual(two.AsSpan()[^2..]));
    }

    /// <summary>True for a place and 市场 before a change.</summary>
    private bool IsMarket(Phrase phrase) => Left.Change >= 0 && phrase.End - phrase.Start == 2 && Row.Word(phrase.End - 1) is "市场" && IsPlace(phrase.Start);

    /// <summary>The common nouns that follow the last name in a phrase that is counted (清心福全全台 | 门市), all of it after 海外 where the owner is known; empty where there is no name, or nothing after it.</summary>
    public Phrase CountedHead(Phrase noun)
    {
        var isRatio = IsPercent || IsMultiple;
        if (!noun.IsEmpty && (Row.IsIndustry(noun.End - 1) || IsMarket(noun)) || IsPriced(noun))
        {
            // 零组件|业: one branch of the economy; 恒指期货跌2%: a price; 欧洲市场增长8%: where so much more is sold.
            return Phrase.None;
        }

        if (!isRatio && Quantity.Dimension is not (Dimension.Count or Dimension.Area or Dimension.Length) || noun.IsEmpty || HeadMetric(noun) is not null || Row.LooksLikeMetric(noun.End - 1) || isRatio && HeadIs(noun, WordRoles.Good))
        {
            return Phrase.None;
        }

        var start = noun.End;
        while (start > noun.Start && Row[start - 1] is { IsName: false, Tag: not "r", Sense.Entity: null } word && (word.Role is TokenRole.Noun or TokenRole.Adjective || word.Sense.Is(WordRoles.Attribute)) && !word.Sense.Is(WordRoles.Site | WordRoles.Generic | WordRoles.Title | WordRoles.Region))
        {
            start--;
        }

        if (start - 1 == noun.Start && Row.IsScope(noun.Start) && HasOwner)
        {
            // 海外销售新能源汽车8万辆, after 比亚迪: where, not whose.
            return noun;
        }

        return start > noun.Start && start < noun.End && (Row[start - 1].IsName || Row[start - 1].Tag == "r" || Row[start - 1].Sense.Is(WordRoles.Title) && start - 1 > noun.Start) ? new Phrase(start, noun.End) : Phrase.None;
    }

    /// <summary>Names the subject by a phrase.</summary>
    public static void SetSubject(ClaimDraft draft, Phrase phrase, SlotSource source = SlotSource.Pattern)
    {
        if (phrase.IsEmpty)
        {
            return;
        }

        draft.Subject = phrase;
        draft.SubjectSource = source;
    }

    /// <summary>True where the clause before only says what is measured: 销量方面.</summary>
    public bool FollowsTopic() => Clause > 0 && Sentence.Topic(Clause - 1) is { Metric.IsEmpty: false } && Row.Before(Sentence.Clause(Clause - 1).End) is var mark && mark >= 0 && Row.Word(Row[mark].Role == TokenRole.Clause ? Row.Before(mark) : mark) is "方面";

    /// <summary>Adds a word to what the rule used.</summary>
    public void Note(ClaimDraft draft, int token)
    {
        if (token >= 0 && Row.Word(token).ToString() is var word && !draft.Evidence.Contains(word))
        {
            draft.Evidence.Add(word);
        }
    }

    private string MetricText(Phrase phrase)
    {
        var start = phrase.Start;
        while (start < phrase.End - 1 && Row[start].Role is TokenRole.Determiner or TokenRole.Pronoun or TokenRole.Skipped or TokenRole.Listing)
        {
            start++;
        }

        return Sentence.FoldedText(new Phrase(start, phrase.End));
    }
}
