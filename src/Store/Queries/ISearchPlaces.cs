namespace Pipeline.Store.Queries;

/// <summary>What a query needs to know of a store before the words of the index can be named.</summary>
internal interface ISearchPlaces
{
    /// <summary>The smallest and largest value of a unit, as places on the number line (<see cref="ValueWords.Place"/>); null when no claim has it.</summary>
    (int Low, int High)? ExtentOf(string unit);

    /// <summary>The facets of the outlets whose name holds the words or whose host is or ends in them, and of the articles at an address or in a file of that name.</summary>
    IEnumerable<string> FacetsOfSource(string source);
}
