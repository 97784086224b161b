using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.Extract;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;

namespace Pipeline.Host.Reading;

/// <summary>The service's extractor: takes up the user's lexicons again, between two articles, when a table of <c>Extract:Lexicons</c> has changed.</summary>
/// <remarks>A table that cannot be read changes nothing: the words stay as they were, and the log names file and line. Thread-safe; an article is read with one set of words from its first sentence to its last.</remarks>
internal sealed partial class LiveExtractor
{
    /// <summary>How often the folders are looked at, at most; a look costs a listing.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly ExtractSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<LiveExtractor> _logger;
    private ClaimExtractor _extractor;
    private string _tables;
    private long _nextLook;

    /// <summary>Opens the extractor.</summary>
    /// <exception cref="UsageException">A table cannot be read; the message names file and line.</exception>
    public LiveExtractor(ExtractSettings settings, TimeProvider clock, ILogger<LiveExtractor> logger)
    {
        (_settings, _clock, _logger) = (settings, clock, logger);
        _tables = TablesAsTheyStand(settings);
        _extractor = ExtractorOpening.Open(settings);
        _nextLook = (clock.GetUtcNow() + LookEvery).Ticks;
    }

    /// <summary>The claims of <paramref name="article"/> by the words as they are now.</summary>
    public IReadOnlyList<Claim> Extract(Article article)
    {
        Look();
        return Volatile.Read(ref _extractor).Extract(article);
    }

    /// <summary>One thread looks; the others go on with the words they have.</summary>
    private void Look()
    {
        var due = Interlocked.Read(ref _nextLook);
        var now = _clock.GetUtcNow();
        if (_settings.Lexicons.Count == 0 || now.Ticks < due || Interlocked.CompareExchange(ref _nextLook, (now + LookEvery).Ticks, due) != due)
        {
            return;
        }

        try
        {
            var tables = TablesAsTheyStand(_settings);
            if (tables == _tables)
            {
                return;
            }

            // Noted before they are read: a table written to meanwhile differs at the next look, a bad one is told once.
            _tables = tables;
            Volatile.Write(ref _extractor, ExtractorOpening.Open(_settings));
            LogTakenUp(_settings.Lexicons);
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            LogKept(e.Message);
        }
    }

    /// <summary>Name, length and time of every table, so that any edit tells.</summary>
    private static string TablesAsTheyStand(ExtractSettings settings) => string.Join('\n', settings.Lexicons
        .SelectMany(ExtractorOpening.TablesIn)
        .Select(static file => new FileInfo(file))
        .Select(static file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")));

    [LoggerMessage(Level = LogLevel.Information, Message = "Lexicons of {Folders} taken up")]
    private partial void LogTakenUp(IReadOnlyList<string> folders);

    [LoggerMessage(Level = LogLevel.Error, Message = "Lexicons kept as they were: {Problem}")]
    private partial void LogKept(string problem);
}
