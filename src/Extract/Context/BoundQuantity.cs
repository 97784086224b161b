using Pipeline.Extract.Quantities;

namespace Pipeline.Extract.Context;

/// <summary>A quantity with what the rules found out about it.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Clause">Its clause.</param>
/// <param name="Quantity">The quantity.</param>
/// <param name="Draft">What is claimed.</param>
internal sealed record BoundQuantity(int Token, int Clause, Quantity Quantity, ClaimDraft Draft);
