using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Pipeline.Extract.Segmentation;

/// <summary>jieba's word list and Markov model as compiled at build. Immutable, so any number of segmenters and threads share it.</summary>
internal sealed class WordDictionary
{
    private const string Resource = "jieba/dictionary.bin";

    private static readonly Lazy<WordDictionary> Shared = new(LoadEmbedded);

    private WordDictionary(Header header, BinarySource source)
    {
        Total = header.Total;
        LogTotal = Math.Log(Total);
        Codes = source.Take<ushort>(DictionaryFormat.CodeTable);
        Units = source.Take<ulong>(header.Units);
        Frequencies = source.Take<int>(header.Frequencies);
        Start = source.Take<double>(DictionaryFormat.States);
        Transitions = source.Take<double>(DictionaryFormat.States * DictionaryFormat.States);
        Emissions = source.Take<double>(DictionaryFormat.States * header.Codes);
        Tags = [.. Encoding.UTF8.GetString(source.Take<byte>(header.TagBytes)).Split('\n').Select(string.Intern)];
        NoTag = Array.IndexOf(Tags, "x");
        UnlistedTags = new UnlistedTag(
            this,
            source.Take<float>(header.Tags),
            source.Take<float>(header.Tags * DictionaryFormat.TagSteps),
            source.Take<int>(header.Codes + 1),
            source.Take<byte>(header.TagEmissions),
            source.Take<float>(header.TagEmissions));
        Logs = new double[Frequencies.Length];
        for (var i = 1; i < Logs.Length; i++)
        {
            Logs[i] = Math.Log(Frequencies[i]);
        }
    }

    /// <summary>The dictionary that the assembly carries, read at first use.</summary>
    public static WordDictionary Embedded => Shared.Value;

    /// <summary>Sum of all frequencies of jieba's list.</summary>
    public long Total { get; }

    /// <summary>Natural logarithm of <see cref="Total"/>.</summary>
    public double LogTotal { get; }

    /// <summary>Character code and class by UTF-16 unit.</summary>
    public ushort[] Codes { get; }

    /// <summary>The trie; see <see cref="DictionaryFormat"/>. Its length is a multiple of the number of codes, so base ^ code never leaves it.</summary>
    public ulong[] Units { get; }

    /// <summary>Distinct frequencies by index.</summary>
    public int[] Frequencies { get; }

    /// <summary>Natural logarithms of <see cref="Frequencies"/>.</summary>
    public double[] Logs { get; }

    /// <summary>Log probability of a run to start in each state.</summary>
    public double[] Start { get; }

    /// <summary>Log probability of a state to follow another, [from × 4 + to].</summary>
    public double[] Transitions { get; }

    /// <summary>Log probability of a character in each state, [code × 4 + state].</summary>
    public double[] Emissions { get; }

    /// <summary>Parts of speech by index, interned.</summary>
    public string[] Tags { get; }

    /// <summary>Index of <c>x</c>, jieba's tag for what has none.</summary>
    public int NoTag { get; }

    /// <summary>Parts of speech of other words.</summary>
    public UnlistedTag UnlistedTags { get; }

    /// <summary>The part of speech that the dictionary gives <paramref name="word"/>; null for a word that it does not list.</summary>
    public string? ListedTag(ReadOnlySpan<char> word) => Find(word) is var unit && DictionaryFormat.FrequencyIndex(unit) != 0 ? Tags[DictionaryFormat.Tag(unit)] : null;

    /// <summary>The unit of <paramref name="word"/>, or 0 when it is neither a word nor the beginning of one.</summary>
    public ulong Find(ReadOnlySpan<char> word)
    {
        ulong unit = 1UL << DictionaryFormat.ChildrenShift;
        foreach (var character in word)
        {
            var code = Codes[character] & DictionaryFormat.CodeMask;
            if (!DictionaryFormat.HasChildren(unit))
            {
                return 0;
            }

            unit = Units[DictionaryFormat.Base(unit) ^ code];
            if (DictionaryFormat.Label(unit) != code)
            {
                return 0;
            }
        }

        return unit;
    }

    private static WordDictionary LoadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in the assembly: rebuild the project.");
        return Load(stream);
    }

    private static WordDictionary Load(Stream stream)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The compiled dictionary is little-endian; this machine is not.");
        }

        var source = new BinarySource(stream);
        var header = source.Take<Header>(1)[0];
        return header.Magic == DictionaryFormat.Magic && header.Units % (1 << DictionaryFormat.CodeBits) == 0
            ? new WordDictionary(header, source)
            : throw new InvalidDataException($"{Resource} has another layout than this assembly reads: rebuild the project.");
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Header(ulong Magic, int Units, int Frequencies, int Codes, int Tags, int TagBytes, int TagEmissions, long Total);

    private sealed class BinarySource(Stream stream)
    {
        public T[] Take<T>(int count)
            where T : unmanaged
        {
            var section = GC.AllocateUninitializedArray<T>(count);
            stream.ReadExactly(MemoryMarshal.AsBytes(section.AsSpan()));
            return section;
        }
    }
}
