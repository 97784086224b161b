using System.Runtime.InteropServices;
using System.Text;
using Pipeline.Extract.Segmentation;

namespace Pipeline.DictionaryCompiler;

/// <summary>Word list and model in the layout of <see cref="DictionaryFormat"/>. The same input gives the same bytes.</summary>
internal static class CompiledDictionary
{
    /// <summary>Log probability of a tag or step that the table does not have. Finite, so that none of them has still a sum.</summary>
    private const float Impossible = -1e6f;

    /// <summary>Writes the binary.</summary>
    /// <exception cref="InvalidDataException">The input has more characters, tags or distinct frequencies than the layout has room for.</exception>
    public static void Write(WordList list, MarkovFigures model, TagFigures tagModel, Stream destination)
    {
        var codes = AssignCodes(list, model.Emissions.Keys.Concat(tagModel.Emissions.Keys));
        var frequencies = Distinct(list.Words.Select(word => word.Frequency).Order(), DictionaryFormat.FrequencyBits, "frequencies", first: 1);
        var tags = Distinct(list.Words.Select(word => word.Tag).Concat(tagModel.Start.Keys).Order(StringComparer.Ordinal), DictionaryFormat.TagBits, "tags", first: 0);
        var units = DoubleArray.Pack(Trie(list, codes), word => word is null ? (0, 0) : (frequencies[word.Frequency], tags[word.Tag]));

        var emissions = new double[(codes.Count + DictionaryFormat.FirstCode) * DictionaryFormat.States];
        Array.Fill(emissions, DictionaryFormat.Impossible);
        foreach (var (character, row) in model.Emissions)
        {
            row.CopyTo(emissions, codes[character] * DictionaryFormat.States);
        }

        var tagBytes = Encoding.UTF8.GetBytes(string.Join('\n', tags.Keys));
        using var writer = new BinaryWriter(destination, Encoding.UTF8, leaveOpen: true);
        writer.Write(DictionaryFormat.Magic);
        writer.Write(units.Length);
        writer.Write(frequencies.Count + 1);
        writer.Write(codes.Count + DictionaryFormat.FirstCode);
        writer.Write(tags.Count);
        writer.Write(tagBytes.Length);
        writer.Write(tagModel.Emissions.Values.Sum(row => row.Count));
        writer.Write(list.Total);
        WriteAll(writer, CharacterTable(codes));
        WriteAll(writer, units);
        WriteAll(writer, [0, .. frequencies.Keys]);
        WriteAll(writer, model.Start);
        WriteAll(writer, model.Transitions);
        WriteAll(writer, emissions);
        writer.Write(tagBytes);
        WriteTagModel(writer, tagModel, tags, codes);
    }

    private static void WriteTagModel(BinaryWriter writer, TagFigures model, OrderedDictionary<string, int> tags, Dictionary<char, int> codes)
    {
        WriteAll(writer, [.. tags.Keys.Select(tag => model.Start.GetValueOrDefault(tag, Impossible))]);
        WriteAll(writer, [.. tags.Keys.SelectMany(tag => Enumerable.Range(0, DictionaryFormat.TagSteps).Select(step => model.Transitions.GetValueOrDefault((tag, step), Impossible)))]);
        var characters = codes.ToDictionary(pair => pair.Value, pair => pair.Key);
        var rows = Enumerable.Range(0, codes.Count + DictionaryFormat.FirstCode)
            .Select(code => characters.TryGetValue(code, out var character) && model.Emissions.TryGetValue(character, out var row) ? row : []).ToList();
        var first = 0;
        foreach (var row in rows)
        {
            writer.Write(first);
            first += row.Count;
        }

        writer.Write(first);
        WriteAll(writer, [.. rows.SelectMany(row => row).Select(emission => (byte)(tags[emission.Tag] | (emission.State << DictionaryFormat.TagBits)))]);
        WriteAll(writer, [.. rows.SelectMany(row => row).Select(emission => emission.Value)]);
    }

    /// <summary>Codes by falling frequency of the character, so that a text's usual characters share cache lines of the trie's first row.</summary>
    private static Dictionary<char, int> AssignCodes(WordList list, IEnumerable<char> modelled)
    {
        var visits = new Dictionary<char, long>();
        foreach (var word in list.Words)
        {
            foreach (var character in word.Text)
            {
                visits[character] = visits.GetValueOrDefault(character) + word.Frequency;
            }
        }

        foreach (var character in modelled)
        {
            visits.TryAdd(character, 0);
        }

        var room = (1 << DictionaryFormat.CodeBits) - DictionaryFormat.FirstCode;
        return visits.Count <= room
            ? visits.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select((pair, i) => (pair.Key, i)).ToDictionary(pair => pair.Key, pair => pair.i + DictionaryFormat.FirstCode)
            : throw new InvalidDataException($"{visits.Count} characters, room for {room}: widen DictionaryFormat.CodeBits");
    }

    private static OrderedDictionary<T, int> Distinct<T>(IEnumerable<T> sorted, int bits, string what, int first)
        where T : notnull
    {
        var indexes = new OrderedDictionary<T, int>();
        foreach (var value in sorted)
        {
            indexes.TryAdd(value, indexes.Count + first);
        }

        return indexes.Count + first <= 1 << bits ? indexes : throw new InvalidDataException($"{indexes.Count} {what}, room for {(1 << bits) - first}");
    }

    private static TrieNode Trie(WordList list, Dictionary<char, int> codes)
    {
        var root = new TrieNode();
        foreach (var word in list.Words)
        {
            var node = root;
            foreach (var character in word.Text)
            {
                var code = codes[character];
                if (!node.Children.TryGetValue(code, out var child))
                {
                    node.Children.Add(code, child = new TrieNode());
                }

                child.Visits += word.Frequency;
                node = child;
            }

            node.Word = word;
        }

        return root;
    }

    private static ushort[] CharacterTable(Dictionary<char, int> codes)
    {
        var table = new ushort[DictionaryFormat.CodeTable];
        for (var unit = 0; unit < table.Length; unit++)
        {
            var code = codes.GetValueOrDefault((char)unit, DictionaryFormat.UnknownCode);
            table[unit] = (ushort)(code | ((int)ClassOf((char)unit) << DictionaryFormat.CodeBits));
        }

        return table;
    }

    /// <summary>Source: jieba's re_han_default and finalseg's re_han and re_skip.</summary>
    private static CharacterClass ClassOf(char unit) => unit switch
    {
        >= '\u4e00' and <= '\u9fd5' => CharacterClass.Han,
        _ when char.IsAsciiLetterOrDigit(unit) => CharacterClass.Alphanumeric,
        '+' or '#' or '&' or '.' or '_' or '%' or '-' => CharacterClass.Joiner,
        _ => CharacterClass.Outside,
    };

    private static void WriteAll<T>(BinaryWriter writer, T[] section)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(section.AsSpan()));
}
