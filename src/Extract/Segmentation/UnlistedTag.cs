using System.Buffers;

namespace Pipeline.Extract.Segmentation;

/// <summary>Part of speech of words that no single entry of the dictionary gave.</summary>
internal sealed class UnlistedTag(WordDictionary dictionary, float[] start, float[] steps, int[] firstEmission, byte[] emissionKeys, float[] emissions)
{
    /// <summary>
    /// Log probability of a character that a tag's state never showed. Tuned on the tags that posseg gives the 1,174 unlisted
    /// words of the SIGHAN pku and msr texts and the pages: 91.8 % alike with -30.
    /// </summary>
    private const float Unseen = -30;

    private static readonly SearchValues<char> NumberMarks = SearchValues.Create("0123456789.%");

    /// <summary>
    /// As jieba's posseg: for Latin and digits <c>m</c> (a number; with its percent sign) or <c>eng</c>, for marks and spaces
    /// <c>x</c>, for Han the tag whose Markov states show the word best. A listed word keeps the tag of the list.
    /// </summary>
    public string Of(ReadOnlySpan<char> word)
    {
        if (char.IsBetween(word[0], '\u4e00', '\u9fd5'))
        {
            var unit = dictionary.Find(word);
            return dictionary.Tags[DictionaryFormat.FrequencyIndex(unit) != 0 ? DictionaryFormat.Tag(unit) : word.Length > 1 ? Best(word) : dictionary.NoTag];
        }

        if (word.IndexOfAnyExcept(NumberMarks) < 0 && word.IndexOfAnyInRange('0', '9') >= 0)
        {
            return "m";
        }

        return char.IsAsciiLetterOrDigit(word[0]) ? "eng" : "x";
    }

    /// <summary>jieba weighs the tags of a whole run against each other; a word by itself gives the same tag for nine words of ten.</summary>
    private int Best(ReadOnlySpan<char> word)
    {
        Span<float> weights = stackalloc float[1 << DictionaryFormat.TagBits];
        weights.Clear();
        for (var i = 0; i < word.Length; i++)
        {
            var state = i == 0 ? DictionaryFormat.Begin : i == word.Length - 1 ? DictionaryFormat.End : DictionaryFormat.Middle;
            var code = dictionary.Codes[word[i]] & DictionaryFormat.CodeMask;
            for (var at = firstEmission[code]; at < firstEmission[code + 1]; at++)
            {
                if (emissionKeys[at] >> DictionaryFormat.TagBits == state)
                {
                    weights[emissionKeys[at] & ((1 << DictionaryFormat.TagBits) - 1)] += emissions[at] - Unseen;
                }
            }
        }

        var best = dictionary.NoTag;
        var bestWeight = float.NegativeInfinity;
        for (var tag = 0; tag < start.Length; tag++)
        {
            var weight = weights[tag] + start[tag] + Steps(tag, word.Length);
            if (weight > bestWeight)
            {
                best = tag;
                bestWeight = weight;
            }
        }

        return best;
    }

    private float Steps(int tag, int length)
    {
        var own = steps.AsSpan(tag * DictionaryFormat.TagSteps, DictionaryFormat.TagSteps);
        return length == 2
            ? own[DictionaryFormat.TagStep(DictionaryFormat.Begin, DictionaryFormat.End)]
            : own[DictionaryFormat.TagStep(DictionaryFormat.Begin, DictionaryFormat.Middle)]
                + ((length - 3) * own[DictionaryFormat.TagStep(DictionaryFormat.Middle, DictionaryFormat.Middle)])
                + own[DictionaryFormat.TagStep(DictionaryFormat.Middle, DictionaryFormat.End)];
    }
}
