using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <content>Embassies and the like by their full names.</content>
internal sealed partial class OrganisationNames
{
    /// <summary>日本|驻|缅甸|大使馆, 英国|驻港|总领事馆: whose, where, and what it is.</summary>
    private void AddMissions(ReadOnlySpan<Word> words)
    {
        for (var at = 1; at + 1 < words.Length; at++)
        {
            var post = words[at].Span.Of(_folded);
            if (post[0] != '驻' || !IsRegion(words[at - 1]) && words[at - 1].Tag is not ['n', 't', ..])
            {
                continue;
            }

            var seat = at + 1;
            while (seat < words.Length && words[seat].Span.End - words[at - 1].Span.Start <= LongestMission && !_cues.IsAtEnd(ContextCue.Mission, words[seat].Span.Of(_folded)) && words[seat].Tag is not ("x" or "uj"))
            {
                seat++;
            }

            if (seat < words.Length && _cues.IsAtEnd(ContextCue.Mission, words[seat].Span.Of(_folded)) && words[seat].Span.End - words[at - 1].Span.Start is > 4 and <= LongestMission)
            {
                TryAdd(words[at - 1].Span.Start, words[seat].Span.End);
            }
        }
    }
}
