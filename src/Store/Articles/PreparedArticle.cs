namespace Pipeline.Store.Articles;

/// <summary>An article with its claims and evidence, hashed and compressed, so that the one writer only writes.</summary>
public sealed class PreparedArticle
{
    internal PreparedArticle(PreparedSubmission submission) => Submission = submission;

    /// <summary>What will be stored.</summary>
    public Submission Content => Submission.Submission;

    internal PreparedSubmission Submission { get; }
}
