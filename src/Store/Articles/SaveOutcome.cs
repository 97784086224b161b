namespace Pipeline.Store.Articles;

/// <summary>What saving an article changed.</summary>
public enum SaveOutcome
{
    /// <summary>The text is new.</summary>
    Stored,

    /// <summary>The same text from the same place was there, with the same claims: nothing changed.</summary>
    AlreadyKnown,

    /// <summary>The same text was there from elsewhere: one more appearance of it.</summary>
    NewAppearance,

    /// <summary>Its address was known with another text: this is a new version, the old one and its claims are kept.</summary>
    NewVersion,

    /// <summary>The same text was there, and the extractor now reads other claims from it: they replace the old ones, findings stay.</summary>
    ClaimsRevised,
}
