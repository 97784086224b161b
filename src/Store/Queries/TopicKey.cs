namespace Pipeline.Store.Queries;

/// <summary>What a claim is about, as stored: ids where they are known, else folded words (<see cref="Articles.StatementHash"/>).</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Metric">The metric.</param>
internal readonly record struct TopicKey(string Subject, string Metric);
