using Pipeline.Store.Frontier;

namespace Pipeline.Host.Service;

/// <summary>A page on its way to the store: all that is left is to record it.</summary>
/// <param name="Report">What became of it.</param>
/// <param name="Started">When its fetch began, as the clock's timestamp.</param>
internal sealed record SettledPage(PageReport Report, long Started);
