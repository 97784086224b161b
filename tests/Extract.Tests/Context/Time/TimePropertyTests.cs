using FsCheck;
using FsCheck.Fluent;
using Pipeline.Extract.Context;
using Pipeline.Extract.Context.Time;
using Pipeline.Extract.Model;
using Pipeline.Extract.Text;

namespace Pipeline.Extract.Tests.Context.Time;

public sealed class TimePropertyTests
{
    private static readonly Gen<string> TimeLike =
        Gen.ArrayOf(Gen.Elements("0123456789一二三十廿年月日号季度半上下前后近去今昨底初末至-~、个内第QH周点时:.晚财民国同期 ".ToCharArray())).Select(units => new string(units));

    [Fact]
    public void Any_string_gives_ordered_spans_inside_it_and_resolves_without_error() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? string.Empty)));

    [Fact]
    public void Any_string_of_time_words_gives_ordered_spans_inside_it_and_resolves_without_error() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(TimeLike.ToArbitrary(), Holds));

    [Fact]
    public void A_long_run_of_digits_holds_no_time_and_ends() =>
        Assert.Empty(Find(new string('1', 1_000_000)));

    [Fact]
    public void Every_day_of_the_calendar_is_read_back() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), offset =>
        {
            var day = new DateOnly(1900, 1, 1).AddDays(offset);
            var found = Find($"{day.Year}年{day.Month}月{day.Day}日");
            return found.Count == 1 && TimeResolver.Resolve(found[0], default)?.ToIso() == day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        }));

    private static bool Holds(string text)
    {
        var found = Find(text);
        var end = 0;
        foreach (var expression in found)
        {
            if (expression.Span.Start < end || expression.Span.Length == 0 || expression.Span.End > text.Length)
            {
                return false;
            }

            end = expression.Span.End;
        }

        foreach (var published in new DateOnly?[] { null, new(2024, 2, 29), DateOnly.MinValue, DateOnly.MaxValue })
        {
            foreach (var isAhead in new[] { false, true })
            {
                if (TimeResolver.ResolveAll(found, published, isAhead).Any(period => period is { } p && (p.Last < p.First || p.ToIso().Length < 4)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static List<TimeExpression> Find(string text)
    {
        var found = new List<TimeExpression>();
        CircumstanceLexicon.BuiltIn.Times.Find(TextFold.Fold(text), new TextSpan(0, text.Length), found);
        return found;
    }
}
