using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Commands;

/// <summary>Every verb, in the order that help shows them: one line and one file each.</summary>
internal static class Verbs
{
    public static IEnumerable<Verb> All(Terminal terminal)
    {
        yield return IngestCommand.Create(terminal);
        yield return CleanCommand.Create(terminal);
        yield return ExtractCommand.Create(terminal);
        yield return SegmentCommand.Create(terminal);
        yield return QueryCommand.Create(terminal);
        yield return ShowCommand.Create(terminal);
        yield return ReviewCommand.Create(terminal);
        yield return ConflictsCommand.Create(terminal);
        yield return TimelineCommand.Create(terminal);
        yield return ExportCommand.Create(terminal);
        yield return WatchCommand.Create(terminal);
        yield return ServeCommand.Create(terminal);
        yield return StatusCommand.Create(terminal);
    }
}
