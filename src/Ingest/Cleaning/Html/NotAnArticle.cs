using Pipeline.Ingest.Publishers;

namespace Pipeline.Ingest.Cleaning.Html;

/// <summary>Says why a page holds no article: lists, front pages, empty, script-rendered and error pages.</summary>
internal static class NotAnArticle
{
    /// <summary>With fewer Chinese characters a page without date and headline is no article; the shortest real news flash seen has 71 characters.</summary>
    private const int ShortestArticle = 30;

    /// <summary>With fewer Chinese characters nothing is: a flash of 40 characters with two figures has this many.</summary>
    public const int ShortestFlash = 18;

    /// <summary>Characters below which a text must stand out of its page to be an article.</summary>
    private const int ShortArticle = 200;

    /// <summary>A page with so many lines of links is part of a site, and a site's articles state their time or source.</summary>
    private const int LinksOfASite = 10;

    /// <summary>No news says so to its reader.</summary>
    private static readonly string[] ErrorWords =
        ["页面不存在", "頁面不存在", "404 Not Found", "您访问的", "您所访问的", "您要查看的", "您要访问的", "您要找的", "您瀏覽的網頁", "访问出错", "页面找不到", "找不到頁面", "找不到页面", "网页不存在", "文章不存在",
        "頁面已不存在", "页面已删除", "已被删除", "內容不存在", "内容不存在", "已過查詢時效", "您的访问", "您的请求", "您的浏览器", "您的瀏覽器"];

    /// <summary>News may say so as well; a page without time, source and author does not.</summary>
    private static readonly string[] NoticeWords =
        ["安全验证", "验证码", "自动跳转", "正在跳转", "即将跳转", "已经下线", "已下线", "已下架", "无法访问", "请先登录", "登录后", "請先登入", "登入後", "暂无内容", "没有找到", "条结果", "出错了", "系统繁忙", "过于频繁", "JavaScript", "会员专享", "訂戶專享"];

    /// <summary>Why no line of a page is text.</summary>
    public static string WhyNoText(Page page) =>
        page.Lines.Count == 0 ? "the page holds no text; if a browser shows some, it is written by a script: save the page from the browser"
        : "no paragraph of text, only menus, links or fragments";

    /// <summary>Why a cleaned page is no article; null when it is one.</summary>
    public static string? Why(Page page, CleanedText cleaned, IReadOnlyList<int> containers, Layout? layout, string? url, bool isDated)
    {
        var (han, marks) = (0, 0);
        foreach (var paragraph in cleaned.Paragraphs)
        {
            foreach (var c in paragraph)
            {
                han += c is >= '\u3400' and <= '\u9fff' ? 1 : 0;
                marks += c is '。' or '，' or '！' or '？' or '；' ? 1 : 0;
            }
        }

        // Where a site's own file names the body, or a headline and a date stand over it, a single sentence is news.
        var least = layout is not null || (isDated && HasHeading(page)) ? ShortestFlash : ShortestArticle;
        if (han < least || marks == 0)
        {
            return page.HoldsList ? "a list of summaries" : han == 0 ? "it holds no Chinese text" : "no paragraph of text, only menus, links or fragments";
        }

        var title = page.Metadata.DocumentTitle ?? "";
        if (han < ShortArticle && (Says(ErrorWords) || (!isDated && Says(NoticeWords))))
        {
            return "an error page";
        }

        bool Says(string[] words) => Array.Exists(words, w => title.Contains(w, StringComparison.Ordinal) || cleaned.Paragraphs[0].Contains(w, StringComparison.Ordinal));

        if (layout is not null)
        {
            return null;
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.AbsolutePath is "/" or "/index.html" or "/index.htm" && address.Query.Length == 0)
        {
            return "the front page of a site";
        }

        var links = 0;
        foreach (var line in page.Lines)
        {
            links += line.LinkShare > 0.9 ? 1 : 0;
        }

        var (inside, linked, text) = (0, 0, 0);
        foreach (var container in containers)
        {
            var (from, to) = page.LinesOf(container);
            for (var i = from; i < to; i++)
            {
                var isLink = page.Lines[i].LinkShare > 0.9;
                inside += isLink ? 1 : 0;
                linked += isLink ? page.Lines[i].Length : 0;
                text += page.Lines[i].IsProse ? page.Lines[i].Length : 0;
            }
        }

        return inside > LinksOfASite && linked > text ? "a list of links"
            : links >= LinksOfASite && !isDated && !(HasHeading(page) && cleaned.Paragraphs.Count > 1) ? "it states no time of publication, no source and no author, as a list, a front page or a document does"
            : null;
    }

    private static bool HasHeading(Page page) => page.TitleLine >= 0 && page.Lines[page.TitleLine].Is(LineFlags.Heading);
}
