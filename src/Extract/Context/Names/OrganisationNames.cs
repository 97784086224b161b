using System.Buffers;
using System.Collections.Immutable;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <summary>Makes one word of each name of a company or body: those that the article shows (<see cref="ShownNames"/>), listed ones that the dictionary cuts apart, brands with the word that ends a name.</summary>
internal sealed partial class OrganisationNames
{
    /// <summary>Shortest name that is one wherever it stands, in characters.</summary>
    private const int DistinctName = 4;

    /// <summary>Most words between a company's name and the word for its branch: 四川|成都|分公司.</summary>
    private const int MostPlaces = 2;

    /// <summary>Longest name of a mission, in characters: 中国驻波斯尼亚和黑塞哥维那大使馆 has fewer.</summary>
    private const int LongestMission = 20;

    private static readonly SearchValues<char> Taken = SearchValues.Create("了以过着的是有至到拟已并其因经该就像让使比则而且持购买日");
    private readonly string _folded;
    private readonly NameLexicon _words;
    private readonly ListedWords _listed;
    private readonly string[] _names;
    private readonly List<TextSpan> _spans = [];
    private readonly List<Word> _joined = [];

    private readonly CueLexicon _cues;

    private OrganisationNames(string folded, string[] names, LexiconSet lexicons, ListedWords listed) =>
        (_folded, _names, Lexicon, _words, _cues, _listed) = (folded, names, lexicons.Context, lexicons.Names, lexicons.Cues, listed);

    /// <summary>The words that a name is told apart from.</summary>
    public ContextLexicon Lexicon { get; }

    /// <summary>Finds the names that an article shows.</summary>
    public static OrganisationNames In(string folded, ISegmenter segmenter, LexiconSet lexicons, ListedWords listed) =>
        new(folded, ShownNames.In(folded, segmenter, lexicons.Context, lexicons.Names), lexicons, listed);

    /// <summary>Makes one word of each name in a sentence.</summary>
    /// <param name="sentence">Where the sentence stands.</param>
    /// <param name="words">Its words, positions in the article.</param>
    /// <returns>Where the names stand, in order.</returns>
    public JoinedName[] Join(TextSpan sentence, ref ImmutableArray<Word> words)
    {
        _spans.Clear();
        foreach (var name in _names)
        {
            for (var at = sentence.Start; _folded.AsSpan(at, sentence.End - at).IndexOf(name) is var next and >= 0;)
            {
                TryAdd(at + next, at + next + name.Length);
                at += next + name.Length;
            }
        }

        _listed.Find(_folded, sentence);
        AddHolders(words.AsSpan());
        AddListed(words.AsSpan());
        AddMissions(words.AsSpan());
        AddShort(words.AsSpan());
        AddLatin(words.AsSpan());
        AddStakes(sentence.Of(_folded), words.AsSpan());
        if (_spans.Count == 0)
        {
            return [];
        }

        _spans.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        words = Joined(words.AsSpan());
        var names = new JoinedName[_spans.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = new JoinedName(_spans[i], EntityOf(_spans[i].Of(_folded)));
        }

        return names;
    }

    /// <summary>The canonical name of the listed entity that folded <paramref name="name"/> names; null for others.</summary>
    public string? IdOf(string name) => EntityOf(name)?.Id;

    private Entity? EntityOf(ReadOnlySpan<char> name) =>
        Lexicon.TryGet(name, out var sense) && sense.Entity is { } entity ? entity : CompanyOf(name);

    private Entity? EntityAt(int start, int end) =>
        _listed.TryGet(start, end, out var sense) && sense.Entity is { } entity ? entity : CompanyOf(_folded.AsSpan(start, end - start));

    private Entity? CompanyOf(ReadOnlySpan<char> name) => _words.CompanyOf(name) is { } id ? new Entity(id, EntityType.Company) : null;

