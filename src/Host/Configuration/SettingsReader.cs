using System.Collections;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Pipeline.Host.CommandLine;
using Pipeline.Ingest.Fetching;
using Pipeline.Ingest.Fetching.Addresses;
using Pipeline.Ingest.Fetching.Feeds;

namespace Pipeline.Host.Configuration;

/// <summary>Reads the configuration: <c>appsettings.json</c> beside the binary, then <c>--config</c>, then the environment (<c>Fetch__DelayPerHost</c>), then options.</summary>
internal static class SettingsReader
{
    private const string OtlpVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] s_sections = ["Store", "Feeds", "Fetch", "Service", "Clean", "Extract", "Web", "Telemetry"];

    /// <summary>Sections that belong to the libraries underneath.</summary>
    private static readonly string[] s_foreignSections = ["Logging", "Kestrel", "AllowedHosts"];

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);
    private static readonly TimeSpan s_year = TimeSpan.FromDays(366);
    private static readonly TimeSpan s_century = TimeSpan.FromDays(36_525);

    /// <summary>Reads and checks everything.</summary>
    /// <param name="config">What <c>--config</c> named; null when not given.</param>
    /// <param name="db">What <c>--db</c> named; null when not given.</param>
    /// <exception cref="UsageException">A file is missing or no JSON, or values are wrong; the message names every one of them.</exception>
    public static PipelineSettings Read(FileInfo? config, string? db) => Read(Sources(config), db);

    /// <summary>The same sources for the libraries underneath, such as the levels of section <c>Logging</c>.</summary>
    /// <exception cref="UsageException">A file is missing or no JSON.</exception>
    public static IConfiguration Sources(FileInfo? config)
    {
        if (config is { Exists: false })
        {
            throw new UsageException($"configuration: {config} is not there");
        }

        var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        if (config is not null)
        {
            builder.AddJsonFile(config.FullName, optional: false);
        }

        builder.AddInMemoryCollection(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create(((string)variable.Key).Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value))
            .Where(variable => variable.Key == OtlpVariable || s_sections.Concat(s_foreignSections).Any(section => variable.Key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase))));
        try
        {
            return builder.Build();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"configuration: {e.Message}{(e.InnerException is { } inner ? $" {inner.Message}" : "")}");
        }
    }

    internal static PipelineSettings Read(IConfiguration configuration, string? db)
    {
        var problems = new List<string>();
        foreach (var section in configuration.GetChildren().Where(s => !s_sections.Concat(s_foreignSections).Append(OtlpVariable).Contains(s.Key, StringComparer.OrdinalIgnoreCase)))
        {
            problems.Add($"{section.Key} is no section; there are {string.Join(", ", s_sections)}");
        }

        var (fetch, service) = Fetch(configuration, problems);
        var settings = new PipelineSettings
        {
            Store = Store(configuration, db, problems),
            Feeds = Feeds(configuration, problems),
            Fetch = fetch,
            Service = service,
            Clean = Clean(configuration, problems),
            Extract = Extract(configuration, problems),
            Web = Web(configuration, problems),
            Telemetry = Telemetry(configuration, problems),
        };
        return problems.Count == 0 ? settings : throw new UsageException("configuration: " + string.Join($"{Environment.NewLine}pipeline: configuration: ", problems));
    }

    private static StoreSettings Store(IConfiguration configuration, string? db, List<string> problems)
    {
        var section = Section(configuration, "Store", problems);
        var settings = new StoreSettings { Db = section.Text("Db", "claims.db")! };
        section.RefuseUnknownKeys();
        return db is null ? settings : settings with { Db = db };
    }

    private static (FetchSettings Fetch, ServiceSettings Service) Fetch(IConfiguration configuration, List<string> problems)
    {
        var (fetch, service) = (new FetchSettings(), new ServiceSettings());
        var section = Section(configuration, "Fetch", problems);
        fetch = fetch with
        {
            UserAgent = section.Text("UserAgent", fetch.UserAgent)!,
            DelayPerHost = section.Time("DelayPerHost", fetch.DelayPerHost, TimeSpan.Zero, s_day),
            Timeout = section.Time("Timeout", fetch.Timeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            MaxBytes = section.Integer("MaxBytes", fetch.MaxBytes, 1_000, 1_000_000_000),
            MaxRedirects = section.Integer("MaxRedirects", fetch.MaxRedirects, 0, 50),
            RespectRobots = section.Flag("RespectRobots", fetch.RespectRobots),
            AllowPrivateNetworks = section.Flag("AllowPrivateNetworks", fetch.AllowPrivateNetworks),
            MaxConcurrent = section.Integer("MaxConcurrent", fetch.MaxConcurrent, 1, 1_000),
            Retries = section.Integer("Retries", fetch.Retries, 0, 10),
            RetryDelay = section.Time("RetryDelay", fetch.RetryDelay, s_tick, TimeSpan.FromMinutes(10)),
            BreakDuration = section.Time("BreakDuration", fetch.BreakDuration, TimeSpan.FromMilliseconds(500), s_day),
            LongestWait = section.Time("LongestWait", fetch.LongestWait, TimeSpan.Zero, TimeSpan.FromHours(1)),
        };
        if (!fetch.UserAgent.StartsWith(fetch.ProductToken, StringComparison.Ordinal) || fetch.UserAgent.AsSpan().ContainsAnyInRange('\0', '\x1f') || fetch.UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            section.Refuse("UserAgent", fetch.UserAgent, "a name of ASCII letters, - and _, then anything in ASCII: 'desk-reader/1.0 (+https://desk.example)'");
        }

        service = service with
        {
            MaxAttempts = section.Integer("MaxAttempts", service.MaxAttempts, 1, 1_000),
            TryAgainAfter = section.Time("TryAgainAfter", service.TryAgainAfter, s_tick, s_day),
            RefetchAfter = section.List("RefetchAfter", service.RefetchAfter, TryReadRefetch, $"a time as hh:mm:ss or d.hh:mm:ss, up to {s_year:c}"),
        };
        section.RefuseUnknownKeys();

        section = Section(configuration, "Service", problems);
        service = service with
        {
            Workers = section.Integer("Workers", service.Workers, 1, 256),
            QueueLength = section.Integer("QueueLength", service.QueueLength, 1, 10_000),
            PagesPerHost = section.Integer("PagesPerHost", service.PagesPerHost, 1, 10_000),
            DrainWithin = section.Time("DrainWithin", service.DrainWithin, TimeSpan.Zero, TimeSpan.FromHours(1)),
            WatchEvery = section.Time("WatchEvery", service.WatchEvery, s_tick, s_day),
        };
        section.RefuseUnknownKeys();
        return (fetch, service);
    }

    private static bool TryReadRefetch(string text, out TimeSpan after) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out after) && text.Contains(':', StringComparison.Ordinal) && after >= s_tick && after <= s_year;

    private static List<FeedSettings> Feeds(IConfiguration configuration, List<string> problems)
    {
        var feeds = new List<FeedSettings>();
        var list = configuration.GetSection("Feeds");
        if (list.Value is { Length: > 0 } text)
        {
            problems.Add($"Feeds must be a list of sections with a Url each, found '{text}'");
        }

        foreach (var child in list.GetChildren())
        {
            if (!int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                problems.Add($"Feeds must be a list of sections with a Url each, found the key {child.Key}");
                break;
            }

            var section = new SettingsSection(child, problems);
            var url = section.Text("Url", null);
            var kind = section.Text("Kind", "rss")!;
            var every = section.Time("Every", TimeSpan.FromMinutes(10), s_tick, s_year);
            var links = section.Text("Links", null);
            var silentAfter = section.Time("SilentAfter", s_day, s_tick, s_year);
            // A sitemap may name a site's whole archive; a feed names its newest, however old.
            var maxAge = section.Time("MaxAge", kind.Equals("sitemap", StringComparison.OrdinalIgnoreCase) ? s_month : TimeSpan.MaxValue, s_tick, s_century);
            section.RefuseUnknownKeys();
            if (child.Value is not null)
            {
                continue;
            }

            if (!DocumentAddress.TryCreate(url, null, out var address))
            {
                section.Refuse("Url", url ?? "", "an http or https address");
                continue;
            }

            if (feeds.Exists(feed => feed.Address.Key == address.Key))
            {
                section.Refuse("Url", url!, "named once");
            }

            if (!Enum.TryParse<FeedKind>(kind, ignoreCase: true, out var parsedKind) || !Enum.IsDefined(parsedKind) || char.IsAsciiDigit(kind[0]))
            {
                section.Refuse("Kind", kind, "rss, sitemap or list");
            }

            LinkPattern? pattern = null;
            if (links is not null && (parsedKind != FeedKind.List || !LinkPattern.TryParse(links, out pattern)))
            {
                section.Refuse("Links", links, "a pattern of addresses with * for any characters, on a feed of kind list");
            }

            feeds.Add(new FeedSettings(address, parsedKind, every, pattern, silentAfter, maxAge == TimeSpan.MaxValue ? null : maxAge));
        }

        return feeds;
    }

    private static CleanSettings Clean(IConfiguration configuration, List<string> problems)
    {
        var section = Section(configuration, "Clean", problems);
        var settings = new CleanSettings { Publishers = section.List<string>("Publishers", [], TryReadFolder, "a folder that is there") };
        section.RefuseUnknownKeys();
        return settings;
    }

    private static ExtractSettings Extract(IConfiguration configuration, List<string> problems)
    {
        var section = Section(configuration, "Extract", problems);
        var settings = new ExtractSettings { Lexicons = section.List<string>("Lexicons", [], TryReadFolder, "a folder that is there"), Segmenter = Segmenter(section) };
        section.RefuseUnknownKeys();
        return settings;
    }

    private static SegmenterKind Segmenter(SettingsSection section)
    {
        const string key = "Segmenter";
        var name = section.Text(key, "jieba")!;
        if (name.Equals("jiebanet", StringComparison.OrdinalIgnoreCase))
        {
#if JIEBANET
            return SegmenterKind.JiebaNet;
#else
            section.Refuse(key, name, "jieba: this build has no jieba.NET, which 'dotnet build -p:JiebaNet=true' adds");
#endif
        }
        else if (!name.Equals("jieba", StringComparison.OrdinalIgnoreCase))
        {
            section.Refuse(key, name, "jieba or jiebanet");
        }

        return SegmenterKind.Jieba;
    }

    private static bool TryReadFolder(string text, out string folder)
    {
        folder = text;
        return Directory.Exists(text);
    }

    private static WebSettings Web(IConfiguration configuration, List<string> problems)
    {
        var section = Section(configuration, "Web", problems);
        var settings = new WebSettings { Token = section.Text("Token", null), AllowedHosts = section.List<string>("AllowedHosts", [], TryReadHost, "a host name without scheme and port: desk.example") };
        if (section.Text("Urls", null) is { } urls)
        {
            settings = settings with { Urls = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
            if (settings.Urls.Count == 0 || !settings.Urls.All(IsListenable))
            {
                section.Refuse("Urls", urls, "addresses as http://HOST:PORT, separated by ;");
            }
        }

        section.RefuseUnknownKeys();
        return settings;
    }

    private static bool TryReadHost(string text, out string host)
    {
        host = text.Trim();
        return Uri.CheckHostName(host) is not UriHostNameType.Unknown;
    }

    /// <summary>The server also takes <c>*</c> and <c>+</c> for any host.</summary>
    private static bool IsListenable(string url) =>
        Uri.TryCreate(url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal), UriKind.Absolute, out var parsed)
        && parsed.Scheme is "http" or "https" && parsed.AbsolutePath == "/";

    private static TelemetrySettings Telemetry(IConfiguration configuration, List<string> problems)
    {
        var section = Section(configuration, "Telemetry", problems);
        var text = section.Text("OtlpEndpoint", configuration[OtlpVariable]);
        section.RefuseUnknownKeys();
        if (string.IsNullOrEmpty(text))
        {
            return new TelemetrySettings();
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            section.Refuse("OtlpEndpoint", text, "an http or https address");
        }

        return new TelemetrySettings { OtlpEndpoint = endpoint };
    }

    private static SettingsSection Section(IConfiguration configuration, string name, List<string> problems) => new(configuration.GetSection(name), problems);
}
