namespace Pipeline.Extract.Segmentation;

/// <summary>Receives words as they are found. A struct, so that the cutter is compiled for each and no word is allocated.</summary>
internal interface IWordSink
{
    /// <summary>Takes a word.</summary>
    /// <param name="start">First unit of the word.</param>
    /// <param name="end">Unit after its last.</param>
    /// <param name="tag">Index of its part of speech in <see cref="WordDictionary.Tags"/>, or <see cref="Unlisted"/>.</param>
    void Add(int start, int end, int tag);

    /// <summary>Tag of a word that the dictionary does not list.</summary>
    const int Unlisted = -1;
}
