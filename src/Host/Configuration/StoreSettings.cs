namespace Pipeline.Host.Configuration;

/// <summary>Section <c>Store</c>.</summary>
internal sealed record StoreSettings
{
    /// <summary>The store's address, as <c>--db</c> takes it; a path is read against the working directory.</summary>
    public string Db { get; init; } = "claims.db";
}
