namespace Pipeline.Host.CommandLine;

/// <summary>What the process tells its caller (docs/contract.md, section 5).</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Some input failed; the rest is done and kept.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line or the configuration is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM, as shells expect it (128 + SIGINT); what was reported done is kept.</summary>
    public const int Interrupted = 130;
}
