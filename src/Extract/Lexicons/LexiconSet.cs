using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Names;
using Pipeline.Extract.Segmentation;

namespace Pipeline.Extract.Lexicons;

/// <summary>All vocabularies that extraction uses. Immutable: a reload makes a new one.</summary>
public sealed class LexiconSet
{
    private readonly Lazy<QuantityLexicon> _quantities;
    private readonly Lazy<ContextLexicon> _context;
    private readonly Lazy<NameLexicon> _names;
    private readonly Lazy<Vocabulary> _vocabulary;
    private readonly Lazy<JiebaSegmenter> _segmenter;
    private readonly Lazy<CueLexicon> _cues;
    private readonly Lazy<CircumstanceLexicon> _circumstances;

    private LexiconSet(LexiconTables tables)
    {
        _quantities = new(() => QuantityLexicon.Read(tables, Cues));
        _context = new(() => ContextLexicon.Read(tables, Circumstances.Speech));
        _names = new(() => NameLexicon.Read(tables));
        _vocabulary = new(() => new Vocabulary(Context, Names));
        _segmenter = new(() => NameSegmenter.Over(Context, Names));
        _cues = new(() => CueLexicon.Read(tables));
        _circumstances = new(() => CircumstanceLexicon.Read(tables, Cues));
        if (tables != LexiconTables.BuiltIn)
        {
            // What the user adds nothing to is as built in.
            _quantities = tables.AddTo(CueLexicon.Table) || tables.AddTo(QuantityLexicon.Tables) ? _quantities : BuiltIn._quantities;
            _context = tables.AddTo(ContextLexicon.Tables) ? _context : BuiltIn._context;
            _names = tables.AddTo(NameLexicon.Tables) ? _names : BuiltIn._names;
            _vocabulary = tables.AddTo(ContextLexicon.Tables) || tables.AddTo(NameLexicon.Tables) ? _vocabulary : BuiltIn._vocabulary;
            _segmenter = tables.AddTo(ContextLexicon.Tables) || tables.AddTo(NameLexicon.Tables) ? _segmenter : BuiltIn._segmenter;
            _cues = tables.AddTo(CueLexicon.Table) ? _cues : BuiltIn._cues;
            _circumstances = tables.AddTo(CueLexicon.Table) || tables.AddTo(CircumstanceLexicon.Tables) ? _circumstances : BuiltIn._circumstances;
        }
    }

    /// <summary>The vocabularies compiled into the assembly, each read at first use.</summary>
    public static LexiconSet BuiltIn { get; } = new(LexiconTables.BuiltIn);

    /// <summary>Numerals, units, classifiers, modifiers.</summary>
    public QuantityLexicon Quantities => _quantities.Value;

    /// <summary>Metrics, verbs, roles, entities.</summary>
    public ContextLexicon Context => _context.Value;

    /// <summary>The names of companies and the words they are made of.</summary>
    public NameLexicon Names => _names.Value;

    /// <summary>The words of <see cref="Context"/> and the names of companies, to be found in a text.</summary>
    internal Vocabulary Vocabulary => _vocabulary.Value;

    /// <summary>jieba's cut with the names of <see cref="Context"/> and <see cref="Names"/> laid over its words.</summary>
    internal JiebaSegmenter Segmenter => _segmenter.Value;

    /// <summary>What words decide about those beside them.</summary>
    public CueLexicon Cues => _cues.Value;

    /// <summary>Time words, verbs of speech, source nouns, family names, modality.</summary>
    public CircumstanceLexicon Circumstances => _circumstances.Value;

    /// <summary>The built-in vocabularies with tables of the user's own merged over them.</summary>
    /// <param name="tables">
    /// The user's tables in order, each named by the file name of the built-in one it adds to (<see cref="LexiconTables.Names"/>);
    /// a word that was there gets the new meaning. Their readers are disposed.
    /// </param>
    /// <exception cref="LexiconException">A table has another name, or is not such a table.</exception>
    public static LexiconSet With(IReadOnlyList<LexiconSource> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        try
        {
            var set = new LexiconSet(new LexiconTables(tables));
            _ = (set.Quantities, set.Context, set.Names, set.Circumstances);
            return set;
        }
        finally
        {
            foreach (var table in tables)
            {
                table.Reader.Dispose();
            }
        }
    }
}
