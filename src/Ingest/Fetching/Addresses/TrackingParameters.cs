using System.Collections.Frozen;

namespace Pipeline.Ingest.Fetching.Addresses;

/// <summary>Query parameters that say how a reader came to a page, not which page it is.</summary>
internal static class TrackingParameters
{
    /// <summary>Never part of a document's identity, on any site.</summary>
    private static readonly FrozenSet<string> s_anywhere = FrozenSet.ToFrozenSet(
        [
            // advertising clicks and mail campaigns
            "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "xtor", "ref_src", "ref_url",
            // Baidu statistics, search and advertising
            "hmsr", "hmpl", "hmcu", "hmkw", "hmci", "bd_vid", "bd_source_light", "wfr",
            // Alibaba's page positions
            "spm", "scm",
            // shares from WeChat, Weibo, QQ and video apps
            "isappinstalled", "nsukey", "from_source", "share_token", "share_source", "share_medium", "share_from", "share_platform", "share_times", "sharefrom", "shareto",
            "tt_from", "timestamp_share", "vd_source", "weibo_id", "qz_gdt", "pgv_ref",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that are tracking on these sites, though they may select content elsewhere.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_bySite = new Dictionary<string, FrozenSet<string>>
    {
        ["163.com"] = Names("f", "from", "clickfrom", "spss", "spssid", "snstoken", "ver", "referfrom", "isfromothers"),
        ["sina.com.cn"] = Names("from", "cre", "mod", "loc", "r", "rfunc", "tj", "tr", "wm", "pos", "vt", "cid", "node_id"),
        ["sina.cn"] = Names("from", "cre", "mod", "loc", "r", "rfunc", "tj", "tr", "wm", "pos", "vt", "cid", "node_id"),
        ["sohu.com"] = Names("pvid", "_f", "_trans_", "_once_"),
        ["qq.com"] = Names("uid", "devid", "qimei", "openwith", "chlid", "adtag", "from"),
        ["ifeng.com"] = Names("aman", "from", "gud"),
        ["thepaper.cn"] = Names("commtag", "from"),
        ["baidu.com"] = Names("for", "searchword"),
        ["guancha.cn"] = Names("s", "from"),
        ["udn.com"] = Names("from", "list"),
        ["ltn.com.tw"] = Names("from"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Says whether <paramref name="name"/> can be cut from an address on <paramref name="host"/> without naming another document.</summary>
    public static bool Contains(string host, string name)
    {
        if (name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || s_anywhere.Contains(name))
        {
            return true;
        }

        for (var domain = host; ; domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (s_bySite.TryGetValue(domain, out var names))
            {
                return names.Contains(name);
            }

            if (!domain.Contains('.', StringComparison.Ordinal))
            {
                return false;
            }
        }
    }

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
