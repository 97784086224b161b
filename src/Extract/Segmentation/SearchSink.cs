namespace Pipeline.Extract.Segmentation;

/// <summary>jieba's search mode: before each long word, the words of two and then of three characters within it.</summary>
internal ref struct SearchSink<TSink>(WordDictionary dictionary, UserWords? user, ReadOnlySpan<char> text, TSink words) : IWordSink
    where TSink : struct, IWordSink, allows ref struct
{
    private readonly ReadOnlySpan<char> text = text;
    private TSink words = words;

    public void Add(int start, int end, int tag)
    {
        AddWithin(start, end, 2);
        AddWithin(start, end, 3);
        words.Add(start, end, tag);
    }

    private void AddWithin(int start, int end, int size)
    {
        if (end - start <= size)
        {
            return;
        }

        for (var at = start; at <= end - size; at++)
        {
            var part = text[at..(at + size)];
            var unit = dictionary.Find(part);
            var known = user is null ? DictionaryFormat.FrequencyIndex(unit) != 0 : user.Frequency(dictionary, part) > 0;
            if (known)
            {
                words.Add(at, at + size, DictionaryFormat.FrequencyIndex(unit) != 0 ? DictionaryFormat.Tag(unit) : IWordSink.Unlisted);
            }
        }
    }
}
