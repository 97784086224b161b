using Pipeline.Extract.Text;

namespace Pipeline.Ingest.Decoding;

/// <summary>Tells Simplified from Traditional text by the characters that only one of them has.</summary>
public static class ScriptDetection
{
    /// <summary>Language tag of Simplified Chinese.</summary>
    public const string Simplified = "zh-Hans";

    /// <summary>Language tag of Traditional Chinese.</summary>
    public const string Traditional = "zh-Hant";

    /// <summary>Simplified characters that Traditional text also uses in their own right, so they prove nothing.</summary>
    private const string InBoth = "后里干云台只面几制余谷丑卜了万与冲出卷升合回夸姜布帘弦征御志愿才扎斗旋曲术松板极沈流游烟症系累荐致舍虫表赞采钟须准凶伙别向吁周咸喂夫尽岩岳幸恤据旗朴杯核梁欲涂淡溪灶秋秘稿筑粗线群胡范郁麻黄默";

    private static readonly bool[] OnlySimplified = BuildSimplified();

    /// <summary>The language tag of a text; <see cref="Simplified"/> where it does not show.</summary>
    public static string LanguageOf(ReadOnlySpan<char> text)
    {
        int simplified = 0, traditional = 0;
        foreach (var c in text)
        {
            if (c >= '\u3400')
            {
                traditional += TextFold.Fold(c) != c && c < '\uff00' ? 1 : 0;
                simplified += OnlySimplified[c] ? 1 : 0;
            }
        }

        return traditional > simplified ? Traditional : Simplified;
    }

    /// <summary>True when at least one character is Chinese.</summary>
    public static bool HoldsChinese(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3400', '\u9fff');

    private static bool[] BuildSimplified()
    {
        var only = new bool[char.MaxValue + 1];
        for (var unit = '\u3400'; unit < '\uff00'; unit++)
        {
            var folded = TextFold.Fold(unit);
            if (folded != unit)
            {
                only[folded] = true;
            }
        }

        foreach (var c in InBoth)
        {
            only[c] = false;
        }

        return only;
    }
}
