namespace Pipeline.Extract.Segmentation;

/// <summary><see cref="BestPath"/> over the shared dictionary and a user's words together.</summary>
internal static class UserBestPath
{
    /// <summary>Fills weights and choices of <paramref name="path"/> from its codes.</summary>
    /// <param name="dictionary">The shared words.</param>
    /// <param name="user">Words laid over them: their frequency and tag come before the shared ones.</param>
    /// <param name="block">The characters.</param>
    /// <param name="path">A node for each character of the block, and one more.</param>
    public static void Find(WordDictionary dictionary, UserWords user, ReadOnlySpan<char> block, Span<PathNode> path)
    {
        path[^1] = new PathNode { Code = DictionaryFormat.UnknownCode };
        for (var start = block.Length - 1; start >= 0; start--)
        {
            var best = double.NegativeInfinity;
            var choice = 0;
            var end = start;
            var node = user.StartOf(block[start..]);
            var unit = 1UL << DictionaryFormat.ChildrenShift;
            while (end < block.Length)
            {
                unit = DictionaryFormat.HasChildren(unit) ? dictionary.Units[DictionaryFormat.Base(unit) ^ path[end].Code] : 0;
                unit = DictionaryFormat.Label(unit) == path[end].Code ? unit : 0;
                node = node >= 0 ? user.Next(node, block[end]) : -1;
                if (unit == 0 && node < 0)
                {
                    break;
                }

                end++;
                var log = LogFrequency(dictionary, user, unit, node, out var tag);
                if (log >= 0)
                {
                    var weight = log - user.LogTotal + path[end].Weight;
                    if (weight >= best)
                    {
                        best = weight;
                        choice = BestPath.Choose(end - start, tag);
                    }
                }
            }

            if (choice == 0)
            {
                best = 0.0 - user.LogTotal + path[start + 1].Weight;
                choice = BestPath.Choose(1, IWordSink.Unlisted);
            }

            path[start].Weight = best;
            path[start].Choice = choice;
        }
    }

    /// <summary>Natural logarithm of the frequency, or -1 where no word ends.</summary>
    private static double LogFrequency(WordDictionary dictionary, UserWords user, ulong unit, int node, out int tag)
    {
        var index = DictionaryFormat.FrequencyIndex(unit);
        tag = index != 0 ? DictionaryFormat.Tag(unit) : IWordSink.Unlisted;
        if (node >= 0 && user.TryGetWord(node, out var frequency, out var userTag))
        {
            tag = userTag != IWordSink.Unlisted ? userTag : index != 0 ? tag : user.Untagged;
            return frequency == 0 ? -1 : Math.Log(frequency);
        }

        return index != 0 ? dictionary.Logs[index] : -1;
    }
}
