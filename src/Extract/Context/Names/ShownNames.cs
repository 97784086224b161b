using System.Buffers;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context.Names;

/// <summary>Finds the companies that an article names in a way that shows where the name ends: by its form in law, a code of the exchange, a short name given in brackets.</summary>
internal sealed class ShownNames
{
    /// <summary>Longest short name in an alias, in characters.</summary>
    private const int LongestAlias = 12;

    /// <summary>Longest form in law, in characters: 有限责任公司, 会计师事务所.</summary>
    private const int LongestLegalForm = 6;

    /// <summary>Longest headline that a body repeats, in characters.</summary>
    private const int LongestHeadline = 200;

    /// <summary>Longest name that opens a sentence without a list knowing it, and how far into the sentence it is looked for, in characters.</summary>
    private const int LongestHead = 6;
    private const int LongestOpening = 24;

    /// <summary>Longest name before its form in law, in characters.</summary>
    private const int LongestRegistered = 26;

    /// <summary>Longest quote of a share in brackets, with them, in characters.</summary>
    private const int LongestQuote = 28;

    /// <summary>Follows the form of a partnership.</summary>
    private const string Limited = "(有限合伙)";

    private static readonly SearchValues<char> NoBranch = SearchValues.Create(",。;:、(（将于向在持为和与 ");
    private static readonly SearchValues<char> NotMarked = SearchValues.Create("股公板个类和与或、摘戴帽制的等风");
    private static readonly SearchValues<char> Heads = SearchValues.Create("\n。】!?");
    private static readonly SearchValues<char> Closings = SearchValues.Create("\n。】!?,:;(");
    private static readonly SearchValues<char> NoHead = SearchValues.Create("注据日晚间今昨明早午夜在的了并与向从对将为被其该本此多各等至年月称发 、“”《》0123456789");
    private static readonly SearchValues<char> NotRegistered = SearchValues.Create("的由与和将对在被为及等于其该、“”《》 0123456789");
    private static readonly SearchValues<char> AliasEnds = SearchValues.Create(",;、 .0123456789");

    private readonly string _folded;
    private readonly ContextLexicon _lexicon;
    private readonly NameLexicon _words;
    private readonly List<string> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private ShownNames(string folded, ContextLexicon lexicon, NameLexicon words) => (_folded, _lexicon, _words) = (folded, lexicon, words);

    /// <summary>The names in <paramref name="folded"/>, the longest first.</summary>
    public static string[] In(string folded, ISegmenter segmenter, ContextLexicon lexicon, NameLexicon words)
    {
        var names = new ShownNames(folded, lexicon, words);
        var reader = new NameReader(folded, segmenter, lexicon, words);
        names.AddFullNames(reader);
        names.AddBracketed(reader);
        names.AddAnnouncing(reader);
        names.AddMarked();
        names._names.Sort(static (one, other) => other.Length.CompareTo(one.Length));
        return [.. names._names];
    }

    private void AddFullNames(NameReader reader)
    {
        for (var at = 0; _words.Legal.IndexIn(_folded.AsSpan(at), out var length) is var next and >= 0;)
        {
            var end = WithBranch(at + next + length);
            Add(Registered(at + next, end) is { Length: > 0 } registered ? registered : reader.FullName(at + next, end));
            at = end;
        }
    }

    /// <summary>1月8日，北京海川暮饮商贸有限公司成立: all between the mark and the form in law, where a registry tells of it; empty elsewhere.</summary>
    private TextSpan Registered(int form, int end)
    {
        var rest = _folded.AsSpan(end);
        if (!rest.StartsWith("成立") && !rest.StartsWith("发生工商变更"))
        {
            return default;
        }

        var from = Math.Max(0, form - LongestRegistered);
        var before = _folded.AsSpan(from, form - from);
        var open = before.LastIndexOf('(');
        var lead = open >= 0 && before[open..].Contains(')') ? before[..open] : before;
        var start = Math.Max(lead.LastIndexOfAny(Closings), Math.Max(lead.LastIndexOf("公司") + 1, lead.LastIndexOf("旗下") + 1)) + 1;
        return start > 0 && before.Length - start is >= 4 and <= LongestRegistered && !before[start..].ContainsAny(NotRegistered) && before[start..].IndexOf("新增") < 0 ? new TextSpan(from + start, end) : default;
    }

