using Pipeline.Ingest;

namespace Pipeline.Host.Reading;

/// <summary>What became of one document: a result, or why there is none.</summary>
internal readonly record struct InputResult<T>(IngestFailure? Failure, T? Value);
