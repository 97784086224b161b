namespace Pipeline.Extract.Context;

/// <content>Where a noun phrase changes from whose it is to what is measured (docs/extraction.md, what carries over).</content>
internal sealed partial class TokenRow
{
    /// <summary>True where a word that sets what was measured against a rival ends: 远超, 低于, 接近, 对比.</summary>
    public bool SetsAgainst(int last) => StartOf(last, ContextCue.Above) >= 0 || StartOf(last, ContextCue.Below) >= 0 || StartOf(last, ContextCue.Rival) >= 0;

    /// <summary>13个|市|57个县: a noun right between two counts is counted by the first, and owns nothing of the second.</summary>
    public bool IsBetweenCounts(Phrase noun) =>
        !noun.IsEmpty && noun.Start > 0 && noun.End < Count && IsCount(noun.Start - 1) && IsCount(noun.End) && tokens[noun.Start - 1].End == tokens[noun.Start].Start && tokens[noun.End - 1].End == tokens[noun.End].Start;

    /// <summary>True where a bracket that holds nothing but one statement with <paramref name="value"/> closes before <paramref name="token"/>.</summary>
    public bool IsBracketedOff(int value, int token)
    {
        var close = value + 1;
        while (close < token && tokens[close].Role is not (TokenRole.Close or TokenRole.Clause))
        {
            close++;
        }

        if (close >= token || tokens[close].Role != TokenRole.Close)
        {
            return false;
        }

        while (value > 0 && tokens[value].Role is not (TokenRole.Open or TokenRole.Clause))
        {
            value--;
        }

        return tokens[value].Role == TokenRole.Open;
    }

    private bool IsCount(int index) => tokens[index].Role == TokenRole.Quantity && Word(index)[^1] is not ('元' or '%' or '成' or '倍' or '吨' or '米' or '点' or '股');

    /// <summary>The part of a phrase behind what sets another one above or below it: 远超|奥迪A6L, 领先|三星; all of it where nothing does.</summary>
    public Phrase BehindComparative(Phrase phrase)
    {
        for (var i = phrase.End - 2; i >= phrase.Start; i--)
        {
            if (SetsAgainst(i))
            {
                return new Phrase(i + 1, phrase.End);
            }
        }

        return phrase;
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

        hasOwner &= !IsMeasuredBefore(phrase.Start);
        var last = phrase.End - 1;
        if (last > phrase.Start && tokens[last].Sense.Metric is not null && IsCapacity(phrase.Start) && LastOfVersion(phrase.Start, last) is var version && version < last)
        {
            // 8GB+256GB版本|售价: which version of a product, and nobody whose price it is.
            return (Phrase.None, new Phrase(version + 1, phrase.End));
        }

        if (tokens[last].IsName && IsRelativeObject(phrase) && LastLink(phrase) is > 0 and var link)
        {
            // 反映楼价走势的|中原城市领先指数: the name, whatever it shows.
            return (new Phrase(link + 1, phrase.End), Phrase.None);
        }

        if (tokens[last].IsName || SubjectName.IsOrganisation(this, last) || tokens[last].Role is TokenRole.Pronoun or TokenRole.Number || tokens[last].Sense.Is(WordRoles.Generic) && tokens[last].Sense.Metric is null
            || tokens[last].Sense.Is(WordRoles.Region) && tokens[last].Sense.Metric is null && last == phrase.Start || IsIndustry(last))
        {
            return (phrase, Phrase.None);
        }

        if (last > phrase.Start && Word(last) is "指数" && tokens[last - 1] is { Role: TokenRole.Noun or TokenRole.Number } before && !before.Sense.Is(WordRoles.Generic) && before.Sense.Metric is null && before.End == tokens[last].Start)
        {
            // 北证50指数, 波罗的海干散货指数: the name of an index.
            return (phrase, Phrase.None);
        }

        if (last > phrase.Start && Word(last) is "重" or "长" or "宽" or "高" or "深" or "厚" && tokens[last - 1].Role == TokenRole.Noun && tokens[last - 1].End == tokens[last].Start)
        {
            // 太空实验样品 | 重, 塌陷路面 | 长: a predicate, whose subject is all before it.
            return (new Phrase(phrase.Start, last), new Phrase(last, phrase.End));
        }

        for (var i = last - 1; i > phrase.Start; i--)
        {
            if (tokens[i].Role == TokenRole.Of)
            {
                var right = After(i, phrase.End);
                if (IsRelativeObject(phrase))
                {
                    // 搭载激光雷达的中型车售价: the head has a measure of its own.
                    return PartCompound(new Phrase(right, phrase.End), hasOwner: false);
                }

                if (tokens[i - 1].Sense.Metric is { IsCountable: false } && !tokens[i - 1].Sense.Is(WordRoles.Ownership) && (tokens[last].Sense.Metric is { Kind: MetricKind.Change } || tokens[right].Sense.Is(WordRoles.Attribute) && tokens[right].Sense.Metric is null) && PartCompound(new Phrase(phrase.Start, i), hasOwner) is { Metric.IsEmpty: false } measured)
                {
                    // 东山集团 | 营收的增速: what is measured may itself be of a measure.
                    return (measured.Owner, new Phrase(measured.Metric.Start, phrase.End));
                }

                if (tokens[i - 1].Role == TokenRole.Localizer && PartCompound(new Phrase(right, phrase.End), hasOwner) is { Owner.IsEmpty: false, Metric.IsEmpty: false } within)
                {
                    // 学校周边的文具店 | 营业额: where the owner is.
                    return within;
                }

                if (LastDivision(right, last) is >= 0 and var division)
                {
                    // 东山集团的支付业务 | 交易额
                    return (new Phrase(phrase.Start, division + 1), new Phrase(division + 1, phrase.End));
                }

                return tokens[right].IsName || tokens[right].Role == TokenRole.Pronoun
                    ? PartCompound(new Phrase(right, phrase.End), hasOwner)
                    : (new Phrase(phrase.Start, i), new Phrase(right, phrase.End));
            }
        }

        return PartCompound(phrase, hasOwner);
    }

