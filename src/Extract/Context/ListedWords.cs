using System.Numerics;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>Which listed words and names start at each position of one sentence, found in one walk so that every later question is a bit test. Used by one thread.</summary>
internal sealed class ListedWords(Vocabulary vocabulary)
{
    private string _text = string.Empty;
    private TextSpan _sentence;
    private uint[] _lengths = [];
    private uint[] _names = [];
    private WordSense?[] _longest = [];

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
            (_lengths, _names, _longest) = (new uint[room], new uint[room], new WordSense?[room]);
        }

        var text = sentence.Of(folded);
        for (var i = 0; i < text.Length; i++)
        {
            _lengths[i] = vocabulary.LengthsAt(text[i..], out var longest, out _names[i]);
            if (_lengths[i] != 0)
            {
                _longest[i] = longest;
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
            var isLongest = length < Vocabulary.LongestTold && lengths >> length == 1;
            var found = (isLongest ? _longest[start - _sentence.Start] : null) ?? vocabulary.SenseOf(_text.AsSpan(start, length));
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
