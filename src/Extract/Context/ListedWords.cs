using System.Numerics;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>Which listed words start at each position of one sentence, found in one walk so that every later question is a bit test. Used by one thread.</summary>
internal sealed class ListedWords(ContextLexicon lexicon)
{
    private string _text = string.Empty;
    private int _start;
    private uint[] _lengths = [];

    /// <summary>Finds the listed words of <paramref name="sentence"/>; those of the sentence before are forgotten.</summary>
    public void Find(string folded, TextSpan sentence)
    {
        (_text, _start) = (folded, sentence.Start);
        if (_lengths.Length < sentence.Length)
        {
            _lengths = new uint[(int)BitOperations.RoundUpToPowerOf2((uint)sentence.Length)];
        }

        var text = sentence.Of(folded);
        for (var i = 0; i < text.Length; i++)
        {
            _lengths[i] = lexicon.ListedLengths(text[i..]);
        }
    }

    /// <summary>Length of the longest listed word that starts at <paramref name="at"/>, a position in the sentence; 0 where none does.</summary>
    public int LongestFrom(int at) => _lengths[at - _start] switch
    {
        0 => 0,
        >= 1U << ContextLexicon.LongestTold => lexicon.LongestFrom(_text[at]),
        var lengths => BitOperations.Log2(lengths),
    };

    /// <summary>What is known about the word between two positions in the sentence.</summary>
    public bool TryGet(int start, int end, out WordSense sense)
    {
        if ((_lengths[start - _start] & ContextLexicon.LengthBit(end - start)) != 0)
        {
            return lexicon.TryGet(_text.AsSpan(start, end - start), out sense);
        }

        sense = WordSense.None;
        return false;
    }
}
