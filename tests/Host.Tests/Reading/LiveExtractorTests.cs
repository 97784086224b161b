using Microsoft.Extensions.Logging;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;
using Pipeline.Host.Tests.Service;

namespace Pipeline.Host.Tests.Reading;

public sealed class LiveExtractorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicons-");
    private readonly ShiftedClock _clock = new();
    private readonly RecordedLog _log = new();

    [Fact]
    public void An_edited_table_counts_from_the_next_article_on()
    {
        Write("entities.tsv", "name\tid\ttype\tsource\n東山\t东山集团\tcompany\tmine\n");
        var extractor = Open();
        Assert.Equal("东山集团", SubjectId(extractor));

        Write("entities.tsv", "name\tid\ttype\tsource\n东山\t东山控股集团\tcompany\tmine\n");
        Assert.Equal("东山集团", SubjectId(extractor));
        _clock.PutForward(LiveExtractor.LookEvery);
        Assert.Equal("东山控股集团", SubjectId(extractor));
        Assert.Equal([LogLevel.Information], _log.Entries.Select(entry => entry.Level));
    }

    [Fact]
    public void A_new_table_counts_too()
    {
        var extractor = Open();
        Write("entities.tsv", "name\tid\ttype\tsource\n东山\t东山集团\tcompany\tmine\n");
        _clock.PutForward(LiveExtractor.LookEvery);
        Assert.Equal("东山集团", SubjectId(extractor));
    }

    [Fact]
    public void A_bad_edit_keeps_the_old_words_and_is_logged_once_with_file_and_line()
    {
        Write("entities.tsv", "name\tid\ttype\tsource\n东山\t东山集团\tcompany\tmine\n");
        var extractor = Open();
        Write("entities.tsv", "name\tid\ttype\tsource\n东山\t东山控股集团\tcompany\tmine\n西山\t西山集团\tplanet\tmine\n");
        for (var look = 0; look < 3; look++)
        {
            _clock.PutForward(LiveExtractor.LookEvery);
            Assert.Equal("东山集团", SubjectId(extractor));
        }

        var (level, text) = Assert.Single(_log.Entries);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("entities.tsv", text, StringComparison.Ordinal);
        Assert.Contains("3", text, StringComparison.Ordinal);
        Assert.Contains("planet", text, StringComparison.Ordinal);

        Write("entities.tsv", "name\tid\ttype\tsource\n东山\t东山控股集团\tcompany\tmine\n西山\t西山集团\tcompany\tmine\n");
        _clock.PutForward(LiveExtractor.LookEvery);
        Assert.Equal("东山控股集团", SubjectId(extractor));
    }

    [Fact]
    public void A_folder_that_goes_away_keeps_the_old_words()
    {
        Write("entities.tsv", "name\tid\ttype\tsource\n东山\t东山集团\tcompany\tmine\n");
        var extractor = Open();
        _folder.Delete(recursive: true);
        _clock.PutForward(LiveExtractor.LookEvery);
        Assert.Equal("东山集团", SubjectId(extractor));
        Assert.Equal(LogLevel.Error, Assert.Single(_log.Entries).Level);
    }

    [Fact]
    public void A_bad_table_at_the_start_is_refused()
    {
        Write("verbs.tsv", "word\trole\n");
        Assert.Contains("verbs.tsv", Assert.Throws<UsageException>(Open).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder.FullName))
        {
            _folder.Delete(recursive: true);
        }
    }

    private static string? SubjectId(LiveExtractor extractor) => Assert.Single(extractor.Extract(new Article
    {
        Id = "a", Text = "东山营收达5亿元。", PublishedAt = null, Language = "zh-Hans", Source = "test",
    })).SubjectId;

    private LiveExtractor Open() => new(new ExtractSettings { Lexicons = [_folder.FullName] }, _clock, _log);

    private void Write(string name, string table) => File.WriteAllText(Path.Combine(_folder.FullName, name), table);

    private sealed class RecordedLog : ILogger<LiveExtractor>
    {
        public List<(LogLevel Level, string Text)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((logLevel, formatter(state, exception)));
    }
}
