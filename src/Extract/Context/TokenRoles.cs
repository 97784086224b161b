namespace Pipeline.Extract.Context;

/// <summary>What a token does in its clause: by its lexicon sense first, then by its part of speech.</summary>
internal static class TokenRoles
{
    /// <summary>The token of a word with what it does; what the dictionary has for a name of a person or a place (楼宇, 海鲜) is a noun where the lexicon knows it for a thing.</summary>
    public static Token Classify(ReadOnlySpan<char> text, int start, int end, string tag, WordSense sense) =>
        new(start, end, RoleOf(text[start..end], tag, sense), tag is "nr" or "nrt" or "ns" or "nt" && sense.Is(WordRoles.Thing) ? "n" : tag, sense);

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

        if (word[0] == '每' && word.Length > 1 && sense.IsNone)
        {
            // 每吨, 每月: a denominator, never whom a value belongs to.
            return TokenRole.Adverb;
        }

        if (sense.Verb is { } verb)
        {
            return verb.Role == VerbRole.Basis ? TokenRole.Adverb : TokenRole.Verb;
        }

        if (word.Length == 2 && word[0] == '最' && sense.Metric is null && sense.Verb is null && !sense.Is(WordRoles.Adverb))
        {
            // 业界最大的50MB缓存: how it ranks, nobody that owns it.
            return TokenRole.Adjective;
        }

        return sense switch
        {
            { Roles: WordRoles.None } => RoleOfTag(word, tag),
            _ when sense.Is(WordRoles.Respectively) => TokenRole.Adverb,
            _ when sense.Is(WordRoles.Listing) => TokenRole.Listing,
            _ when sense.Is(WordRoles.Pronoun) && word is "相关" => TokenRole.Adjective,
            _ when sense.Is(WordRoles.Pronoun | WordRoles.Person) => word is "该" or "此" or "本" or "这" or "那" or "有关" or "上述" or "前述" or ['本' or '此' or '这' or '该' or '前', '次' or '项' or '批' or '轮'] ? TokenRole.Determiner : TokenRole.Pronoun,
            _ when sense.Is(WordRoles.Trade | WordRoles.Light | WordRoles.Action | WordRoles.Mutual) => TokenRole.Verb,
            _ when sense.Is(WordRoles.Speech) && (tag is not ("n" or "vn") || word.Length > 3 || word is "表示") => TokenRole.Verb,
            _ when sense.Is(WordRoles.Compare) && sense.Is(WordRoles.Preposition) => TokenRole.Preposition,
            _ when sense.Is(WordRoles.Adverb) => TokenRole.Adverb,
            _ when sense.Is(WordRoles.Preposition) => TokenRole.Preposition,
            _ when sense.Is(WordRoles.Conjunction) => TokenRole.Conjunction,
            _ when sense.Is(WordRoles.Generic | WordRoles.Title | WordRoles.Market | WordRoles.Ownership | WordRoles.Ability | WordRoles.Attribute | WordRoles.Region | WordRoles.Group | WordRoles.Site | WordRoles.Event | WordRoles.Good | WordRoles.Manner | WordRoles.Thing) => TokenRole.Noun,
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
        '-' or '·' or '.' or '&' or '_' or '+' or '・' or '•' or '×' => TokenRole.Noun,
        '/' => TokenRole.Listing,
        _ => null,
    };

    private static TokenRole RoleOfTag(ReadOnlySpan<char> word, string tag) => tag switch
    {
        _ when word.Length == 2 && word[0] is '这' or '那' && word[1] is '匹' or '支' or '座' or '款' or '家' or '个' or '些' or '种' or '项' or '只' or '名' or '位' or '部' or '条' or '套' => TokenRole.Determiner,
        "d" or "df" or "dg" or "ad" or "z" => TokenRole.Adverb,
        "p" => TokenRole.Preposition,
        "c" => word is "和" or "与" or "及" or "跟" ? TokenRole.Listing : TokenRole.Conjunction,
        "f" => TokenRole.Localizer,
        "n" when word is "内" or "时" => TokenRole.Localizer,
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
}
