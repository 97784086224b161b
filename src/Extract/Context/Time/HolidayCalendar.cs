using System.Globalization;
using Pipeline.Extract.Lexicons;

namespace Pipeline.Extract.Context.Time;

/// <summary>When public holidays of several days begin and end: data/lexicons/holidays.tsv. Immutable.</summary>
public sealed class HolidayCalendar
{
    private readonly Dictionary<(int Number, int Year), Period> _periods = [];

    internal HolidayCalendar(LexiconTables tables)
    {
        foreach (var row in tables.Rows("holidays.tsv", "name", 3, "number", "name", "year", "first", "last", "source"))
        {
            var (first, last) = (Day(row, "first"), Day(row, "last"));
            if (last < first)
            {
                throw row.Error($"'{row["last"]}' is before '{row["first"]}'");
            }

            _periods[((int)row.Number("number"), (int)row.Number("year"))] = new Period(first, last, TimeUnit.Day);
        }
    }

    /// <summary>The days of the holiday <paramref name="number"/> in <paramref name="year"/>; null where the table has none.</summary>
    public Period? Find(int number, int year) => _periods.TryGetValue((number, year), out var period) ? period : null;

    private static DateOnly Day(TsvRow row, string column) =>
        DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw row.Error($"column '{column}' must be a day such as 2025-10-01, found '{row[column]}'");
}
