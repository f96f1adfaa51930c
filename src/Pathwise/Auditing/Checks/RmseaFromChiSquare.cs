namespace Pathwise.Auditing.Checks;

/// <summary>
/// RMSEA from chi-square, degrees of freedom and the number of cases (Steiger and Lind, 1980; Browne and Cudeck, 1992).
/// Programs divide by N or by N - 1; a printed value may follow either.
/// </summary>
public static class RmseaFromChiSquare
{
    private const string Name = "RMSEA from chi-square";

    /// <summary>The square root of the excess of chi-square over df, for each degree of freedom and case; 0 when there is none.</summary>
    public static ValueRange Of(ValueRange chiSquare, double df, double cases) =>
        new(Of(chiSquare.Lower, df, cases), Of(chiSquare.Upper, df, cases));

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.Rmsea
        select Check(statistic, published.Linked(statistic, "chi-square"));

    private static double Of(double chiSquare, double df, double cases) => Math.Sqrt(Math.Max(chiSquare - df, 0) / (df * cases));

    private static Finding Check(ReportedStatistic statistic, ReportedStatistic? chiSquare)
    {
        if (chiSquare is not { DegreesOfFreedom: [var df] } || statistic.N is not (> 1 and var n))
            return Findings.Untestable(statistic, Name, "RMSEA follows from chi-square, its degrees of freedom and N; not all are printed.");
        var byN = Of(chiSquare.Number!.Range, df, n);
        var byLess = Of(chiSquare.Number.Range, df, n - 1);
        var published = statistic.Number!.Range;
        var matching = new[] { ("N", byN), ("N - 1", byLess) }.Where(pair => published.Meets(pair.Item2)).Select(pair => pair.Item1).ToArray();
        var digits = statistic.Number.Decimals + 1;
        return Findings.Compared(statistic, Name, matching is ["N"] ? byN : byLess, meets =>
            $"Chi-square {chiSquare.Printed} with df {df} at N = {n} gives {RangeText.Of(byN, digits)} by N and {RangeText.Of(byLess, digits)} by N - 1; "
            + (meets ? $"{statistic.Printed} follows by {string.Join(" and by ", matching)}." : $"{statistic.Printed} follows by neither."));
    }
}
