using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pipeline.Store.Sqlite;

/// <summary>
/// A prepared statement that is run for what it does or for one value. Where its parameters stand is looked up once: the driver's own commands
/// look each up at every run, which for a claim's thirty columns takes longer than SQLite needs to store them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    /// <summary>Compiles one statement with parameters <c>$1</c>, <c>$2</c> …, which may stand in any order.</summary>
    /// <exception cref="SqliteException">It is no valid SQL.</exception>
    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        places = new int[raw.sqlite3_bind_parameter_count(statement)];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${i + 1}"));
        }
    }

    /// <summary>Runs it to its end; returns how many rows it changed.</summary>
    public int Run(ReadOnlySpan<object?> values)
    {
        try
        {
            Bind(values);
            while (Step())
            {
            }

            return raw.sqlite3_changes(database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The first column of the first row as an integer; null when there is no row or it holds something else.</summary>
    public long? Integer(ReadOnlySpan<object?> values) => First<long?>(values, static statement =>
        raw.sqlite3_column_type(statement, 0) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, 0) : null);

    /// <summary>The first column of the first row as text; null when there is no row or it holds something else.</summary>
    public string? Text(ReadOnlySpan<object?> values) => First(values, static statement =>
        raw.sqlite3_column_type(statement, 0) == raw.SQLITE_TEXT ? raw.sqlite3_column_text(statement, 0).utf8_to_string() : null);

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private T? First<T>(ReadOnlySpan<object?> values, Func<sqlite3_stmt, T?> read)
    {
        try
        {
            Bind(values);
            return Step() ? read(statement) : default;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    private bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        throw Fault(result);
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != places.Length)
        {
            throw new ArgumentException($"{values.Length} values for {places.Length} parameters", nameof(values));
        }

        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(statement, places[i]),
                long integer => raw.sqlite3_bind_int64(statement, places[i], integer),
                int integer => raw.sqlite3_bind_int64(statement, places[i], integer),
                bool flag => raw.sqlite3_bind_int64(statement, places[i], flag ? 1 : 0),
                double real => raw.sqlite3_bind_double(statement, places[i], real),
                string text => raw.sqlite3_bind_text16(statement, places[i], text),
                byte[] bytes => raw.sqlite3_bind_blob(statement, places[i], bytes),
                var other => throw new ArgumentException($"${i + 1} is a {other.GetType().Name}: give an integer, bool, double, string, byte[] or null", nameof(values)),
            });
        }
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Fault(result);
        }
    }

    private SqliteException Fault(int result) => new(raw.sqlite3_errmsg(database).utf8_to_string(), result & 0xff, raw.sqlite3_extended_errcode(database));
}
