using System.Buffers;

namespace Pipeline.Extract.Context;

/// <summary>Tells names and determined things, which a clause can turn to at any time, from bare common nouns, which belong to whom the text is already about (同店销售, 门票, 行动用户).</summary>
internal static class OwnerStrength
{
    // People by what they do: 肇事者, 投保人, 飞行员, 工程师.
    private static readonly SearchValues<char> PersonEndings = SearchValues.Create("者人员师家手生民农户主妻父母兄弟妹夫徒犯客工官警方兵组队团局部署厅委院府商厂社校馆园");

    /// <summary>True when <paramref name="phrase"/> names, points at or counts someone or something of its own.</summary>
    /// <param name="row">The sentence.</param>
    /// <param name="phrase">A noun phrase.</param>
    /// <param name="isBesideTopic">True when the same clause has another topic before it: titles (股东) then belong to that.</param>
    public static bool StandsAlone(TokenRow row, Phrase phrase, bool isBesideTopic)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            var token = row[i];
            if (token.Role is TokenRole.Pronoun or TokenRole.Determiner || token.Role == TokenRole.Number && row.Folded[token.End - 1] is '代' or '款' || token.IsName && !row.IsScope(i)
                || token.Sense.Is(WordRoles.Group | WordRoles.Site | WordRoles.Event | WordRoles.Good | WordRoles.Generic | WordRoles.Market) || row.IsIndustry(i) && !isBesideTopic
                || token.Sense.Is(WordRoles.Title) && !isBesideTopic || i < phrase.End - 1 && row.Is(i, ContextCue.Involved))
            {
                return true;
            }
        }

        var last = phrase.End - 1;
        return row.IsDivision(last, phrase.Start) || row.Word(last) is "指数" or ['新', _] || row[last] is { Role: TokenRole.Noun, Sense.Metric: null } head && head.End - head.Start > 1 && PersonEndings.Contains(row.Folded[head.End - 1]);
    }

    /// <summary>True for a name or a thing that is pointed at, to which bare nouns of later sentences belong (门票 to 故宫, but 电费 not to 消费者, nor 油价 to 日元).</summary>
    public static bool IsNamed(TokenRow row, Phrase phrase)
    {
        for (var i = phrase.Start; i < phrase.End; i++)
        {
            var token = row[i];
            if (token.Role is TokenRole.Pronoun or TokenRole.Determiner || token.IsName && !row.IsScope(i) || token.Sense.Is(WordRoles.Generic))
            {
                return true;
            }
        }

        return row.IsDivision(phrase.End - 1, phrase.Start);
    }

    /// <summary>What of the topic of a clause the next clauses and sentences are about: all of it, or the name before what no figure belongs to (东山集团 of 东山集团经营情况); empty for 房地产市场基本情况.</summary>
    public static Phrase GoesOn(TokenRow row, Phrase topic)
    {
        if (topic.End - topic.Start == 1 && row[topic.Start] is { IsName: false, Role: TokenRole.Noun, Sense.IsNone: true } bare && bare.End - bare.Start == 1)
        {
            // 产、销快报, 先扬后抑: half a word is nobody.
            return Phrase.None;
        }

        if (!topic.IsEmpty && row.Word(topic.End - 1) is [.., '准', '则'])
        {
            // 按非美国通用会计准则，盈利升32%: by what it is reckoned.
            return Phrase.None;
        }

        if (topic.IsEmpty || !row.EndsIn(topic.End - 1, ContextCue.NoOwner))
        {
            return topic;
        }

        var owner = row.Part(topic, hasOwner: true).Owner;
        return !owner.IsEmpty && owner.End < topic.End && (row[owner.End - 1].IsName && !row.IsScope(owner.End - 1) || row[owner.End - 1].Role == TokenRole.Pronoun || row[owner.End - 1].Sense.Is(WordRoles.Generic)) ? owner : Phrase.None;
    }
}
