namespace Pipeline.Extract.Context;

/// <summary>What a clause is about.</summary>
/// <param name="Subject">Who or what; empty where the clause does not say.</param>
/// <param name="Metric">What of it is measured, where the phrase names that as well.</param>
/// <param name="Speaker">Who is said to state the rest of the clause, or what follows it.</param>
internal readonly record struct ClauseTopic(Phrase Subject, Phrase Metric, Phrase Speaker)
{
    /// <summary>Where or of what the metric holds, where another phrase parts it from the subject: 在中国高端芯片市场的份额.</summary>
    public Phrase Place { get; init; }

    /// <summary>True when the speaker decides what it says (宣布, 决定, 通过): what it then does is its own doing.</summary>
    public bool IsDecided { get; init; }

    /// <summary>Where the relative clause before the subject opens (持有300万股的股东张三), a token whose values are the subject's too; -1 for none.</summary>
    public int Relative { get; init; } = -1;

    /// <summary>True for a common noun of a clause that only gives a reason or a condition (由于需求疲软, 若管制继续): what follows is not about it.</summary>
    public bool IsAside { get; init; }

    /// <summary>Where the event that is the subject happened: values before it (6.2级地震) are about that place.</summary>
    public Phrase Scene { get; init; }

    /// <summary>True when the subject can own the value at <paramref name="token"/> of its clause: it stands before it, or the value is in its relative clause.</summary>
    public bool Governs(int token) => Subject.Start < token || Relative >= 0 && Relative <= token;

    /// <summary>The clause names none.</summary>
    public static readonly ClauseTopic None = new(Phrase.None, Phrase.None, Phrase.None);
}
