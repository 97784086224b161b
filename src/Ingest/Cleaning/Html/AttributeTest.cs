namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>What an attribute must be.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Operator"><c>=</c> equal, <c>^</c> begins with, <c>*</c> contains, <c>$</c> ends with; <c>\0</c> is there.</param>
/// <param name="Value">Compared ignoring case.</param>
internal readonly record struct AttributeTest(string Name, char Operator, string Value)
{
    public bool Holds(string? found) => found is not null && Operator switch
    {
        '\0' => true,
        '=' => found.Equals(Value, StringComparison.OrdinalIgnoreCase),
        '^' => found.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
        '*' => found.Contains(Value, StringComparison.OrdinalIgnoreCase),
        _ => found.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
    };
}
