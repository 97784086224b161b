namespace Pipeline.Ingest.Fetching.Addresses;

/// <summary>Patterns in which <c>*</c> stands for any run of characters.</summary>
internal static class Wildcard
{
    /// <summary>Says whether <paramref name="pattern"/> matches <paramref name="text"/> from its start, in at most pattern × text steps.</summary>
    /// <param name="pattern">Compared character by character, but for <c>*</c>.</param>
    /// <param name="text">What is judged.</param>
    /// <param name="toTheEnd">Whether the pattern must reach the end of the text.</param>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool toTheEnd)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (true)
        {
            if (p == pattern.Length && (!toTheEnd || t == text.Length))
            {
                return true;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && t < text.Length && pattern[p] == text[t])
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0 && resume < text.Length)
            {
                // Only the last star can take one more character: earlier ones have already matched as early as they can.
                (p, t) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
    }
}
