using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Time;

/// <summary>Keeps the day of what was done from being that of what is planned: 2月16日披露方案，拟回购2亿元.</summary>
internal static class PlannedTime
{
    /// <summary>True where the day <paramref name="time"/> dates another clause than the one that plans the value at <paramref name="at"/>, and that clause tells something of its own.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="time">What would govern the value.</param>
    /// <param name="at">Where the value starts, in the article.</param>
    public static bool IsBefore(SentenceReading reading, TimeExpression time, int at)
    {
        var parts = reading.Parts;
        foreach (var spoken in reading.Spoken)
        {
            if (GoverningTime.IsAnnouncing(parts, spoken) && spoken.Head.Contains(time.Span) && spoken.Verb.End <= at)
            {
                // 18日宣布将投资5亿元: when it was announced.
                return true;
            }
        }

        if (IsNow(parts, time))
        {
            return parts.ClauseAt(at) > parts.ClauseAt(time.Span.Start) && reading.ModalityAt(time.Span.End) != Modality.Forecast;
        }

        if (time.From.Unit is not TimeUnit.Day || time.From.Anchor == TimeAnchor.Publication || time.Form == TimeForm.Since)
        {
            return false;
        }

        var planned = parts.Span.End;
        foreach (var scope in reading.Scopes)
        {
            planned = scope.Modality == Modality.Forecast && scope.Span.Contains(at) ? Math.Min(planned, scope.Span.Start) : planned;
        }

        if (planned == parts.Span.End || !Plans(parts.Folded.AsSpan(planned)))
        {
            return false;
        }

        var from = parts.Clauses[parts.ClauseAt(planned)].Start;
        if (planned > from && parts.Folded[planned - 1] == '就' && parts.Folded.AsSpan(planned, parts.Span.End - planned) is var notice && (notice.Contains("公告", StringComparison.Ordinal) || notice.Contains("披露", StringComparison.Ordinal)))
        {
            // 8月23日,东山集团就拟收购…发布公告: the day of the notice.
            return true;
        }

        return from > time.Span.End && parts.Folded.AsSpan(time.Span.End, from - time.Span.End).Trim(",;: ").Length > 0;
    }

    /// <summary>目前在岗500人，还将招300人: what is now dates no plan of a later clause.</summary>
    private static bool IsNow(SentenceParts parts, in TimeExpression time) =>
        time is { Form: TimeForm.At, From: { Unit: TimeUnit.Day, Anchor: TimeAnchor.Publication, Shift: 0 } } && parts.Text(time.Span) is ['目' or '如' or '现' or '当' or '眼', ..];

    private static bool Plans(ReadOnlySpan<char> text) => text.StartsWith("拟") || text.StartsWith("计划") || text.StartsWith("将") || text.StartsWith("欲") || text.StartsWith("打算");
}
