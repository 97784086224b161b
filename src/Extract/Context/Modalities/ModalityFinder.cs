using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Modalities;

/// <summary>Finds which values of a sentence are forecast, hypothetical or denied (docs/time-and-speakers.md, section 5).</summary>
internal static partial class ModalityFinder
{
    /// <summary>Appends the stretches that are not asserted, in no particular order.</summary>
    public static void Find(SentenceParts parts, List<ModalityScope> scopes)
    {
        for (var i = 0; i < parts.Words.Length; i++)
        {
            if (!parts.Lexicon.Modality.TryMatch(parts, i, out var end, out var sense))
            {
                if (PlannedDeal.Is(parts, i, out var deal))
                {
                    AddForecast(parts, i, parts.ClauseAt(deal.Start), deal.End, reachesAll: false, scopes);
                }

                continue;
            }

            Add(parts, i, end, sense, scopes);
            while (i + 1 < parts.Words.Length && parts.Words[i + 1].Span.Start < end)
            {
                i++;
            }
        }
    }

    private static void Add(SentenceParts parts, int word, int end, ModalitySense sense, List<ModalityScope> scopes)
    {
        var start = parts.Words[word].Span.Start;
        var clause = parts.ClauseAt(start);
        var next = parts.WordFrom(end);
        if (sense is (ModalitySense.Outlook or ModalitySense.Plan or ModalitySense.Target) && StartOfAim(parts, word, clause, sense == ModalitySense.Target) is >= 0 and var aim)
        {
            scopes.Add(new ModalityScope(new TextSpan(aim, start), Modality.Forecast));
        }

        switch (sense)
        {
            case ModalitySense.Forecast:
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Intent:
                AddForecast(parts, word, clause, end, reachesAll: false, scopes, isIntent: true);
                break;
            case ModalitySense.Condition when start > 0 && parts.Folded[start - 1] is '撇' or '扣':
                // 撇|除非|经常性项目 holds no 除非.
                break;
            case ModalitySense.Outlook when Appraises(parts, start):
                // 市价估逾6亿元, 农损初估4亿元: what is there, not what is to come.
                break;
            case ModalitySense.Outlook or ModalitySense.Plan or ModalitySense.Target when IsExpectedValue(parts, word, next, sense == ModalitySense.Outlook):
                // 低于市场预期的956亿美元: what was expected.
                scopes.Add(new ModalityScope(new TextSpan(parts.Words[next].Span.End, parts.Clauses[clause].End), Modality.Forecast));
                break;
            case ModalitySense.Outlook when !IsNoun(parts, word, next):
                AddForecast(parts, word, clause, end, IsGoverning(parts, word, end, clause), scopes);
                break;
            case ModalitySense.Reckoning when OpensWithTimeToCome(parts, next):
                AddForecast(parts, word, clause, end, reachesAll: true, scopes);
                break;
            case ModalitySense.Plan when IsGoneBy(parts, word, clause, end):
                AddForecast(parts, word, clause, end, reachesAll: true, scopes, isIntent: true);
                break;
            case ModalitySense.Plan when IsPlan(parts, word, next):
            case ModalitySense.Target when IsTarget(parts, word, next):
                AddForecast(parts, word, clause, end, reachesAll: false, scopes, isIntent: true);
                break;
            case ModalitySense.Aim when next < parts.Words.Length && parts.Words[next].Tag[0] == 'm':
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Completion when parts.Text(word) is "届时" || SaysWhatCanBe(parts, next):
                AddForecast(parts, word, clause, end, reachesAll: true, scopes, isIntent: true);
                break;
            case ModalitySense.Jiang when FutureMark.IsFuture(parts, next) && !FutureMark.IsDone(parts, next, clause):
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Possible when FutureMark.IsPossible(parts, word, next):
            case ModalitySense.Shall when FutureMark.IsPossible(parts, word, next) && !FutureMark.IsHabit(parts, word, clause):
            case ModalitySense.Perhaps when FutureMark.IsPossible(parts, word, next) && FutureMark.IsPerhaps(parts, word, clause):
            case ModalitySense.Need when FutureMark.IsPossible(parts, word, next) && FutureMark.FollowsTimeToCome(parts, word, clause):
                AddForecast(parts, word, clause, end, reachesAll: false, scopes);
                break;
            case ModalitySense.Condition or ModalitySense.Concession when end < parts.Span.End && parts.Folded[end] == '、':
                // 有倘、…: the end of a name, as the list goes on.
                break;
            case ModalitySense.Condition when parts.Text(word) is "只要" && next < parts.Words.Length && parts.Words[next].Tag[0] == 'm':
                // 充饱只要12分钟: no more than that.
                break;
            case ModalitySense.Condition when parts.Lexicon.Cues.IsAtEnd(ContextCue.Viewpoint, parts.Text(parts.Clauses[clause]).TrimEnd(",， ")):
                // 若从产品别来看, 若与去年同期相比: how it is looked at.
                break;
            case ModalitySense.Condition:
            case ModalitySense.Concession when next < parts.Words.Length && parts.Text(next) is not ("是" or "在"):
                AddCondition(parts, clause, start, scopes);
                break;
            case ModalitySense.Supposition when Supposes(parts, word, next, clause):
                AddCondition(parts, clause, start, scopes);
                break;
            case ModalitySense.Negation when !Negates(parts, word, next, clause):
                break;
            case ModalitySense.Rumour:
                AddRumour(parts, word, start, scopes);
                break;
            case ModalitySense.Denial or ModalitySense.Negation:
                scopes.Add(new ModalityScope(new TextSpan(start, EndOfDenial(parts, clause, end)), Modality.Denied));
                break;
            case ModalitySense.Disproof:
                scopes.Add(new ModalityScope(new TextSpan(StartOfDisproved(parts, clause), start), Modality.Denied));
                break;
        }
    }

