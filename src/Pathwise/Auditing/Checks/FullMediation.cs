using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Full mediation that is concluded from a direct path with p above .05. What could be shown is that the path is negligible: two one-sided tests at .05 (Schuirmann 1987) reject that it is at
/// least as large as a bound where the 90 % interval lies within the bound on either side of zero (Beribisky, Mara and Cribbie 2020). The interval follows from what is printed of the direct effect.
/// </summary>
public static class FullMediation
{
    private const string Name = "argument";
    private const double Alpha = 0.05;
    private const string Reason = "Not significant is not zero: with few cases a direct effect is often missed, and the claim rests on the lack of power (Rucker, Preacher, Tormala and Petty, 2011).";

    /// <summary>
    /// The 90 % interval of an effect that an estimate and its standard error give by the normal distribution, each anywhere in what its rounding leaves open: the lowest lower and the highest upper end.
    /// </summary>
    public static ValueRange Interval(ValueRange estimate, ValueRange error)
    {
        var reach = NormalDistribution.Quantile(1 - Alpha) * Math.Max(error.Upper, 0);
        return new(estimate.Lower - reach, estimate.Upper + reach);
    }

    /// <summary>The smallest bound such that the interval lies within it on either side of zero.</summary>
    public static double SmallestBound(ValueRange interval) => Math.Max(Math.Abs(interval.Lower), Math.Abs(interval.Upper));

    internal static Finding? Judge(PublishedStatistics published, ReportedStatistic claim)
    {
        var p = published.Linked(claim, "p");
        if (p is not null && p.Number!.Range.Upper <= Alpha)
            return null;
        var said = p is null ? "a direct path that is not significant" : $"p = {p.Printed} for the direct path";
        var direct = published.Linked(claim, "direct") ?? (p is null ? null : published.Statistics.FirstOrDefault(each =>
            each.Kind is StatisticKind.Effect or StatisticKind.Estimate && published.Linked(each, "p") == p));
        return Findings.Questionable(claim, Name, $"Full mediation is concluded from {said}. {Reason} {Words(published, direct, p)}");
    }

    private static string Words(PublishedStatistics published, ReportedStatistic? direct, ReportedStatistic? p)
    {
        if (direct?.Number is not { } estimate || Found(published, direct, p) is not { } found)
            return "An interval of the direct effect would say how large it may be.";
        var (text, unit) = (RangeText.Of(found.Interval, estimate.Decimals), direct.Kind == StatisticKind.Effect ? "standard deviations" : "the units of the variables");
        return $"The direct effect is {direct.Printed}, and {found.Source} its 90 % interval is {text} (in {unit}): an equivalence test (two one-sided tests at .05) would call the path negligible only with a bound above "
            + $"{SmallestBound(found.Interval).ToString($"F{estimate.Decimals}", CultureInfo.InvariantCulture)}, to be chosen before the data are seen; it can show that the path is smaller than a bound, never that it is zero (Schuirmann, 1987; Beribisky, Mara and Cribbie, 2020).";
    }

    // From the standard error, else from an interval of another level, else from an exact p: each as if the estimate were normal.
    private static (ValueRange Interval, string Source)? Found(PublishedStatistics published, ReportedStatistic direct, ReportedStatistic? p)
    {
        var estimate = direct.Number!.Range;
        if (published.Linked(direct, "se")?.Number is { } error)
            return (Interval(estimate, error.Range), $"with the standard error of {error.Text}");
        if (published.Linked(direct, "lower")?.Number is { } lower && published.Linked(direct, "upper")?.Number is { } upper)
            return (Narrowed(estimate, lower.Range, upper.Range, Facts.Number(direct, "level", 95)), $"by the interval {lower.Text} to {upper.Text}");
        return (published.Linked(direct, "p") ?? p)?.Number is { Relation: Relation.Equal, Range: { Lower: > 0, Upper: < 1 } exact } && Error(estimate, exact) is { } made ? (Interval(estimate, made), "by its p") : null;
    }

    // Each side of the printed interval shrinks about the estimate, as it does of a normal distribution; an asymmetric one stays asymmetric.
    private static ValueRange Narrowed(ValueRange estimate, ValueRange lower, ValueRange upper, double level)
    {
        var share = NormalDistribution.Quantile(1 - Alpha) / NormalDistribution.Quantile((1 + (level / 100)) / 2);
        return ValueRange.Around(
            estimate.Lower + (share * (lower.Lower - estimate.Lower)), estimate.Upper + (share * (lower.Lower - estimate.Upper)),
            estimate.Lower + (share * (upper.Upper - estimate.Lower)), estimate.Upper + (share * (upper.Upper - estimate.Upper)));
    }

    private static ValueRange? Error(ValueRange estimate, ValueRange p)
    {
        var size = Math.Max(Math.Abs(estimate.Lower), Math.Abs(estimate.Upper));
        var (most, least) = (NormalDistribution.Quantile(1 - (p.Upper / 2)), NormalDistribution.Quantile(1 - (p.Lower / 2)));
        return most > 0 && size > 0 ? new(0, Math.Max(size / most, size / least)) : null;
    }
}