    /// <summary>股份有限公司宜昌分行: where a name ends whose form in law ends at <paramref name="end"/>, with the branch that is named after it.</summary>
    private int WithBranch(int end)
    {
        end += _folded.AsSpan(end).StartsWith(Limited) ? Limited.Length : 0;
        var rest = _folded.AsSpan(end, Math.Min(LongestAlias, _folded.Length - end));
        var branch = _words.Branches.IndexIn(rest, out var length);
        return branch >= 0 && (rest[..branch].IndexOfAny(NoBranch) < 0 || WordDictionary.Embedded.ListedTag(rest[..branch]) == "ns") ? end + branch + length : end;
    }

    private void AddBracketed(NameReader reader)
    {
        for (var at = 0; _folded.AsSpan(at).IndexOf('(') is var next and >= 0;)
        {
            // A bracket within a bracket is read on its own.
            var open = at + next;
            var length = _folded.AsSpan(open + 1).IndexOfAny('(', ')');
            if (length < 0)
            {
                return;
            }

            var inner = _folded.AsSpan(open + 1, length);
            var alias = _words.Aliases.IndexIn(inner, out var word);
            if (alias >= 0)
            {
                AddAliases(open + 1 + alias + word, open + 1 + length);
            }

            if (open > 0 && (alias >= 0 && alias <= 2 && !EndsInLegalForm(open) || ExchangeCode.IsIn(inner)))
            {
                var end = BeforeQuote(open);
                Add(Headline(end) ?? reader.ShortName(end));
            }

            at = open + 1;
        }
    }

    /// <summary>东山股份(8.57,-0.20,-2.28%)(00700.HK): where the quote of the share opens that a page puts before its code; else <paramref name="open"/>.</summary>
    private int BeforeQuote(int open)
    {
        var before = _folded.AsSpan(0, open)[Math.Max(0, open - LongestQuote)..];
        return before is [.., ')'] && before.LastIndexOf('(') is > 0 and var quote && ExchangeCode.IsQuote(before[(quote + 1)..^1]) ? open - (before.Length - quote) : open;
    }

    /// <summary>*ST东山, ST金鸿顺: a listed company under a warning; two characters follow, three before a mark.</summary>
    private void AddMarked()
    {
        for (var at = 0; _folded.AsSpan(at).IndexOf("ST") is var next and >= 0;)
        {
            var start = at + next;
            var length = 0;
            at = start + 2;
            while (length < 4 && at + length < _folded.Length && _folded[at + length] is >= '\u4e00' and <= '\u9fff')
            {
                length++;
            }

            if (length >= 2 && (start == 0 || !char.IsAsciiLetter(_folded[start - 1])) && !NotMarked.Contains(_folded[at]))
            {
                Add(new TextSpan(start > 0 && _folded[start - 1] == '*' ? start - 1 : start, at + (length == 3 ? 3 : 2)));
            }
        }
    }

    /// <summary>江苏雷利公告，…; 联泓新科：预计2021年盈利…: who opens a sentence by giving notice, or is set before a colon and what only a company tells.</summary>
    private void AddAnnouncing(NameReader reader)
    {
        for (var start = 0; start < _folded.Length;)
        {
            var rest = _folded.AsSpan(start, Math.Min(LongestOpening, _folded.Length - start));
            var end = rest.IndexOfAny(Closings);
            var opening = end < 0 ? rest : rest[..end];
            var length = opening.IndexOf("公告") is > 0 and var notice && rest[(notice + 2)..] is [',' or ':' or '称' or '(', ..] ? notice
                : end > 0 && rest[end] == ':' && TellsOfCompany(rest[(end + 1)..]) ? end : 0;
            if (length is >= 3 and <= LongestHead && !opening[..length].ContainsAny(NoHead) && !SubjectName.PublicBodies.Contains(opening[length - 1]) && !opening[..length].EndsWith("集团") && !opening[..length].EndsWith("公司"))
            {
                var name = reader.ShortName(start + length);
                if (name.Start == start)
                {
                    Add(name);
                }
            }

            var next = _folded.AsSpan(start).IndexOfAny(Heads);
            start = next < 0 ? _folded.Length : start + next + 1;
        }
    }

