using System.CommandLine;

var root = new RootCommand("Reads Chinese-language news and tells fact-checkers which numbers it claims.");
return await root.Parse(args).InvokeAsync();
