namespace Pipeline.Extract.Context;

/// <summary>What sort of thing a name names (data/lexicons/entities.tsv).</summary>
public enum EntityType
{
    /// <summary>A company: 公司 may stand for it later.</summary>
    Company,

    /// <summary>A public body, an association, a university.</summary>
    Institution,

    /// <summary>A person: 他 and 她 may stand for it later.</summary>
    Person,

    /// <summary>A country, region or city.</summary>
    Place,

    /// <summary>A product, a family of products or an index.</summary>
    Product,
}
