using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Quantities;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context;

/// <summary>Reads a sentence's words, quantities, times and skipped numbers as one row of tokens.</summary>
/// <remarks>A listed word wins over the segmenter's cut: the longest one that starts here and ends where a word ends, else one that a longer word starts with.</remarks>
internal sealed class TokenReader(ContextLexicon lexicon)
{
    private static readonly System.Buffers.SearchValues<char> NumeralCharacters = System.Buffers.SearchValues.Create("0123456789一二两三四五六七八九十百千半");
    private static readonly System.Buffers.SearchValues<char> GluedAfter = System.Buffers.SearchValues.Create("以在将于被把");
    private static readonly System.Buffers.SearchValues<char> GluedVerbs = System.Buffers.SearchValues.Create("为达至超逾破");
    private static readonly System.Buffers.SearchValues<char> GluedAdverbs = System.Buffers.SearchValues.Create("已约仅共均达超近逾为较由从也还又再则都将指称");
    private static readonly System.Buffers.SearchValues<char> ShareWords = System.Buffers.SearchValues.Create("据领有用卜比地先线星");
    private readonly ContextLexicon _lexicon = lexicon;

    /// <summary>Fills <paramref name="tokens"/> with the tokens of <paramref name="sentence"/>.</summary>
    public void Read(AnalyzedSentence sentence, ReadOnlySpan<Word> words, ReadOnlySpan<SkippedNumber> skipped, ReadOnlySpan<Quantity> quantities, List<Token> tokens)
    {
        tokens.Clear();
        var cursor = new Cursor(sentence.Span.End, words, skipped, quantities, sentence.Times);
        var at = sentence.Span.Start;
        while (at < sentence.Span.End)
        {
            cursor.MoveTo(at);
            if (TryBasis(sentence, at, out var token) || TryListedNumberWord(sentence, in cursor, at, out token) || cursor.TryStretch(at, out token))
            {
                tokens.Add(token);
                at = token.End;
                continue;
            }

            token = IsHeadlineGap(sentence, at)
                ? new Token(at, at + 1, TokenRole.Clause, string.Empty, WordSense.None)
                : ReadWord(sentence, in cursor, at);
            tokens.Add(token);
            at = token.End;
        }

        HideBrackets(tokens);
        FindSpeech(sentence.Folded, tokens);
        Settle(sentence.Folded, tokens);
    }

