namespace Pipeline.Extract.Context;

/// <content>Which common nouns name something that can have measures of its own (being_end, built_end, goods_end of context_cues.tsv).</content>
internal sealed partial class TokenRow
{
    /// <summary>True for people and animals by a common noun: 患者, 候鸟.</summary>
    public bool IsBeing(int index) => IsThing(index, WordRoles.Group, ContextCue.BeingEnd);

    /// <summary>True for what is built, runs or lies somewhere: 仓库, 货船, 草原.</summary>
    public bool IsBuilt(int index) => IsThing(index, WordRoles.Site, ContextCue.BuiltEnd);

    /// <summary>True for what is grown, made or sold: 辣椒, 铝材, 手机.</summary>
    public bool IsGoods(int index) => IsThing(index, WordRoles.Good, ContextCue.GoodsEnd);

    /// <summary>True for any of the three.</summary>
    public bool IsThing(int index) => IsBeing(index) || IsBuilt(index) || IsGoods(index);

    /// <summary>The last thing that the words before the head of <paramref name="phrase"/> name, with nothing but what qualifies the head behind it: 辣椒 in 辣椒|日均|上市量; -1 for none.</summary>
    public int LastThing(Phrase phrase)
    {
        for (var i = phrase.End - 2; i >= phrase.Start; i--)
        {
            if (tokens[i].Role is not (TokenRole.Noun or TokenRole.Adjective or TokenRole.Verb or TokenRole.Adverb) || tokens[i].IsName || tokens[i].Sense.Is(WordRoles.Generic | WordRoles.Market | WordRoles.Title) || Is(i, ContextCue.Division) || IsIndustry(i))
            {
                return -1;
            }

            if (IsThing(i))
            {
                return HasHolder(new Phrase(phrase.Start, i)) ? -1 : i;
            }
        }

        return -1;
    }

    /// <summary>全球|伺服器, 大学|新生: whose the thing behind it is.</summary>
    private bool HasHolder(Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            if (tokens[i].Role is TokenRole.Pronoun or TokenRole.Determiner or TokenRole.Of || tokens[i].Tag is "ns" or "nt" || tokens[i].Sense.Entity is not null || tokens[i].Sense.Is(WordRoles.Region | WordRoles.Generic | WordRoles.Site | WordRoles.Group | WordRoles.Market))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>公司|水泥 of 公司水泥销量: a company before what it makes or sells, by common nouns.</summary>
    private bool HasBusiness(Phrase phrase)
    {
        var isCompany = Word(phrase.Start) is "公司" or "本公司" or "本集团";
        if (!isCompany && !(tokens[phrase.Start].Sense.Entity is { Type: EntityType.Company } && phrase.End - phrase.Start > 1 && IsGoods(phrase.Start + 1)))
        {
            return false;
        }

        for (var i = phrase.Start + 1; i < phrase.End; i++)
        {
            if (tokens[i].Role is not (TokenRole.Noun or TokenRole.Adjective or TokenRole.Verb) || tokens[i].IsName && tokens[i].Tag != "eng" || tokens[i].Sense.Is(WordRoles.Title | WordRoles.Generic) || Is(i, ContextCue.Division))
            {
                return false;
            }
        }

        return phrase.End - phrase.Start > 1;
    }

    private bool IsThing(int index, WordRoles listed, ContextCue end) =>
        tokens[index] is { Role: TokenRole.Noun, Sense: { Metric: null, Entity: null } sense } token && !sense.Is(WordRoles.Attribute | WordRoles.Generic | WordRoles.Market | WordRoles.Region) && token.Tag is not ("nr" or "ns" or "nt" or "v" or "vn")
        && (sense.Is(listed) || cues.IsAtEnd(end, Word(index)) && !cues.Is(ContextCue.NoThing, Word(index)));

    /// <summary>True for a noun that is no measure and ends in a word with <paramref name="cue"/>: 消息面.</summary>
    public bool EndsIn(int index, ContextCue cue) => tokens[index] is { Role: TokenRole.Noun, Sense.Metric: null } && cues.IsAtEnd(cue, Word(index));
}
