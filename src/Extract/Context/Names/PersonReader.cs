using System.Buffers;
using System.Collections.Immutable;
using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <summary>Makes one word of each personal name that the segmenter's model for unlisted words cut or glued: 洪亮|吉|指出, 沈有|容今|表示, 股东|杨|慎于|11月.</summary>
/// <remarks>A family name with one or two characters, after a title or where a clause opens, before what names stand before: a verb, an adverb, a preposition.</remarks>
internal readonly ref struct PersonReader(string folded, ImmutableArray<Word> words, JoinedName[] names, CircumstanceLexicon lexicon, ContextLexicon context)
{
    /// <summary>Most characters of a given name.</summary>
    private const int LongestGiven = 2;

    /// <summary>What the model glues to the end of a name before a verb of speech: 容今, 吉指.</summary>
    private static readonly SearchValues<char> SpeechFollowers = SearchValues.Create("今昨则续亦也又并指料说称笑还曾于在受就向对初痛坦直估再");

    /// <summary>What it glues to a name after a title: 容拟, 吉将.</summary>
    private static readonly SearchValues<char> TitleFollowers = SearchValues.Create("今昨则续亦也又并指料说称笑还曾于在受就向对初痛坦直估再拟将与及被均已作");

    /// <summary>No given name of two characters ends so: 徐达|拟, 杨慎|今.</summary>
    private static readonly SearchValues<char> NoEnds = SearchValues.Create("拟将于向今昨则亦及与被");

    /// <summary>Longest name of a crime, in characters: 非国家工作人员受贿.</summary>
    private const int LongestCrime = 20;

    private static readonly SearchValues<char> CrimeEnds = SearchValues.Create("罪，；");

    /// <summary>What links the names of a list.</summary>
    private static readonly SearchValues<char> Links = SearchValues.Create("、及和与");

    /// <summary>What tells those of one family name apart: 张某甲.</summary>
    private static readonly SearchValues<char> Ranks = SearchValues.Create("某甲乙丙丁戊");

    /// <summary>What one of a family name is called by: 张男, 林女, 汪嫌, 许翁.</summary>
    private static readonly SearchValues<char> Callings = SearchValues.Create("男女嫌翁妇");

    /// <summary>Family names that are words before 某 as well: 向某公司.</summary>
    private static readonly SearchValues<char> NoSurnames = SearchValues.Create("向于对任和与从支由用该都同应时为如经连曾常将在被给至自");

    private readonly string _folded = folded;
    private readonly ImmutableArray<Word> _words = words;
    private readonly JoinedName[] _names = names;
    private readonly CircumstanceLexicon _lexicon = lexicon;
    private readonly ContextLexicon _context = context;

    /// <summary>The words of the sentence with such names as one word; the same where there is none.</summary>
    public ImmutableArray<Word> Joined()
    {
        List<Word>? joined = null;
        var lastName = default(TextSpan);
        for (var i = 0; i < _words.Length; i++)
        {
            var first = _words[i].Span.Start;
            var before = joined is null ? i > 0 ? _words[i - 1] : default : joined[^1];
            if (TryMasked(i, before, out var name) || TryCalledAcross(i, before, out name))
            {
                joined ??= Copied(i);
                first = joined[^1].Span.Start;
                joined.RemoveAt(joined.Count - 1);
            }
            else if (!TryCalled(i, out name) && !TryName(i, lastName, out name))
            {
                joined?.Add(_words[i]);
                continue;
            }

            joined ??= Copied(i);
            AddPart(joined, first, name.Start, "n");
            joined.Add(new Word(name, "nr"));
            i = Holding(i, name.End);
            AddPart(joined, name.End, _words[i].Span.End, "d");
            lastName = name;
        }

        return joined is null ? _words : [.. joined];
    }

    /// <summary>The first words, with room for the rest.</summary>
    private List<Word> Copied(int count)
    {
        var copied = new List<Word>(_words.Length + 2);
        copied.AddRange(_words.AsSpan(0, count));
        return copied;
    }

    /// <summary>判|处王|某, 张|某甲: a family name and 某, which courts and the police write for the rest.</summary>
    private bool TryMasked(int index, Word before, out TextSpan name)
    {
        name = default;
        var (start, end) = (_words[index].Span.Start, _words[index].Span.End);
        if (index == 0 || _folded[start] != '某' || end - start > 2 || end - start == 2 && !Ranks.Contains(_folded[end - 1]) || before.Span.End != start || NoSurnames.Contains(_folded[start - 1])
            || _lexicon.Names.SurnameLength(_folded.AsSpan(start - 1, 2)) != 1 || before.Span.Length > 1 && WordDictionary.Embedded.ListedTag(before.Span.Of(_folded)) is not null)
        {
            return false;
        }

        var next = index + 1 < _words.Length ? _words[index + 1] : default;
        if (end - start == 1 && next.Span.Length == 1 && Ranks.Contains(_folded[next.Span.Start]))
        {
            (end, next) = (next.Span.End, index + 2 < _words.Length ? _words[index + 2] : default);
        }

        name = new TextSpan(start - 1, end);
        return next.Tag is not "n";
    }

    /// <summary>张男|则, 汪|嫌|竟: a family name and what Taiwan's papers call its bearer by.</summary>
    private bool TryCalled(int index, out TextSpan name)
    {
        var start = _words[index].Span.Start;
        name = new TextSpan(start, start + 2);
        if (name.End >= _words[^1].Span.End || !Callings.Contains(_folded[start + 1]) || NoSurnames.Contains(_folded[start]) || index > 0 && _folded[start - 1] == '姓' || _lexicon.Names.SurnameLength(_folded.AsSpan(start, 2)) != 1)
        {
            return false;
        }

        // 李|女士, 连|父母, 陈男|友
        var last = Holding(index, name.End);
        return !(_words[last].Span.Length > 1 && _words[last].Span.End > start + 1 && !IsUnlisted(last) || _words[index].Span.Length > 1 && !IsUnlisted(index))
            && WordDictionary.Embedded.ListedTag(_folded.AsSpan(start + 1, 2)) is null;
    }

    /// <summary>判陈|男: the model for unlisted words glues the family name to the verb.</summary>
    private bool TryCalledAcross(int index, Word before, out TextSpan name)
    {
        var start = _words[index].Span.Start;
        name = default;
        if (before.Span.Length != 2 || before.Span.End != start || _words[index].Span.Length != 1 || !Callings.Contains(_folded[start]) || NoSurnames.Contains(_folded[start - 1])
            || _lexicon.Names.SurnameLength(_folded.AsSpan(start - 1, 2)) != 1 || WordDictionary.Embedded.ListedTag(before.Span.Of(_folded)) is not null)
        {
            return false;
        }

        name = new TextSpan(start - 1, start + 1);
        return true;
    }

    private void AddPart(List<Word> joined, int start, int end, string tag)
    {
        if (start < end)
        {
            joined.Add(new Word(new TextSpan(start, end), WordDictionary.Embedded.ListedTag(_folded.AsSpan(start, end - start)) ?? tag));
        }
    }

    /// <summary>Finds the name that starts in the word <paramref name="index"/>, unless the words have it already.</summary>
    private bool TryName(int index, TextSpan lastName, out TextSpan name)
    {
        name = default;
        var start = _words[index].Span.Start;
        if (_folded[start] == '人' && _words[index].Span.Length > 1 && IsUnlisted(index))
        {
            // 实际|控制|人马|谡
            start++;
        }

        var limit = _words[^1].Span.End;
        var surname = _lexicon.Names.SurnameLength(_folded.AsSpan(start, limit - start));
        if (surname == 0)
        {
            return false;
        }

        var isTitled = IsTitled(index, start, lastName);
        if (!isTitled && index > 0 && _words[index - 1].Tag[0] is not ('x' or 'w') && !Links.Contains(_folded[start - 1]))
        {
            return false;
        }

        for (var end = start + surname + LongestGiven; end > start + surname; end--)
        {
            if (end < limit && IsName(index, start, end, isTitled) && IsFollowed(index, start, end, isTitled))
            {
                name = new TextSpan(start, end);
                return true;
            }
        }

        return false;
    }

    /// <summary>股东|李白, 实际控制人|李白, and who is listed after such a name.</summary>
    private bool IsTitled(int index, int start, TextSpan lastName)
    {
        var before = _folded.AsSpan(_words[0].Span.Start, start - _words[0].Span.Start);
        if (before.IsEmpty)
        {
            return false;
        }

        return before[^1] == '人' && (start > _words[index].Span.Start || _words[index - 1].Span.Length is 1 or >= 3) || _lexicon.Sources.EndingOf(before, out _).HasFlag(SourceSense.Title)
            || index > 1 && Links.Contains(before[^1]) && _words[index - 1].Span.Length == 1
                && (lastName.End == start - 1 || _lexicon.Names.IsFullName(_words[index - 2].Span.Of(_folded), _words[index - 2].Tag));
    }

    /// <summary>True where no word up to <paramref name="end"/> is known as something else.</summary>
    private bool IsName(int index, int start, int end, bool isTitled)
    {
        if (_folded.AsSpan(start, end - start).ContainsAnyExceptInRange('\u4e00', '\u9fff') || end - start > 2 && NoEnds.Contains(_folded[end - 1])
            || !isTitled && _words[index].Span.Length == 1)
        {
            return false;
        }

        var last = Holding(index, end);
        for (var i = index; i <= last; i++)
        {
            var isGlued = _words[i].Span.End > end;
            if (_words[i].Span.Length > 1 && !IsPiece(i, isTitled) && !(isTitled && i > index && _words[i].Tag is "d" && _words[index].Tag is "q" or ['n', ..]) && !(isGlued && isTitled && _folded[_words[i].Span.End - 1] == '于') || isGlued && i == index && (!IsUnlisted(i) || IsJoined(i)))
            {
                return false;
            }
        }

        // A word of its own is only said to be a name.
        return index < last ? _words[last].Span.Length > 1 || _words[last].Tag[0] is not ('p' or 'u' or 'c' or 'd')
            : _words[index].Span.End > end || start > _words[index].Span.Start || _words[index].Tag is not ['n', 'r', ..] && IsUnlisted(index);
    }

    /// <summary>True for a word that may be a part of a name: 沈有, and after a title 安国.</summary>
    private bool IsPiece(int word, bool isTitled) =>
        WordDictionary.Embedded.ListedTag(_words[word].Span.Of(_folded)) is null or ['n', 'r', ..] || isTitled && _words[word].Tag[0] is 'n' or 'v' or 'a' or 'z' or 'i' or 'l' && !_context.TryGet(_words[word].Span.Of(_folded), out _);

    /// <summary>True where what stands at <paramref name="end"/> stands behind a name.</summary>
    private bool IsFollowed(int index, int start, int end, bool isTitled)
    {
        var last = Holding(index, end);
        var followers = isTitled ? TitleFollowers : SpeechFollowers;
        if (_folded[end] == '犯' && NamesCrime(end + 1))
        {
            return true;
        }

        if (_words[last].Span.End > end)
        {
            return (followers.Contains(_folded[end]) || _folded[end] == '拟') && _words[last].Span.End == end + 1
                && (_folded[end] != '于' || last + 1 < _words.Length && _words[last + 1].Tag[0] is 'm' or 't')
                && (isTitled || end - start > 2 || _folded[end] == '拟' || IsSpoken(last + 1));
        }

        if (last + 1 >= _words.Length)
        {
            return false;
        }

        var (next, tag) = (_words[last + 1], _words[last + 1].Tag[0]);
        if (isTitled)
        {
            return IsSpoken(last + 1) || (next.Span.Length > 1
                ? tag is 'v' or 'd' or 'p' or 'c' or 't' || last == index && end - start > 2 || ActsAt(last + 1)
                : tag is 'p' or 'c' or 'd' or 'u' or 'x' or 'm' || followers.Contains(_folded[end]));
        }

        return !SpeechFollowers.Contains(_folded[end - 1]) && IsSpoken(last + 1) || last > index && _words[index].Tag is "nr" && ActsAt(last + 1);
    }

    /// <summary>陈大文犯|非法经营罪: true where a crime is named at <paramref name="start"/>.</summary>
    private bool NamesCrime(int start) =>
        _folded.AsSpan(start, Math.Min(LongestCrime, _words[^1].Span.End - start)).IndexOfAny(CrimeEnds) is > 0 and var end && _folded[start + end] == '罪';

    /// <summary>True for a verb or an adverb that the lexicon knows: 累计, 计划, 减持.</summary>
    private bool ActsAt(int word) =>
        _context.TryGet(_words[word].Span.Of(_folded), out var sense) && (sense.Verb is not null || sense.Is(WordRoles.Adverb | WordRoles.Trade | WordRoles.Action));

    private bool IsSpoken(int word) =>
        word < _words.Length && (SpeechFollowers.Contains(_folded[_words[word].Span.Start]) || _lexicon.Speech.TryMatch(_words[word].Span.Of(_folded), out _, out _));

    /// <summary>应用材料: a name by itself, which no person's is cut out of.</summary>
    private bool IsJoined(int word)
    {
        foreach (var name in _names)
        {
            if (name.Span == _words[word].Span)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUnlisted(int word) => WordDictionary.Embedded.ListedTag(_words[word].Span.Of(_folded)) is null;

    /// <summary>Index of the word that holds the character before <paramref name="end"/>, from <paramref name="index"/> on.</summary>
    private int Holding(int index, int end)
    {
        while (_words[index].Span.End < end)
        {
            index++;
        }

        return index;
    }
}
