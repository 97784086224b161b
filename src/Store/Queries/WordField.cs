namespace Pipeline.Store.Queries;

/// <summary>Where a claim's words stand.</summary>
internal enum WordField
{
    /// <summary>Its own fields: subject, metric, speaker, and what <see cref="Other"/> holds.</summary>
    Own,

    /// <summary>Its sentence, its own fields and the headline.</summary>
    Text,

    /// <summary>The subject.</summary>
    Subject,

    /// <summary>The metric.</summary>
    Metric,

    /// <summary>The speaker.</summary>
    Speaker,

    /// <summary>The whole, the quantity and the basis.</summary>
    Other,

    /// <summary>What filters ask for (<see cref="Queries.Facets"/>, <see cref="ValueWords"/>).</summary>
    Facets,
}
