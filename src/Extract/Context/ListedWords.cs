using System.Numerics;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>Which listed words start at each position of one sentence, found in one walk so that every later question is a bit test. Used by one thread.</summary>
internal sealed class ListedWords(ContextLexicon lexicon)
{
    private string _text = string.Empty;
    private int _start;
    private uint[] _lengths = [];
    private WordSense?[] _longest = [];

    /// <summary>Finds the listed words of <paramref name="sentence"/>; those of the sentence before are forgotten.</summary>
    public void Find(string folded, TextSpan sentence)
    {
        (_text, _start) = (folded, sentence.Start);
        if (_lengths.Length < sentence.Length)
        {
            var room = (int)BitOperations.RoundUpToPowerOf2((uint)sentence.Length);
            (_lengths, _longest) = (new uint[room], new WordSense?[room]);
        }

        var text = sentence.Of(folded);
        for (var i = 0; i < text.Length; i++)
        {
            _lengths[i] = lexicon.ListedLengths(text[i..], out var longest);
            if (_lengths[i] != 0)
            {
                _longest[i] = longest;
            }
        }
    }

    /// <summary>Length of the longest listed word that starts at <paramref name="at"/>, a position in the sentence; 0 where none does.</summary>
    public int LongestFrom(int at) => _lengths[at - _start] switch
    {
        0 => 0,
        >= 1U << WordFilter.LongestTold => lexicon.Longest,
        var lengths => BitOperations.Log2(lengths),
    };

    /// <summary>What is known about the word between two positions in the sentence.</summary>
    public bool TryGet(int start, int end, out WordSense sense)
    {
        var lengths = _lengths[start - _start];
        var length = end - start;
        if ((lengths & WordFilter.LengthBit(length)) != 0)
        {
            if (length < WordFilter.LongestTold && lengths >> length == 1 && _longest[start - _start] is { } longest)
            {
                sense = longest;
                return true;
            }

            return lexicon.TryGet(_text.AsSpan(start, length), out sense);
        }

        sense = WordSense.None;
        return false;
    }
}
