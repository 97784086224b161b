using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <content>Who states a value: the innermost verb of speech, else who speaks the quotation.</content>
public sealed partial class Discourse
{
    private TextSpan? SpeakerOf(SentenceReading reading, int at, int quotation)
    {
        Spoken? innermost = null;
        foreach (var spoken in reading.Spoken)
        {
            if (spoken.Scope.Contains(at) && (quotation < 0 ? SpeechAt(spoken.Verb.Start) < 0 : _quotations[quotation].Span.Contains(spoken.Verb))
                && (innermost is not { } known || spoken.Verb.Start > known.Verb.Start && !(spoken.Sense == SpeechSense.Act && known.Sense != SpeechSense.Act && known.Speaker is not null)))
            {
                // 判决书显示，法院判处…: what a court does is told by who speaks of it.
                innermost = spoken;
            }
        }

        if (innermost is { } found)
        {
            return IsOwnVoice(reading.Parts, found) && OuterSpeaker(reading, at, quotation, found) is { } outer ? outer : Named(reading.Parts, found);
        }

        if (quotation >= 0)
        {
            return SpeakerOfQuotation(quotation);
        }

        return SpeakerAfter(reading, at);
    }

    /// <summary>True for what those who speak say of themselves: 我们预计.</summary>
    private static bool IsOwnVoice(SentenceParts parts, Spoken spoken) => spoken.Speaker is { } speaker && parts.Text(speaker) is "我们" or "我" or "他们";

    /// <summary>东山证券表示，…，我们预计…: who is named to speak around <paramref name="inner"/>, in its sentence or for its quotation; null for none.</summary>
    private TextSpan? OuterSpeaker(SentenceReading reading, int at, int quotation, Spoken inner)
    {
        TextSpan? outer = null;
        foreach (var spoken in reading.Spoken)
        {
            if (spoken.Verb.Start < inner.Verb.Start && spoken.Scope.Contains(at) && spoken.Speaker is not null && !IsOwnVoice(reading.Parts, spoken))
            {
                outer = Named(reading.Parts, spoken);
            }
        }

        return outer ?? (quotation >= 0 ? SpeakerOfQuotation(quotation) : null);
    }

    /// <summary>失业率降至3%，他说。 A clause of nothing but speaker and verb gives all before it to that speaker.</summary>
    private TextSpan? SpeakerAfter(SentenceReading reading, int at)
    {
        if (reading.Spoken.Length == 0 || reading.Spoken[^1] is not { Sense: SpeechSense.Say } last || last.Verb.Start < at)
        {
            return null;
        }

        var rest = _folded.AsSpan(last.Verb.End, reading.Parts.Span.End - last.Verb.End);
        return rest.Length <= 2 && rest.TrimEnd("。”」!?").IsEmpty && last.Head.Start > at ? Named(reading.Parts, last) : null;
    }

    /// <summary>Who speaks the quotation at <paramref name="position"/> of the article, where the text names him only behind it.</summary>
    internal TextSpan? SpeakerBehind(int position) =>
        SpeechAt(position) is >= 0 and var quotation && SpeakerOfQuotation(quotation) is { } speaker && speaker.Start >= _quotations[quotation].Span.End ? speaker : null;

    private TextSpan? SpeakerOfQuotation(int index)
    {
        if (_speakerOfQuotation.TryGetValue(index, out var known))
        {
            return known;
        }

        _speakerOfQuotation[index] = null;
        var span = _quotations[index].Span;
        var speaker = SpeakerBefore(span.Start) ?? SpeakerRightAfter(span.End);
        _speakerOfQuotation[index] = speaker;
        return speaker;
    }

