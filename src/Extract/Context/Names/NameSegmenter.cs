using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Context.Names;

/// <summary>The cut that extraction reads: jieba's, with the names that the lexicons list laid over its words.</summary>
/// <remarks>Without them the model for unlisted words runs through names: 群|光拟 where 群光 plans something, 东|方通 and 中|材|节能.</remarks>
internal static class NameSegmenter
{
    /// <summary>As frequent as the rarest words of jieba's list, so that a name wins over characters and never over the words that it is made of by chance.</summary>
    private const int Frequency = 3;

    /// <summary>Makes the segmenter. A name that is a word of jieba's list stays as frequent as it is there; one in Latin letters alone needs no help.</summary>
    public static JiebaSegmenter Over(ContextLexicon lexicon, NameLexicon names)
    {
        var words = new UserWordList();
        foreach (var name in names.Companies)
        {
            Add(words, name, "nt");
        }

        foreach (var name in lexicon.Words)
        {
            if (lexicon.TryGet(name, out var sense) && sense.Entity is { } entity)
            {
                Add(words, name, entity.Type switch { EntityType.Person => "nr", EntityType.Place => "ns", EntityType.Product => "nz", _ => "nt" });
            }
        }

        return new JiebaSegmenter(userWords: words);
    }

    private static void Add(UserWordList words, string name, string tag)
    {
        if (name.Length > 1 && !name.All(char.IsAscii) && WordDictionary.Embedded.ListedTag(name) is null && words.IsPossible(name))
        {
            words.Add(name, Frequency, tag);
        }
    }
}
