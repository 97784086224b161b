namespace Pipeline.Host.Api;

/// <summary>Tells the desk what the background service is doing; none is registered where no service runs.</summary>
internal interface IServiceProgressSource
{
    /// <summary>As of now; asked for every two seconds at most.</summary>
    ServiceProgress Read();
}
