using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>What a statistic's details say, as <see cref="DetailValues"/> has checked it.</summary>
internal static class Facts
{
    /// <summary>A positive whole number, or null when the detail is not given.</summary>
    public static int? Whole(ReportedStatistic statistic, string name) =>
        statistic.Details.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A number, or the given one when the detail is not given.</summary>
    public static double Number(ReportedStatistic statistic, string name, double otherwise) =>
        statistic.Details.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The ends of a scale written as 1-7, or null when the detail is not given.</summary>
    public static (int Lowest, int Highest)? Scale(ReportedStatistic statistic)
    {
        if (!statistic.Details.TryGetValue("scale", out var text))
            return null;
        var dash = text.IndexOf('-', 1);
        return (int.Parse(text[..dash], CultureInfo.InvariantCulture), int.Parse(text[(dash + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>The number of groups that a model of a statistic or its chi-square is fitted to; one where none is stated.</summary>
    public static int Groups(ReportedStatistic statistic, ReportedStatistic chiSquare) =>
        Whole(statistic, "groups") ?? Whole(chiSquare, "groups") ?? 1;

    /// <summary>A detail of a statistic or, where it is not given there, of the one it belongs with.</summary>
    public static string? Of(string name, ReportedStatistic statistic, ReportedStatistic? other) =>
        statistic.Details.GetValueOrDefault(name) ?? other?.Details.GetValueOrDefault(name);
}
