namespace Pipeline.Store.Queries;

/// <summary>A quantity as somebody typed it, made canonical.</summary>
/// <param name="Low">The value, or the lower end of a range, in <paramref name="Unit"/>.</param>
/// <param name="High">The value, or the upper end.</param>
/// <param name="Unit">Canonical unit (docs/contract.md, section 4); empty for a bare number.</param>
public readonly record struct StatedQuantity(decimal Low, decimal High, string Unit);
