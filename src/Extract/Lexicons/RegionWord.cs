namespace Pipeline.Extract.Lexicons;

/// <summary>What a word tells of whose 元 a Traditional text writes (data/lexicons/currency_regions.tsv).</summary>
/// <param name="Currency">ISO 4217 code; null for a word that only holds another one by chance (平台 before 新).</param>
/// <param name="Weight">How much it counts: 3 for a word of that place alone, 1 for its usual word.</param>
internal readonly record struct RegionWord(string? Currency, int Weight)
{
    /// <summary>What a word of one place alone counts.</summary>
    public const int SureWeight = 3;

    /// <summary>Reads a row: the word, and what it tells. A single character stands as written, since 裏 and 裡 differ in nothing else.</summary>
    /// <exception cref="LexiconException">Its strength or currency is unknown.</exception>
    public static KeyValuePair<string, RegionWord> Read(TsvRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var weight = row["strength"] switch
        {
            "sure" => SureWeight,
            "hint" => 1,
            var found => throw row.Error($"column 'strength' must be sure or hint, found '{found}'"),
        };
        return row.Optional("currency") is null or "TWD" or "HKD" or "CNY"
            ? KeyValuePair.Create(row["word"].Length == 1 ? row["word"] : row.Folded("word"), new RegionWord(row.Optional("currency"), weight))
            : throw row.Error($"column 'currency' must be TWD, HKD, CNY or -, found '{row["currency"]}'");
    }
}
