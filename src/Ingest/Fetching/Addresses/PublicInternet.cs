using System.Net;
using System.Net.Sockets;

namespace Pipeline.Ingest.Fetching.Addresses;

/// <summary>Tells addresses of the public internet from those inside somebody's network.</summary>
/// <remarks>
/// Sources: the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates) and the IANA multicast registries.
/// What is not known to be public is refused.
/// </remarks>
public static class PublicInternet
{
    private static readonly IPNetwork[] s_special4 =
    [
        IPNetwork.Parse("0.0.0.0/8"),          // this network, RFC 791
        IPNetwork.Parse("10.0.0.0/8"),         // private, RFC 1918
        IPNetwork.Parse("100.64.0.0/10"),      // carrier-grade NAT, RFC 6598
        IPNetwork.Parse("127.0.0.0/8"),        // loopback, RFC 1122
        IPNetwork.Parse("168.63.129.16/32"),   // metadata and agent channel inside Azure, an address out of public space
        IPNetwork.Parse("169.254.0.0/16"),     // link-local and cloud metadata, RFC 3927
        IPNetwork.Parse("172.16.0.0/12"),      // private, RFC 1918
        IPNetwork.Parse("192.0.0.0/24"),       // protocol assignments, RFC 6890
        IPNetwork.Parse("192.0.2.0/24"),       // documentation, RFC 5737
        IPNetwork.Parse("192.88.99.0/24"),     // 6to4 relays, RFC 7526
        IPNetwork.Parse("192.168.0.0/16"),     // private, RFC 1918
        IPNetwork.Parse("198.18.0.0/15"),      // benchmarking, RFC 2544
        IPNetwork.Parse("198.51.100.0/24"),    // documentation, RFC 5737
        IPNetwork.Parse("203.0.113.0/24"),     // documentation, RFC 5737
        IPNetwork.Parse("224.0.0.0/4"),        // multicast, RFC 5771
        IPNetwork.Parse("240.0.0.0/4"),        // reserved and broadcast, RFC 1112
    ];

    /// <summary>The only block from which global unicast addresses are given out (RFC 4291, 2.4).</summary>
    private static readonly IPNetwork s_globalUnicast6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_special6 =
    [
        IPNetwork.Parse("2001::/23"),          // protocol assignments, Teredo among them, RFC 2928 and 4380
        IPNetwork.Parse("2001:db8::/32"),      // documentation, RFC 3849
        IPNetwork.Parse("2002::/16"),          // 6to4, which can carry a private IPv4 address, RFC 3056
        IPNetwork.Parse("3fff::/20"),          // documentation, RFC 9637
    ];

    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");   // RFC 6052: the last 32 bits are the IPv4 address

    /// <summary>Says whether <paramref name="address"/> is a unicast address of the public internet.</summary>
    /// <remarks>IPv4 addresses inside IPv6 ones (mapped, NAT64, ISATAP) are judged by the IPv4 address that traffic would reach.</remarks>
    public static bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(s_special4, network => network.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.ScopeId == 0 && s_nat64.Contains(address))
        {
            return Contains(new IPAddress(bytes[12..]));
        }

        var unscoped = new IPAddress(bytes);
        if (!s_globalUnicast6.Contains(unscoped) || Array.Exists(s_special6, network => network.Contains(unscoped)))
        {
            return false;
        }

        // ISATAP (RFC 5214): an interface identifier ::[0|2]00:5efe:a.b.c.d ends at an IPv4 host.
        var isatap = bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
        return !isatap || Contains(new IPAddress(bytes[12..]));
    }
}
