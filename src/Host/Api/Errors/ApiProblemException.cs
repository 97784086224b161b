namespace Pipeline.Host.Api.Errors;

/// <summary>Ends a request with an error for its caller.</summary>
internal sealed class ApiProblemException(ApiProblem problem) : Exception(problem.Detail)
{
    /// <summary>What the caller is told.</summary>
    public ApiProblem Problem { get; } = problem;

    /// <summary>A parameter or field is wrong.</summary>
    /// <param name="parameter">Its name.</param>
    /// <param name="found">What stood there; null when nothing did.</param>
    /// <param name="expected">What may stand there, in words.</param>
    /// <param name="allowed">Every word that may stand there, where they are few.</param>
    public static ApiProblemException BadParameter(string parameter, string? found, string expected, IReadOnlyList<string>? allowed = null)
    {
        var shown = found is { Length: > 80 } ? string.Concat(found.AsSpan(0, 80), "…") : found;
        var detail = shown is null ? $"{parameter} is missing; it must be {expected}" : $"{parameter} must be {expected}, found '{shown}'";
        return new ApiProblemException(ApiProblem.Of(400, "bad-parameter", "A parameter makes no sense", detail) with { Parameter = parameter, Found = shown, Allowed = allowed });
    }

    /// <summary>Nothing has this id.</summary>
    public static ApiProblemException NotFound(string what, string id) =>
        new(ApiProblem.Of(404, "not-found", "Not found", $"no {what} has the id '{(id.Length > 80 ? id[..80] + "…" : id)}'; ids are 20 hexadecimal digits, and the first of them are enough where only one begins so"));
}
