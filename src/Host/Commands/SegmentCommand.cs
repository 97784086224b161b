using System.CommandLine;
using System.Text;
using Pipeline.Extract.Segmentation;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;

namespace Pipeline.Host.Commands;

/// <summary><c>segment INPUT…</c>: the words of each line, separated by single spaces.</summary>
internal static class SegmentCommand
{
    /// <summary>Refuses what is not UTF-8 instead of printing replacement characters.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Verb Create(Terminal terminal)
    {
        var inputs = SharedOptions.Inputs("Text files (UTF-8), or - for standard input");
        var tags = new Option<bool>("--tags") { Description = "Print each word with its part of speech: 公司/n" };
        var search = new Option<bool>("--search") { Description = "For an index: before each long word, the words within it" };
        var noHmm = new Option<bool>("--no-hmm") { Description = "Dictionary words only: leave out the hidden Markov model that finds unknown words" };
        var userWords = new Option<string[]>("--user-dict") { Description = "A file of further words: 'word [frequency] [tag]' a line; may be repeated", HelpName = "FILE" };
        var verb = new Verb("segment", "Print the words of each line, separated by single spaces.", "segment article.txt", "segment --tags --user-dict names.txt article.txt")
        {
            inputs, tags, search, noHmm, userWords,
        };
        verb.Run(terminal, (parsed, console, stopping) =>
        {
            var chosen = SegmenterOpening.Open(SettingsReader.Read(parsed.GetValue(SharedOptions.Config), parsed.GetValue(SharedOptions.Db)).Extract);
            var files = parsed.GetValue(userWords) ?? [];
            if (chosen is not null && (parsed.GetValue(noHmm) || parsed.GetValue(search) || files.Length > 0))
            {
                throw new UsageException("--search, --no-hmm and --user-dict go with Extract:Segmenter = jieba");
            }

            ILinePrinter lines = chosen is null
                ? new SegmentedLines(new JiebaSegmenter(!parsed.GetValue(noHmm), ReadUserWords(files)), console.Output, parsed.GetValue(tags), parsed.GetValue(search))
                : new PlainSegmentedLines(chosen, console.Output, parsed.GetValue(tags));
            var failed = false;
            foreach (var input in parsed.GetRequiredValue(inputs))
            {
                failed |= !TryPrint(input, lines, console, stopping);
            }

            console.Flush();
            return failed ? ExitCode.SomeFailed : ExitCode.Success;
        });
        return verb;
    }

    private static bool TryPrint(string input, ILinePrinter lines, Terminal terminal, CancellationToken stopping)
    {
        try
        {
            using var stream = input == "-" ? terminal.OpenInput() : File.OpenRead(input);
            using var reader = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
            lines.Print(reader, stopping);
            return true;
        }
        catch (DecoderFallbackException)
        {
            terminal.Report($"{input}: line {lines.Line} or soon after is not UTF-8; convert the file first, e.g. iconv -f GB18030 -t UTF-8");
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(input))
        {
            terminal.Report($"{input}: is a folder; name its files");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Report($"{input}: {e.Message}");
        }

        return false;
    }

    private static UserWordList? ReadUserWords(string[] files)
    {
        var words = files.Length > 0 ? new UserWordList() : null;
        foreach (var file in files)
        {
            try
            {
                using var reader = new StreamReader(file, Utf8);
                words!.Load(reader, file);
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
            {
                throw new UsageException(e is FormatException ? e.Message : $"--user-dict {file}: {e.Message}");
            }
            catch (DecoderFallbackException)
            {
                throw new UsageException($"--user-dict {file}: not UTF-8");
            }
        }

        return words;
    }
}
