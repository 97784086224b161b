namespace Pipeline.Store.Sqlite;

/// <summary>One step of the schema: a file src/Store/Schema/NNNN_name.sql.</summary>
/// <param name="Number">Its place in the order, 1 or more; never used twice.</param>
/// <param name="Name">The file's name without its number and ending.</param>
/// <param name="Sql">What it runs.</param>
internal sealed record SchemaStep(int Number, string Name, string Sql);
