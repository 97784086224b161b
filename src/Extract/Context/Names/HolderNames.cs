using System.Buffers;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <summary>Reads the names that funds and firms of shareholders go by, whatever the segmenter makes of them: two of a place, a brand of two characters and words of trade (杭州|海川|减持, 股东|重庆|泰海拟, 山东|国投|持股, 渝|海|投资|质押).</summary>
/// <remarks>Only where one acts or holds behind it, so that no district of the place and nothing done there is one.</remarks>
internal readonly ref struct HolderNames(string folded, ReadOnlySpan<Word> words, ListedWords listed, NameLexicon names)
{
    /// <summary>Length of most brands, in characters.</summary>
    private const int BrandLength = 2;

    /// <summary>Length of a long brand, in characters.</summary>
    private const int LongBrand = 3;

    /// <summary>Most words of trade in a name: 新疆|国际|实业.</summary>
    private const int MostTrades = 3;

    /// <summary>Longest of them, in characters.</summary>
    private const int LongestTrade = 4;

    /// <summary>What the model for unlisted words glues to the end of a brand.</summary>
    private static readonly SearchValues<char> Followers = SearchValues.Create("拟将于向以与及和便则已均共应须需未");

    /// <summary>No brand has one of them.</summary>
    private static readonly SearchValues<char> NoBrand = SearchValues.Create("拟将于向以与及便则已均应须需未的了在被由对从为等市省区县镇乡州港岛不还再又并只");

    private readonly string _folded = folded;
    private readonly ReadOnlySpan<Word> _words = words;
    private readonly ListedWords _listed = listed;
    private readonly NameLexicon _names = names;

    /// <summary>The next such name from the word <paramref name="index"/> on, which moves behind it; empty where there is none.</summary>
    public TextSpan Next(ref int index)
    {
        for (; index + 1 < _words.Length; index++)
        {
            var start = _words[index].Span.Start;
            var place = PlaceEnd(index);
            if (_listed.LongestNameFrom(start) <= Math.Max(0, place - start) && (place > 0 || MayOpen(index)) && NameEnd(index, start, Math.Max(start, place)) is var end and > 0)
            {
                index++;
                return new TextSpan(start, end);
            }
        }

        return default;
    }

    /// <summary>渝|海|投资: a character that is no word.</summary>
    private bool MayOpen(int index) => _words[index].Span.Length == 1 && _words[index].Tag[0] is 'n' or 'j' or 'g' or 'z' && _words[index].Tag is not "ng" && _folded[_words[index].Span.Start] is >= '\u4e00' and <= '\u9fff';

    /// <summary>Where the place ends that the word opens with, or is: 杭州, 拉萨|泰; 0 where it is no place.</summary>
    private int PlaceEnd(int index)
    {
        var word = _words[index].Span;
        if (word.Length < 2 || _folded[word.Start] is < '\u4e00' or > '\u9fff')
        {
            return 0;
        }

        if (_words[index].Tag == "ns" || _listed.IsName(word.Start, word.End) && _listed.TryGet(word.Start, word.End, out var sense) && sense.Entity?.Type == EntityType.Place)
        {
            return word.End;
        }

        if (_words[index].Tag[0] is not ('n' or 'x') || word.Length < 3 || !IsUnlisted(index))
        {
            return 0;
        }

        // 拉萨泰|海: the model for unlisted words takes the first character of the brand in.
        return WordDictionary.Embedded.ListedTag(_folded.AsSpan(word.Start, word.Length - 1)) == "ns" ? word.End - 1 : 0;
    }

    /// <summary>The end of the longest name that someone acts by: a brand, words of trade, or both; 0 for none.</summary>
    private int NameEnd(int index, int start, int place)
    {
        if (place > start && IsBrand(index, place, LongBrand) && IsClosed(index, place + LongBrand))
        {
            // 珠海|科|立|泰拟
            return place + LongBrand;
        }

        var hasBrand = IsBrand(index, place, BrandLength);
        var end = hasBrand ? place + BrandLength : place;
        var named = hasBrand && place > start && IsClosed(index, end) ? end : 0;
        for (var trades = 0; end > start && trades < MostTrades && TradeLength(end) is var length and > 0; trades++)
        {
            end += length;
            if (_names.RoleOf(_folded.AsSpan(end - 2, 2)) == NameWordRole.Ending && IsClosed(index, end))
            {
                named = end;
            }
        }

        return named;
    }

    private int TradeLength(int start)
    {
        for (var length = Math.Min(LongestTrade, _words[^1].Span.End - start); length >= 2; length--)
        {
            if (_names.RoleOf(_folded.AsSpan(start, length)) is NameWordRole.Ending or NameWordRole.Inner)
            {
                return length;
            }
        }

        return 0;
    }

    private bool IsBrand(int index, int start, int length)
    {
        var end = start + length;
        if (end > _words[^1].Span.End || _folded.AsSpan(start, length).ContainsAnyExceptInRange('\u4e00', '\u9fff') || _folded.AsSpan(start, length).ContainsAny(NoBrand)
            || _folded[start] == '和' && _words[index + 1].Span.Length == 1 && _words[index + 1].Span.Start == start)
        {
            return false;
        }

        var last = start > _words[index].Span.Start ? index : index - 1;
        while (last < index || _words[last].Span.End < end)
        {
            if (_words[++last].Span.End <= end ? !IsPiece(last) : !IsUnlisted(last) && !IsFollowedByFigure(last, end))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where who is named up to <paramref name="end"/> acts: 泰海|拟, 海川|减持.</summary>
    private bool IsClosed(int index, int end)
    {
        while (_words[index].Span.End < end)
        {
            index++;
        }

        return _words[index].Span.End == end ? Acts(index + 1) : IsFollowedByFigure(index, end) || _words[index].Span.End == end + 1 && Followers.Contains(_folded[end]) && IsUnlisted(index);
    }

    /// <summary>泰|海于|11月, 海|投以|2亿元: whatever word the dictionary has there.</summary>
    private bool IsFollowedByFigure(int word, int end) =>
        _words[word].Span.End == end + 1 && _folded[end] is '于' or '以' && word + 1 < _words.Length && _words[word + 1].Tag[0] is 'm' or 't';

    /// <summary>True for a word that may be a part of a brand: none that the dictionary or a list knows as something else.</summary>
    private bool IsPiece(int word)
    {
        var span = _words[word].Span;
        return _listed.TryGet(span.Start, span.End, out var sense) ? span.Length == 1 && sense.Verb is not null
            : span.Length == 1 || IsUnlisted(word) || _words[word].Tag is "nz" or "nr" or "nrt" or "nrfg" or "a";
    }

    /// <summary>True where what stands there is what a holder of shares does: 减持, 持有, 拟, 认购.</summary>
    private bool Acts(int word)
    {
        if (word >= _words.Length)
        {
            return false;
        }

        // 泰州市投资|近10亿: a value follows what they do, not who they are.
        var span = _words[word].Span;
        return _listed.TryGet(span.Start, span.End, out var sense) && !(sense.Is(WordRoles.Adverb) && word + 1 < _words.Length && _words[word + 1].Tag is "m" or "mq")
            && (sense.Is(WordRoles.Trade | WordRoles.Ownership | WordRoles.Mutual | WordRoles.Adverb) || sense.Metric is { Id: "ownership" or "shares" } || sense.Verb is null && sense.Is(WordRoles.Preposition | WordRoles.Action) && !sense.Is(WordRoles.Compare));
    }

    private bool IsUnlisted(int word) => WordDictionary.Embedded.ListedTag(_words[word].Span.Of(_folded)) is null;
}
