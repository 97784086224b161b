using Pipeline.Extract.Context.Attribution;
using Pipeline.Extract.Context.Modalities;
using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context;

/// <summary>The words that say when a value holds, who states it and how firmly. Immutable; words are folded to Simplified.</summary>
public sealed class CircumstanceLexicon
{
    /// <summary>The tables that it reads; its cues are read with it.</summary>
    internal static readonly string[] Tables = ["time_words.tsv", "holidays.tsv", "speech_verbs.tsv", "source_nouns.tsv", "surnames.tsv", "modality.tsv"];

    private CircumstanceLexicon(LexiconTables tables, CueLexicon cues)
    {
        Cues = cues;
        Times = new TimeExpressionFinder(new TimeWords(tables));
        Holidays = new HolidayCalendar(tables);
        Speech = new SpeechVerbs(tables);
        Sources = new SourceNouns(tables);
        Names = new PersonalNames(tables, Sources, cues);
        Modality = new ModalityWords(tables);
    }

    /// <summary>The words compiled into the assembly.</summary>
    public static CircumstanceLexicon BuiltIn => LexiconSet.BuiltIn.Circumstances;

    /// <summary>Finds what says when: time_words.tsv.</summary>
    public TimeExpressionFinder Times { get; }

    /// <summary>holidays.tsv.</summary>
    public HolidayCalendar Holidays { get; }

    /// <summary>context_cues.tsv.</summary>
    internal CueLexicon Cues { get; }

    /// <summary>speech_verbs.tsv.</summary>
    internal SpeechVerbs Speech { get; }

    /// <summary>source_nouns.tsv.</summary>
    internal SourceNouns Sources { get; }

    /// <summary>surnames.tsv.</summary>
    internal PersonalNames Names { get; }

    /// <summary>modality.tsv.</summary>
    internal ModalityWords Modality { get; }

    /// <summary>Reads <see cref="Tables"/>.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="cues">The words that decide about those beside them.</param>
    /// <exception cref="LexiconException">A table is malformed.</exception>
    internal static CircumstanceLexicon Read(LexiconTables tables, CueLexicon cues) => new(tables, cues);
}
