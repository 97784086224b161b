namespace Pipeline.Store;

/// <summary>The store could not do what it was asked; the message says what, where and what to do. Nothing was stored half.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="message">What, where and what to do, for the person at the terminal.</param>
    /// <param name="cause">The engine's own error.</param>
    public StoreException(StoreFault fault, string message, Exception? cause = null)
        : base(message, cause) => Fault = fault;

    /// <summary>Why.</summary>
    public StoreFault Fault { get; }
}
