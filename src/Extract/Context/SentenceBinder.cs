using Pipeline.Extract.Model;
using Pipeline.Extract.Rules;

namespace Pipeline.Extract.Context;

/// <summary>Binds the quantities of one sentence, in order.</summary>
internal static class SentenceBinder
{
    /// <summary>Fills <see cref="SentenceFrame.Bound"/>.</summary>
    public static void Bind(SentenceFrame sentence)
    {
        var row = sentence.Row;
        List<(QuantityFrame Frame, ClaimDraft Draft)>? unnamed = null;
        foreach (var token in row.QuantityTokens)
        {
            var clause = sentence.ClauseOf(token);
            var span = sentence.Clause(clause);
            var quantity = sentence.Quantities[row[token].Quantity];
            var frame = new QuantityFrame
            {
                Sentence = sentence,
                Token = token,
                Clause = clause,
                Quantity = quantity,
                Left = GovernorReader.Read(row, token, span.Start, sentence.EarlierTokens),
                Right = Dependent.Read(row, token, EndOfRelative(sentence, clause, token) ?? span.End),
            };
            if (row.IsBetweenCounts(frame.Left.Noun))
            {
                frame.Left.Noun = Phrase.None;
            }

            var draft = Bind(frame);
            sentence.Bound.Add(new BoundQuantity(token, clause, quantity, draft));
            if (draft.Metric is null || quantity.Dimension == Quantities.Dimension.Points)
            {
                (unnamed ??= []).Add((frame, draft));
            }
        }

        foreach (var (frame, draft) in unnamed ?? [])
        {
            UnnamedMetric.Settle(frame, draft);
        }
    }

    /// <summary>收购五成股权的甲公司: what belongs to a value of a relative clause ends at the 的 that closes it.</summary>
    private static int? EndOfRelative(SentenceFrame sentence, int clause, int token)
    {
        var topic = sentence.Topic(clause);
        var of = topic.Relative < 0 || topic.Relative > token ? -1 : sentence.Row.Before(topic.Subject.Start, token);
        return of > token ? of : null;
    }

    private static ClaimDraft Bind(QuantityFrame frame)
    {
        var quantity = frame.Quantity;
        var draft = new ClaimDraft { Low = quantity.Low, High = quantity.High };
        foreach (var rule in RuleBook.Rules)
        {
            if (rule.TryBind(frame, draft))
            {
                draft.Rule = rule.Id;
                break;
            }
        }

        SubjectResolver.Resolve(frame, draft);
        if (frame.Sentence.EarlierOf.TryGetValue(frame.Token, out var earlierToken))
        {
            var earlier = frame.Sentence.Quantities[frame.Row[earlierToken].Quantity];
            draft.From = FromTo.Convert(earlier, quantity);
            if (draft.From is { } from && from != draft.Low)
            {
                draft.Direction ??= draft.Low > from ? ChangeDirection.Up : ChangeDirection.Down;
            }
        }

        draft.Kind ??= KindDecision.OfSurroundings(frame);
        draft.Kind = frame.IsDiscount ? ClaimKind.Ratio : KindDecision.Decide(quantity, draft);
        ChangeSettlement.Settle(frame, draft);
        return draft;
    }
}
