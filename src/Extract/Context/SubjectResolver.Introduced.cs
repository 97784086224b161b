namespace Pipeline.Extract.Context;

/// <content>What a clause before the value brings in: a product, the place of an extreme.</content>
internal static partial class SubjectResolver
{
    /// <summary>英伟达推出H300芯片，显存容量288GB: the thing that a clause before the value brings out, where the value is one of a thing; null elsewhere.</summary>
    private static ResolvedName? Product(Rules.QuantityFrame frame, ClaimDraft draft, int clause)
    {
        if (clause == frame.Clause || draft.MetricSense?.Id is not ("bandwidth" or "compute" or "memory" or "battery" or "speed" or "price" or "length" or "power" or "weight" or "size" or "latency" or "parameters" or "process_node" or "fuel_consumption" or "voltage" or "acceleration" or "duration"))
        {
            return null;
        }

        var row = frame.Row;
        var (start, end) = (Math.Max(frame.Sentence.Clause(clause).Start, frame.Sentence.Topic(clause).Subject.End), frame.Sentence.Clause(clause).End);
        var verb = row.After(start - 1, end);
        while (verb >= 0 && row[verb].Role != TokenRole.Verb)
        {
            verb = row.After(verb, end);
        }

        if (verb < 0 || row.Word(verb) is not ("推出" or "展示" or "展出" or "带来" or "首发" or "开售" or "发售" or "上架" or "量产" or "研发" or "研制" or "开发" or "打造" or "设计" or "制造" or "生产"))
        {
            return null;
        }

        var first = row.After(verb, end);
        while (first >= 0 && row[first].Role is TokenRole.Particle or TokenRole.Number or TokenRole.Quantity)
        {
            // 推出了一款新车
            first = row.After(first, end);
        }

        var thing = first < 0 ? Phrase.None : row.PhraseStartingAt(first, end);
        return !thing.IsEmpty && row.After(thing.End - 1, end) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause) && row[thing.End - 1].Sense.Metric is not { IsCountable: false } ? SubjectName.Of(frame.Sentence, thing) : null;
    }

    /// <summary>最大雨量出现在万宁市，达387.6毫米: the place where the clause before says the extreme was met; null elsewhere.</summary>
    private static ResolvedName? PlaceOfExtreme(Rules.QuantityFrame frame, ClaimDraft draft, int clause)
    {
        if (clause != frame.Clause - 1 || draft.MetricSource != SlotSource.Sentence || !frame.Left.Noun.IsEmpty)
        {
            return null;
        }

        var (row, tokens) = (frame.Row, frame.Sentence.Clause(clause));
        for (var at = row.After(tokens.Start - 1, tokens.End); at >= 0; at = row.After(at, tokens.End))
        {
            if (row.Word(at) is "出现" or "出现在" or "发生" or "发生在" or "录得" or "落在")
            {
                var first = row.After(at, tokens.End);
                first = first >= 0 && row.Word(first) is "在" or "于" ? row.After(first, tokens.End) : first;
                var place = first < 0 ? Phrase.None : row.PhraseStartingAt(first, tokens.End);
                return !place.IsEmpty && row.Before(at, tokens.Start) is var measured && measured >= 0 && row[measured].Sense.Metric is not null && (row.After(place.End - 1, tokens.End) is var rest && (rest < 0 || row[rest].Role == TokenRole.Clause))
                    ? SubjectName.Of(frame.Sentence, place)
                    : null;
            }
        }

        return null;
    }
}
