using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Pipeline.Store.Sqlite;

/// <summary>Runs SQL with numbered parameters (<c>$1</c>, <c>$2</c> …) on one connection, and keeps the prepared statements.</summary>
public sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly SqliteConnection connection;

    internal SqliteSession(SqliteConnection connection) => this.connection = connection;

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Statement(sql).Run(values);

    /// <summary>Runs an INSERT; returns the key of the row.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Statement(sql).Run(values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(connection.Handle!);
    }

    /// <summary>The first column of the first row, or null when there is no row or it holds NULL.</summary>
    public long? Integer(string sql, params ReadOnlySpan<object?> values) => Statement(sql).Integer(values);

    /// <summary>The first column of the first row as text.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) => Statement(sql).Text(values);

    /// <summary>Reads the first row; <paramref name="none"/> when there is none.</summary>
    public T First<T>(string sql, T none, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : none;
    }

    /// <summary>Reads all rows.</summary>
    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(read);
        var rows = new List<T>();
        using var reader = Bind(sql, values).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Reads rows as they are taken; the statement is its own, so that others may run meanwhile.</summary>
    public IEnumerable<T> Stream<T>(string sql, Func<SqliteDataReader, T> read, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(values);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i] ?? DBNull.Value));
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <summary>Drops the prepared statements and closes the connection.</summary>
    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        statements.Clear();
        commands.Clear();
        connection.Dispose();
    }

    /// <summary>Starts a transaction: a write (the lock is taken at once, so that a busy database is met before any work is done) or a snapshot to read from.</summary>
    internal void Begin(bool write) => Execute(write ? "BEGIN IMMEDIATE" : "BEGIN");

    internal void Commit() => Execute("COMMIT");

    /// <summary>Undoes the open transaction, if SQLite has not done so itself.</summary>
    internal void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    private SqliteStatement Statement(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(connection.Handle!, sql);
            statements.Add(sql, statement);
        }

        return statement;
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        ArgumentNullException.ThrowIfNull(sql);
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            }

            commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
