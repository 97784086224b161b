using LiteDB;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>
/// The words of a claim as keys of LiteDB's multi-value index: each word with the claim's key after it,
/// so that a word's claims are one range of the index, newest first, and a page costs what it shows.
/// </summary>
internal sealed class ClaimIndex(LiteSession session)
{
    /// <summary>Stands before the words that filters ask for; those of the claim's own fields have <see cref="SearchTokens.OwnMark"/>.</summary>
    private const char FacetMark = '◇';

    /// <summary>Between a word and its claim: less than any character of a word.</summary>
    private const char Separator = '\u0001';

    /// <summary>Hexadecimal digits that a claim's key is written in: they hold 40 bits, the keys have 38.</summary>
    private const int KeyDigits = 10;

    private readonly Dictionary<long, (List<string> Outlets, List<string> Title)> articles = [];

    /// <summary>The largest key that the digits hold.</summary>
    public const long MaxKey = (1L << (4 * KeyDigits)) - 1;

    /// <summary>A word as the index holds it.</summary>
    public static string Marked(string word, WordField field) => Cut(field switch
    {
        WordField.Facets => FacetMark + word,
        WordField.Text => word,
        _ => SearchTokens.OwnMark + word,
    });

    /// <summary>The index's key of a word in a claim.</summary>
    public static string Entry(string marked, long key) => string.Concat(marked, Separator.ToString(), Digits(key));

    /// <summary>Whether an index's key is one of a word, or of a word that begins so.</summary>
    public static bool IsOf(string entry, string marked, bool isPrefix) =>
        entry.StartsWith(marked, StringComparison.Ordinal) && (isPrefix || (entry.Length == marked.Length + KeyDigits + 1 && entry[marked.Length] == Separator));

    /// <summary>Puts the claim's words into its document, as it and its article stand now.</summary>
    public void Fill(BsonDocument document)
    {
        var key = document["_id"].AsInt64;
        var stored = ClaimDocuments.Read(document);
        var (outlets, title) = OfArticle(document["article"].AsInt64, stored.Title);
        var words = new HashSet<string>(StringComparer.Ordinal);
        words.UnionWith(ClaimWords.Of(stored.Claim, WordField.Own).Select(word => Marked(word, WordField.Own)));
        words.UnionWith(ClaimWords.Of(stored.Claim, WordField.Text).Select(Cut));
        words.UnionWith(title);
        words.UnionWith(ClaimWords.Facets(stored, document["edited"].AsBoolean, document["article"].AsInt64, outlets).Select(word => Marked(word, WordField.Facets)));
        document["words"] = new BsonArray(words.Select(word => new BsonValue(Entry(word, key))));
        Extend(stored.Claim.Unit, ValueWords.Place(stored.Claim.Low), ValueWords.Place(stored.Claim.High));
    }

    /// <summary>Forgets what is remembered of an article.</summary>
    public void Forget(long article) => articles.Remove(article);

    private static string Digits(long key) => key.ToString("x10", System.Globalization.CultureInfo.InvariantCulture);

    private static string Cut(string word) => word.Length <= 100 ? word : LiteSession.Key(word);

    private (List<string> Outlets, List<string> Title) OfArticle(long article, string? title)
    {
        if (!articles.TryGetValue(article, out var known))
        {
            var outlets = LiteSession.All(session.Appearances, "article", article).Select(place => Facets.Outlet(place["outlet"].AsInt64)).Distinct(StringComparer.Ordinal).ToList();
            articles[article] = known = (outlets, ClaimWords.Of([title]).ConvertAll(Cut));
        }

        return known;
    }

    private void Extend(string unit, int low, int high)
    {
        var known = session.Units.FindById(LiteSession.Key(unit));
        if (known is null || low < known["low"].AsInt32 || high > known["high"].AsInt32)
        {
            session.Units.Upsert(new BsonDocument { ["_id"] = LiteSession.Key(unit), ["low"] = Math.Min(low, known?["low"].AsInt32 ?? low), ["high"] = Math.Max(high, known?["high"].AsInt32 ?? high) });
        }
    }
}