    private static void AddCondition(SentenceParts parts, int clause, int start, List<ModalityScope> scopes) =>
        scopes.Add(new ModalityScope(new TextSpan(start, EndOfBracket(parts, start) is >= 0 and var close ? close : Reach(parts, clause, stopsAtNewSubject: false)), Modality.Hypothetical));

    /// <summary>如|被定罪, 如|有违反; not 如|预期, nor an example (如减税等措施).</summary>
    private static bool Supposes(SentenceParts parts, int word, int next, int clause) =>
        next < parts.Words.Length && (parts.Words[next].Tag[0] is 'v' or 'd' or 'p' or 'a' && parts.Words[next].Tag is not "vn" || parts.Words[next].Tag is "vn" && parts.Words[next].Span.End + 1 == parts.Clauses[clause].End)
            && !parts.Lexicon.Speech.TryMatch(parts.Text(next), out _, out _)
            && parts.Text(next) is not ("所" or "是" or "在" or "同" or "以往" or "上" or "下")
            && SubjectPhrase.SkipLead(parts, parts.WordFrom(parts.Clauses[clause].Start), word) >= word
            && parts.Text(parts.Clauses[clause]).IndexOfAny('等', '、') < 0;

    /// <summary>建成后，年处理垃圾可达90万吨; 建成后，客流量达5万人 has happened.</summary>
    private static bool SaysWhatCanBe(SentenceParts parts, int next)
    {
        for (var i = next; i < parts.Words.Length && parts.Folded[parts.Words[i].Span.Start] is not ';'; i++)
        {
            if (parts.Is(i, ContextCue.CanBe))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Appraises(SentenceParts parts, int start) =>
        parts.Folded[start] == '估' && parts.Folded.AsSpan(parts.Span.Start, start - parts.Span.Start) is [.., '初' or '粗' or '概'] or [.., '市' or '总' or '货' or '身', '价' or '值'] or [.., '价', '值'];

    /// <summary>网传「年金将减半」并非事实, 收到《减持计划告知函》: what a quotation or a title foresees ends with it.</summary>
    private static int EndInQuotation(SentenceParts parts, int start, int end)
    {
        var depth = 0;
        for (var at = start; at < end; at++)
        {
            depth += parts.Folded[at] switch { '「' or '“' or '『' or '《' => 1, '」' or '”' or '』' or '》' => -1, _ => 0 };
            if (depth < 0)
            {
                return at;
            }
        }

        return end;
    }

    private static void AddForecast(SentenceParts parts, int word, int clause, int end, bool reachesAll, List<ModalityScope> scopes, bool isIntent = false)
    {
        if (word > 0 && parts.Words[word].Span.Start > parts.Clauses[clause].Start && parts.Text(word - 1) is "为" or "是" or "占" or "达" or "达到" or "按" or "按照"
            && IsAttributive(parts, end, clause))
        {
            return;
        }

        // 7名股东拟减持: those who plan are there already.
        var start = isIntent ? parts.Words[word].Span.Start : FutureMark.StartOf(parts, word, clause);
        var reach = IsFormer(parts, word, clause) || (!isIntent || parts.Text(word) is "担心") && IsReason(parts, word, clause) ? parts.Clauses[clause].End
            : EndOfBracket(parts, start) is >= 0 and var close ? close
            : isIntent && EndOfThoseWho(parts, word, clause) is >= 0 and var who ? who
            : isIntent && EndAtDone(parts, word, clause) is >= 0 and var done ? done
            : !reachesAll && EndOfRelativeClause(parts, word, clause) is >= 0 and var of ? of
            : reachesAll && end < parts.Span.End && parts.Folded[end] == ':' ? parts.Span.End
            : Reach(parts, clause, !reachesAll);
        scopes.Add(new ModalityScope(new TextSpan(start, EndInQuotation(parts, start, reach)), Modality.Forecast));
    }

    /// <summary>原本|预估12月完工,: a plan that no longer holds ends with its clause.</summary>
    private static bool IsFormer(SentenceParts parts, int word, int clause) =>
        word > 0 && parts.Words[word - 1].Span.Start >= parts.Clauses[clause].Start && parts.Is(word - 1, ContextCue.Formerly);

    /// <summary>拟转让股份|已获全额认购: what became of what was planned. −1 where nothing did.</summary>
    private static int EndAtDone(SentenceParts parts, int word, int clause)
    {
        var end = parts.WordFrom(parts.Clauses[clause].End);
        for (var i = word + 2; i + 1 < end; i++)
        {
            if (parts.Text(i) is "已" or "已经" && parts.Words[i - 1].Tag[0] == 'n' && parts.Words[i + 1].Tag[0] is 'v' or 'p' && parts.Text(i + 1) is not "发行" && !parts.Folded.AsSpan(parts.Words[i].Span.End, parts.Words[end - 1].Span.End - parts.Words[i].Span.End).Contains('的'))
            {
                return parts.Words[i].Span.Start;
            }
        }

        return -1;
    }

    /// <summary>由于|担心孩子中毒,: what moved those who did what is told next.</summary>
    private static bool IsReason(SentenceParts parts, int word, int clause) =>
        word > 0 && parts.Words[word - 1].Span.Start >= parts.Clauses[clause].Start && parts.Text(word - 1) is "由于" or "因" or "因为" or "出于" or "鉴于";

    /// <summary>打算换车的占38%, 有意投票的选民仅四成: those who mean to are counted; ends at the 的 before them. −1 where none are.</summary>
    private static int EndOfThoseWho(SentenceParts parts, int word, int clause)
    {
        var end = parts.WordFrom(parts.Clauses[clause].End);
        for (var i = word + 1; i + 1 < end; i++)
        {
            if (parts.Text(i) is "的" or [.., '者'])
            {
                var head = i + 1;
                while (head < end && parts.Words[head].Tag[0] == 'n')
                {
                    head++;
                }

                var isOfThem = head == i + 1 || parts.Folded[parts.Words[head - 1].Span.End - 1] is '民' or '者' or '人' or '户' or '生' or '员' or '客' or '众' or '庭';
                return isOfThem && head < end && parts.Is(head, ContextCue.LeadsValue) ? parts.Words[i].Span.End : -1;
            }
        }

        return -1;
    }

    /// <summary>拟收购海川51%股权的东山集团跌幅最大: a plan that only describes a subject ends at its 的. −1 where it does not.</summary>
    private static int EndOfRelativeClause(SentenceParts parts, int word, int clause)
    {
        if (SubjectPhrase.SkipLead(parts, parts.WordFrom(parts.Clauses[clause].Start), word) < word)
        {
            return -1;
        }

        var end = parts.WordFrom(parts.Clauses[clause].End);
        var isDone = false;
        for (var i = word + 1; i + 1 < end; i++)
        {
            isDone |= parts.Words[i].Tag is "v";
            if (!isDone || parts.Text(i) is not "的" || parts.Words[i - 1].Tag[0] == 'v')
            {
                continue;
            }

            if (Means(parts, word + 1, i))
            {
                // 拟以超过4亿元的价格购买, 拟通过发行股份的方式购买: how the plan is carried out.
                continue;
            }

            // 的 and a noun that has a predicate of its own.
            var head = i + 1;
            while (head < end && parts.Words[head].Tag is ['n', ..] and not "nr" or "x" or "nr")
            {
                head++;
            }

            while (head > i + 1 && head < end && parts.Words[head].Tag is ['d', ..] or "t")
            {
                head++;
            }

            return head > i + 1 && head < end && parts.Words[head].Tag is "v" or ['a', ..] ? parts.Words[i].Span.Start : -1;
        }

        return -1;
    }

    /// <summary>以, 通过, 采用: a preposition before the 的 at <paramref name="of"/> takes the noun after it.</summary>
    private static bool Means(SentenceParts parts, int first, int of)
    {
        for (var i = of - 1; i >= first; i--)
        {
            if (parts.Is(i, ContextCue.Means))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>为计划募集金额的4.65倍: the forecast is closed by 的 before the value.</summary>
    private static bool IsAttributive(SentenceParts parts, int end, int clause) =>
        parts.Folded.AsSpan(end, Math.Max(0, parts.Clauses[clause].End - end)).Contains('的');

    /// <summary>预计 governs what follows where it opens its clause, stands after who expects, or pauses.</summary>
    private static bool IsGoverning(SentenceParts parts, int word, int end, int clause)
    {
        var first = parts.WordFrom(parts.Clauses[clause].Start);
        if (end < parts.Span.End && parts.Folded[end] is ',' or ':')
        {
            return true;
        }

        if (parts.WordFrom(end) is var noun && noun < parts.Words.Length && parts.Text(noun) is "中值" or "均值" or "中位数")
        {
            // 预测中值为5%,8月…: one figure.
            return false;
        }

        var lead = SubjectPhrase.SkipLead(parts, first, word);
        if (lead >= word)
        {
            return true;
        }

        var phrase = new TextSpan(parts.Words[lead].Span.Start, parts.Words[word - 1].Span.End);
        return SpeakerName.IsAnimate(parts, phrase) && parts.Words[Math.Min(parts.WordFrom(end), parts.Words.Length - 1)].Tag[0] is not ('v' or 'd');
    }
}