    private bool IsCapacity(int index) => Folded[tokens[index].End - 1] is 'B' or 'b' && Folded[tokens[index].Start] is >= '0' and <= '9';

    /// <summary>The last token of the capacities from <paramref name="first"/> on, and of the word for a version behind them.</summary>
    private int LastOfVersion(int first, int end)
    {
        while (first + 1 < end && (IsCapacity(first + 1) || Word(first + 1) is "+" or "版本" or "版" or "机型"))
        {
            first++;
        }

        return first;
    }

    /// <summary>续航500公里的|轿车起售价: what a relative clause gives a measure of owns what is measured of it.</summary>
    private bool IsMeasuredBefore(int start) =>
        start > 2 && tokens[start - 1].Role == TokenRole.Of && tokens[start - 2].Role == TokenRole.Quantity && Before(start - 2) is >= 0 and var measure
        && (tokens[measure].Role == TokenRole.Verb && Before(measure) is >= 0 and var noun ? noun : measure) is var head && tokens[head] is { Role: TokenRole.Noun, Sense.Metric: { IsCountable: false, Kind: MetricKind.Level } };

    /// <summary>采用八达通服务的商户, 反映楼价走势的指数: what stands before 的 is the object of the verb before it, and no owner.</summary>
    private bool IsRelativeObject(Phrase phrase) =>
        Before(phrase.Start) is var verb && verb >= 0 && tokens[verb] is { Role: TokenRole.Verb, Sense: { Verb: null, Metric: null } sense } && tokens[verb].End == tokens[phrase.Start].Start && (sense.IsNone || sense.Roles == WordRoles.Action || Word(verb) is "反映");

