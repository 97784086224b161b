namespace Pipeline.Extract.Context;

/// <summary>All that the context lexicons say about one word.</summary>
/// <param name="Roles">What it does in a clause.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Verb">How it binds a number.</param>
/// <param name="Entity">What it names.</param>
public sealed record WordSense(WordRoles Roles, Metric? Metric, BindingVerb? Verb, Entity? Entity)
{
    /// <summary>A word that no lexicon lists.</summary>
    public static readonly WordSense None = new(WordRoles.None, null, null, null);

    /// <summary>True when nothing is known about the word.</summary>
    public bool IsNone => Roles == WordRoles.None && Metric is null && Verb is null && Entity is null;

    /// <summary>True when the word has at least one of <paramref name="roles"/>.</summary>
    public bool Is(WordRoles roles) => (Roles & roles) != 0;
}
