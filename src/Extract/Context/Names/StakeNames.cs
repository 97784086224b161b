using System.Buffers;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <summary>Finds names that no list holds where only a name stands: before the size of a stake (收购|中|海川|51%股权), after the title of a shareholder (股东|京口|汇川|计划减持), before a notice that came in (接到|天壕|资产|函告).</summary>
/// <remarks>The stretch must hold a word that no dictionary lists: what is common throughout is left as it is cut.</remarks>
internal readonly ref struct StakeNames(string folded, ReadOnlySpan<Word> words, ListedWords listed, NameLexicon names, CueLexicon cues)
{
    /// <summary>Most words of such a name.</summary>
    private const int MostWords = 5;

    /// <summary>Longest such name, in characters.</summary>
    private const int Longest = 8;

    /// <summary>Shortest name after a title, in characters: shorter ones may be persons.</summary>
    private const int ShortestHolder = 4;

    /// <summary>What the model for unlisted words glues to the end of a name.</summary>
    private static readonly SearchValues<char> GluedBehind = SearchValues.Create("拟将于向已与累被曾今均");

    /// <summary>No part of a name, though no list knows what they say in a clause.</summary>
    private static readonly SearchValues<char> NoPart = SearchValues.Create("的其该本此各某这那约近逾超等和与及或、所之");

    private readonly string _folded = folded;
    private readonly ReadOnlySpan<Word> _words = words;
    private readonly ListedWords _listed = listed;
    private readonly NameLexicon _names = names;
    private readonly CueLexicon _cues = cues;

    /// <summary>False for a sentence without what such names stand beside: a percentage, 股东, 一致行动人 or a notice.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> sentence, CueLexicon cues) => sentence.ContainsAny('%', '股', '致') || cues.IsIn(ContextCue.Notice, sentence);

    /// <summary>The name that ends with the word before <paramref name="size"/>, a percentage with the word for a stake after it; empty where there is none.</summary>
    public TextSpan BeforeSize(int size)
    {
        if (_words[size].Tag != "m" || _folded[_words[size].Span.End - 1] != '%' || !IsStakeAfter(size))
        {
            return default;
        }

        var start = size;
        while (start > 0 && size - start < MostWords && _words[start - 1].Span.End == _words[start].Span.Start && MayStand(start - 1))
        {
            start--;
        }

        return start > 0 && size - start > 1 && Opens(start - 1) && (HasUnlisted(start, size) || _words[start].Tag == "ns") ? Named(start, size) : default;
    }

    /// <summary>The name after the title of a shareholder at <paramref name="title"/>, up to what a name cannot hold; empty where there is none.</summary>
    public TextSpan AfterTitle(int title)
    {
        if (!IsTitle(title))
        {
            return default;
        }

        var end = title + 1;
        while (end < _words.Length && end - title <= MostWords && MayStand(end) && !IsNotice(end))
        {
            end++;
        }

        return end < _words.Length && end - title > 2 && _words[end - 1].Span.End - _words[title].Span.End >= ShortestHolder && (_words[end].Tag[0] is 'x' or 'v' or 'd' or 'p' or 'c' || IsKnown(end) || IsNotice(end)) && HasUnlisted(title + 1, end) ? Named(title + 1, end) : default;
    }

    /// <summary>The name before 及其一致行动人 at <paramref name="joint"/> that opens with a place: 上海|川原|及其; empty where there is none.</summary>
    public TextSpan BeforePartners(int joint)
    {
        if (joint < 2 || _words[joint].Span.Of(_folded) is not ("及其" or "及" or "与其") || joint + 1 >= _words.Length || _folded[_words[joint + 1].Span.Start] != '一' || _words[joint + 1].Span.Of(_folded) is not ("一致" or "一致行动人"))
        {
            return default;
        }

        var isPlace = _words[joint - 2].Tag == "ns" && _words[joint - 2].Span.End == _words[joint - 1].Span.Start && MayStand(joint - 1) && _words[joint - 1].Span.Length >= 2;
        return isPlace && (joint == 2 || _words[joint - 3].Tag[0] is 'x' or 'm' or 't' or 'p' or 'd') ? Named(joint - 2, joint) : default;
    }

    /// <summary>The name between what says that something came in and the notice at <paramref name="notice"/> (收到|股东|东山|投资|的|通知), where it ends in a word that ends names; empty where there is none.</summary>
    public TextSpan BeforeNotice(int notice)
    {
        if (notice < 2 || !IsNotice(notice))
        {
            return default;
        }

        var end = _words[notice - 1].Span.Of(_folded) is "的" ? notice - 1 : notice;
        if (end < 2 || _names.RoleOf(_words[end - 1].Span.Of(_folded)) is not (NameWordRole.Ending or NameWordRole.Inner))
        {
            return default;
        }

        var start = end - 1;
        while (start > 0 && end - start <= MostWords && _words[start - 1].Span.End == _words[start].Span.Start && MayStand(start - 1) && !IsTitle(start - 1) && !IsReceived(start - 1))
        {
            start--;
        }

        return start > 0 && end - start > 1 && (IsTitle(start - 1) || IsReceived(start - 1)) ? Named(start, end) : default;
    }

    private bool IsTitle(int word) => _words[word].Span.Of(_folded).EndsWith("股东");

    private bool IsNotice(int word) => _cues.Is(ContextCue.Notice, _words[word].Span.Of(_folded));

    private bool IsReceived(int word) => _cues.Is(ContextCue.Receives, _words[word].Span.Of(_folded));

    private TextSpan Named(int start, int end)
    {
        var span = new TextSpan(_words[start].Span.Start, _words[end - 1].Span.End);
        if (IsUnlisted(end - 1) && GluedBehind.Contains(_folded[span.End - 1]))
        {
            span = new TextSpan(span.Start, span.End - 1);
        }

        return span.Length is > 2 and <= Longest ? span : default;
    }

    private bool IsStakeAfter(int size)
    {
        var next = size + 1;
        next += next < _words.Length && _folded[_words[next].Span.Start] == '的' ? 1 : 0;
        return next < _words.Length && _listed.TryGet(_words[next].Span.Start, _words[next].Span.End, out var sense) && sense.Is(WordRoles.Ownership);
    }

    /// <summary>True for what stands before the name of what is bought or held: a verb of trade or holding, 的, a mark of a list.</summary>
    private bool Opens(int word) =>
        word > 0 && _words[word].Span.Of(_folded) is "了" && Opens(word - 1) || _words[word].Span.Of(_folded) is "的" or "、" or "和" or "及" or "持有" or "所持" or "子公司" or "公司"
        || _listed.TryGet(_words[word].Span.Start, _words[word].Span.End, out var sense) && sense.Is(WordRoles.Trade | WordRoles.Generic);

    private bool MayStand(int word)
    {
        var text = _words[word].Span.Of(_folded);
        return text[0] is >= '\u4e00' and <= '\u9fff' && !(text.Length == 1 && NoPart.Contains(text[0])) && _words[word].Tag is not ("m" or "mq" or "q" or "r" or "t" or "uj" or "ul")
            && (_words[word].Tag is not ("p" or "c" or "d") || text.Length == 1 && text[0] is '中' or '前') && !IsKnown(word);
    }

    /// <summary>True for a word that the lexicon gives a part in the clause, unless names are made of it too.</summary>
    private bool IsKnown(int word) =>
        _listed.TryGet(_words[word].Span.Start, _words[word].Span.End, out var sense) && sense.Entity is null && !sense.Is(WordRoles.Region) && _names.RoleOf(_words[word].Span.Of(_folded)) is null
        && (_words[word].Span.Length > 1 || sense.Is(WordRoles.Preposition | WordRoles.Listing | WordRoles.Pronoun | WordRoles.Adverb | WordRoles.Conjunction) && _folded[_words[word].Span.Start] is not ('中' or '前'));

    private bool HasUnlisted(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_words[i].Span.Length > 1 && IsUnlisted(i) && !NameReader.IsGlued(_words[i].Span.Of(_folded)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUnlisted(int word) => WordDictionary.Embedded.ListedTag(_words[word].Span.Of(_folded)) is null && !_listed.TryGet(_words[word].Span.Start, _words[word].Span.End, out _);
}
