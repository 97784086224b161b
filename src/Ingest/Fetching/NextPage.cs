using System.Globalization;
using System.Text;
using Pipeline.Ingest.Fetching.Addresses;

namespace Pipeline.Ingest.Fetching;

/// <summary>Finds the page that continues an article: <c>ID_2.html</c> beside <c>ID.html</c>, <c>ID-3.html</c> beside <c>ID-2.html</c>. The page must link to it.</summary>
/// <remarks>Only numbers are believed: 下一页 leads to the next article as often as to the next page.</remarks>
public static class NextPage
{
    /// <summary>No article has more pages; a counter that runs on is a calendar or a trap.</summary>
    public const int MostPages = 20;

    /// <summary>The next page's address; null when <paramref name="html"/> links to none.</summary>
    /// <param name="url">The page's own address.</param>
    /// <param name="html">The page in any encoding that keeps ASCII.</param>
    public static DocumentAddress? Find(Uri url, ReadOnlySpan<byte> html)
    {
        ArgumentNullException.ThrowIfNull(url);
        var file = url.AbsolutePath[(url.AbsolutePath.LastIndexOf('/') + 1)..];
        var dot = file.LastIndexOf('.');
        if (dot <= 0 || url.Query.Length > 0)
        {
            return null;
        }

        foreach (var name in Names(file[..dot]))
        {
            if (IsLinked(html, Encoding.ASCII.GetBytes(name + file[dot..])) && DocumentAddress.TryCreate(name + file[dot..], url, out var address))
            {
                return address;
            }
        }

        return null;
    }

    // Some sites count from 0: ID.html, ID_1.html. Where _1 is the first page once more, its text is known and it leads on to _2.
    private static string[] Names(string name)
    {
        var mark = name.LastIndexOfAny(['_', '-']);
        return mark > 0 && name.Length - mark is 2 or 3 && name[mark + 1] != '0' && int.TryParse(name.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number < MostPages ? [string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, mark + 1)}{number + 1}")] : []
            : [name + "_1", name + "-1", name + "_2", name + "-2"];
    }

    // The whole file name of a link: "/ID_2.html", not "XID_2.html" or "ID_2.html5".
    private static bool IsLinked(ReadOnlySpan<byte> html, ReadOnlySpan<byte> file)
    {
        for (var at = html.IndexOf(file); at >= 0;)
        {
            if (at > 0 && html[at - 1] is (byte)'/' or (byte)'"' or (byte)'\'' or (byte)'=' && at + file.Length < html.Length && html[at + file.Length] is (byte)'"' or (byte)'\'' or (byte)' ' or (byte)'>' or (byte)'#')
            {
                return true;
            }

            var next = html[(at + 1)..].IndexOf(file);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }
}