    /// <summary>预计2021年盈利, 拟定增, 股东拟减持: what stands behind the name of a company and a colon.</summary>
    private static bool TellsOfCompany(ReadOnlySpan<char> text) =>
        text.TrimStart(' ') is ['预', '计' or '增' or '亏' or '盈' or '减', ..] or ['拟', ..] or ['股', '东', ..] or ['控', '股', ..] or ['实', '控', '人', ..] or ['子', '公', '司', ..] or ['公', '司', ..] or ['净', '利', ..] or ['营', '收' or '业', ..] or ['中', '标', ..] or ['签', ..] or ['回', '购', ..] or ['终', '止', ..]
        || text.Length > 5 && text.TrimStart(' ') is var told && told.IndexOf("净利") is > 0 and < 12;

    private bool EndsInLegalForm(int end)
    {
        for (var start = Math.Max(0, end - LongestLegalForm); start < end; start++)
        {
            if (_words.Legal.TryLongest(_folded.AsSpan(start), out var length, out _) && start + length == end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>东山科技:股东拟减持股份东山科技(300999)晚间公告: the headline's topic comes again where the body starts.</summary>
    private TextSpan? Headline(int end)
    {
        var before = _folded.AsSpan(0, end)[Math.Max(0, end - LongestHeadline)..];
        before = before[(before.LastIndexOf('\n') + 1)..];
        var colon = before.IndexOf(':');
        if (colon < 0)
        {
            return null;
        }

        var topic = before[..colon].Trim();
        topic = topic[(topic.LastIndexOf('】') + 1)..];
        return topic.Length is >= 2 and <= LongestAlias && _folded.AsSpan(0, end).EndsWith(topic) ? new TextSpan(end - topic.Length, end) : null;
    }

    /// <summary>(以下简称“银禧科技”或“公司”), (下称和然节能).</summary>
    private void AddAliases(int start, int close)
    {
        var hasMarks = false;
        for (var at = start; at < close; at++)
        {
            if (_folded[at] is '“' or '「' or '"' or '\'')
            {
                var length = _folded.AsSpan(at + 1, close - at - 1).IndexOfAny("”」\"'");
                if (length < 0)
                {
                    return;
                }

                hasMarks = true;
                Add(new TextSpan(at + 1, at + 1 + length));
                at += 1 + length;
            }
        }

        if (!hasMarks)
        {
            while (start < close && _folded[start] is ':' or ' ')
            {
                start++;
            }

            var end = _folded.AsSpan(start, close - start).IndexOfAny(AliasEnds);
            Add(new TextSpan(start, end < 0 ? close : start + end));
        }
    }

    private void Add(TextSpan span)
    {
        if (span.Length < 2)
        {
            return;
        }

        var name = _folded.Substring(span.Start, span.Length);
        if (!_known.Contains(name) && !_known.Contains(name[1..]) && !name.AsSpan().ContainsAny('\n', ',', '。') && !IsCommon(name))
        {
            _names.Add(name);
            _known.Add(name);
        }
    }

    /// <summary>公司, 交易对方: stands for a name, and for another one elsewhere.</summary>
    private bool IsCommon(string name) =>
        name is ['本' or '该' or '标' or '《', ..] or [.., '本' or '该', '公', '司'] || name is [.., '公', '司'] && name.Length <= 4 && WordDictionary.Embedded.ListedTag(name.AsSpan()[..^2]) is ['v' or 'p' or 'd' or 'c' or 'r', ..] || (_lexicon.TryGet(name, out var sense) ? sense.Entity is null : WordDictionary.Embedded.ListedTag(name) is "n" or "vn" or "v" or "b" or "l");
}
