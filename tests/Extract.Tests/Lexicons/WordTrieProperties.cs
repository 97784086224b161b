using FsCheck.Fluent;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Tests.Lexicons;

/// <summary>A trie finds what a plain search through its words finds. Few characters, so that words meet and nest.</summary>
public sealed class WordTrieProperties
{
    private static readonly FsCheck.Gen<string> Text = Gen.Elements('有', '限', '公', '司', '集', '团').ArrayOf().Select(static units => new string(units));

    private static readonly FsCheck.Arbitrary<(string[] Words, string Text)> Cases =
        Gen.Zip(Text.Where(static word => word.Length > 0).ArrayOf(), Text).Select(static both => (both.Item1, both.Item2)).ToArbitrary();

    [Fact]
    public void The_longest_word_at_the_start() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Cases, static set =>
    {
        var expected = set.Words.Where(word => set.Text.StartsWith(word, StringComparison.Ordinal)).MaxBy(static word => word.Length);
        return Trie(set.Words, false).TryLongest(set.Text, out var length, out var value) == (expected is not null) && length == (expected?.Length ?? 0) && value == expected;
    }));

    [Fact]
    public void The_longest_word_at_the_end() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Cases, static set =>
    {
        var expected = set.Words.Where(word => set.Text.EndsWith(word, StringComparison.Ordinal)).MaxBy(static word => word.Length);
        return Trie(set.Words, true).TryLongest(set.Text, out var length, out var value) == (expected is not null) && length == (expected?.Length ?? 0) && value == expected;
    }));

    [Fact]
    public void Where_the_first_word_starts() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Cases, static set =>
    {
        var at = Trie(set.Words, false).IndexIn(set.Text, out var length);
        return at == set.Words.Select(word => set.Text.IndexOf(word, StringComparison.Ordinal)).Where(static found => found >= 0).DefaultIfEmpty(-1).Min()
            && length == set.Words.Where(word => at >= 0 && set.Text.AsSpan(at).StartsWith(word)).Select(static word => word.Length).DefaultIfEmpty(0).Max();
    }));

    private static WordTrie<string> Trie(string[] words, bool reversed) => new(words.Select(static word => KeyValuePair.Create(word, word)), reversed);
}