    private (Phrase Owner, Phrase Metric) PartCompound(Phrase phrase, bool hasOwner)
    {
        var start = phrase.End - 1;
        if (start > phrase.Start && tokens[start - 1].Role == TokenRole.Determiner && Word(start) is "指数")
        {
            // 该指数大跌: what moves, and no measure of another.
            return (phrase, Phrase.None);
        }

        // 宽带|用户, 用户|数量: what is counted is named by both.
        var isCounting = tokens[start].Sense.Metric is { Id: "users" } && tokens[start].Role == TokenRole.Noun && Folded[tokens[start].End - 1] != '量' || Word(start) is "数量" or "总数" or "总量" or "人数";
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
                || token.Tag is "vn" && !token.IsName && !token.Sense.Is(WordRoles.Thing) || Is(left, ContextCue.Division) && left > phrase.Start && tokens[left - 1].Sense.Is(WordRoles.Generic)
                || token.Role == TokenRole.Listing && isMetric && Before(left, phrase.Start) is var peer && peer >= 0 && tokens[peer].Sense.Metric is not null;
            var isCommonNoun = (hasOwner || isCounting && !token.IsName && !token.Sense.Is(WordRoles.Region | WordRoles.Site | WordRoles.Good | WordRoles.Event)) && token.Role == TokenRole.Noun && (!token.IsName || IsScope(left)) && !token.Sense.Is(WordRoles.Generic | WordRoles.Market | WordRoles.Title)
                && !IsDetermined(left, phrase.Start);
            if (!isPart && !isCommonNoun)
            {
                break;
            }

            start = left;
        }

        while (isMetric && start - 1 > phrase.Start && IsReach(start - 1) && HasReach(start - 2) && tokens[phrase.End - 1].Sense.Metric is not { Kind: MetricKind.Share or MetricKind.MarketShare })
        {
            // 比亚迪 | 国内销量: where a company sells is part of what is measured.
            start--;
        }

        if (start > phrase.Start && start < phrase.End - 1 && IsOnlyDetermined(phrase.Start, start))
        {
            // 某 | 进口胰岛素价格: the owner is what the determiner stands before.
            start = phrase.End - 1;
        }

        if (isMetric && start - 1 > phrase.Start && tokens[start - 1].Role == TokenRole.Listing && tokens[start - 2].Sense.Metric is null)
        {
            // 食品、衣服及住屋 | 价格: the last thing of the list is no part of the measure.
            while (start < phrase.End - 1 && tokens[start] is { Role: TokenRole.Noun, Sense.Metric: null } thing && !thing.Sense.Is(WordRoles.Attribute))
            {
                start++;
            }
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

        if (!isMetric && (!hasOwner || IsDetermined(phrase.End - 1, phrase.Start)))
        {
            // Nothing measured by its own name, or 该餐厅: the whole phrase names a thing.
            return (phrase, Phrase.None);
        }

        return (new Phrase(phrase.Start, end), new Phrase(start, phrase.End));
    }

    /// <summary>护理师, 清洁工, 大学生: whom pay and age are of, whatever stands before them.</summary>
    private bool ArePeople(int token) => tokens[token].Role == TokenRole.Noun && (tokens[token].Sense.Is(WordRoles.Group) || Folded[tokens[token].End - 1] is '员' or '师' or '生' or '工' or '者' or '族' or '手' && tokens[token].End - tokens[token].Start > 1);

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

            if (i == phrase.End - 1 && token.Sense.Entity?.Type == EntityType.Company)
            {
                // 社交平台推特 | 营收: whoever describes it before.
                return i;
            }

            var isPlace = token.Sense.Is(WordRoles.Region) && !(hasOwner && IsScope(i)) || token.Sense.Entity is null && token.Tag == "ns" && Word(i) is not "云" || token.Sense.Entity?.Type is EntityType.Place;
            if (token.Sense.Is(WordRoles.Region) && token.Sense.Metric is { Id: "investment" } && i + 1 < Count && tokens[i + 1].Sense.Metric is { Id: "ownership" or "shares" })
            {
                // 外资 | 持股比例: here those who hold, whoever else the text is about.
                return i;
            }

            if (tokens[phrase.End].Sense.Metric is { Id: "trade" or "exports" or "imports" } && (token.Sense.Entity is { Type: EntityType.Institution } || token.Role == TokenRole.Number && Folded[token.End - 1] == '国'))
            {
                // 中国与东盟 | 农产品贸易额, 中国与中亚五国 | 贸易额
                return i;
            }

            if (token.Sense.Metric is { Id: "stock_index" } && tokens[phrase.End].Sense.Metric is { Kind: MetricKind.Change } && i == phrase.End - 1)
            {
                // 国债指数 | 累计跌幅
                return i;
            }

