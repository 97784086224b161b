namespace Pipeline.Host.Configuration;

/// <summary>What cuts sentences into words (<c>Extract:Segmenter</c>).</summary>
internal enum SegmenterKind
{
    /// <summary><c>jieba</c>: the extractor's own, which cuts as jieba does in both scripts.</summary>
    Jieba,

    /// <summary><c>jiebanet</c>: the package jieba.NET, in builds with <c>-p:JiebaNet=true</c>.</summary>
    JiebaNet,
}
