namespace Pipeline.Extract.Lexicons;

/// <summary>What a word after a number makes of it.</summary>
public enum NumberUse
{
    /// <summary>A unit of measurement or a currency.</summary>
    Unit,

    /// <summary>A classifier: the number counts.</summary>
    Thing,

    /// <summary>A classifier that small Chinese numbers use to list or point back as often as to count.</summary>
    Listing,

    /// <summary>A noun that is counted without a classifier.</summary>
    Noun,

    /// <summary>A noun whose small Chinese numbers name a set: 两国, 三个维度.</summary>
    Set,

    /// <summary>A label: 号, 楼, 国道.</summary>
    Identifier,

    /// <summary>An order or grade: 代, 届, 强.</summary>
    Ordinal,

    /// <summary>A date: 季度, 世纪, 财年.</summary>
    Time,
}