    /// <summary>A listed company or body that the dictionary cuts apart: 智慧|能源, 四川金顶|晚, 差|估署.</summary>
    private void AddListed(ReadOnlySpan<Word> words)
    {
        for (var first = 0; first < words.Length; first++)
        {
            var start = words[first].Span.Start;
            var end = ListedEnd(words, first, start);
            if (end == 0 && NameReader.IsGlued(words[first].Span.Of(_folded)))
            {
                // 据林|保署: the model for unlisted words took the first character of the name.
                end = ListedEnd(words, first, ++start);
            }
            else if (end == 0 && OpensWithDay(words, first) && ListedEnd(words, first, start + 1) is var dated and > 0)
            {
                // 质押|日八|菱|科技: on which day, and whose.
                (start, end) = (start + 1, dated);
            }
            else if (end == 0 && words[first].Span.Length > 1 && Taken.Contains(_folded[start]) && ListedEnd(words, first, start + 1) is var full && full >= start + 1 + DistinctName
                && WordDictionary.Embedded.ListedTag(words[first].Span.Of(_folded)) is null)
            {
                // 了兆易|创新: a name too long to be there by chance.
                (start, end) = (start + 1, full);
            }

            while (end > 0)
            {
                TryAdd(start, end);

                // 宜兰|县苏|澳镇: the next name starts where this one ends, within a word.
                start = end;
                var next = first;
                while (next < words.Length && words[next].Span.End <= start)
                {
                    next++;
                }

                end = next < words.Length && words[next].Span.Start < start ? ListedEnd(words, next, start) : 0;
            }
        }
    }

    /// <summary>质押|日八菱, 公告|日兴: a word that opens with the day of the one before.</summary>
    private bool OpensWithDay(ReadOnlySpan<Word> words, int index) =>
        index > 0 && _folded[words[index].Span.Start] == '日' && words[index - 1].Span.Of(_folded) is "质押" or "公告" or "披露" or "冻结";

    /// <summary>Where the listed company or body ends that starts at <paramref name="start"/>, in the word <paramref name="first"/>; 0 where none does.</summary>
    private int ListedEnd(ReadOnlySpan<Word> words, int first, int start)
    {
        for (var length = Math.Min(words[^1].Span.End - start, _listed.LongestNameFrom(start)); length >= 2; length--)
        {
            if (!_listed.IsName(start, start + length) || EntityAt(start, start + length) is not { } entity)
            {
                continue;
            }

            if (entity.Type is EntityType.Place or EntityType.Person && length >= 3)
            {
                // 善|化区, 李家|超: towns and persons, wherever the segmenter cuts them.
                return start + length;
            }

            if (entity.Type is not (EntityType.Company or EntityType.Institution))
            {
                // 恒生科技指数 is no 恒生科技; 沪|指 is one word, and nobody speaks.
                return length == 2 && _folded[start + 1] == '指' ? start + length : 0;
            }

            if (EndsWord(words, first, start + length))
            {
                return WithBranch(words, first, start + length);
            }
        }

        return 0;
    }

