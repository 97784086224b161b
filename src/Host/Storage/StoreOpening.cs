using System.CommandLine;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Store;
using Pipeline.Store.Queries;

namespace Pipeline.Host.Storage;

/// <summary>Opens the store that the options and the configuration name, and says what went wrong in the words of the command line.</summary>
internal static class StoreOpening
{
    /// <summary>Runs a verb on the store.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="readOnly">True for verbs that change nothing: they refuse a database that is not there instead of making one.</param>
    /// <param name="action">What it does; the value is the exit code.</param>
    public static void RunOnStore(this Verb verb, Terminal terminal, bool readOnly, Func<ParseResult, Terminal, IClaimStore, CancellationToken, Task<int>> action) =>
        verb.Run(terminal, async (parsed, terminal, stopping) =>
        {
            try
            {
                var settings = SettingsReader.Read(parsed.GetValue(SharedOptions.Config), parsed.GetValue(SharedOptions.Db));
                var store = Open(settings, readOnly);
                await using (store.ConfigureAwait(false))
                {
                    return await action(parsed, terminal, store, stopping).ConfigureAwait(false);
                }
            }
            catch (QueryException e)
            {
                throw new UsageException(e.Message);
            }
            catch (StoreException e)
            {
                terminal.Flush();
                terminal.Report(e.Message);
                return ExitCode.SomeFailed;
            }
        });

    /// <summary>Opens the store.</summary>
    /// <param name="settings">Names it.</param>
    /// <param name="readOnly">Open for reading alone.</param>
    /// <param name="owner">What another process is told about this one, where the engine takes one at a time.</param>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    /// <exception cref="UsageException">This build has no engine for it, or a lexicon cannot be read.</exception>
    public static IClaimStore Open(PipelineSettings settings, bool readOnly, string? owner = null)
    {
        try
        {
            return ClaimStore.Open(settings.Store.Db, new StoreOptions { Vocabulary = SearchWords.For(settings.Extract), ReadOnly = readOnly, Owner = owner });
        }
        catch (StoreException e) when (e.Fault == StoreFault.NoEngine)
        {
            throw new UsageException(e.Message);
        }
    }
}
