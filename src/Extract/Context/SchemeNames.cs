namespace Pipeline.Extract.Context;

/// <summary>Joins 实习|计划, 资助|计划 into one noun: a scheme by its sort, and nobody who plans.</summary>
internal static class SchemeNames
{
    /// <summary>What ends their names.</summary>
    public const string Plan = "计划";

    /// <summary>Puts one noun in place of every such pair in <paramref name="tokens"/>.</summary>
    public static void Join(string folded, CueLexicon cues, List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            var (sort, plan) = (tokens[i - 1], tokens[i]);
            if (sort.End == plan.Start && folded.AsSpan(plan.Start, plan.End - plan.Start).SequenceEqual(Plan) && sort.Role is TokenRole.Noun or TokenRole.Verb or TokenRole.Adjective or TokenRole.Adverb
                && cues.IsAtEnd(ContextCue.Scheme, folded.AsSpan(sort.Start, sort.End - sort.Start)))
            {
                tokens[i - 1] = new Token(sort.Start, plan.End, TokenRole.Noun, "n", WordSense.None);
                tokens.RemoveAt(i);
            }
        }
    }
}
