namespace Pipeline.Extract.Context.Time;

/// <summary>A row of data/lexicons/time_words.tsv.</summary>
/// <param name="Text">The word, folded.</param>
/// <param name="Sense">What it means.</param>
/// <param name="Point">Its place in the calendar; without meaning for senses that have none.</param>
internal sealed record TimeWord(string Text, TimeSense Sense, CalendarPoint Point);
