using Pipeline.Host.CommandLine;

return await PipelineCommand.RunAsync(args, Terminal.OfProcess());
