namespace Pipeline.Extract.Context.Dealings;

/// <summary>A stake that changes hands, is pledged or is held, as the clause of one of its quantities tells it: who does what to which stake in whom.</summary>
/// <param name="Verb">Token of the verb: 收购, 转让, 质押, 持有.</param>
/// <param name="Agent">Who does it; empty where the clause does not say.</param>
/// <param name="Stake">The word for the stake: 股权, 股份, 流通股; empty in 质押500万股.</param>
/// <param name="Target">Whose stake it is: the company; empty where the clause does not say.</param>
internal readonly record struct Dealing(int Verb, Phrase Agent, Phrase Stake, Phrase Target)
{
    /// <summary>True where the stake is part of what its owner holds (其持有的股票的95%), not a part of the company.</summary>
    public bool IsOfHolding { get; init; }
}
