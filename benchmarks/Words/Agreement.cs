#if JIEBANET
using System.Globalization;
using Pipeline.Extract.Model;
using Pipeline.Extract.Segmentation;
using Pipeline.Extract.Text;
using Pipeline.JiebaNet;

/// <summary>The words of jieba.NET beside those of the extractor's own segmenter, on the same folded lines.</summary>
internal static class Agreement
{
    public static void Print(IEnumerable<string> lines)
    {
        var (ours, theirs, both, alike) = (0L, 0L, 0L, 0L);
        var (own, net) = (new List<Word>(), new List<Word>());
        var differing = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var folded = TextFold.Fold(line);
            own.Clear();
            net.Clear();
            JiebaSegmenter.Default.Segment(folded, own);
            JiebaNetSegmenter.Default.Segment(folded, net);
            var tags = own.ToDictionary(word => word.Span, word => word.Tag);
            ours += own.Count;
            theirs += net.Count;
            foreach (var word in net)
            {
                if (tags.TryGetValue(word.Span, out var tag))
                {
                    both++;
                    alike += tag == word.Tag ? 1 : 0;
                }
                else
                {
                    var shown = word.Span.Of(line).ToString();
                    differing[shown] = differing.GetValueOrDefault(shown) + 1;
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours:N0} words, jieba.NET {theirs:N0}: F1 {2.0 * both / (ours + theirs):0.000000}; of the words cut alike, {(double)alike / both:P2} have the same tag"));
        Console.WriteLine("jieba.NET alone cuts: " + string.Join(", ", differing.OrderByDescending(word => word.Value).Take(20).Select(word => $"{word.Key.Trim()} {word.Value}")));
    }
}
#endif