    /// <summary>农行|张家港|分行, 平安人寿|四川|分公司: where a company's name ends with the branch that is named after it.</summary>
    private int WithBranch(ReadOnlySpan<Word> words, int first, int end)
    {
        while (first < words.Length && words[first].Span.Start < end)
        {
            first++;
        }

        for (var last = first; last < words.Length && last <= first + MostPlaces; last++)
        {
            var text = words[last].Span.Of(_folded);
            if (_words.RoleOf(text) == NameWordRole.Branch)
            {
                return words[last].Span.End;
            }

            if (words[last].Tag is not ("ns" or "nr" or "nz") && (text.Length < 2 || words[last].Tag[0] is 'x' or 'm' || WordDictionary.Embedded.ListedTag(text) is not null))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>三安|电子: a brand that is no ordinary word with the word that ends a company's name.</summary>
    private void AddShort(ReadOnlySpan<Word> words)
    {
        for (var first = 0; first + 1 < words.Length; first++)
        {
            if (_words.RoleOf(words[first + 1].Span.Of(_folded)) is not (NameWordRole.Ending or NameWordRole.Inner) || !IsBrand(words[first]) || StartsEntity(words[first].Span.Start, words[^1].Span.End))
            {
                continue;
            }

            var end = 0;
            for (var last = first + 1; last < words.Length && last <= first + 3 && words[last].Span.Start == words[last - 1].Span.End && _words.RoleOf(words[last].Span.Of(_folded)) is { } role; last++)
            {
                end = role == NameWordRole.Ending && !IsVerb(words, last) ? words[last].Span.End : end;
                if (role is not (NameWordRole.Ending or NameWordRole.Inner))
                {
                    break;
                }
            }

            var start = words[first].Span.Start + (OpensWithDay(words, first) && words[first].Span.Length > 2 ? 1 : NameReader.GluedLength(words[first].Span.Of(_folded)));
            if (end > 0)
            {
                TryAdd(start, end);
            }
        }
    }

    /// <summary>杭州|海川|减持: whom an act shows to be a company, and the same name elsewhere in the sentence.</summary>
    private void AddHolders(ReadOnlySpan<Word> words)
    {
        var holders = new HolderNames(_folded, words, _listed, _words);
        for (var next = 0; holders.Next(ref next) is { Length: > 0 } name;)
        {
            AddThroughout(name, words);
        }
    }

    /// <summary>Gland Pharma: Latin words with a space between them that no list knows.</summary>
    private void AddLatin(ReadOnlySpan<Word> words)
    {
        for (var first = 0; first + 2 < words.Length; first++)
        {
            var last = first;
            while (last + 2 < words.Length && IsLatin(words[last]) && words[last + 1].Span.Of(_folded) is " " && IsLatin(words[last + 2]))
            {
                last += 2;
            }

            // 21 Gbps GDDR6X: a unit opens no name.
            if (last > first && !(first > 1 && words[first - 1].Span.Of(_folded) is " " && char.IsAsciiDigit(_folded[words[first - 2].Span.End - 1])) && TryAdd(words[first].Span.Start, words[last].Span.End))
            {
                first = last;
            }
        }
    }

    private void AddStakes(ReadOnlySpan<char> sentence, ReadOnlySpan<Word> words)
    {
        if (!StakeNames.MayStandIn(sentence, _cues))
        {
            return;
        }

        var stakes = new StakeNames(_folded, words, _listed, _words, _cues);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var name = stakes.BeforeSize(i) is { Length: > 0 } held ? held : stakes.AfterTitle(i) is { Length: > 0 } holder ? holder : stakes.BeforePartners(i) is { Length: > 0 } leader ? leader : stakes.BeforeNotice(i);
            if (name.Length > 0)
            {
                AddThroughout(name, words);
            }
        }
    }

    /// <summary>Notes a name wherever it stands in its sentence, unless another one has its place.</summary>
    private void AddThroughout(TextSpan name, ReadOnlySpan<Word> words)
    {
        if (!TryAdd(name.Start, name.End))
        {
            return;
        }

        var end = words[^1].Span.End;
        for (var at = words[0].Span.Start; _folded.AsSpan(at, end - at).IndexOf(name.Of(_folded)) is var next and >= 0; at += next + name.Length)
        {
            TryAdd(at + next, at + next + name.Length);
        }
    }

    private bool IsLatin(Word word) => word.Tag == "eng" && char.IsAsciiLetterUpper(word.Span.Of(_folded)[0]) && !_listed.TryGet(word.Span.Start, word.Span.End, out _);

    /// <summary>东山投资了, 东山投资30亿元: what the company does here, not what it is called.</summary>
    private bool IsVerb(ReadOnlySpan<Word> words, int index) =>
        words[index].Span.Of(_folded) is "投资" or "担保" && index + 1 < words.Length && words[index + 1].Span.Of(_folded) is not ("计划" or "拟") && words[index + 1].Tag is ['n', ..] or "ul" or "uz" or "ug" or "m" or "mq";

    private bool StartsEntity(int start, int limit)
    {
        for (var length = Math.Min(_listed.LongestNameFrom(start), limit - start); length >= 3; length--)
        {
            if (_listed.TryGet(start, start + length, out var sense) && sense.Entity is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBrand(Word word)
    {
        var text = word.Span.Of(_folded);
        return text.Length is 2 or 3 && text[0] is >= '\u4e00' and <= '\u9fff' and not '拟' && word.Tag[0] is 'n' or 'x' or 'j' or 'v' && !_listed.IsName(word.Span.Start, word.Span.End) && !_listed.TryGet(word.Span.Start, word.Span.End, out _)
            && _words.RoleOf(text) is null && WordDictionary.Embedded.ListedTag(text) is null or "nz" or "nr" or "nrt";
    }

    /// <summary>True where a name may end: with a word, or within one that only the model for unlisted words made; 中国建筑 is no name before 行业.</summary>
    private bool EndsWord(ReadOnlySpan<Word> words, int first, int end)
    {
        var last = first;
        while (last < words.Length && words[last].Span.End < end)
        {
            last++;
        }

        if (words[last].Span.End > end)
        {
            var length = end - words[first].Span.Start;
            if (_folded[end] is '指' or '涨' or '跌' && words[last].Span.End == end + 1 && WordDictionary.Embedded.ListedTag(words[last].Span.Of(_folded)) is null)
            {
                // 港铁|指, 闪迪|跌: the model for unlisted words glues the verb to the name.
                return true;
            }

            return length >= 4 && _folded[end] is not ('业' or '界' or '学' or '院' or '员' or '人' or '门')
                || length == 3 && WordDictionary.Embedded.ListedTag(words[last].Span.Of(_folded)) is null;
        }

        return last == first || last + 1 >= words.Length || !IsRegion(words[first])
            || !_listed.TryGet(words[last + 1].Span.Start, words[last + 1].Span.End, out var next) || !next.Is(WordRoles.Market | WordRoles.Region);
    }

    private bool IsRegion(Word word) => word.Tag == "ns" || _listed.TryGet(word.Span.Start, word.Span.End, out var sense) && (sense.Is(WordRoles.Region) || sense.Entity?.Type == EntityType.Place);

    /// <summary>Notes a name, unless one that was found before overlaps it.</summary>
    private bool TryAdd(int start, int end)
    {
        foreach (var known in _spans)
        {
            if (known.Start < end && start < known.End)
            {
                return false;
            }
        }

        _spans.Add(new TextSpan(start, end));
        return true;
    }

    private ImmutableArray<Word> Joined(ReadOnlySpan<Word> words)
    {
        _joined.Clear();
        var name = 0;
        foreach (var word in words)
        {
            while (name < _spans.Count && _spans[name].End <= word.Span.Start)
            {
                name++;
            }

            var start = word.Span.Start;
            for (var at = name; at < _spans.Count && _spans[at].Start < word.Span.End; at++)
            {
                AddPart(word, new TextSpan(start, Math.Max(start, _spans[at].Start)));
                if (_spans[at].Start >= word.Span.Start)
                {
                    _joined.Add(new Word(_spans[at], TagOf(EntityOf(_spans[at].Of(_folded)))));
                }

                start = Math.Min(word.Span.End, Math.Max(start, _spans[at].End));
            }

            AddPart(word, new TextSpan(start, word.Span.End));
        }

        return [.. _joined];
    }

    /// <summary>The part of speech of a name that is one word.</summary>
    internal static string TagOf(Entity? entity) => entity?.Type switch { EntityType.Place => "ns", EntityType.Person => "nr", _ => "nt" };

    private void AddPart(Word word, TextSpan part)
    {
        if (part.Length > 0)
        {
            _joined.Add(part == word.Span ? word : new Word(part, WordDictionary.Embedded.ListedTag(part.Of(_folded)) ?? word.Tag));
        }
    }
}
