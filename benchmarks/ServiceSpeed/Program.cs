using System.Globalization;
using Pipeline.Benchmarks.ServiceSpeed;

// The same pages three ways in turn: parsed, cleaned and extracted alone; by the verb `ingest` from disk; by the service from a site on loopback.
// dotnet run -c Release --project benchmarks/ServiceSpeed -- [pages] [rounds] 2>/dev/null      (standard error is the service's log)
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("pipeline-service-speed-").FullName;
try
{
    var pages = Enumerable.Range(0, count).Select(GeneratedPages.Page).ToList();
    var saved = Directory.CreateDirectory(Path.Combine(folder, "pages")).FullName;
    for (var i = 0; i < count; i++)
    {
        await File.WriteAllBytesAsync(Path.Combine(saved, string.Create(CultureInfo.InvariantCulture, $"{i:000000}.html")), pages[i]);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} pages, {pages.Sum(page => (long)page.Length) / 1e6:N1} MB, {Environment.ProcessorCount} cores"));
    Console.WriteLine("pages/s by the clock:        bare   ingest  service  (8 hosts)   ingest takes   service reaches   (8 hosts)     processor seconds: bare  ingest service");
    var runs = new Runs(pages, folder);
    var (ingestTakes, ingestProcessor, serviceReaches, manyReach, serviceProcessor) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
    // The first round warms up.
    for (var round = 0; round <= rounds; round++)
    {
        var bare = await runs.BareAsync();
        var ingest = await runs.IngestAsync(saved);
        var service = await runs.ServeAsync(hosts: 1);
        var many = await runs.ServeAsync(hosts: 8);
        var name = round == 0 ? "warm-up" : string.Create(CultureInfo.InvariantCulture, $"round {round}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {count / bare.Wall,8:N0} {count / ingest.Wall,8:N0} {count / service.Wall,8:N0} {count / many.Wall,10:N0} {ingest.Wall / bare.Wall,12:N2} × {ingest.Wall / service.Wall,15:P0} {ingest.Wall / many.Wall,11:P0} {bare.Processor,22:N1} {ingest.Processor,7:N1} {service.Processor,7:N1}"));
        if (round > 0)
        {
            ingestTakes.Add(ingest.Wall / bare.Wall);
            ingestProcessor.Add(ingest.Processor / bare.Processor);
            serviceReaches.Add(ingest.Wall / service.Wall);
            manyReach.Add(ingest.Wall / many.Wall);
            serviceProcessor.Add(ingest.Processor / service.Processor);
        }

        foreach (var store in Directory.EnumerateFiles(folder, "*.db*"))
        {
            File.Delete(store);
        }
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"middle of {rounds} rounds"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ingest takes {Middle(ingestTakes):N2} × parse + clean + extract by the clock, {Middle(ingestProcessor):N2} × by processor time (at most 1.5)"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the service reaches {Middle(serviceReaches):P0} of ingest on one host and {Middle(manyReach):P0} on eight by the clock, {Middle(serviceProcessor):P0} on one by processor time (at least 70 %)"));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

return 0;

static double Middle(List<double> values)
{
    values.Sort();
    return values[values.Count / 2];
}
