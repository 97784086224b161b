using System.Globalization;
using System.Text;

namespace Pipeline.Store.LiteDb;

/// <summary>
/// Keeps a database to one process: LiteDB 5.0.21 stops no second one on Linux, and two that write destroy the file.
/// <c>FILE.lock</c> is held locked for the life of the process, and let go by the system however that ends; <c>FILE.owner</c> says who holds it.
/// </summary>
internal sealed class Ownership : IDisposable
{
    private readonly FileStream locked;
    private readonly string note;

    private Ownership(FileStream locked, string note) => (this.locked, this.note) = (locked, note);

    /// <summary>Takes a database for this process.</summary>
    /// <param name="path">The database.</param>
    /// <param name="owner">What another process is told about this one; null for its number alone.</param>
    /// <param name="wait">How long to wait for another process to end.</param>
    /// <exception cref="StoreException">Another process has it; the message names it.</exception>
    public static Ownership Take(string path, string? owner, TimeSpan wait)
    {
        var note = path + ".owner";
        var end = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        using var retry = new ManualResetEventSlim();
        while (true)
        {
            try
            {
                var locked = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                File.WriteAllText(note, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}{(owner is null ? "" : $" ({owner})")}"), Encoding.UTF8);
                return new Ownership(locked, note);
            }
            catch (IOException) when (Environment.TickCount64 < end && !IsNamed(note))
            {
                retry.Wait(20);
            }
            catch (IOException cause)
            {
                throw new StoreException(
                    StoreFault.Locked,
                    $"{path}: is in use by {Reader(note)}, and LiteDB takes one process at a time: ask that process (a service answers over its API), or stop it and try again",
                    cause);
            }
            catch (UnauthorizedAccessException cause)
            {
                throw new StoreException(StoreFault.ReadOnly, $"{path}: may not be locked; change the permissions of its folder, or name another file with --db", cause);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(note);
        locked.Dispose();
    }

    /// <summary>A process with a name is a service: it does not end soon.</summary>
    private static bool IsNamed(string note) => Reader(note).EndsWith(')');

    private static string Reader(string note)
    {
        try
        {
            return File.ReadAllText(note);
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
