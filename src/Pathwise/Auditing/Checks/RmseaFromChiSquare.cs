using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// RMSEA from chi-square, degrees of freedom and the number of cases (Steiger and Lind, 1980; Browne and Cudeck, 1992).
/// Programs divide by N or by N - 1; a printed value may follow either. With several groups lavaan and Mplus multiply by the root of their
/// number (Steiger, 1998), AMOS does not; where the number is not stated, up to ten groups are considered.
/// </summary>
public static class RmseaFromChiSquare
{
    private const string Name = "RMSEA from chi-square";
    private const int MostGroups = 10;

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
        var setting = new Setting(statistic, chiSquare, df, n);
        var stated = Facts.Whole(statistic, "groups") ?? Facts.Whole(chiSquare, "groups");
        if (stated > 1)
            return setting.OfGroups(stated.Value);
        var ofOne = setting.OfOneGroup();
        return stated is not null || ofOne.Status == FindingStatus.Consistent || setting.LeastGroups() is not { } least
            ? ofOne
            : setting.OfGroups(least) with { Message = $"{ofOne.Message} It follows for {least} groups with the factor root {least} of lavaan and Mplus; how many groups the model has is not stated." };
    }

    private sealed record Setting(ReportedStatistic Rmsea, ReportedStatistic ChiSquare, double Df, int N)
    {
        private ValueRange Published => Rmsea.Number!.Range;

        private string Given => string.Create(CultureInfo.InvariantCulture, $"Chi-square {ChiSquare.Printed} with df {Df} at N = {N}");

        public Finding OfOneGroup()
        {
            var byN = Of(ChiSquare.Number!.Range, Df, N);
            var byLess = Of(ChiSquare.Number.Range, Df, N - 1);
            var matching = new[] { ("N", byN), ("N - 1", byLess) }.Where(pair => Published.Meets(pair.Item2)).Select(pair => pair.Item1).ToArray();
            return Findings.Compared(Rmsea, Name, matching is ["N"] ? byN : byLess, meets =>
                $"{Given} gives {Text(byN)} by N and {Text(byLess)} by N - 1; "
                + (meets ? $"{Rmsea.Printed} follows by {string.Join(" and by ", matching)}." : $"{Rmsea.Printed} follows by neither."));
        }

        // Programs divide by N, N - 1 or, with several groups, N less the groups.
        public Finding OfGroups(int groups)
        {
            var (with, without) = (InGroups(groups, groups), InGroups(groups, 1));
            var isWithout = !Published.Meets(with) && Published.Meets(without);
            return Findings.Compared(Rmsea, Name, isWithout ? without : with, meets =>
                $"{Given} in {groups} groups gives {Text(with)} with the factor root {groups} (lavaan, Mplus) and {Text(without)} without it; "
                + $"{Rmsea.Printed} follows {(!meets ? "neither way" : isWithout ? "without it" : "with it")}.");
        }

        /// <summary>The smallest number of groups whose root explains the printed value; null when none of the usual numbers does.</summary>
        public int? LeastGroups() =>
            Enumerable.Range(2, MostGroups - 1).Cast<int?>().FirstOrDefault(groups => N > groups && Published.Meets(InGroups(groups!.Value, groups.Value)));

        private ValueRange InGroups(int groups, int factor) => new ValueRange(
            Of(ChiSquare.Number!.Range, Df, N).Lower, Of(ChiSquare.Number.Range, Df, Math.Max(N - groups, 1)).Upper) * ValueRange.Of(Math.Sqrt(factor));

        private string Text(ValueRange range) => RangeText.Of(range, Rmsea.Number!.Decimals + 1);
    }
}
