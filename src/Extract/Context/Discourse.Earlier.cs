using Pipeline.Extract.Context.Time;

namespace Pipeline.Extract.Context;

/// <content>What an earlier sentence says of when: 同月 and 当日 are counted from it, and a sentence that goes on about the same event keeps its day.</content>
public sealed partial class Discourse
{
    /// <summary>How many sentences back a time may stand that 同期 is counted from.</summary>
    private const int EarlierSentences = 2;

    /// <summary>When the times of earlier sentences are, by where the sentence starts.</summary>
    private readonly Dictionary<int, Period?[]> _earlierPeriods = [];

    /// <summary>民航方面，同期运输旅客…: the time before the sentence, where it counts from one that it does not say itself.</summary>
    private Period? PrecedingOf(SentenceParts parts)
    {
        foreach (ref readonly var time in parts.Times.AsSpan())
        {
            if (time.From.Anchor is TimeAnchor.Context or TimeAnchor.Latest || time.From.Unit == TimeUnit.Clock)
            {
                return LastBefore(parts.Span.Start, time.From.Anchor == TimeAnchor.Latest || time.From.Unit == TimeUnit.Clock);
            }

            if (time.Form != TimeForm.Undated)
            {
                return null;
            }
        }

        return null;
    }

    private Period? LastBefore(int position, bool isDay)
    {
        var sentence = SentenceAt(position) - 1;
        for (var last = Math.Max(0, sentence - EarlierSentences + 1); sentence >= last; sentence--)
        {
            var reading = ReadAt(sentence);
            var periods = EarlierPeriodsOf(reading.Parts);
            for (var i = periods.Length - 1; i >= 0; i--)
            {
                if (periods[i] is { } period && (!isDay || period.Unit == TimeUnit.Day && reading.Parts.Times[i].Form != TimeForm.Since) && Dates(reading, i))
                {
                    return period;
                }
            }
        }

        return null;
    }

    /// <summary>事故造成2人死亡, 至此…: the day of a sentence right before, where the sentence opens by going on about what happened then.</summary>
    private Period? ContinuedDay(SentenceParts parts)
    {
        var sentence = SentenceAt(parts.Span.Start) - 1;
        for (var last = Math.Max(0, sentence - EarlierSentences + 1); sentence >= last && GoesOn(parts); sentence--)
        {
            var reading = ReadAt(sentence);
            parts = reading.Parts;
            var periods = EarlierPeriodsOf(parts);
            for (var i = periods.Length - 1; i >= 0; i--)
            {
                if (periods[i] is { } period && Dates(reading, i))
                {
                    return period.Unit == TimeUnit.Day && period.First == period.Last ? period : null;
                }
            }

            if (periods.Length > 0)
            {
                return null;
            }
        }

        return null;
    }

    private static bool GoesOn(SentenceParts parts) =>
        parts.Lexicon.Cues.IsAtStart(ContextCue.SameEvent, parts.Folded.AsSpan(parts.Head, parts.Span.End - parts.Head));

    /// <summary>When the times of an earlier sentence are. One whose own values were not asked for is taken by itself, so that no chain of sentences is followed back.</summary>
    private Period?[] EarlierPeriodsOf(SentenceParts parts)
    {
        if (!_earlierPeriods.TryGetValue(parts.Span.Start, out var periods))
        {
            periods = Resolve(parts, isAhead: false, new TimeContext(_publishedOn, null, _publishedOn is null ? _statedYear : null, Holidays: _lexicon.Holidays));
            _earlierPeriods.Add(parts.Span.Start, periods);
        }

        return periods;
    }

    /// <summary>True for a time that says when something happened, not when it was told or what it is compared with.</summary>
    private static bool Dates(SentenceReading reading, int index)
    {
        ref readonly var time = ref reading.Parts.Times[index];
        if (time.Form == TimeForm.Undated || GoverningTime.IsCompared(reading.Parts, time))
        {
            return false;
        }

        foreach (var spoken in reading.Spoken)
        {
            if (spoken.Head.Contains(time.Span))
            {
                return false;
            }
        }

        return true;
    }
}