            if (isPlace && token.Sense.Metric is null || token.Sense.Is(WordRoles.Market) || IsIndustry(i) && (!hasOwner || i > phrase.Start) || token.Sense.Is(WordRoles.Generic) && token.Sense.Metric is null && (i > phrase.Start || Word(i) is "企业")
                || token.Role == TokenRole.Noun && (IsDeterminedCompound(i, phrase.Start) || IsDivision(i, phrase.Start))
                || token.Sense.Is(WordRoles.Good) && tokens[phrase.End].Sense.Metric is { Id: "price" or "share_price" or "interest_rate" or "yield" or "exchange_rate" }
                || token.Sense.Is(WordRoles.Group) && (After(i, phrase.End) is var next && next >= 0 && tokens[next].Sense.Is(WordRoles.Attribute) || Folded[tokens[phrase.End].End - 1] == '率' && !Is(i, ContextCue.Staff))
                || tokens[phrase.End].Sense.Metric is { Id: "income" or "age" } && (i == phrase.End - 1 || i == phrase.End - 2 && tokens[i + 1].Sense.Is(WordRoles.Attribute)) && ArePeople(i)
                || token.Sense.Is(WordRoles.Title) && tokens[phrase.End].Sense.Metric is { Id: "ownership" or "shares" } && i > phrase.Start && i == phrase.End - 1 && Folded[token.End - 1] == '东'
                || token.Sense.Is(WordRoles.Site) && (!hasOwner || i > phrase.Start && HasName(new Phrase(phrase.Start, i)))
                || i == phrase.Start && HasBusiness(phrase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>采矿业, 商业服务业: a branch of the economy, which owns what is measured of it.</summary>
    public bool IsIndustry(int index) =>
        index > 0 && Word(index) is "业" && tokens[index - 1] is { Role: TokenRole.Noun } branch && (!branch.Sense.Is(WordRoles.Attribute) || Word(index - 1) is "零售" or "批发") && branch.End == tokens[index].Start ||
        tokens[index] is { Role: TokenRole.Noun, Sense: { Metric: null, Entity: null } } token && token.End - token.Start > 2 && Folded[token.End - 1] == '业' && Folded[token.End - 2] is not ('企' or '就' or '作' or '创' or '专' or '失' or '营');

    /// <summary>云计算业务, 家电部门: a part of a business by its name, which owns what is measured of it.</summary>
    public bool IsDivision(int index, int floor) =>
        Is(index, ContextCue.Division) && Before(index, floor) is >= 0 and var before && tokens[before] is { Role: TokenRole.Noun or TokenRole.Number, Sense.Entity: null } kind && !kind.Sense.Is(WordRoles.Generic | WordRoles.Region);

    private int LastDivision(int start, int end)
    {
        for (var i = end - 1; i > start; i--)
        {
            if (IsDivision(i, start))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True for the last of the common nouns after 该, 新一代 or the like: 新一代钠离子电池 | 能量密度.</summary>
    private bool IsDeterminedCompound(int index, int floor)
    {
        while (!IsDetermined(index, floor) && Word(index) is not ['新', '厂' or '馆' or '线' or '楼' or '港' or '站'])
        {
            if (tokens[index].Role != TokenRole.Noun || tokens[index].Sense.Is(WordRoles.Attribute) && tokens[index].Sense.Metric is null || index == floor || IsBeing(index - 1))
            {
                // 该驾驶人|血液酒精含量: what is measured in someone.
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

    /// <summary>True for a noun right after 该, 这款 or the like: it names the owner.</summary>
    private bool IsDetermined(int index, int floor)
    {
        for (var left = Before(index, floor); left >= 0; left = Before(left, floor))
        {
            if (tokens[left].Role == TokenRole.Determiner || tokens[left].Role == TokenRole.Number && Folded[tokens[left].End - 1] is '代' or '款' || Is(left, ContextCue.Involved))
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
        tokens[index] is { Role: TokenRole.Noun, IsName: false } token && !token.Sense.Is(WordRoles.Title) && !IsRecord(index) && Word(index) is not ("天线" or "均线") && (token.End - token.Start >= 2 || index > 0 && tokens[index - 1] is { Role: TokenRole.Noun } before && before.End == token.Start)
        && Folded[token.End - 1] is '额' or '量' or '率' or '价' or '费' or '数' or '度' or '值' or '款' or '力' or '长' or '重' or '宽' or '高' or '比' or '税' or '薪' or '期' or '幅' or '速' or '龄' or '积' or '耗' or '金' or '压' or '温' or '深' or '径' or '频';
}
