using Pipeline.Extract.Segmentation;

namespace Pipeline.Host.Commands;

/// <summary>Prints segmented text line by line, in constant memory whatever the length of text or line.</summary>
internal sealed class SegmentedLines(JiebaSegmenter segmenter, TextWriter output, bool tags, bool search) : ILinePrinter
{
    /// <summary>UTF-16 units read at a time.</summary>
    private const int Chunk = 1 << 16;

    /// <summary>A run of so many units without any space or punctuation is no text: it is cut where it stands, so that memory stays bounded.</summary>
    private const int LongestRun = 1 << 20;

    private readonly List<Word> words = [];
    private char[] text = new char[Chunk];
    private char[] folded = new char[Chunk];
    private int[] ends = new int[Chunk];
    private bool lineHasWords;

    /// <summary>Number of the line being printed, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Prints all of <paramref name="reader"/>. Line ends stay as they are; the last line gets one if it has none.</summary>
    public void Print(TextReader reader, CancellationToken stopping)
    {
        Line = 1;
        lineHasWords = false;
        var length = 0;
        var last = '\n';
        int read;
        while ((read = reader.Read(text.AsSpan(length))) > 0)
        {
            stopping.ThrowIfCancellationRequested();
            WordFold.Fold(text.AsSpan(length, read), folded.AsSpan(length));
            length += read;
            last = text[length - 1];
            var complete = segmenter.CompleteLength(folded.AsSpan(0, length));
            if (complete == 0 && length == text.Length)
            {
                complete = MakeRoom(length);
            }

            PrintWords(complete);
            Array.Copy(text, complete, text, 0, length - complete);
            Array.Copy(folded, complete, folded, 0, length - complete);
            length -= complete;
        }

        PrintWords(length);
        if (last != '\n')
        {
            output.Write('\n');
        }
    }

    /// <summary>Widens the buffers, or says how much to cut off when they are as wide as they may be.</summary>
    private int MakeRoom(int length)
    {
        if (length >= LongestRun)
        {
            return length - 1;
        }

        Array.Resize(ref text, text.Length * 2);
        Array.Resize(ref folded, text.Length);
        Array.Resize(ref ends, text.Length);
        return 0;
    }

    private void PrintWords(int length)
    {
        if (tags || search)
        {
            words.Clear();
            if (search)
            {
                segmenter.SegmentForSearch(folded.AsSpan(0, length), words);
            }
            else
            {
                segmenter.Segment(folded.AsSpan(0, length), words);
            }

            foreach (var word in words)
            {
                PrintWord(word.Span.Start, word.Span.End, word.Tag);
            }

            return;
        }

        var start = 0;
        foreach (var end in ends.AsSpan(0, segmenter.Cut(folded.AsSpan(0, length), ends)))
        {
            PrintWord(start, end, string.Empty);
            start = end;
        }
    }

    private void PrintWord(int start, int end, string tag)
    {
        var word = text.AsSpan(start, end - start);
        if (char.IsWhiteSpace(word[0]))
        {
            if (word[^1] == '\n')
            {
                output.Write(word);
                lineHasWords = false;
                Line++;
            }

            return;
        }

        if (lineHasWords)
        {
            output.Write(' ');
        }

        output.Write(word);
        if (tags)
        {
            output.Write('/');
            output.Write(tag);
        }

        lineHasWords = true;
    }
}
