namespace Pipeline.Extract.Context;

/// <summary>Who and what the text has named so far: the ground for pronouns and dropped subjects.</summary>
internal sealed class Antecedents
{
    /// <summary>What the last sentence that named a subject was about.</summary>
    public Mention? Topic { get; set; }

    /// <summary>The company or institution named last: 公司, 该企业.</summary>
    public Mention? Organisation { get; set; }

    /// <summary>The person named last: 他, 她.</summary>
    public Mention? Person { get; set; }
}
