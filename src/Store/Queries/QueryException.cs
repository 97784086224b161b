namespace Pipeline.Store.Queries;

/// <summary>A filter or cursor that makes no sense; the message says which, what was found, and what is wanted.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="parameter">The filter, as the command line and the API call it: <c>min</c>.</param>
    /// <param name="message">What was found and what is wanted.</param>
    public QueryException(string parameter, string message)
        : base(message) => Parameter = parameter;

    /// <summary>The filter, as the command line and the API call it.</summary>
    public string Parameter { get; }
}
