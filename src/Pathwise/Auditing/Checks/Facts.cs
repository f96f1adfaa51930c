using System.Globalization;

namespace Pathwise.Auditing.Checks;

/// <summary>Numbers in a statistic's details; a detail that is no such number is an <see cref="InputException"/>.</summary>
internal static class Facts
{
    /// <summary>A positive whole number, or null when the detail is not given.</summary>
    public static int? Whole(ReportedStatistic statistic, string name)
    {
        if (!statistic.Details.TryGetValue(name, out var text))
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new InputException($"{statistic.Source}: the detail '{name}' is '{text}'; expected a positive whole number.");
    }

    /// <summary>A number, or the given one when the detail is not given.</summary>
    public static double Number(ReportedStatistic statistic, string name, double otherwise)
    {
        if (!statistic.Details.TryGetValue(name, out var text))
            return otherwise;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new InputException($"{statistic.Source}: the detail '{name}' is '{text}'; expected a number.");
    }

    /// <summary>The ends of a scale written as 1-7, or null when the detail is not given.</summary>
    public static (int Lowest, int Highest)? Scale(ReportedStatistic statistic)
    {
        if (!statistic.Details.TryGetValue("scale", out var text))
            return null;
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        return ends.Length == 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var lowest)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var highest)
            && lowest < highest
            ? (lowest, highest)
            : throw new InputException($"{statistic.Source}: the detail 'scale' is '{text}'; expected its two ends, such as 1-7.");
    }
}
