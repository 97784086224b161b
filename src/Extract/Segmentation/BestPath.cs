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

        for (var start = path.Length - 2; start >= 0; start--)
        {
            var best = double.NegativeInfinity;
            var choice = 0;
            var end = start;
            var unitBase = 0;
            while (true)
            {
                int code = Unsafe.Add(ref nodes, end).Code;
                var unit = Unsafe.Add(ref units, unitBase ^ code);
                if (DictionaryFormat.Label(unit) != code)
                {
                    break;
                }

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

                if (!DictionaryFormat.HasChildren(unit))
                {
                    break;
                }

                unitBase = DictionaryFormat.Base(unit);
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
