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
        for (var token = 0; token < row.Count; token++)
        {
            if (row[token].Role != TokenRole.Quantity)
            {
                continue;
            }

            var clause = sentence.ClauseOf(token);
            var span = sentence.Clause(clause);
            var quantity = sentence.Quantities[row[token].Quantity];
            var frame = new QuantityFrame
            {
                Sentence = sentence,
                Token = token,
                Clause = clause,
                Quantity = quantity,
                Left = GovernorReader.Read(row, token, span.Start, sentence.EarlierTokens.Contains),
                Right = Dependent.Read(row, token, span.End),
            };
            sentence.Bound.Add(new BoundQuantity(token, clause, quantity, Bind(frame)));
        }
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
        draft.Kind = KindDecision.Decide(quantity, draft);
        ChangeSettlement.Settle(frame, draft);
        return draft;
    }
}
