using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Extract.Lexicons;
using Pipeline.Extract.Model;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Configuration;
using Pipeline.Host.Reading;
using Pipeline.Host.Tests.Service;
using Pipeline.Tests.Shared;

namespace Pipeline.Host.Tests.Reading;

/// <summary>A row in the user's folder reaches every table, in either script, and a running service takes it up.</summary>
public sealed class UserLexiconTests : IDisposable
{
    private static readonly PublicationTime Published = new(new DateOnly(2025, 11, 10));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lexicons-");
    private readonly ShiftedClock _clock = new();

    /// <summary>Table, row, text, the field that it decides, what it is without the row and with it.</summary>
    public static TheoryData<string, string, string, string, string, string> Rows => new()
    {
        { "classifiers", "篾筐\tthing\t-\tmine", "公司售出5万篾筐。", "unit", "no claim", "篾筐" },
        { "classifiers", "簸籮\tthing\t-\tmine", "公司售出5萬簸籮。", "unit", "no claim", "簸箩" },
        { "companies", "东山\t东山集团\tmine", "东山营收达5亿元。", "subject_id", "null", "东山集团" },
        { "companies", "東山\t东山集团\tmine", "東山營收達5億元。", "subject_id", "null", "东山集团" },
        { "context_cues", "learns\t探悉\tmine", "记者从青岛海关探悉，全国有5万人报名。", "speaker", "null", "青岛海关" },
        { "context_cues", "learns\t獲知\tmine", "記者從青島海關獲知，全國有5萬人報名。", "speaker", "null", "青島海關" },
        { "context_cues", "-\t获悉\t-", "记者从青岛海关获悉，全国有5万人报名。", "speaker", "青岛海关", "null" },
        { "currencies", "贝币\tXAU\t1\tafter\t-\tmine", "公司营收5万贝币。", "unit", "no claim", "XAU" },
        { "currencies", "貝幣\tXAU\t1\tafter\t-\tmine", "公司營收5萬貝幣。", "unit", "no claim", "XAU" },
        { "currency_regions", "嶺南埠\tHKD\tsure\tmine", "嶺南埠的公司營收達5億元。", "unit", "TWD", "HKD" },
        { "entities", "东山\t东山集团\tcompany\tmine", "东山营收达5亿元。", "subject_id", "null", "东山集团" },
        { "entities", "東山\t东山集团\tcompany\tmine", "東山營收達5億元。", "subject_id", "null", "东山集团" },
        { "holidays", "7\t国庆\t2025\t2025-10-01\t2025-10-07\tmine", "东山公司国庆假期营收5亿元。", "time", "2025-10-01/2025-10-08", "2025-10-01/2025-10-07" },
        { "holidays", "7\t國慶\t2025\t2025-10-10\t2025-10-12\tmine", "東山公司國慶假期營收5億元。", "time", "2025-10-01/2025-10-08", "2025-10-10/2025-10-12" },
        { "metrics", "顺差额\ttrade\tlevel\tmine", "东山集团顺差额达5亿元。", "metric_id", "null", "trade" },
        { "metrics", "順差額\ttrade\tlevel\tmine", "東山集團順差額達5億元。", "metric_id", "null", "trade" },
        { "modality", "板上钉钉要\tforecast\tmine", "公司板上钉钉要达到5亿元。", "modality", "asserted", "forecast" },
        { "modality", "板上釘釘要\tforecast\tmine", "公司板上釘釘要達到5億元。", "modality", "asserted", "forecast" },
        { "modality", "有望\t-\t-", "公司有望达到5亿元。", "modality", "forecast", "asserted" },
        { "modifiers", "堪堪\tbefore\tabout\t-\tmine", "公司营收堪堪5亿元。", "bound", "exact", "about" },
        { "modifiers", "將將\tbefore\tabout\t-\tmine", "公司營收將將5億元。", "bound", "exact", "about" },
        { "name_words", "商號\tlegal\tmine", "大禹開創數碼商號營收5億元。", "subject", "大禹", "大禹開創數碼商號" },
        { "name_words", "有限公司\t-\t-", "大禹开创数码有限公司营收5亿元。", "subject", "大禹开创数码有限公司", "大禹" },
        { "number_cues", "duration_measured\tbefore\t蓄电\tmine", "该机蓄电10小时。", "unit", "no claim", "h" },
        { "number_cues", "duration_measured\tbefore\t蓄電\tmine", "該機蓄電10小時。", "unit", "no claim", "h" },
        { "number_words", "五十元馆\tname\tmine", "记者在五十元馆采访。", "unit", "CNY", "no claim" },
        { "number_words", "五十元館\tname\tmine", "記者在五十元館採訪。", "unit", "CNY", "no claim" },
        { "roles", "制造大户\tgeneric\tmine", "东山集团昨日停产。制造大户营收5亿元。", "metric", "制造大户营收", "营收" },
        { "roles", "製造大戶\tgeneric\tmine", "東山集團昨日停產。製造大戶營收5億元。", "metric", "制造大户营收", "营收" },
        { "source_nouns", "联络点\tbody\tmine", "东山联络点：全国有5万人报名。", "speaker", "null", "东山联络点" },
        { "source_nouns", "聯絡點\tbody\tmine", "東山聯絡點：全國有5萬人報名。", "speaker", "null", "東山聯絡點" },
        { "speech_verbs", "直言不讳道\tsay\tmine", "教育部直言不讳道全国有5万人报名。", "speaker", "null", "教育部" },
        { "speech_verbs", "直言不諱道\tsay\tmine", "教育部直言不諱道全國有5萬人報名。", "speaker", "null", "教育部" },
        { "speech_verbs", "直言不讳道\tsay\tmine", "教育部直言不讳道全国报名人数达5万人。", "subject", "道全国", "全国" },
        { "surnames", "茅\tmine", "茅以升：全国有5万人报名。", "speaker", "null", "茅以升" },
        { "surnames", "鄭\t-", "郑成功：全国有5万人报名。", "speaker", "郑成功", "null" },
        { "time_words", "霜降旺季\tpoint\tquarter\tpublication\t0\t4\t4\t0\tmine", "东山公司霜降旺季营收5亿元。", "time", "null", "2025-10/2025-12" },
        { "time_words", "霜降檔期\tpoint\tquarter\tpublication\t0\t4\t4\t0\tmine", "東山公司霜降檔期營收5億元。", "time", "null", "2025-10/2025-12" },
        { "units", "箩\tkg\tmass\t50\t-\t-\t-\t-\tmine", "全村收稻3箩。", "unit", "no claim", "kg" },
        { "units", "籮\tkg\tmass\t50\t-\t-\t-\t-\tmine", "全村收稻3籮。", "unit", "no claim", "kg" },
        { "verbs", "奔腾\tchange\tup\t-\tmine", "东山集团营收奔腾12%。", "direction", "null", "up" },
        { "verbs", "奔騰\tchange\tup\t-\tmine", "東山集團營收奔騰12%。", "direction", "null", "up" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_counts_from_the_next_article_on(string table, string row, string text, string field, string before, string after)
    {
        var extractor = new LiveExtractor(new ExtractSettings { Lexicons = [_folder.FullName] }, _clock, NullLogger<LiveExtractor>.Instance);
        Assert.Equal(before, Field(extractor, text, field));

        var header = File.ReadLines(Repository.PathTo("data", "lexicons", table + ".tsv")).First(static line => line[0] != '#');
        Write(table + ".tsv", $"{header}\n{row}\n");
        _clock.PutForward(LiveExtractor.LookEvery);
        Assert.Equal(after, Field(extractor, text, field));
    }

    [Fact]
    public void Every_table_is_among_them() =>
        Assert.Equal(LexiconTables.Names, Rows.Select(static row => row.Data.Item1 + ".tsv").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_row_of_another_key_adds_to_a_word_that_has_several_roles()
    {
        Write("roles.tsv", "word\trole\tsource\n资料\ttrade\tmine\n");
        Assert.True(Lexicons().Context.TryGet("资料", out var sense));
        Assert.Equal(Extract.Context.WordRoles.Document | Extract.Context.WordRoles.Trade, sense.Roles);
    }

    [Fact]
    public void A_row_that_says_nothing_takes_the_word_out_and_others_may_say_it_anew()
    {
        Write("roles.tsv", "word\trole\tsource\n财报\t-\t-\n财报\ttrade\tmine\n全球\t-\t-\n");
        Assert.True(Lexicons().Context.TryGet("财报", out var sense));
        Assert.Equal(Extract.Context.WordRoles.Trade, sense.Roles);
        Assert.False(Lexicons().Context.TryGet("全球", out _));
    }

    [Fact]
    public void A_file_of_another_name_is_refused_with_the_names_that_are_known()
    {
        Write("speechverbs.tsv", "word\tsense\tsource\n");
        var message = Assert.Throws<UsageException>(Lexicons).Message;
        Assert.All(LexiconTables.Names.Append(Path.Combine(_folder.FullName, "speechverbs.tsv")), name => Assert.Contains(name, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("time_words.tsv", "word\tsense\tunit\tanchor\tyear\tfirst\tlast\tshift\tsource\n霜降\tsoon\t-\t-\t0\t0\t0\t0\tmine\n", "time_words.tsv:2", "sense")]
    [InlineData("holidays.tsv", "number\tname\tyear\tfirst\tlast\tsource\n7\t国庆\t2027\t10月1日\t10月7日\tmine\n", "holidays.tsv:2", "must be a day such as 2025-10-01")]
    [InlineData("holidays.tsv", "number\tname\tyear\tfirst\tlast\tsource\n7\t国庆\t2027\t2027-10-07\t2027-10-01\tmine\n", "holidays.tsv:2", "is before")]
    [InlineData("modifiers.tsv", "word\tside\tbound\tnot_beside\tsource\n堪堪\tbehind\tabout\t-\tmine\n", "modifiers.tsv:2", "before, ahead, after")]
    [InlineData("surnames.tsv", "name\tsource\n", "surnames.tsv:1", "header")]
    [InlineData("modality.tsv", "word\tsense\tsource\n有望\tforecast\tmine\n有望\tplan\tmine\n", "modality.tsv:3", "line 2")]
    [InlineData("context_cues.tsv", "cue\tword\tsource\nlearned\t探悉\tmine\n", "context_cues.tsv:2", "learns")]
    public void A_bad_row_is_told_with_file_and_line(string table, string content, string place, string problem)
    {
        Write(table, content);
        var message = Assert.Throws<UsageException>(Lexicons).Message;
        Assert.Contains(place, message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Field(LiveExtractor extractor, string text, string field)
    {
        var claims = extractor.Extract(new Article
        {
            Id = "a", Text = text, PublishedAt = Published, Language = "zh", Source = "test",
        });
        if (claims.Count == 0)
        {
            return "no claim";
        }

        var claim = Assert.Single(claims);
        return field switch
        {
            "unit" => claim.Unit,
            "speaker" => claim.Speaker,
            "subject" => claim.Subject,
            "subject_id" => claim.SubjectId,
            "metric" => claim.Metric,
            "metric_id" => claim.MetricId,
            "modality" => claim.Modality.ToString().ToLowerInvariant(),
            "bound" => claim.Bound.ToString().ToLowerInvariant(),
            "time" => claim.Time,
            "direction" => claim.Direction?.ToString().ToLowerInvariant(),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "is no field of the table above"),
        } ?? "null";
    }

    private LexiconSet Lexicons() => ExtractorOpening.Lexicons(new ExtractSettings { Lexicons = [_folder.FullName] });

    private void Write(string name, string table) => File.WriteAllText(Path.Combine(_folder.FullName, name), table);
}
