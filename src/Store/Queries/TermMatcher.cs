using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;

namespace Pipeline.Store.Queries;

/// <summary>One wanted word with all the names it goes by: the words that the index is asked for, and the check that the index alone cannot make.</summary>
internal sealed class TermMatcher
{
    private readonly List<Name> names;

    private TermMatcher(List<Name> names) => this.names = names;

    /// <param name="Tokens">The tokens that it has.</param>
    /// <param name="Squeezed">What stands in a text that holds it (<see cref="SearchTokens.Squeeze"/>).</param>
    /// <param name="IsToken">True when it is its one token: the index says all.</param>
    private sealed record Name(IReadOnlyList<string> Tokens, string Squeezed, bool IsToken);

    /// <summary>The words of the index that each name has, all of them.</summary>
    public IEnumerable<IReadOnlyList<string>> Names => names.Select(name => name.Tokens);

    /// <summary>True when a match of <see cref="Names"/> must still be looked at: pairs of characters may stand apart.</summary>
    public bool NeedsCheck => names.Exists(name => !name.IsToken);

    /// <summary>True when one of the names is a single character, which the index finds as the beginning of pairs.</summary>
    public bool IsPrefix => names.Exists(name => name.Tokens.Any(SearchTokens.IsSingle));

    /// <summary>True when <see cref="Holds"/> alone will do. A Latin word needs the index, since a text may hold it inside a longer one: AI in OpenAI.</summary>
    public bool CanCheck => !names.Exists(name => char.IsAscii(name.Squeezed[0]) || char.IsAscii(name.Squeezed[^1]));

    /// <summary>Makes the matchers of a search term: the words of it, each with its other names; a phrase as it stands.</summary>
    public static IEnumerable<TermMatcher> Of(SearchTerm term, SearchVocabulary vocabulary)
    {
        if (term.IsPhrase)
        {
            return Make([term.Text], check: true) is { } phrase ? [phrase] : [];
        }

        var text = TextFold.Fold(term.Text);
        return (vocabulary.Aliases(text).Count > 0 ? [text] : WordsOf(text, vocabulary.Segmenter))
            .Select(word => Make([word, .. vocabulary.Aliases(word)], check: false))
            .OfType<TermMatcher>();
    }

    /// <summary>The matcher of a name as a whole, with its other names; null when it holds nothing to look for.</summary>
    public static TermMatcher? OfName(string name, SearchVocabulary vocabulary)
    {
        var folded = TextFold.Fold(name.Trim());
        return Make([folded, .. vocabulary.Aliases(folded)], check: false);
    }

    /// <summary>Whether one of the names stands in one of the texts: in the text as it is, or folded and without its spaces.</summary>
    public bool Holds(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is not null && (IsIn(text) || IsIn(SearchTokens.Squeeze(text))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsIn(string text)
    {
        foreach (var name in names)
        {
            if (text.Contains(name.Squeezed, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static TermMatcher? Make(IEnumerable<string> texts, bool check)
    {
        var names = new List<Name>();
        foreach (var text in texts)
        {
            var squeezed = SearchTokens.Squeeze(text);
            var tokens = new List<string>();
            SearchTokens.Read(text, token => tokens.Add(token.ToString()), toSearch: true);
            if (tokens.Count > 0 && !names.Exists(name => name.Squeezed == squeezed))
            {
                names.Add(new Name([.. tokens.Distinct(StringComparer.Ordinal)], squeezed, tokens.Count == 1 && squeezed.Length <= tokens[0].Length && !(check && HasMark(squeezed))));
            }
        }

        return names.Count == 0 ? null : new TermMatcher(names);
    }

    private static List<string> WordsOf(string text, ISegmenter? segmenter)
    {
        if (segmenter is null)
        {
            return [text];
        }

        var words = new List<Word>();
        segmenter.Segment(text, words);
        var kept = new List<string>();
        var single = new TextSpan();
        foreach (var word in words)
        {
            // Characters that the dictionary leaves alone are a name it does not know: they stay together. Particles and punctuation are dropped.
            var isParticle = word.Tag.StartsWith('u') || word.Tag is "w" or "x" or "y" && !char.IsAsciiLetterOrDigit(text[word.Span.Start]);
            if (word.Span.Length == 1 && !isParticle)
            {
                single = single.Length > 0 ? new TextSpan(single.Start, word.Span.End) : word.Span;
                continue;
            }

            Flush(text, ref single, kept);
            if (!isParticle)
            {
                kept.Add(word.Span.Of(text).ToString());
            }
        }

        Flush(text, ref single, kept);
        return kept.Count == 0 ? [text] : kept;
    }

    private static void Flush(string text, ref TextSpan single, List<string> kept)
    {
        if (single.Length > 0)
        {
            kept.Add(single.Of(text).ToString());
        }

        single = default;
    }

    private static bool HasMark(string squeezed) => squeezed.Any(c => !char.IsLetterOrDigit(c) && !char.IsSurrogate(c));
}
