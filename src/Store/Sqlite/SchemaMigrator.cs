using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Pipeline.Store.Sqlite;

/// <summary>
/// Brings a database to the newest schema: every embedded step that it has not seen, in order of number, each recorded by itself,
/// so that steps written side by side under different numbers meet without harm. All in one transaction: a step that fails changes nothing.
/// </summary>
internal static class SchemaMigrator
{
    /// <summary>Marks the file as ours: 'NumC' in SQLite's application_id.</summary>
    private const int ApplicationId = 0x4E756D43;

    /// <summary>All steps of this build, in order.</summary>
    public static IReadOnlyList<SchemaStep> Steps { get; } = ReadSteps();

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="StoreException">The file belongs to another program, or to a newer version of this one.</exception>
    public static void Migrate(SqliteConnection connection, string path)
    {
        if (Unseen(connection, path).Count == 0)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);

        // Another process may have migrated while this one waited for the lock.
        foreach (var step in Unseen(connection, path))
        {
            Execute(connection, step.Sql);
            using var record = connection.CreateCommand();
            record.CommandText = "INSERT INTO schema_steps (number, name) VALUES ($number, $name)";
            record.Parameters.AddWithValue("$number", step.Number);
            record.Parameters.AddWithValue("$name", step.Name);
            record.ExecuteNonQuery();
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        transaction.Commit();
    }

    /// <summary>Refuses a file that this build cannot read; needs no write access.</summary>
    /// <exception cref="StoreException">The file belongs to another program, to a newer version, or has never been migrated.</exception>
    public static void Check(SqliteConnection connection, string path)
    {
        if (Unseen(connection, path).Count > 0)
        {
            throw new StoreException(StoreFault.ReadOnly, $"{path}: was written by an older version of this program: run `ingest`, or start `serve`, once to bring it up to date");
        }
    }

    private static List<SchemaStep> Unseen(SqliteConnection connection, string path)
    {
        var owner = Scalar(connection, "PRAGMA application_id");
        var hasSteps = Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_steps'") == 1;
        if (!hasSteps)
        {
            return owner == 0 && Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0
                ? [.. Steps]
                : throw new StoreException(StoreFault.NotADatabase, $"{path}: is a database of another program; name another file with --db");
        }

        var seen = new HashSet<int>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, name FROM schema_steps ORDER BY number";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var number = reader.GetInt32(0);
            seen.Add(number);
            if (Steps.All(step => step.Number != number))
            {
                throw new StoreException(StoreFault.NewerSchema, $"{path}: was written by a newer version of this program (schema step {number}, {reader.GetString(1)}); update the program, or name another file with --db");
            }
        }

        return [.. Steps.Where(step => !seen.Contains(step.Number))];
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static List<SchemaStep> ReadSteps()
    {
        const string folder = "schema/";
        var assembly = Assembly.GetExecutingAssembly();
        var steps = new List<SchemaStep>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(resource[folder.Length..]);
            var underscore = name.IndexOf('_', StringComparison.Ordinal);
            if (underscore < 1 || !int.TryParse(name.AsSpan(0, underscore), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw new InvalidOperationException($"src/Store/Schema/{name}.sql: a step is named NNNN_name.sql");
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            steps.Add(new SchemaStep(number, name[(underscore + 1)..], reader.ReadToEnd()));
        }

        steps.Sort((a, b) => a.Number.CompareTo(b.Number));
        for (var i = 1; i < steps.Count; i++)
        {
            if (steps[i].Number == steps[i - 1].Number)
            {
                throw new InvalidOperationException($"src/Store/Schema: number {steps[i].Number} is used by both {steps[i - 1].Name} and {steps[i].Name}");
            }
        }

        return steps;
    }
}
