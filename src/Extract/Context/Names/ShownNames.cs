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

    /// <summary>Longest word of name_words.tsv that is looked for in the text, in characters: 有限责任公司, 会计师事务所.</summary>
    private const int LongestNameWord = 6;

    /// <summary>Follows the form of a partnership.</summary>
    private const string Limited = "(有限合伙)";

    private static readonly SearchValues<char> NoBranch = SearchValues.Create(",。;:、(（将于向在持为和与 ");
    private static readonly SearchValues<char> AliasEnds = SearchValues.Create(",;、 .0123456789");

    private readonly string _folded;
    private readonly ContextLexicon _lexicon;
    private readonly NameLexicon _words;
    private readonly List<string> _names = [];

    private ShownNames(string folded, ContextLexicon lexicon, NameLexicon words) => (_folded, _lexicon, _words) = (folded, lexicon, words);

    /// <summary>The names in <paramref name="folded"/>, the longest first.</summary>
    public static string[] In(string folded, ISegmenter segmenter, ContextLexicon lexicon, NameLexicon words)
    {
        var names = new ShownNames(folded, lexicon, words);
        var reader = new NameReader(folded, segmenter, lexicon, words);
        names.AddFullNames(reader);
        names.AddBracketed(reader);
        names._names.Sort(static (one, other) => other.Length.CompareTo(one.Length));
        return [.. names._names];
    }

    private void AddFullNames(NameReader reader)
    {
        for (var at = 0; _words.Legal.IndexIn(_folded.AsSpan(at)) is var next and >= 0;)
        {
            var end = LegalEnd(at + next);
            Add(reader.FullName(at + next, end));
            at = end;
        }
    }

    /// <summary>股份有限公司宜昌分行: where the form in law that starts here ends, with the branch that is named after it.</summary>
    private int LegalEnd(int start)
    {
        var end = start + Math.Max(1, LengthOf(NameWordRole.Legal, start));
        end += _folded.AsSpan(end).StartsWith(Limited) ? Limited.Length : 0;
        var rest = _folded.AsSpan(end, Math.Min(LongestAlias, _folded.Length - end));
        var branch = _words.Branches.IndexIn(rest);
        return branch >= 0 && rest[..branch].IndexOfAny(NoBranch) < 0 ? end + branch + LengthOf(NameWordRole.Branch, end + branch) : end;
    }

    /// <summary>Length of the longest word of <paramref name="role"/> that starts at <paramref name="start"/>; 0 for none.</summary>
    private int LengthOf(NameWordRole role, int start)
    {
        for (var length = Math.Min(LongestNameWord, _folded.Length - start); length >= 2; length--)
        {
            if (_words.RoleOf(_folded.AsSpan(start, length)) == role)
            {
                return length;
            }
        }

        return 0;
    }

    private void AddBracketed(NameReader reader)
    {
        for (var at = 0; _folded.AsSpan(at).IndexOf('(') is var next and >= 0;)
        {
            var open = at + next;
            var close = _folded.IndexOf(')', open);
            if (close < 0)
            {
                return;
            }

            var inner = _folded.AsSpan(open + 1, close - open - 1);
            var alias = _words.Aliases.IndexIn(inner);
            if (alias >= 0)
            {
                AddAliases(open + 1 + alias, close);
            }

            if (open > 0 && (alias >= 0 && alias <= 2 && !EndsInLegalForm(open) || ExchangeCode.IsIn(inner)))
            {
                Add(Headline(open) ?? reader.ShortName(open));
            }

            at = open + 1;
        }
    }

    private bool EndsInLegalForm(int end)
    {
        for (var start = Math.Max(0, end - LongestNameWord); start < end; start++)
        {
            if (start + LengthOf(NameWordRole.Legal, start) == end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>东山科技:股东拟减持股份东山科技(300999)晚间公告: the headline's topic comes again where the body starts.</summary>
    private TextSpan? Headline(int end)
    {
        var line = _folded.LastIndexOf('\n', end - 1) + 1;
        var colon = _folded.IndexOf(':', line);
        if (colon < 0 || colon >= end)
        {
            return null;
        }

        var topic = _folded.AsSpan(line, colon - line).Trim();
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
                var end = _folded.IndexOfAny(['”', '」', '"', '\''], at + 1);
                if (end < 0 || end > close)
                {
                    return;
                }

                hasMarks = true;
                Add(new TextSpan(at + 1, end));
                at = end;
            }
        }

        if (!hasMarks)
        {
            start += LengthOf(NameWordRole.Alias, start);
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
        if (!_names.Exists(known => name.EndsWith(known, StringComparison.Ordinal) && name.Length - known.Length < 2) && !name.AsSpan().ContainsAny('\n', ',', '。') && !IsCommon(name))
        {
            _names.Add(name);
        }
    }

    /// <summary>公司, 交易对方: stands for a name, and for another one elsewhere.</summary>
    private bool IsCommon(string name) =>
        name is ['本' or '该' or '标' or '《', ..] or [.., '本' or '该', '公', '司'] || name is [.., '公', '司'] && name.Length <= 4 && WordDictionary.Embedded.ListedTag(name.AsSpan()[..^2]) is ['v' or 'p' or 'd' or 'c' or 'r', ..] || (_lexicon.TryGet(name, out var sense) ? sense.Entity is null : WordDictionary.Embedded.ListedTag(name) is "n" or "vn" or "v" or "b" or "l");
}