    /// <summary>What only the neighbours tell: 将 before a noun is a preposition, a verb after 该 or before 集团 is part of a name.</summary>
    private static void Settle(string folded, List<Token> tokens)
    {
        for (var i = tokens.Count - 1; i > 0; i--)
        {
            // 准时|率: the suffix of a measure belongs to the word before it, whatever that is.
            if (tokens[i] is { Role: TokenRole.Noun or TokenRole.Verb or TokenRole.Preposition or TokenRole.Number } suffix && suffix.End - suffix.Start == 1
                && (folded[suffix.Start] is '率' or '额' or '量' or '费' || folded[suffix.Start] == '数' && tokens[i - 1].Role == TokenRole.Noun)
                && suffix.Sense.Metric is null && tokens[i - 1] is { Role: TokenRole.Verb or TokenRole.Adjective or TokenRole.Adverb or TokenRole.Noun } stem
                && stem.End == suffix.Start && stem.End - stem.Start >= 2 && stem.Sense.Verb is null && !stem.IsName)
            {
                tokens[i - 1] = new Token(stem.Start, suffix.End, TokenRole.Noun, "n", WordSense.None);
                tokens.RemoveAt(i);
            }
        }

        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var (token, next) = (tokens[i], tokens[i + 1]);
            if (token.End - token.Start == 2 && token.Sense.Is(WordRoles.Generic) && folded[token.Start] is '这' or '那' && next.Role is TokenRole.Noun or TokenRole.Adjective)
            {
                // 这家医院 is a hospital; 这家 alone stands for one.
                tokens[i] = token with { Role = TokenRole.Determiner };
            }
            else if (token.End - token.Start == 1 && folded[token.Start] == '将' && token.Role == TokenRole.Adverb
                && (next.Role is TokenRole.Noun or TokenRole.Pronoun or TokenRole.Determiner or TokenRole.Number or TokenRole.Adjective
                    || next.Role == TokenRole.Quantity && NumeralCharacters.Contains(folded[next.Start])))
            {
                tokens[i] = token with { Role = TokenRole.Preposition };
            }
            else if (token.Role == TokenRole.Verb && token.Sense == WordSense.None
                && (i > 0 && tokens[i - 1].Role == TokenRole.Determiner
                    || next.Role == TokenRole.Noun && folded.AsSpan(next.Start, next.End - next.Start) is "集团" or "股份" or "科技" or "公司" or "有限公司" or "银行" or "证券" or "电子"))
            {
                tokens[i] = token with { Role = TokenRole.Noun };
            }
        }
    }

    /// <summary>A word of saying that the dictionary lists as a noun is a verb between who says and what is said: 医生建议静养, but not 最新公告显示.</summary>
    private static void FindSpeech(string folded, List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Role is TokenRole.Noun or TokenRole.Adverb && tokens[i].Sense.Is(WordRoles.Speech) && tokens[i].Sense.Metric is null
                && tokens[i - 1].Role is TokenRole.Noun or TokenRole.Pronoun
                && tokens[i - 1].Sense.Metric is null or { IsCountable: true }
                && (tokens[i].Role == TokenRole.Adverb || IsBody(folded, tokens[i - 1]) && (tokens[i].End - tokens[i].Start == 1 || tokens[i + 1].Role == TokenRole.Clause) || tokens[i + 1].Role is TokenRole.Adverb or TokenRole.Time or TokenRole.Quantity or TokenRole.Preposition
                    || tokens[i + 1].Role == TokenRole.Verb && !tokens[i + 1].Sense.Is(WordRoles.Speech)))
            {
                tokens[i] = tokens[i] with { Role = TokenRole.Verb };
            }
        }
    }

    private static bool IsBody(string folded, Token token) =>
        token.Sense.Entity is not null || folded[token.End - 1] is '部' or '局' or '署' or '厅' or '委' or '处' or '院' or '府' or '会';

    /// <summary>较上年同期 names a basis, though it holds a time.</summary>
    private bool TryBasis(AnalyzedSentence sentence, int at, out Token token)
    {
        var text = sentence.Folded.AsSpan();
        if (text[at] is '较' or '比' or '与' or '和' or '跟' or '相' or '去' or '对')
        {
            for (var end = Math.Min(sentence.Span.End, at + _lexicon.LongestFrom(text[at])); end >= at + 3; end--)
            {
                if (_lexicon.TryGet(text[at..end], out var sense) && sense.Verb is { Role: VerbRole.Basis })
                {
                    token = Classify(text, at, end, "d", sense);
                    return true;
                }
            }
        }

        token = default;
        return false;
    }

    /// <summary>A listed word that starts with a numeral is no number: 两融余额, 一般公共预算收入, 三星.</summary>
    private bool TryListedNumberWord(AnalyzedSentence sentence, in Cursor cursor, int at, out Token token)
    {
        token = default;
        if (cursor.SkippedEndAt(at) is not { } skippedEnd)
        {
            return false;
        }

        var text = sentence.Folded.AsSpan();
        for (var end = Math.Min(sentence.Span.End, at + _lexicon.LongestFrom(text[at])); end >= skippedEnd && end >= at + 2; end--)
        {
            if (_lexicon.TryGet(text[at..end], out var sense) && (sense.Metric is not null || sense.Entity is not null || sense.Is(WordRoles.Attribute | WordRoles.Region)))
            {
                token = Classify(text, at, end, "n", sense);
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the rest of the word that <paramref name="end"/> cuts is listed: 沪|指跌 is 沪指 and 跌.</summary>
    private bool TailIsListed(ReadOnlySpan<Word> words, ReadOnlySpan<char> text, int index, int end)
    {
        while (index < words.Length && words[index].Span.End <= end)
        {
            index++;
        }

        return index < words.Length && words[index].Span.Start < end && _lexicon.TryGet(text[end..words[index].Span.End], out _);
    }

    private bool MetricStartsAt(ReadOnlySpan<char> text, int start, int limit)
    {
        if (start >= limit)
        {
            return false;
        }

        for (var end = Math.Min(limit, start + _lexicon.LongestFrom(text[start])); end >= start + 2; end--)
        {
            if (_lexicon.TryGet(text[start..end], out var sense) && sense.Metric is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Headlines part their clauses with a space: 另需1万亿日元 已向银行申请贷款.</summary>
    private static bool IsHeadlineGap(AnalyzedSentence sentence, int at) =>
        sentence.Folded[at] is ' ' && at > sentence.Span.Start && at + 1 < sentence.Span.End
        && IsChinese(sentence.Folded[at - 1]) && IsChinese(sentence.Folded[at + 1]);

    private static bool IsChinese(char unit) => unit is >= '\u4e00' and <= '\u9fff';

    private Token ReadWord(AnalyzedSentence sentence, in Cursor cursor, int at)
    {
        var text = sentence.Folded.AsSpan();
        var words = cursor.Words;
        var index = cursor.WordIndex;
        var limit = cursor.NextStretch(at);
        var wordEnd = Math.Max(at + 1, Math.Min(limit, words[index].Span.End));
        if (text[at..] is ['比' or '较', '上' or '前', '一', '代', ..])
        {
            // 比上一代便宜: a thing compared with, not a span of time.
            return Classify(text, at, at + 1, "p", _lexicon.TryGet(text[at..(at + 1)], out var compare) ? compare : WordSense.None);
        }

        if (text[at..] is ['上' or '前', '一', '代', ..])
        {
            return Classify(text, at, at + 1, "f", WordSense.None);
        }

        var longest = Math.Min(limit - at, _lexicon.LongestFrom(text[at]));
        if (longest > 0)
        {
            // 台积|电营, 杠杆|率为: a listed name that the cut runs through; a metric only where the rest is listed too.
            for (var end = at + longest; end >= at + 3 && end > wordEnd; end--)
            {
                if (_lexicon.TryGet(text[at..end], out var sense) && (sense.Entity is not null || sense.Metric is not null && TailIsListed(words, text, index, end)))
                {
                    return Classify(text, at, end, "n", sense);
                }
            }

            // 并|处罚|金 is 并处 and 罚金.
            for (var end = at + longest; end >= at + 2 && end > wordEnd; end--)
            {
                if (_lexicon.TryGet(text[at..end], out var sense) && sense.Is(WordRoles.Adverb) && MetricStartsAt(text, end, limit))
                {
                    return Classify(text, at, end, "d", sense);
                }
            }

            // Whole words first, longest first.
            var last = index;
            while (last + 1 < words.Length && words[last + 1].Span.End - at <= longest)
            {
                last++;
            }

            for (; last >= index; last--)
            {
                var end = Math.Min(words[last].Span.End, limit);
                if (end - at <= longest && end > at && _lexicon.TryGet(text[at..end], out var sense))
                {
                    return Classify(text, at, end, last == index ? words[index].Tag : "n", sense);
                }
            }

            // A word of two listed words: 同比增长 is 同比 and 增长. Single characters are left to the segmenter.
            for (var end = Math.Min(wordEnd - 1, at + longest); end >= at + 2; end--)
            {
                if (_lexicon.TryGet(text[at..end], out var sense) && _lexicon.TryGet(text[end..wordEnd], out _))
                {
                    return Classify(text, at, end, words[index].Tag, sense);
                }
            }

            // 股价|已, 占比|已: the model for unlisted words glues an adverb to a listed one.
            if (wordEnd - at is >= 3 and <= 6 && longest >= wordEnd - at - 1 && GluedAdverbs.Contains(text[wordEnd - 1])
                && _lexicon.TryGet(text[at..(wordEnd - 1)], out var before) && (before.Metric is not null || before.Entity is not null))
            {
                return Classify(text, at, wordEnd - 1, "n", before);
            }

            // A longer listed name or metric that the segmenter cut elsewhere.
            for (var end = at + longest; end >= at + 2 && end > wordEnd; end--)
            {
                if (_lexicon.TryGet(text[at..end], out var sense) && (sense.Entity is not null || sense.Metric is not null)
                    && (end >= at + 3 || TailIsListed(words, text, index, end)))
                {
                    return Classify(text, at, end, "n", sense);
                }
            }
        }

        // The model for unlisted words glues function words to names: 大谷翔平以, 率为.
        if (wordEnd - at >= 3 && words[index].Tag is "n" or "nr" or "x" or "nz" && GluedAfter.Contains(text[wordEnd - 1])
            || wordEnd - at == 2 && words[index].Tag is "n" or "x" or "v" && GluedVerbs.Contains(text[wordEnd - 1]) && text[at] is '率' or '额' or '量' or '价' or '数' or '值' or '比' or '费')
        {
            wordEnd--;
        }

        // 占晶|圆: no word of the dictionary, so the verb and what follows it.
        if (wordEnd - at >= 2 && text[at] == '占' && words[index].Tag is ['n', ..] or "x" or "v" && !ShareWords.Contains(text[at + 1]))
        {
            wordEnd = at + 1;
            return Classify(text, at, wordEnd, "v", _lexicon.TryGet(text[at..wordEnd], out var share) ? share : WordSense.None);
        }

        // 医管局指, 统计处称: a body and its verb of saying.
        if (wordEnd - at >= 3 && text[wordEnd - 1] is '指' or '称' or '说' && text[wordEnd - 2] is '部' or '局' or '署' or '厅' or '委' or '处' or '院' or '府' or '会')
        {
            wordEnd--;
        }

        // A listed name that starts inside the word and runs past its end: 为英|伟达 holds 英伟达.
        for (var cut = at + 1; cut < wordEnd; cut++)
        {
            for (var end = Math.Min(limit, cut + _lexicon.LongestFrom(text[cut])); end > wordEnd && end >= cut + 3; end--)
            {
                if (_lexicon.TryGet(text[cut..end], out var sense) && (sense.Entity is not null || sense.Metric is not null))
                {
                    wordEnd = cut;
                    break;
                }
            }

            // 药占|比降 holds 占比.
            if (cut == wordEnd - 1 && cut + 2 <= limit && _lexicon.TryGet(text[cut..(cut + 2)], out var pair) && pair.Metric is not null && TailIsListed(words, text, index, cut + 2))
            {
                wordEnd = cut;
            }
        }

        // The tail of an unlisted word may be listed: 净利润同比. Cut before the first listed tail of two or more characters.
        if (wordEnd - at >= 4)
        {
            for (var cut = at + 2; cut <= wordEnd - 2; cut++)
            {
                if (_lexicon.TryGet(text[cut..wordEnd], out var tail) && !(words[index].Tag == "nt" && tail.Metric is { IsCountable: true }))
                {
                    wordEnd = cut;
                    break;
                }
            }
        }

        return Classify(text, at, wordEnd, words[index].Tag, WordSense.None);
    }

    private static Token Classify(ReadOnlySpan<char> text, int start, int end, string tag, WordSense sense) =>
        new(start, end, RoleOf(text[start..end], tag, sense), tag, sense);

    private static TokenRole RoleOf(ReadOnlySpan<char> word, string tag, WordSense sense)
    {
        if (word.Length == 1 && PunctuationRole(word[0]) is { } mark)
        {
            return mark;
        }

        if (sense.Entity is not null || sense.Metric is not null && sense.Verb is null)
        {
            return TokenRole.Noun;
        }

        if (word[0] == '每' && word.Length > 1 && sense == WordSense.None)
        {
            // 每吨, 每月: a denominator, never whom a value belongs to.
            return TokenRole.Adverb;
        }

        if (sense.Verb is { } verb)
        {
            return verb.Role == VerbRole.Basis ? TokenRole.Adverb : TokenRole.Verb;
        }

        return sense switch
        {
            _ when sense.Is(WordRoles.Respectively) => TokenRole.Adverb,
            _ when sense.Is(WordRoles.Listing) => TokenRole.Listing,
            _ when sense.Is(WordRoles.Pronoun | WordRoles.Person) => word is "该" or "此" or "本" or "这" or "那" ? TokenRole.Determiner : TokenRole.Pronoun,
            _ when sense.Is(WordRoles.Trade | WordRoles.Light | WordRoles.Action) => TokenRole.Verb,
            _ when sense.Is(WordRoles.Speech) && tag is not ("n" or "vn") => TokenRole.Verb,
            _ when sense.Is(WordRoles.Adverb) => TokenRole.Adverb,
            _ when sense.Is(WordRoles.Preposition) => TokenRole.Preposition,
            _ when sense.Is(WordRoles.Conjunction) => TokenRole.Conjunction,
            _ when sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Market | WordRoles.Ownership | WordRoles.Ability | WordRoles.Attribute | WordRoles.Region) => TokenRole.Noun,
            _ => RoleOfTag(word, tag),
        };
    }

    private static TokenRole? PunctuationRole(char mark) => mark switch
    {
        ',' or ';' or ':' or '。' or '!' or '?' or '—' or '…' or '|' => TokenRole.Clause,
        '(' or '[' or '〔' or '【' => TokenRole.Open,
        ')' or ']' or '〕' or '】' => TokenRole.Close,
        '“' or '”' or '‘' or '’' or '「' or '」' or '『' or '』' or '"' or '\'' or '《' or '》' or '〈' or '〉' or ' ' or '*' => TokenRole.Skipped,
        '、' => TokenRole.Listing,
        '的' or '之' => TokenRole.Of,
        '-' or '·' or '.' or '&' or '_' or '+' or '・' or '•' => TokenRole.Noun,
        '/' => TokenRole.Listing,
        _ => null,
    };

    private static TokenRole RoleOfTag(ReadOnlySpan<char> word, string tag) => tag switch
    {
        _ when word.Length == 2 && word[0] is '这' or '那' && word[1] is '座' or '款' or '家' or '个' or '些' or '种' or '项' or '只' or '名' or '位' or '部' or '条' or '套' => TokenRole.Determiner,
        "d" or "df" or "dg" or "ad" or "z" => TokenRole.Adverb,
        "p" => TokenRole.Preposition,
        "c" => word is "和" or "与" or "及" or "跟" ? TokenRole.Listing : TokenRole.Conjunction,
        "f" => TokenRole.Localizer,
        "n" when word is "内" => TokenRole.Localizer,
        "uj" => TokenRole.Of,
        "t" or "tg" => TokenRole.Time,
        "r" or "rr" or "rz" or "rg" => word.Length == 2 && word[0] is '该' or '本' ? TokenRole.Noun : word.Length == 1 || word[0] is '这' or '那' or '该' or '各' or '每' or '此' or '本' ? TokenRole.Determiner : TokenRole.Pronoun,
        "m" or "mq" or "q" => TokenRole.Number,
        "a" or "b" or "ag" => TokenRole.Adjective,
        "k" => TokenRole.Noun,
        "v" or "vd" or "vi" or "vq" or "vg" or "vf" => TokenRole.Verb,
        "ul" or "uz" or "ug" or "ud" or "uv" or "u" or "y" => TokenRole.Particle,
        "e" or "o" or "h" or "i" => TokenRole.Other,
        "x" or "w" => char.IsLetterOrDigit(word[0]) ? TokenRole.Noun : TokenRole.Other,
        _ => TokenRole.Noun,
    };

    /// <summary>A bracket that holds no quantity says nothing about one: (600867), (以下简称…).</summary>
    private static void HideBrackets(List<Token> tokens)
    {
        var open = -1;
        var holdsQuantity = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Role)
            {
                case TokenRole.Open:
                    (open, holdsQuantity) = (i, false);
                    break;
                case TokenRole.Quantity:
                    holdsQuantity = true;
                    break;
                case TokenRole.Close when open >= 0 && !holdsQuantity:
                    for (var j = open; j <= i; j++)
                    {
                        tokens[j] = tokens[j] with { Role = TokenRole.Skipped };
                    }

                    open = -1;
                    break;
                case TokenRole.Close:
                    open = -1;
                    break;
            }
        }
    }

    /// <summary>Walks the sentence's words, quantities, times and skipped numbers together.</summary>
    private ref struct Cursor(int sentenceEnd, ReadOnlySpan<Word> words, ReadOnlySpan<SkippedNumber> skipped, ReadOnlySpan<Quantity> quantities, ReadOnlySpan<TimeExpression> times)
    {
        private readonly ReadOnlySpan<SkippedNumber> _skippedNumbers = skipped;
        private readonly ReadOnlySpan<Quantity> _quantities = quantities;
        private readonly ReadOnlySpan<TimeExpression> _times = times;
        private int _quantity;
        private int _skipped;
        private int _time;

        public readonly ReadOnlySpan<Word> Words { get; } = words;

        public int WordIndex { readonly get; private set; }

        public void MoveTo(int at)
        {
            while (WordIndex + 1 < Words.Length && Words[WordIndex].Span.End <= at)
            {
                WordIndex++;
            }

            while (_quantity < _quantities.Length && _quantities[_quantity].Extent.End <= at)
            {
                _quantity++;
            }

            while (_skipped < _skippedNumbers.Length && _skippedNumbers[_skipped].Span.End <= at)
            {
                _skipped++;
            }

            while (_time < _times.Length && _times[_time].Span.End <= at)
            {
                _time++;
            }
        }

        /// <summary>The quantity, time or skipped number that starts at or covers <paramref name="at"/>.</summary>
        public readonly bool TryStretch(int at, out Token token)
        {
            if (_quantity < _quantities.Length && _quantities[_quantity].Extent.Start <= at)
            {
                token = new Token(at, _quantities[_quantity].Extent.End, TokenRole.Quantity, string.Empty, WordSense.None, _quantity);
                return true;
            }

            if (_time < _times.Length && _times[_time].Span.Start <= at)
            {
                token = new Token(at, Limit(_times[_time].Span.End), TokenRole.Time, string.Empty, WordSense.None);
                return true;
            }

            if (_skipped < _skippedNumbers.Length && _skippedNumbers[_skipped].Span.Start <= at && _skippedNumbers[_skipped].Span.End > at)
            {
                var (role, tag) = _skippedNumbers[_skipped].Reason switch
                {
                    SkipReason.Time or SkipReason.Streak => (TokenRole.Time, string.Empty),
                    SkipReason.Name or SkipReason.ProductSpecification or SkipReason.Identifier => (TokenRole.Noun, "name"),
                    SkipReason.Idiom => (TokenRole.Other, string.Empty),
                    SkipReason.IndefiniteOne => (TokenRole.Determiner, string.Empty),
                    _ => (TokenRole.Number, string.Empty),
                };
                token = new Token(at, Limit(_skippedNumbers[_skipped].Span.End), role, tag, WordSense.None);
                return true;
            }

            token = default;
            return false;
        }

        /// <summary>Where the skipped number at <paramref name="at"/> ends, if one starts there.</summary>
        public readonly int? SkippedEndAt(int at) => _skipped < _skippedNumbers.Length && _skippedNumbers[_skipped].Span.Start == at ? _skippedNumbers[_skipped].Span.End : null;

        /// <summary>Where the next quantity, time or skipped number after <paramref name="at"/> starts.</summary>
        public readonly int NextStretch(int at)
        {
            var next = sentenceEnd;
            if (_quantity < _quantities.Length)
            {
                next = Math.Min(next, _quantities[_quantity].Extent.Start);
            }

            if (_time < _times.Length)
            {
                next = Math.Min(next, _times[_time].Span.Start);
            }

            if (_skipped < _skippedNumbers.Length)
            {
                next = Math.Min(next, _skippedNumbers[_skipped].Span.Start);
            }

            return Math.Max(next, at + 1);
        }

        /// <summary>A time or skipped number never runs into a quantity.</summary>
        private readonly int Limit(int end) =>
            _quantity < _quantities.Length ? Math.Min(end, _quantities[_quantity].Extent.Start) : end;
    }
}
