using Pipeline.DictionaryCompiler;

if (args is not [var words, var model, var tags, var output])
{
    Console.Error.WriteLine("usage: Pipeline.DictionaryCompiler WORD_LIST MARKOV_TABLE TAG_TABLE OUTPUT");
    return 2;
}

try
{
    // Written beside and moved into place, so that no build ever embeds half a file.
    var unfinished = $"{output}.{Environment.ProcessId}.tmp";
    using (var stream = File.Create(unfinished))
    {
        CompiledDictionary.Write(WordList.Read(words), MarkovFigures.Read(model), TagFigures.Read(tags), stream);
    }

    File.Move(unfinished, output, overwrite: true);
    return 0;
}
catch (Exception e) when (e is IOException or InvalidDataException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
