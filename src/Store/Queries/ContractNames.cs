using System.Collections.Frozen;
using System.Text.Json;

namespace Pipeline.Store.Queries;

/// <summary>Names of enum members as the contract writes them: <c>market_share</c>.</summary>
public static class ContractNames
{
    /// <summary>The contract's word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The value that a contract's word names, case aside.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        if (name is not null)
        {
            return Names<T>.ByName.TryGetValue(name.Trim().Replace('-', '_'), out value);
        }

        value = default;
        return false;
    }

    /// <summary>All words, in the order of the contract.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The value that a stored word names.</summary>
    internal static T Parse<T>(string name)
        where T : struct, Enum => Names<T>.ByName[name];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
        public static readonly FrozenDictionary<string, T> ByName = ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }
}
