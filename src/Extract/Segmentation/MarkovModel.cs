using System.Buffers;
using static Pipeline.Extract.Segmentation.DictionaryFormat;

namespace Pipeline.Extract.Segmentation;

/// <summary>Cuts runs of characters that the word list leaves single: jieba's finalseg, a hidden Markov model over B E M S with Viterbi's algorithm.</summary>
internal static class MarkovModel
{
    /// <summary>Longest run whose back pointers stand on the stack, UTF-16 units.</summary>
    private const int OnStack = 1024;

    /// <summary>Finds the word ends of a run of Han characters.</summary>
    /// <param name="dictionary">Has the model.</param>
    /// <param name="run">The run.</param>
    /// <param name="endsWord">Receives, for each character, whether a word ends after it.</param>
    public static void Cut(WordDictionary dictionary, ReadOnlySpan<PathNode> run, Span<bool> endsWord)
    {
        byte[]? rented = null;
        var back = run.Length <= OnStack ? stackalloc byte[OnStack] : rented = ArrayPool<byte>.Shared.Rent(run.Length);
        var transitions = dictionary.Transitions.AsSpan();
        var emissions = dictionary.Emissions.AsSpan(run[0].Code * States, States);
        var begin = dictionary.Start[Begin] + emissions[Begin];
        var end = dictionary.Start[End] + emissions[End];
        var middle = dictionary.Start[Middle] + emissions[Middle];
        var single = dictionary.Start[Alone] + emissions[Alone];
        for (var i = 1; i < run.Length; i++)
        {
            emissions = dictionary.Emissions.AsSpan(run[i].Code * States, States);

            // Sums in jieba's order, (path + transition) + emission; a tie goes to the state with the later letter.
            var (toBegin, beginFrom) = Better(
                end + transitions[(End * 4) + Begin] + emissions[Begin], End, single + transitions[(Alone * 4) + Begin] + emissions[Begin], Alone);
            var (toEnd, endFrom) = Better(
                begin + transitions[(Begin * 4) + End] + emissions[End], Begin, middle + transitions[(Middle * 4) + End] + emissions[End], Middle);
            var (toMiddle, middleFrom) = Better(
                begin + transitions[(Begin * 4) + Middle] + emissions[Middle], Begin, middle + transitions[(Middle * 4) + Middle] + emissions[Middle], Middle);
            var (toSingle, singleFrom) = Better(
                end + transitions[(End * 4) + Alone] + emissions[Alone], End, single + transitions[(Alone * 4) + Alone] + emissions[Alone], Alone);
            (begin, end, middle, single) = (toBegin, toEnd, toMiddle, toSingle);
            back[i] = (byte)(beginFrom | (endFrom << 2) | (middleFrom << 4) | (singleFrom << 6));
        }

        var state = single >= end ? Alone : End;
        for (var i = run.Length - 1; i >= 0; i--)
        {
            endsWord[i] = state is End or Alone;
            state = (back[i] >> (state * 2)) & 3;
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The better of two paths; the second, whose state has the later letter, wins a tie.</summary>
    private static (double Weight, int From) Better(double first, int firstState, double second, int secondState) =>
        second >= first ? (second, secondState) : (first, firstState);
}
