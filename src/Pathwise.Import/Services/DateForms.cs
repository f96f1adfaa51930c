using System.Globalization;
using System.Text.RegularExpressions;
using Pathwise.Import.Binary;

namespace Pathwise.Import.Services;

/// <summary>In which form a column writes dates, and what to say of it.</summary>
internal sealed partial record DateForms(string[] Forms, string Note)
{
    private static readonly string[] International =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFF", "yyyy-MM-dd'T'HH:mm:ss.FFF", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy/MM/dd", "yyyy/MM/dd HH:mm", "yyyy/MM/dd HH:mm:ss",
    ];

    private static readonly string[] Times = ["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt"];

    /// <summary>The form that all values have, null where there is none; a day and a month that cannot be told apart are no date.</summary>
    public static DateForms? Of(IReadOnlyList<string> values)
    {
        if (values.Count == 0 || !values.All(value => value.Length is >= 8 and <= 25 && char.IsAsciiDigit(value[0])))
            return null;
        if (Fit(values, International))
            return new(International, "");
        if (Fit(values, WithTimes("d.M.yyyy")))
            return new(WithTimes("d.M.yyyy"), "dates as 31.12.2010 were read by day, month, year.");
        var (dayFirst, monthFirst) = (Fit(values, WithTimes("d/M/yyyy")), Fit(values, WithTimes("M/d/yyyy")));
        return (dayFirst, monthFirst) switch
        {
            (true, false) => new(WithTimes("d/M/yyyy"), "dates as 31/12/2010 were read by day, month, year, since some day is above 12."),
            (false, true) => new(WithTimes("M/d/yyyy"), "dates as 12/31/2010 were read by month, day, year, since some day is above 12."),
            (true, true) => new([], "the dates cannot be told (day or month first?) and were kept as texts."),
            _ => null,
        };
    }

    /// <summary>A date as it is written.</summary>
    public string Text(string value) => Forms.Length == 0 ? value
        : Moments.Text(DateTime.ParseExact(value, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces), Clock().IsMatch(value));

    private static bool Fit(IReadOnlyList<string> values, string[] forms) =>
        values.All(value => DateTime.TryParseExact(value, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out _));

    private static string[] WithTimes(string day) => [.. Times.Select(time => day + time)];

    [GeneratedRegex(":")]
    private static partial Regex Clock();
}
