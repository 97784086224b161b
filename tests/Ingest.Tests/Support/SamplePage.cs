using System.Text;

namespace Pipeline.Ingest.Tests.Support;

/// <summary>A plain page about a company that does not exist.</summary>
internal static class SamplePage
{
    public const string Text = "远山科技周三公布，前三季度营业收入为128.6亿元，同比增长12.3%。\n公司表示，芯片业务占总营收的三成，毛利率提高两个百分点。";

    public static string Html(string title = "远山科技营收增长12.3%") => $"""
        <!doctype html><html><head><meta charset="utf-8"><title>{title}_示例新闻网</title></head><body>
        <h1>{title}</h1><p>2025-10-30 08:15 来源：示例日报</p>
        <div class="content"><p>{Text.Replace("\n", "</p><p>", StringComparison.Ordinal)}</p><p>（责任编辑：某某）</p></div></body></html>
        """;

    public static byte[] Bytes(string title = "远山科技营收增长12.3%") => Encoding.UTF8.GetBytes(Html(title));
}
