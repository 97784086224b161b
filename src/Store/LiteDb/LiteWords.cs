using LiteDB;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>The words of a claim's document, to be looked up in.</summary>
internal sealed class LiteWords
{
    private readonly HashSet<string> words;
    private readonly Lazy<StoredClaim> claim;

    public LiteWords(BsonDocument document)
    {
        words = document["words"].AsArray.Select(entry => ClaimIndex.WordOf(entry.AsString)).ToHashSet(StringComparer.Ordinal);
        claim = new Lazy<StoredClaim>(() => ClaimDocuments.Read(document));
    }

    /// <summary>Whether the claim has the word where it is looked for.</summary>
    public bool Holds(string word, WordField field)
    {
        var marked = ClaimIndex.Marked(word, field);
        var isSingle = field != WordField.Facets && SearchTokens.IsSingle(word);
        var holds = isSingle ? words.Any(known => known.StartsWith(marked, StringComparison.Ordinal)) : words.Contains(marked);
        if (!holds || field is WordField.Own or WordField.Text or WordField.Facets)
        {
            return holds;
        }

        // The index keeps the words of a claim's own fields together: which one it is, the claim says.
        return ClaimWords.Of(claim.Value.Claim, field).Exists(known => isSingle ? known.StartsWith(word, StringComparison.Ordinal) : known == word);
    }
}
