using LiteDB;
using Pipeline.Store.Queries;

namespace Pipeline.Store.LiteDb;

/// <summary>The words of a claim's document, to be looked up in. A handful is asked for, so they are compared one by one and no set is made of them.</summary>
internal sealed class LiteWords(BsonDocument document)
{
    private readonly BsonArray entries = document["words"].AsArray;
    private StoredClaim? claim;

    /// <summary>Whether the claim has the word where it is looked for.</summary>
    public bool Holds(string word, WordField field)
    {
        var marked = ClaimIndex.Marked(word, field);
        var isSingle = field != WordField.Facets && SearchTokens.IsSingle(word);
        var holds = entries.Any(entry => ClaimIndex.IsOf(entry.AsString, marked, isSingle));
        if (!holds || field is WordField.Own or WordField.Text or WordField.Facets)
        {
            return holds;
        }

        // The index keeps the words of a claim's own fields together: which one it is, the claim says.
        claim ??= ClaimDocuments.Read(document);
        return ClaimWords.Of(claim.Claim, field).Exists(known => isSingle ? known.StartsWith(word, StringComparison.Ordinal) : known == word);
    }
}