    /// <summary>The verb of speech that leads up to a quotation, in its sentence or in a line before it that ends with a colon.</summary>
    private TextSpan? SpeakerBefore(int start)
    {
        var sentence = SentenceAt(start);
        if (sentence < 0)
        {
            return null;
        }

        if (_folded.AsSpan(_sentences[sentence].Start, start - _sentences[sentence].Start).TrimStart().IsEmpty)
        {
            if (sentence == 0 || _folded[_sentences[sentence - 1].End - 1] != ':')
            {
                return null;
            }

            sentence--;
        }

        var reading = ReadAt(sentence);
        TextSpan? speaker = null;
        var isFound = false;
        foreach (var spoken in reading.Spoken)
        {
            if (spoken.Verb.End <= start && SpeechAt(spoken.Verb.Start) < 0)
            {
                (speaker, isFound) = (Named(reading.Parts, spoken), true);
            }
        }

        if (isFound)
        {
            return speaker;
        }

        // 又加了一句：“…” has no verb of speech; who acts in the line speaks.
        var before = start - 1;
        if (before < 0 || _folded[before] != ':' || reading.Parts.Words.Length == 0)
        {
            return null;
        }

        var first = reading.Parts.WordFrom(reading.Parts.Clauses[0].Start);
        var end = reading.Parts.WordFrom(reading.Parts.Clauses[0].End);
        return SubjectPhrase.Find(reading.Parts, first, end, out _) is { } subject && SpeakerName.IsAnimate(reading.Parts, subject)
            ? Resolve(reading.Parts, SpeakerName.Narrow(reading.Parts, subject))
            : null;
    }

    /// <summary>“……。”诸葛亮说。</summary>
    private TextSpan? SpeakerRightAfter(int end)
    {
        var at = end;
        while (at < _folded.Length && _folded[at] is ',' or ' ')
        {
            at++;
        }

        if (at >= _folded.Length || _folded[at] == '\n' || SentenceAt(at) is not (>= 0 and var sentence) || _sentences[sentence].Start > at)
        {
            return null;
        }

        var reading = ReadAt(sentence);
        foreach (var spoken in reading.Spoken)
        {
            if (spoken.Verb.Start >= at)
            {
                return spoken.Sense is SpeechSense.Say or SpeechSense.Remark && reading.Parts.ClauseAt(spoken.Verb.Start) == reading.Parts.ClauseAt(at) ? Named(reading.Parts, spoken) : null;
            }
        }

        return null;
    }

    private TextSpan? Named(SentenceParts parts, Spoken spoken) => Resolve(parts, spoken.Speaker);

    private TextSpan? Resolve(SentenceParts parts, TextSpan? speaker)
    {
        if (speaker is { } generic && parts.Lexicon.Cues.Is(ContextCue.TheCompany, parts.Text(generic)))
        {
            return CompanyBefore(parts, generic.Start) ?? speaker;
        }

        if (speaker is not { } span || parts.Text(span) is not ("他" or "她" or "其" or "他本人" or "她本人" or "他自己"))
        {
            return speaker;
        }

        if (PersonFinder.Last(parts, span.Start) is { } here)
        {
            return here;
        }

        var sentence = SentenceAt(parts.Span.Start);
        for (var back = 1; back <= PersonFinder.SentencesBack && sentence - back >= 0; back++)
        {
            var earlier = ReadAt(sentence - back);
            foreach (var spoken in earlier.Spoken)
            {
                if (spoken.Speaker is { } named && PersonFinder.IsNamed(earlier.Parts, named))
                {
                    return named;
                }
            }

            if (PersonFinder.First(earlier.Parts) is { } before)
            {
                return before;
            }

            // 医务卫生局局长指,….他否认…: who holds the post.
            if (back == 1 && earlier.Spoken.Length > 0 && earlier.Spoken[0].Speaker is { } holder
                && _lexicon.Sources.EndingOf(earlier.Parts.Text(holder), out _).HasFlag(SourceSense.Title))
            {
                return holder;
            }
        }

        return null;
    }

    /// <summary>公司表示: the last company that the text names before, in this sentence or the ones before it.</summary>
    private TextSpan? CompanyBefore(SentenceParts parts, int position)
    {
        var sentence = SentenceAt(parts.Span.Start);
        for (var back = 0; back <= PersonFinder.SentencesBack && sentence - back >= 0; back++)
        {
            var names = back == 0 ? parts.Names : ReadAt(sentence - back).Parts.Names;
            for (var i = names.Length - 1; i >= 0; i--)
            {
                if (names[i].Span.End <= position)
                {
                    return names[i].Span;
                }
            }
        }

        return null;
    }
}
