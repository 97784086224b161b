using System.CommandLine;

namespace Pipeline.Host.CommandLine;

/// <summary>The options that every verb takes.</summary>
internal static class SharedOptions
{
    /// <summary><c>--db PATH</c>: the store; null when not given, so that configuration decides.</summary>
    public static readonly Option<string?> Db = new("--db")
    {
        Description = "The store: a SQLite file (default claims.db, or Store:Db of the configuration), or litedb:PATH in a build that has LiteDB",
        HelpName = "PATH",
        Recursive = true,
    };

    /// <summary><c>--config FILE</c>.</summary>
    public static readonly Option<FileInfo?> Config = new("--config")
    {
        Description = "A configuration file (JSON), read after appsettings.json",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary><c>INPUT…</c>: files, folders, URLs or <c>-</c>.</summary>
    public static Argument<string[]> Inputs(string description)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = description, Arity = ArgumentArity.OneOrMore };
        inputs.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.Length > 1 && token.Value[0] == '-'))
            {
                result.AddError($"Unrecognized option '{token.Value}'. (A file of that name is ./{token.Value}.)");
            }
        });
        return inputs;
    }

    /// <summary><c>--format</c> among <paramref name="formats"/>; null when not given.</summary>
    public static Option<string?> Format(params string[] formats)
    {
        var option = new Option<string?>("--format") { Description = $"How results are printed: {string.Join(", ", formats)}", HelpName = string.Join('|', formats) };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
