using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// CFI (Bentler, 1990) and TLI (Tucker and Lewis, 1973) both compare the model with the same baseline model, whose chi-square
/// is seldom printed. Each of the two, as printed, confines it to a range; the ranges must meet.
/// </summary>
public static class BaselineChiSquare
{
    private const string Name = "baseline chi-square";

    /// <summary>The baseline chi-squares from which CFI can be what it is: CFI = 1 - (chi2 - df) / (chi2_0 - df_0).</summary>
    public static ValueRange FromCfi(ValueRange cfi, ValueRange chiSquare, double df, double baselineDf)
    {
        var misfit = new ValueRange(Math.Max(chiSquare.Lower - df, 0), Math.Max(chiSquare.Upper - df, 0));
        return new(baselineDf + Divide(misfit.Lower, 1 - cfi.Lower, 0), baselineDf + Divide(misfit.Upper, 1 - cfi.Upper, double.PositiveInfinity));
    }

    /// <summary>The same for TLI = (chi2_0 / df_0 - chi2 / df) / (chi2_0 / df_0 - 1).</summary>
    public static ValueRange FromTli(ValueRange tli, ValueRange chiSquare, double df, double baselineDf)
    {
        var (low, high) = (chiSquare.Lower / df, chiSquare.Upper / df);
        return new(
            baselineDf * (1 + Divide(low - 1, 1 - tli.Lower, 0)),
            baselineDf * (1 + Divide(high - 1, 1 - tli.Upper, double.PositiveInfinity)));
    }

    /// <summary>TLI from a baseline chi-square.</summary>
    public static double Tli(double baseline, double baselineDf, double chiSquare, double df) =>
        ((baseline / baselineDf) - (chiSquare / df)) / ((baseline / baselineDf) - 1);

    internal static IEnumerable<Finding> Apply(PublishedStatistics published)
    {
        foreach (var statistic in published.Statistics)
        {
            if (statistic.Kind is StatisticKind.Tli)
                yield return CheckTli(published, statistic);
            else if (statistic.Kind is StatisticKind.Cfi && Setting.Of(published, statistic) is { } setting)
                yield return CheckCfi(published, statistic, setting);
            else if (statistic.Kind is StatisticKind.Cfi)
                yield return Lacking(statistic);
        }
    }

    private static Finding CheckCfi(PublishedStatistics published, ReportedStatistic cfi, Setting setting)
    {
        if (setting.ChiSquare.Upper <= setting.Df)
            return Perfect(cfi, setting);
        var implied = FromCfi(cfi.Number!.Range, setting.ChiSquare, setting.Df, setting.BaselineDf);
        return Against(published, cfi, implied)
            ?? Findings.Judged(cfi, Name, implied.Lower >= setting.BaselineDf, $"CFI {cfi.Printed} puts the chi-square of the baseline model (df {Text(setting.BaselineDf)}) at {RangeText.Of(implied, 1)}.");
    }

    private static Finding CheckTli(PublishedStatistics published, ReportedStatistic tli)
    {
        if (Setting.Of(published, tli) is not { } setting)
            return Lacking(tli);
        if (setting.ChiSquare.Upper <= setting.Df)
            return Perfect(tli, setting);
        var implied = FromTli(tli.Number!.Range, setting.ChiSquare, setting.Df, setting.BaselineDf);
        return published.Linked(tli, "cfi") is { } cfi
            ? Together(tli, cfi, setting)
            : Against(published, tli, implied)
            ?? Findings.Judged(tli, Name, true, $"TLI {tli.Printed} puts the chi-square of the baseline model (df {Text(setting.BaselineDf)}) at {RangeText.Of(implied, 1)}.");
    }

    private static Finding Together(ReportedStatistic tli, ReportedStatistic cfi, Setting setting)
    {
        var (fromTli, fromCfi) = Both(tli, cfi, setting);
        var each = $"the chi-square of the baseline model (df {Text(setting.BaselineDf)}) at {RangeText.Of(fromTli, 1)} by TLI and at {RangeText.Of(fromCfi, 1)} by CFI";
        if (fromTli.Intersect(fromCfi) is not { } common)
            return Findings.Judged(tli, Name, false, $"CFI {cfi.Printed} and TLI {tli.Printed} cannot both be right: they put {each}.");
        var (plainTli, plainCfi) = Both(tli, cfi, setting with { ChiSquare = ValueRange.Of(setting.Printed) });
        var plain = plainTli.Intersect(plainCfi) ?? common;
        var message = $"CFI {cfi.Printed} and TLI {tli.Printed} put {each}; together at {RangeText.Of(common, 1)}, or at {RangeText.Of(plain, 1)} for chi-square just as printed.";
        return Findings.Judged(tli, Name, true, message, RangeText.Of(plain, 1)) with { RecomputedRange = common };
    }

    private static (ValueRange FromTli, ValueRange FromCfi) Both(ReportedStatistic tli, ReportedStatistic cfi, Setting setting) => (
        FromTli(tli.Number!.Range, setting.ChiSquare, setting.Df, setting.BaselineDf),
        FromCfi(cfi.Number!.Range, setting.ChiSquare, setting.Df, setting.BaselineDf));

    // A printed baseline chi-square must be one of those that the index allows.
    private static Finding? Against(PublishedStatistics published, ReportedStatistic index, ValueRange implied)
    {
        if (published.Linked(index, "baseline") is not { } baseline)
            return null;
        var meets = baseline.Number!.Range.Meets(implied.Widen(1e-9));
        return Findings.Judged(
            index,
            Name,
            meets,
            $"{index.Kind.Text().ToUpperInvariant()} {index.Printed} needs a baseline chi-square of {RangeText.Of(implied, 1)}; printed is {baseline.Printed}.",
            RangeText.Of(implied, 1)) with { RecomputedRange = implied };
    }

    private static Finding Perfect(ReportedStatistic index, Setting setting) => Findings.Judged(
        index,
        Name,
        index.Number!.Range.Upper >= 1,
        $"Chi-square does not exceed its df ({Text(setting.Df)}), so {index.Kind.Text().ToUpperInvariant()} is 1 or more; printed is {index.Printed}.");

    private static Finding Lacking(ReportedStatistic statistic) => Findings.Untestable(
        statistic, Name, "The baseline chi-square follows from the index, chi-square, df and the number of variables; not all are given.");

    private static string Text(double df) => df.ToString(CultureInfo.InvariantCulture);

    private static double Divide(double numerator, double denominator, double whenNone) =>
        denominator > 0 ? numerator / denominator : whenNone;

    private sealed record Setting(ValueRange ChiSquare, double Printed, double Df, double BaselineDf)
    {
        public static Setting? Of(PublishedStatistics published, ReportedStatistic index) =>
            published.Linked(index, "chi-square") is { DegreesOfFreedom: [var df] } chiSquare && Facts.Whole(index, "variables") is { } variables
                ? new Setting(chiSquare.Number!.Range, (double)chiSquare.Number.Value, df, Facts.Groups(index, chiSquare) * variables * (variables - 1) / 2.0)
                : null;
    }
}
