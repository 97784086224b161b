using System.Diagnostics;
using System.Text;

namespace Pipeline.Host.Tests.CommandLine;

/// <summary>The real program in a process and a folder of its own.</summary>
internal sealed class PipelineProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-test-");

    /// <summary>Where it runs; deleted with this object.</summary>
    public string Folder => folder.FullName;

    /// <summary>Writes a file into the folder and gives its name.</summary>
    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    /// <inheritdoc cref="File(string, string)"/>
    public string File(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return name;
    }

    /// <summary>Runs <c>pipeline</c> with <paramref name="args"/> to its end.</summary>
    public Result Run(params string[] args) => Run(input: "", args);

    /// <summary>Runs <c>pipeline</c> with <paramref name="input"/> on standard input.</summary>
    public Result Run(string input, string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input, which its exit code tells.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"pipeline {string.Join(' ', args)} did not end within {Patience}");
        }

        return new Result(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts <c>pipeline</c> with all three streams redirected; the caller ends it.</summary>
    public Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "pipeline.dll"), .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>What a run left behind.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
