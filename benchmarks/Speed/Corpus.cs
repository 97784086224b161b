using System.Text;
using System.Text.Json;
using Pipeline.Extract.Model;

namespace Pipeline.Benchmarks.Speed;

/// <summary>Articles to measure on: the lines of .jsonl files with a <c>text</c>, and whole .txt files.</summary>
internal sealed class Corpus
{
    private Corpus(List<Article> articles) => Articles = articles;

    public List<Article> Articles { get; }

    public long Bytes => Articles.Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));

    /// <summary>Reads files; a folder stands for the .jsonl and .txt files in it.</summary>
    public static Corpus Read(IEnumerable<string> paths)
    {
        var articles = new List<Article>();
        foreach (var file in paths.SelectMany(FilesOf))
        {
            if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                articles.AddRange(File.ReadLines(file).Where(line => line.Length > 0).Select(line => FromJson(line, file)).OfType<Article>());
            }
            else if (file.EndsWith(".txt", StringComparison.Ordinal))
            {
                articles.Add(Of(File.ReadAllText(file), null, file));
            }
        }

        return new Corpus(articles);
    }

    public static Article Of(string text, PublicationTime? published, string source) =>
        new() { Id = ContentId.OfArticle(text), Text = text, PublishedAt = published, Language = "zh-Hans", Source = source };

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path];

    private static Article? FromJson(string line, string file)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var published = root.TryGetProperty("published_at", out var at) && at.ValueKind == JsonValueKind.String && PublicationTime.TryParse(at.GetString()!, out var time) ? time : (PublicationTime?)null;
        return root.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 } written ? Of(written, published, file) : null;
    }
}
