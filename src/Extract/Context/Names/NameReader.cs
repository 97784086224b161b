using System.Buffers;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <summary>Reads backwards from where a company's name ends to where it starts.</summary>
internal sealed class NameReader(string folded, ISegmenter segmenter, ContextLexicon lexicon, NameLexicon names)
{
    /// <summary>Longest way back from the end of a name, in characters.</summary>
    private const int LongestName = 40;

    /// <summary>Longest name without its form in law, in characters: 南京熊猫电子股份.</summary>
    private const int LongestShortName = 8;

    /// <summary>Longest place in brackets within a name, in characters.</summary>
    private const int LongestInner = 4;

    /// <summary>Usual length of the short name of a listed company, in characters.</summary>
    private const int UsualShortName = 4;

    private static readonly SearchValues<char> Glued = SearchValues.Create("为向与和由被将及对于从在给占但而且若");
    private static readonly SearchValues<char> GluedBehind = SearchValues.Create("向与和对将由被给从");
    private static readonly SearchValues<char> Boundaries = SearchValues.Create(",;:。!?、“”‘’「」『』\"'《》〈〉()[]【】〔〕|丨\n\r\t /…—~");

    private readonly List<Word> _words = [];
    private int _offset;

    /// <summary>The full name whose form in law stands from <paramref name="form"/> to <paramref name="end"/>; empty where nothing is named.</summary>
    public TextSpan FullName(int form, int end)
    {
        Cut(form);
        var start = _words.Count;
        var region = -1;
        while (start > 0 && IsPart(start - 1) && !(start < _words.Count && names.RoleOf(Text(start - 1)) is NameWordRole.Legal))
        {
            start--;
            if (IsRegion(start))
            {
                // 广东金源照明科技: a place opens the name, unless the name of the parent stands before it.
                region = start;
                if (start == 0 || !IsRegion(start - 1) && names.RoleOf(Text(start - 1)) is not NameWordRole.Ending)
                {
                    break;
                }
            }
        }

        start = region >= 0 ? region : Brand(start);
        if (start > 0 && start < _words.Count && names.RoleOf(Text(start)) is not null && _words[start - 1].Tag is not ("p" or "c" or "d" or "m" or ['u', ..]) && !IsKnownFunction(start - 1))
        {
            // 中天|科技集团: a name has a brand, whatever the dictionary takes it for.
            start--;
            if (start > 0 && Text(start).Length == 1 && Text(start - 1).Length == 1 && _words[start - 1].Span.End == _words[start].Span.Start && char.IsLetter(Text(start - 1)[0]))
            {
                start--;
            }
        }

        return start < _words.Count ? new TextSpan(_offset + _words[start].Span.Start + GluedLength(Text(start)), end) : default;
    }

    /// <summary>The short name before <paramref name="end"/>, where a code or another name in brackets follows; empty where there is none.</summary>
    public TextSpan ShortName(int end)
    {
        Cut(end);
        if (end - _offset is > 2 and <= LongestShortName && names.CompanyOf(folded.AsSpan(_offset, end - _offset)) is not null)
        {
            // 和邦生物(603077): a listed name, whatever it starts with.
            return new TextSpan(_offset, end);
        }

        var start = _words.Count;
        while (start > 0 && (IsPart(start - 1) || IsUnlisted(start - 1)))
        {
            start--;
        }

        var isUsual = end - _offset is >= 3 and <= UsualShortName;
        var isLonger = start == 1 && end - _offset is > UsualShortName and <= LongestShortName - 2 && end - _offset - Text(0).Length < UsualShortName;
        if (start > 0 && (isUsual || isLonger) && !(start == _words.Count - 1 && (isLonger || _words[0].Tag == "v") && IsName(start))
            && _words[0].Tag is not ("p" or "c" or "d" or "r" or "m" or ['u', ..]) && !(isLonger && _words[0].Tag == "t") && (!IsKnownFunction(0) || isUsual && IsMeasure(0)))
        {
            // 远望|谷(002161), 波长|光电(301421): nothing else stands between the marks; in 超越|苹果(AAPL.US) the last word is a name by itself.
            start = 0;
        }

        // A headline runs into the name: the last words that make up a usual one.
        while (start < _words.Count && Length(start) > LongestShortName && Length(start + 1) >= UsualShortName)
        {
            start++;
        }

        while (start < _words.Count && Length(start) > LongestShortName - 2 && Length(start + 1) == UsualShortName)
        {
            start++;
        }

        return start < _words.Count && Length(start) >= 2 ? new TextSpan(_offset + _words[start].Span.Start + GluedLength(Text(start)), end) : default;

        int Length(int word) => word < _words.Count ? _words[^1].Span.End - _words[word].Span.Start : 0;
    }

