using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pipeline.Extract.Segmentation;

/// <summary>jieba's <c>cut</c>: text into blocks, each block into dictionary words on its best path, what stays single through the Markov model.</summary>
internal readonly ref struct WordCutter
{
    /// <summary>Longest block that the first rented buffer serves, UTF-16 units.</summary>
    private const int UsualBlock = 255;

    private readonly WordDictionary dictionary;
    private readonly UserWords? user;
    private readonly double logTotal;
    private readonly bool useMarkovModel;
    private readonly ReadOnlySpan<char> text;

    /// <summary>Prepares to cut folded <paramref name="text"/>.</summary>
    public WordCutter(WordDictionary dictionary, UserWords? user, bool useMarkovModel, ReadOnlySpan<char> text)
    {
        this.dictionary = dictionary;
        this.user = user;
        this.useMarkovModel = useMarkovModel;
        this.text = text;
        logTotal = user?.LogTotal ?? dictionary.LogTotal;
    }

    /// <summary>Writes the end of every word of the text to <paramref name="ends"/>, which has room for the text's length.</summary>
    /// <returns>The number of words.</returns>
    public int Ends(Span<int> ends)
    {
        var sink = new EndsSink(ends);
        Cut(ref sink);
        return sink.Count;
    }

    /// <summary>Hands every word of the text to <paramref name="sink"/>, in order.</summary>
    public void Cut<TSink>(ref TSink sink)
        where TSink : struct, IWordSink, allows ref struct
    {
        var path = ArrayPool<PathNode>.Shared.Rent(UsualBlock);
        var table = dictionary.Codes;
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && table[text[end]] > DictionaryFormat.CodeMask)
            {
                end++;
            }

            if (end > start)
            {
                if (end - start >= path.Length)
                {
                    ArrayPool<PathNode>.Shared.Return(path);
                    path = ArrayPool<PathNode>.Shared.Rent(end - start + 1);
                }

                CutBlock(start, end, path, ref sink);
            }
            else
            {
                end += OutsideLength(start);
                sink.Add(start, end, IWordSink.Unlisted);
            }

            start = end;
        }

        ArrayPool<PathNode>.Shared.Return(path);
    }

    /// <summary>Outside blocks a word is a code point, or CR LF.</summary>
    private int OutsideLength(int at)
    {
        if (at + 1 == text.Length)
        {
            return 1;
        }

        return (text[at] == '\r' && text[at + 1] == '\n') || char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
    }

    private void CutBlock<TSink>(int start, int end, PathNode[] path, ref TSink sink)
        where TSink : struct, IWordSink, allows ref struct
    {
        var length = end - start;
        var table = dictionary.Codes;
        for (var i = 0; i < length; i++)
        {
            path[i].Code = (ushort)(table[text[start + i]] & DictionaryFormat.CodeMask);
        }

        var block = path.AsSpan(0, length + 1);
        if (user is null)
        {
            BestPath.Find(dictionary, logTotal, block);
        }
        else
        {
            UserBestPath.Find(dictionary, user, text[start..end], block);
        }

        if (useMarkovModel)
        {
            EmitWithMarkovModel(start, length, path, ref sink);
        }
        else
        {
            EmitPath(start, length, path, ref sink);
        }
    }

    /// <summary>Words of the best path; runs of single characters go to <see cref="EmitSingles"/>.</summary>
    private void EmitWithMarkovModel<TSink>(int offset, int length, PathNode[] path, ref TSink sink)
        where TSink : struct, IWordSink, allows ref struct
    {
        var singles = 0;
        var at = 0;
        while (at < length)
        {
            var choice = path[at].Choice;
            var size = BestPath.Length(choice);
            if (size > 1)
            {
                if (singles < at)
                {
                    EmitSingles(offset, singles, at, path, ref sink);
                }

                sink.Add(offset + at, offset + at + size, BestPath.Tag(choice));
                singles = at + size;
            }

            at += size;
        }

        if (singles < length)
        {
            EmitSingles(offset, singles, length, path, ref sink);
        }
    }

    /// <summary>Words of the best path without the model: single ASCII letters and digits in a row are one word.</summary>
    private void EmitPath<TSink>(int offset, int length, PathNode[] path, ref TSink sink)
        where TSink : struct, IWordSink, allows ref struct
    {
        var at = 0;
        while (at < length)
        {
            var run = at;
            while (run < length && BestPath.Length(path[run].Choice) == 1 && ClassAt(offset + run) == CharacterClass.Alphanumeric)
            {
                run++;
            }

            if (run > at)
            {
                sink.Add(offset + at, offset + run, IWordSink.Unlisted);
                at = run;
                continue;
            }

            var size = BestPath.Length(path[at].Choice);
            sink.Add(offset + at, offset + at + size, BestPath.Tag(path[at].Choice));
            at += size;
        }
    }

    /// <summary>A run that the best path left in single characters: kept so when it is a word of the list (jieba's rule), else cut anew.</summary>
    private void EmitSingles<TSink>(int offset, int from, int to, PathNode[] path, ref TSink sink)
        where TSink : struct, IWordSink, allows ref struct
    {
        if (to - from == 1)
        {
            sink.Add(offset + from, offset + to, BestPath.Tag(path[from].Choice));
            return;
        }

        if (IsListed(text[(offset + from)..(offset + to)]))
        {
            for (var i = from; i < to; i++)
            {
                sink.Add(offset + i, offset + i + 1, BestPath.Tag(path[i].Choice));
            }

            return;
        }

        var at = from;
        while (at < to)
        {
            var end = at;
            while (end < to && ClassAt(offset + end) == CharacterClass.Han)
            {
                end++;
            }

            if (end > at)
            {
                EmitUnknownHan(offset, at, end, path, ref sink);
            }
            else
            {
                end = EndOfLatin(offset, at, to);
                sink.Add(offset + at, offset + end, IWordSink.Unlisted);
            }

            at = end;
        }
    }

    [SkipLocalsInit]
    private void EmitUnknownHan<TSink>(int offset, int from, int to, PathNode[] path, ref TSink sink)
        where TSink : struct, IWordSink, allows ref struct
    {
        const int OnStack = 256;
        var length = to - from;
        bool[]? rented = null;
        var endsWord = length <= OnStack ? stackalloc bool[OnStack] : rented = ArrayPool<bool>.Shared.Rent(length);
        MarkovModel.Cut(dictionary, path.AsSpan(from..to), endsWord);
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (!endsWord[i - from])
            {
                continue;
            }

            if (i == start || user?.IsForcedSplit(text[(offset + start)..(offset + i + 1)]) == true)
            {
                for (; start <= i; start++)
                {
                    sink.Add(offset + start, offset + start + 1, BestPath.Tag(path[start].Choice));
                }
            }
            else
            {
                sink.Add(offset + start, offset + i + 1, IWordSink.Unlisted);
                start = i + 1;
            }
        }

        if (rented is not null)
        {
            ArrayPool<bool>.Shared.Return(rented);
        }
    }

    /// <summary>End of jieba's <c>[a-zA-Z0-9]+(?:\.\d+)?%?</c> from <paramref name="at"/>, or of the run of joiners between two of them.</summary>
    private int EndOfLatin(int offset, int at, int to)
    {
        var end = at;
        while (end < to && ClassAt(offset + end) == CharacterClass.Alphanumeric)
        {
            end++;
        }

        if (end == at)
        {
            while (end < to && ClassAt(offset + end) == CharacterClass.Joiner)
            {
                end++;
            }

            return end;
        }

        if (end + 1 < to && text[offset + end] == '.' && char.IsAsciiDigit(text[offset + end + 1]))
        {
            end++;
            while (end < to && char.IsAsciiDigit(text[offset + end]))
            {
                end++;
            }
        }

        return end < to && text[offset + end] == '%' ? end + 1 : end;
    }

    private bool IsListed(ReadOnlySpan<char> word) =>
        user is null ? DictionaryFormat.FrequencyIndex(dictionary.Find(word)) != 0 : user.Frequency(dictionary, word) > 0;

    private CharacterClass ClassAt(int at) => (CharacterClass)(dictionary.Codes[text[at]] >> DictionaryFormat.CodeBits);

    private ref struct EndsSink(Span<int> ends) : IWordSink
    {
        private readonly Span<int> ends = ends;

        public int Count { get; private set; }

        public void Add(int start, int end, int tag) => ends[Count++] = end;
    }
}
