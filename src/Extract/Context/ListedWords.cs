using System.Numerics;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>Which listed words and names start at each position of one sentence, found in one walk so that every later question is a bit test. Used by one thread.</summary>
internal sealed class ListedWords(Vocabulary vocabulary)
{
    private string _text = string.Empty;
    private TextSpan _sentence;
    private uint[] _lengths = [];
    private uint[] _names = [];
    private int[] _longest = [];
    private int[] _starts = [];
    private TrieEdge[] _edges = [];

    /// <summary>Finds the listed words of <paramref name="sentence"/>, if it is not the one that they are known of; those of another are forgotten.</summary>
    public void Find(string folded, TextSpan sentence)
    {
        if (_sentence == sentence && ReferenceEquals(_text, folded))
        {
            return;
        }

        (_text, _sentence) = (folded, sentence);
        if (_lengths.Length < sentence.Length)
        {
            var room = (int)BitOperations.RoundUpToPowerOf2((uint)sentence.Length);
            (_lengths, _names, _longest, _starts, _edges) = (new uint[room], new uint[room], new int[room], new int[room], new TrieEdge[room]);
        }

        var text = sentence.Of(folded);
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            (_lengths[i], _names[i]) = (vocabulary.LengthAlone(text[i]), 0);
            _starts[count] = i;
            count += i + 1 < text.Length && vocabulary.MayStart(text[i], text[i + 1]) ? 1 : 0;
        }

        // The table of edges is larger than the near caches: the first of each place is asked for ahead, all independent of each other, so that the answers overlap.
        for (var i = 0; i < count; i++)
        {
            _edges[i] = vocabulary.EdgeOf(text[_starts[i]], text[_starts[i] + 1]);
        }

        for (var i = 0; i < count; i++)
        {
            if (!_edges[i].IsNone)
            {
                var start = _starts[i];
                _lengths[start] |= vocabulary.LengthsFrom(_edges[i], text[start..], out _longest[start], out _names[start]);
            }
        }
    }

    /// <summary>Length of the longest listed word that starts at <paramref name="at"/>, a position in the sentence; 0 where none does.</summary>
    public int LongestFrom(int at) => LongestOf(_lengths[at - _sentence.Start]);

    /// <summary>Length of the longest name of an entity or a company that starts at <paramref name="at"/>; 0 where none does.</summary>
    public int LongestNameFrom(int at) => LongestOf(_names[at - _sentence.Start]);

    /// <summary>True for the name of an entity or a company; a name of <see cref="Vocabulary.LongestTold"/> or more units is only likely to be one.</summary>
    public bool IsName(int start, int end) => (_names[start - _sentence.Start] & Vocabulary.LengthBit(end - start)) != 0;

    /// <summary>What is known about the word between two positions in the sentence.</summary>
    public bool TryGet(int start, int end, out WordSense sense)
    {
        var lengths = _lengths[start - _sentence.Start];
        var length = end - start;
        if ((lengths & Vocabulary.LengthBit(length)) != 0)
        {
            var isLongest = length is > 1 and < Vocabulary.LongestTold && lengths >> length == 1;
            var found = isLongest ? vocabulary.SenseAt(_longest[start - _sentence.Start]) : vocabulary.SenseOf(_text.AsSpan(start, length));
            sense = found ?? WordSense.None;
            return found is not null;
        }

        sense = WordSense.None;
        return false;
    }

    private int LongestOf(uint lengths) => lengths switch
    {
        0 => 0,
        >= 1U << Vocabulary.LongestTold => vocabulary.Longest,
        _ => BitOperations.Log2(lengths),
    };
}
