using Pipeline.Extract.Quantities;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Context;

/// <summary>Reads a sentence's words, quantities, times and skipped numbers as one row of tokens. Used by one thread.</summary>
internal sealed class TokenReader
{
    /// <summary>Longest title of a work, in characters.</summary>
    private const int LongestTitle = 60;

    /// <summary>Longest name that quotation marks are read as one word, in characters.</summary>
    private const int LongestMarkedName = 8;

    private readonly ListedWords _listed;
    private readonly WordReader _words;

    /// <summary>Makes a reader of the words that <paramref name="listed"/> finds.</summary>
    public TokenReader(ListedWords listed) => (_listed, _words) = (listed, new WordReader(listed));

    /// <summary>Fills <paramref name="tokens"/> with the tokens of <paramref name="sentence"/>.</summary>
    public void Read(AnalyzedSentence sentence, ReadOnlySpan<SkippedNumber> skipped, List<Token> tokens)
    {
        var quantities = sentence.Quantities.AsSpan();
        tokens.Clear();
        _listed.Find(sentence.Folded, sentence.Span);
        var cursor = new TokenCursor(sentence.Span.End, sentence.Words.AsSpan(), skipped, quantities, sentence.Times);
        var at = sentence.Span.Start;
        if (sentence.Head > at && (quantities.IsEmpty || quantities[0].Extent.Start >= sentence.Head))
        {
            tokens.Add(new Token(at, sentence.Head, TokenRole.Clause, string.Empty, WordSense.None));
            at = sentence.Head;
        }

        while (at < sentence.Span.End)
        {
            cursor.MoveTo(at);
            if (tokens.Count > 0 && tokens[^1].Role == TokenRole.Clause && cursor.SkippedEndAt(at) is not null && LeadIn.ItemNumberLength(sentence.Folded, at, sentence.Span.End) is var number and > 0)
            {
                tokens.Add(new Token(at, at + number, TokenRole.Skipped, string.Empty, WordSense.None));
                at += number;
                continue;
            }

            if (TryBasis(sentence, at, out var token) || TryJoinedName(sentence, in cursor, at, out token) || TryListedNumberWord(sentence, in cursor, at, out token) || TryMarkedName(sentence, in cursor, at, out token) || TryRound(sentence, at, out token) || cursor.TryStretch(at, out token))
            {
                tokens.Add(token);
                at = token.End;
                continue;
            }

            token = HeadlineGap.IsAt(sentence.Folded, at, sentence.Span) || sentence.Folded[at] == '】' && at + 1 == sentence.Span.End
                ? new Token(at, at + 1, TokenRole.Clause, string.Empty, WordSense.None)
                : _words.Read(sentence, in cursor, at);
            tokens.Add(token);
            at = token.End;
        }

        TokenNeighbours.Settle(sentence.Folded, sentence.Span, sentence.Lexicon.Cues, tokens);
    }

    /// <summary>较上年同期 names a basis, though it holds a time.</summary>
    private bool TryBasis(AnalyzedSentence sentence, int at, out Token token)
    {
        var text = sentence.Folded.AsSpan();
        if (text[at] is '较' or '比' or '与' or '和' or '跟' or '相' or '去' or '对')
        {
            for (var end = Math.Min(sentence.Span.End, at + _listed.LongestFrom(at)); end >= at + 3; end--)
            {
                // 比上年末 is no 比上年.
                if (_listed.TryGet(at, end, out var sense) && sense.Verb is { Role: VerbRole.Basis } && !(end < sentence.Span.End && text[end] is '末' or '底' or '初' or '中' or '全'))
                {
                    token = TokenRoles.Classify(text, at, end, "d", sense);
                    return true;
                }
            }
        }

        token = default;
        return false;
    }

    /// <summary>A company's name that the article shows to be one word.</summary>
    private static bool TryJoinedName(AnalyzedSentence sentence, in TokenCursor cursor, int at, out Token token)
    {
        foreach (var name in sentence.Names)
        {
            if (name.Span.Start == at && name.Span.End <= cursor.NextFigureOrTime(at))
            {
                token = new Token(at, name.Span.End, TokenRole.Noun, Names.OrganisationNames.TagOf(name.Entity), name.Entity is null ? WordSense.None : WordSense.None with { Entity = name.Entity });
                return true;
            }
        }

        token = default;
        return false;
    }

    /// <summary>A listed word that starts with a numeral is no number: 两融余额, 一般公共预算收入, 三星, 90后.</summary>
    private bool TryListedNumberWord(AnalyzedSentence sentence, in TokenCursor cursor, int at, out Token token)
    {
        token = default;
        if (cursor.SkippedEndAt(at) is not { } skippedEnd)
        {
            return false;
        }

        var text = sentence.Folded.AsSpan();
        for (var end = Math.Min(sentence.Span.End, at + _listed.LongestFrom(at)); end >= skippedEnd && end >= at + 2; end--)
        {
            if (_listed.TryGet(at, end, out var sense) && (sense.Metric is not null || sense.Entity is not null || sense.Is(WordRoles.Attribute | WordRoles.Region | WordRoles.Title | WordRoles.Adverb | WordRoles.Thing | WordRoles.Group | WordRoles.Good)))
            {
                token = TokenRoles.Classify(text, at, end, "n", sense);
                return true;
            }
        }

        return false;
    }

    /// <summary>A title in 《》, and a word or two in quotation marks that no list knows, name something: 《大濛》, 「樺加沙」.</summary>
    private bool TryMarkedName(AnalyzedSentence sentence, in TokenCursor cursor, int at, out Token token)
    {
        token = default;
        var text = sentence.Folded.AsSpan();
        var close = text[at] switch { '《' => '》', '「' => '」', '“' => '”', _ => '\0' };
        if (close == '\0')
        {
            return false;
        }

        var limit = Math.Min(close == '》' ? cursor.NextQuantity(at) : cursor.NextStretch(at), at + (close == '》' ? LongestTitle : LongestMarkedName) + 2);
        var length = text[(at + 1)..limit].IndexOf(close);
        if (length < 2)
        {
            return false;
        }

        for (var i = at + 1; i <= at + length; i++)
        {
            if (close != '》' && !char.IsLetterOrDigit(text[i]) && text[i] != ' ' || _listed.TryGet(i, at + length + 1, out _))
            {
                return false;
            }
        }

        token = new Token(at, at + length + 2, TokenRole.Noun, close == '》' ? "name" : "n", WordSense.None);
        return true;
    }

    /// <summary>A round of funding: A轮, Pre-A轮, C++轮. It narrows the metric.</summary>
    private static bool TryRound(AnalyzedSentence sentence, int at, out Token token)
    {
        token = default;
        if (!char.IsAsciiLetter(sentence.Folded[at]) || at > sentence.Span.Start && char.IsAsciiLetterOrDigit(sentence.Folded[at - 1]))
        {
            return false;
        }

        var text = sentence.Folded.AsSpan(at, sentence.Span.End - at);
        var letter = text.StartsWith("pre-", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        if (letter >= text.Length || !char.IsAsciiLetter(text[letter]))
        {
            return false;
        }

        var end = letter + 1;
        while (end < text.Length && text[end] == '+')
        {
            end++;
        }

        if (end >= text.Length || text[end] != '轮')
        {
            return false;
        }

        token = new Token(at, at + end + 1, TokenRole.Noun, "n", WordSense.None with { Roles = WordRoles.Attribute });
        return true;
    }
}
