namespace Pipeline.Host.Web;

/// <summary>A file of the page, ready to be sent.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">As it is.</param>
/// <param name="Brotli">Compressed; null where that saves nothing.</param>
/// <param name="Tag">Its entity tag.</param>
internal sealed record PageAsset(string MediaType, byte[] Bytes, byte[]? Brotli, string Tag);
