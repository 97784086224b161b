using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Extract.Segmentation;

/// <summary>The most probable cut of a block into dictionary words, as jieba computes it: from the end backwards, in the same order of additions, ties to the longer word.</summary>
internal static class BestPath
{
    private const int LengthBits = 24;

    /// <summary>Tag index of a choice that is no word of the dictionary.</summary>
    private const int NoTag = 0xFF;

    /// <summary>Length of a chosen word, UTF-16 units.</summary>
    public static int Length(int choice) => choice & ((1 << LengthBits) - 1);

    /// <summary>Tag index of a chosen word, or <see cref="IWordSink.Unlisted"/>.</summary>
    public static int Tag(int choice)
    {
        var tag = choice >>> LengthBits;
        return tag == NoTag ? IWordSink.Unlisted : tag;
    }

    /// <summary>Packs a choice. <paramref name="tag"/> may be <see cref="IWordSink.Unlisted"/>.</summary>
    public static int Choose(int length, int tag) => length | ((tag & NoTag) << LengthBits);

    /// <summary>Fills weights and choices of <paramref name="path"/> from its codes.</summary>
    /// <param name="dictionary">The words.</param>
    /// <param name="logTotal">Natural logarithm of the sum of all frequencies.</param>
    /// <param name="path">A node for each character of the block, and one more.</param>
    public static void Find(WordDictionary dictionary, double logTotal, Span<PathNode> path)
    {
        // Bounds: a walk stops at the last node, whose code no unit has; base ^ code stays in Units by construction, checked when the dictionary loads.
        ref var units = ref MemoryMarshal.GetArrayDataReference(dictionary.Units);
        ref var logs = ref MemoryMarshal.GetArrayDataReference(dictionary.Logs);
        ref var nodes = ref MemoryMarshal.GetReference(path);
        path[^1] = new PathNode { Code = DictionaryFormat.UnknownCode };

        // The dictionary is larger than the caches: what each place needs of it is asked for ahead, all places independent of each other, so that the answers overlap.
        for (var at = 0; at < path.Length - 1; at++)
        {
            ref var node = ref Unsafe.Add(ref nodes, at);
            int code = node.Code;
            int next = Unsafe.Add(ref nodes, at + 1).Code;
            var single = Unsafe.Add(ref units, code);
            single = DictionaryFormat.Label(single) == code ? single : 0;
            var pair = DictionaryFormat.HasChildren(single) ? Unsafe.Add(ref units, DictionaryFormat.Base(single) ^ next) : 0;
            node.Single = single;
            node.Pair = DictionaryFormat.Label(pair) == next ? pair : 0;
        }

        for (var start = path.Length - 2; start >= 0; start--)
        {
            var best = double.NegativeInfinity;
            var choice = 0;
            var end = start;
            var unit = Unsafe.Add(ref nodes, start).Single;
            while (unit != 0)
            {
                end++;
                var frequency = DictionaryFormat.FrequencyIndex(unit);
                if (frequency != 0)
                {
                    var weight = Unsafe.Add(ref logs, frequency) - logTotal + Unsafe.Add(ref nodes, end).Weight;
                    if (weight >= best)
                    {
                        best = weight;
                        choice = Choose(end - start, DictionaryFormat.Tag(unit));
                    }
                }

                if (end - start == 1)
                {
                    unit = Unsafe.Add(ref nodes, start).Pair;
                }
                else if (DictionaryFormat.HasChildren(unit))
                {
                    int code = Unsafe.Add(ref nodes, end).Code;
                    unit = Unsafe.Add(ref units, DictionaryFormat.Base(unit) ^ code);
                    unit = DictionaryFormat.Label(unit) == code ? unit : 0;
                }
                else
                {
                    unit = 0;
                }
            }

            if (choice == 0)
            {
                best = 0.0 - logTotal + Unsafe.Add(ref nodes, start + 1).Weight;
                choice = Choose(1, IWordSink.Unlisted);
            }

            Unsafe.Add(ref nodes, start).Weight = best;
            Unsafe.Add(ref nodes, start).Choice = choice;
        }
    }
}
