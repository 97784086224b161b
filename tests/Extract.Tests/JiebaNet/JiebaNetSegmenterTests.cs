using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Tests.Segmentation;
using Pipeline.JiebaNet;

namespace Pipeline.Extract.Tests.JiebaNet;

public class JiebaNetSegmenterTests : SegmenterSuite
{
    private protected override ISegmenter Segmenter => JiebaNetSegmenter.Default;
}
