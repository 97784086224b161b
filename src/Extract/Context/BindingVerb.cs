using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context;

/// <summary>A verb that binds a number to what is measured.</summary>
/// <param name="Role">How.</param>
/// <param name="Direction">Which way it moves the value; null for levels.</param>
/// <param name="Basis"><c>yoy</c> or <c>pop</c> where the word says so.</param>
public sealed record BindingVerb(VerbRole Role, ChangeDirection? Direction, string? Basis);
