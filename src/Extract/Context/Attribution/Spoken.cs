using Pipeline.Extract.Model;

namespace Pipeline.Extract.Context.Attribution;

/// <summary>A stretch of a sentence that somebody is said to state.</summary>
/// <param name="Scope">What is stated.</param>
/// <param name="Head">From the start of the verb's clause to the verb's end; times in it say when it was said, not when it holds.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Sense">How the verb gives it to the speaker.</param>
/// <param name="Speaker">Who, in the article as written; null for nobody named.</param>
internal readonly record struct Spoken(TextSpan Scope, TextSpan Head, TextSpan Verb, SpeechSense Sense, TextSpan? Speaker);
