namespace Pipeline.Extract.Context;

/// <summary>A noun that names what is measured.</summary>
/// <param name="Id">Canonical metric: <c>revenue</c>, <c>market_cap</c>.</param>
/// <param name="Kind">What a percentage of it is.</param>
public sealed record Metric(string Id, MetricKind Kind)
{
    /// <summary>True for people and things that are counted, but can also be whom a value belongs to: 用户, 员工, 新车, 伤者.</summary>
    public bool IsCountable => Id is "users" or "employees" or "count" or "casualties" or "passengers" or "cases" or "population" or "debt";

    /// <summary>True for money that is earned, a part of which is a share of revenue (docs/contract.md, section 3): 营收, 销售额, 利润.</summary>
    public bool IsMoneyFlow => Id is "revenue" or "sales" or "profit";
}
