using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// The p-value that a printed test statistic has, with its rounding (Nuijten, Hartgerink, van Assen, Epskamp and
/// Wicherts, 2016). A statistic of 2.20 may be anything from 2.195 to 2.205; p may be anything that those give.
/// </summary>
public static class PFromStatistic
{
    private const string Name = "p from statistic";

    /// <summary>Upper tail of chi-square; falls as the statistic grows. A range below zero is an <see cref="ArgumentException"/>.</summary>
    public static ValueRange OfChiSquare(ValueRange statistic, double df) =>
        Falling(NotBelowZero(statistic), value => ChiSquareDistribution.UpperTail(value, df));

    /// <summary>Both tails of the standard normal distribution.</summary>
    public static ValueRange OfZ(ValueRange statistic) => Falling(Magnitudes(statistic), NormalDistribution.TwoSided);

    /// <summary>Both tails of Student's distribution.</summary>
    public static ValueRange OfT(ValueRange statistic, double df) =>
        Falling(Magnitudes(statistic), value => StudentDistribution.TwoSided(value, df));

    /// <summary>Upper tail of F. A range below zero is an <see cref="ArgumentException"/>.</summary>
    public static ValueRange OfF(ValueRange statistic, double numerator, double denominator) =>
        Falling(NotBelowZero(statistic), value => FDistribution.UpperTail(value, numerator, denominator));

    /// <summary>
    /// Both tails for a correlation of no population correlation, through t with n - 2 degrees of freedom. A range wholly beyond
    /// -1 or 1 is an <see cref="ArgumentException"/>.
    /// </summary>
    public static ValueRange OfCorrelation(ValueRange statistic, double df)
    {
        var size = Magnitudes(statistic.Intersect(new ValueRange(-1, 1)) ?? throw new ArgumentException($"No correlation lies in {statistic}.", nameof(statistic)));
        return OfT(new ValueRange(ToT(size.Lower, df), ToT(size.Upper, df)), df);
    }

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind is StatisticKind.ChiSquare or StatisticKind.T or StatisticKind.Z or StatisticKind.F or StatisticKind.Correlation
        let p = published.Linked(statistic, "p")
        where p is not null
        select Check(statistic, p);

    private static Finding Check(ReportedStatistic statistic, ReportedStatistic p)
    {
        if (!PossibleValues.IsPossible(statistic))
            return Findings.Untestable(p, Name, $"{statistic.Kind.Text()} = {statistic.Printed} cannot be, so no p follows from it.");
        if (Both(statistic) is not { } both)
            return Findings.Untestable(p, Name, $"The degrees of freedom of {statistic.Id} are not printed, so no p follows from it.");
        var hasOneTail = Facts.Of("tails", statistic, p) == "1";
        if (hasOneTail && !HasSign(statistic))
            return Findings.Untestable(p, Name, $"{statistic.Kind.Text()} with more than one degree of freedom has no sign, so no one-sided p follows from it.");
        return Compared(statistic, p, both, hasOneTail);
    }

    private static Finding Compared(ReportedStatistic statistic, ReportedStatistic p, ValueRange both, bool hasOneTail)
    {
        var half = new ValueRange(both.Lower / 2, both.Upper / 2);
        var recomputed = hasOneTail ? half : both;
        var finding = Findings.Compared(p, Name, recomputed, meets => Message(statistic, p, recomputed, meets ? null : hasOneTail ? both : half, hasOneTail));
        var isDecisionError = finding.Status == FindingStatus.Inconsistent && CrossesLevel(p.Number!, recomputed);
        return finding with
        {
            IsDecisionError = isDecisionError,
            Message = finding.Message + (isDecisionError ? " The decision at the 5 % level would change." : ""),
        };
    }

    // F and chi-square with one degree of freedom are squares of t and z.
    private static bool HasSign(ReportedStatistic statistic) =>
        statistic.Kind is not (StatisticKind.F or StatisticKind.ChiSquare) || statistic.DegreesOfFreedom[0] == 1;

    private static ValueRange? Both(ReportedStatistic statistic)
    {
        var range = statistic.Number!.Range;
        return (statistic.Kind, statistic.DegreesOfFreedom) switch
        {
            (StatisticKind.Z, _) => OfZ(range),
            (StatisticKind.ChiSquare, [var df]) => OfChiSquare(range, df),
            (StatisticKind.T, [var df]) => OfT(range, df),
            (StatisticKind.F, [var numerator, var denominator]) => OfF(range, numerator, denominator),
            (StatisticKind.Correlation, [var df]) => OfCorrelation(range, df),
            (StatisticKind.Correlation, []) when statistic.N is > 2 and var n => OfCorrelation(range, n - 2),
            _ => null,
        };
    }

    private static string Message(ReportedStatistic statistic, ReportedStatistic p, ValueRange recomputed, ValueRange? other, bool hasOneTail)
    {
        var digits = p.Number!.Decimals + 1;
        var follows = $"{statistic.Kind.Text()} = {statistic.Printed} gives {(hasOneTail ? "a one-sided " : "")}p = {RangeText.Of(recomputed, digits)}; printed is {Said(p)}.";
        return other is { } alternative && statistic.Kind is not (StatisticKind.ChiSquare or StatisticKind.F) && Findings.RangeOf(p).Meets(alternative)
            ? $"{follows} A {(hasOneTail ? "two" : "one")}-sided test would give it."
            : follows;
    }

    private static string Said(ReportedStatistic p) => p.Printed.Any(char.IsDigit) ? p.Printed : $"{p.Printed}, which is read as p > .05";

    // As statcheck has it, p = .05 counts as significant.
    private static bool CrossesLevel(ReportedNumber printed, ValueRange recomputed)
    {
        const double Level = 0.05;
        var value = printed.Point;
        return printed.Relation switch
        {
            Relation.Above or Relation.AtLeast => value >= Level && recomputed.Upper <= Level,
            Relation.Equal => value <= Level ? recomputed.Lower > Level : recomputed.Upper <= Level,
            _ => value <= Level && recomputed.Lower > Level,
        };
    }

    private static double ToT(double r, double df) => r >= 1 ? double.PositiveInfinity : r * Math.Sqrt(df / (1 - (r * r)));

    // "F < 1" leaves everything from zero.
    private static ValueRange NotBelowZero(ValueRange range) => range.Intersect(new ValueRange(0, double.PositiveInfinity))
        ?? throw new ArgumentException($"No such statistic lies in {range}.", nameof(range));

    // "t < 1" speaks of the size.
    private static ValueRange Magnitudes(ValueRange range)
    {
        var lower = double.IsNegativeInfinity(range.Lower) ? 0 : range.Lower;
        return lower <= 0 && range.Upper >= 0
            ? new ValueRange(0, Math.Max(-lower, range.Upper))
            : ValueRange.Around(Math.Abs(lower), Math.Abs(range.Upper));
    }

    private static ValueRange Falling(ValueRange range, Func<double, double> tail) =>
        ValueRange.Around(double.IsPositiveInfinity(range.Upper) ? 0 : tail(range.Upper), tail(range.Lower));
}