    /// <summary>Cuts the stretch without marks that ends at <paramref name="end"/>; a bracket within a name belongs to it: 控股(集团), 咨询(上海).</summary>
    private void Cut(int end)
    {
        var limit = Math.Max(0, end - LongestName);
        var from = end;
        while (from > limit)
        {
            var mark = folded.AsSpan(limit, from - limit).LastIndexOfAny(Boundaries);
            from = limit + mark + 1;
            if (mark < 0 || folded[from - 1] != ')' || folded.LastIndexOf('(', from - 1, Math.Min(LongestInner + 2, from)) is not (> 0 and var open) || !IsInner(folded.AsSpan(open + 1, from - open - 2)))
            {
                break;
            }

            from = open;
        }

        _offset = from;
        _words.Clear();
        segmenter.Segment(folded.AsSpan(from, end - from), _words);
    }

    private bool IsInner(ReadOnlySpan<char> text) =>
        names.RoleOf(text) == NameWordRole.Ending || lexicon.TryGet(text, out var sense) && (sense.Is(WordRoles.Region) || sense.Entity?.Type == EntityType.Place) || WordDictionary.Embedded.ListedTag(text) == "ns";

    private ReadOnlySpan<char> Text(int word) => folded.AsSpan(_offset + _words[word].Span.Start, _words[word].Span.Length);

    /// <summary>Without a place the brand opens a name: the unlisted words, or one common noun, before the first word of trade.</summary>
    private int Brand(int from)
    {
        var start = _words.Count;
        while (start > from && names.RoleOf(Text(start - 1)) is not null)
        {
            start--;
        }

        var hasCommon = false;
        for (; start > from; start--)
        {
            var isCommon = !IsUnlisted(start - 1) && Text(start - 1).Length > 1 && !IsName(start - 1);
            if (isCommon && (hasCommon || start < _words.Count && Text(start).Length > 1 && names.RoleOf(Text(start)) is null))
            {
                break;
            }

            hasCommon |= isCommon;
        }

        return start;
    }

    /// <summary>True for a word that no dictionary lists and that starts with a function word: 据林|保署, 由台|积电.</summary>
    public static bool IsGlued(ReadOnlySpan<char> word) => word.Length > 1 && (Glued.Contains(word[0]) || word[0] == '据') && WordDictionary.Embedded.ListedTag(word) is null;

    /// <summary>为|巴龙, 占|海川: how many characters of a word that no dictionary lists are a function word which the model glued to a name; 0 or 1.</summary>
    public static int GluedLength(ReadOnlySpan<char> word) => word.Length > 2 && Glued.Contains(word[0]) && WordDictionary.Embedded.ListedTag(word) is null ? 1 : 0;

    private bool IsKnownFunction(int word) => lexicon.TryGet(Text(word), out var sense)
        && (sense.Verb is not null || sense.Metric is not null || sense.Is(WordRoles.Title | WordRoles.Pronoun | WordRoles.Person | WordRoles.Conjunction | WordRoles.Preposition | WordRoles.Adverb | WordRoles.Listing
            | WordRoles.Speech | WordRoles.Trade | WordRoles.Generic | WordRoles.Document | WordRoles.Light | WordRoles.Respectively | WordRoles.Ownership | WordRoles.Attribute));

    private bool IsMeasure(int word) => lexicon.TryGet(Text(word), out var sense) && sense is { Metric: not null, Verb: null, Roles: WordRoles.None };

    private bool IsRegion(int word) => Text(word).Length > 1 && (_words[word].Span.End + _offset >= folded.Length || folded[_words[word].Span.End + _offset] != ')')
        && (_words[word].Tag == "ns" || lexicon.TryGet(Text(word), out var sense) && (sense.Is(WordRoles.Region) || sense.Entity?.Type == EntityType.Place));

    private bool IsName(int word) => _words[word].Tag is "nz" or "nr" or "nrt" or "nt" or "ns" or "eng" || lexicon.TryGet(Text(word), out var sense) && sense.Entity is not null;

    /// <summary>李白向: a preposition that the model for unlisted words glued to the name of who acts.</summary>
    private bool EndsInFunction(int word) => Text(word) is { Length: > 1 } text && GluedBehind.Contains(text[^1]) && IsUnlisted(word);

    private bool IsUnlisted(int word) => WordDictionary.Embedded.ListedTag(Text(word)) is null && !lexicon.TryGet(Text(word), out _);

    /// <summary>True for a word that may stand inside a name.</summary>
    private bool IsPart(int word)
    {
        var text = Text(word);
        if (names.RoleOf(text) is { } role)
        {
            return role is not NameWordRole.Alias;
        }

        if (EndsInFunction(word))
        {
            return false;
        }

        if (lexicon.TryGet(text, out var sense))
        {
            if (sense.Entity is not null)
            {
                return true;
            }

            if (IsKnownFunction(word))
            {
                return false;
            }
        }

        return _words[word].Tag switch
        {
            ['n', ..] or "j" or "b" or "eng" or "vn" or "s" or "i" or "l" or "nz" or "a" or "ag" or "g" => true,
            "x" => text.Length > 1 || char.IsLetter(text[0]) || text[0] is '(' or ')',
            "p" or "c" or "f" or "ul" or "uj" or "uz" or "ug" => false,
            "v" => IsUnlisted(word) || word > 0 && IsRegion(word - 1) && sense.IsNone,
            "r" => text is "某",
            _ => IsUnlisted(word) && text.Length > 1,
        };
    }
}
