using Pipeline.Extract.Segmentation;
#if JIEBANET
using Pipeline.Host.CommandLine;
#endif
using Pipeline.Host.Configuration;
#if JIEBANET
using Pipeline.JiebaNet;
#endif

namespace Pipeline.Host.Reading;

/// <summary>The segmenter that the configuration asks for.</summary>
internal static class SegmenterOpening
{
    /// <summary>The segmenter; null for the extractor's own.</summary>
    public static ISegmenter? Open(ExtractSettings settings)
    {
#if JIEBANET
        if (settings.Segmenter == SegmenterKind.JiebaNet)
        {
            try
            {
                return JiebaNetSegmenter.Default;
            }
            catch (FileNotFoundException e)
            {
                throw new UsageException(e.Message);
            }
        }
#endif
        return null;
    }
}
