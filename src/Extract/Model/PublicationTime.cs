using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Extract.Model;

/// <summary>A date, with clock time and offset only where the source states a clock.</summary>
/// <remarks>Chinese pages give local time; a clock without an offset is read as +08:00, the offset of every place the supported outlets publish from.</remarks>
[JsonConverter(typeof(PublicationTimeJsonConverter))]
public readonly record struct PublicationTime
{
    /// <summary>The offset of Beijing, Taipei and Hong Kong.</summary>
    public static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>A day without a clock.</summary>
    public PublicationTime(DateOnly date) => Date = date;

    /// <summary>A moment.</summary>
    public PublicationTime(DateTimeOffset moment) => (Date, Moment) = (DateOnly.FromDateTime(moment.DateTime), moment);

    /// <summary>The day, in the source's own offset.</summary>
    public DateOnly Date { get; }

    /// <summary>The moment, or null where only the day is stated.</summary>
    public DateTimeOffset? Moment { get; }

    /// <summary>Reads ISO 8601: a date, or a date and time with or without an offset.</summary>
    /// <returns>False when <paramref name="text"/> is neither.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PublicationTime time)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            time = new PublicationTime(date);
            return true;
        }

        // The parser would also take a bare clock or year; only a full date counts here.
        if (text.Length >= 16 && char.IsAsciiDigit(text[3]) && text[4] is '-' or '/'
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var clock))
        {
            time = clock.Kind == DateTimeKind.Unspecified
                ? new PublicationTime(new DateTimeOffset(clock, ChinaOffset))
                : new PublicationTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
            return true;
        }

        time = default;
        return false;
    }

    /// <summary>ISO 8601: <c>2025-11-01</c> or <c>2025-11-01T08:30:00+08:00</c>.</summary>
    public override string ToString() =>
        Moment is { } moment ? moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal sealed class PublicationTimeJsonConverter : JsonConverter<PublicationTime>
    {
        public override PublicationTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var time) ? time : throw new JsonException($"'{reader.GetString()}' is no ISO 8601 date or time");

        public override void Write(Utf8JsonWriter writer, PublicationTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
