using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;

namespace Pipeline.Store.Watches;

/// <summary>A watch's events as an Atom feed (RFC 4287).</summary>
public static class WatchFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="events">Its events, newest first.</param>
    /// <param name="self">The feed's own address.</param>
    /// <param name="claimAddress">The address of a claim's page, by its id.</param>
    public static string ToAtom(Watch watch, IReadOnlyList<WatchEvent> events, Uri self, Func<string, Uri> claimAddress)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(claimAddress);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", $"urn:pipeline:watch:{watch.Id}");
            Element(xml, "title", watch.Name);
            Element(xml, "updated", Moment(events.Count > 0 ? events[0].At : watch.CreatedAt));
            Link(xml, self, "self");
            foreach (var fired in events)
            {
                var claim = JsonNode.Parse(fired.Body)!["claim"]!;
                xml.WriteStartElement("entry", Atom);
                Element(xml, "id", string.Create(CultureInfo.InvariantCulture, $"urn:pipeline:watch:{watch.Id}:{fired.Key}"));
                Element(xml, "title", $"{Queries.ContractNames.Of(fired.Kind)}: {claim["text"]} · {claim["subject"]} {claim["metric"]}");
                Element(xml, "updated", Moment(fired.At));
                Link(xml, claimAddress(fired.ClaimId), "alternate");
                Element(xml, "summary", (string?)claim["sentence"] ?? "");
                xml.WriteStartElement("author", Atom);
                Element(xml, "name", (string?)claim["publisher"] ?? (string?)claim["source"] ?? "unknown");
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, string.Concat(text.Where(XmlConvert.IsXmlChar)));

    private static void Link(XmlWriter xml, Uri address, string relation)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address.ToString());
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
