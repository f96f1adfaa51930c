using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Values that a statistic can have whatever the data are: a correlation lies between -1 and 1, a p between 0 and 1, a count is a whole
/// number. Only what lies outside is a finding, since a value inside says nothing yet.
/// </summary>
public static class PossibleValues
{
    private const string Name = "possible values";

    /// <summary>The values that a statistic of this kind can have; null where any number is one.</summary>
    public static ValueRange? Of(StatisticKind kind) => kind switch
    {
        StatisticKind.Correlation => new ValueRange(-1, 1),
        StatisticKind.PValue or StatisticKind.Cfi => new ValueRange(0, 1),
        StatisticKind.Percentage => new ValueRange(0, 100),
        StatisticKind.CompositeReliability or StatisticKind.AverageVarianceExtracted => new ValueRange(0, 1),
        StatisticKind.RSquared or StatisticKind.Alpha => new ValueRange(double.NegativeInfinity, 1),
        StatisticKind.Count or StatisticKind.DegreesOfFreedom or StatisticKind.StandardDeviation or StatisticKind.ChiSquare
            or StatisticKind.F or StatisticKind.Rmsea or StatisticKind.Srmr or StatisticKind.StandardError => new ValueRange(0, double.PositiveInfinity),
        _ => null,
    };

    /// <summary>Whether some value that agrees with the printed text is one that the statistic can have.</summary>
    public static bool IsPossible(ReportedStatistic statistic) => Fault(statistic) is null;

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        let fault = Fault(statistic)
        where fault is not null
        select Findings.Judged(statistic, Name, false, fault);

    private static string? Fault(ReportedStatistic statistic)
    {
        if (statistic.Number is not { } number)
            return null;
        if (Of(statistic.Kind) is { } possible && !Reaches(number, possible))
            return $"{Title(statistic.Kind)} lies {Limits(possible)}; printed is {statistic.Printed}.";
        return statistic.Kind == StatisticKind.Count && number.Relation == Relation.Equal && number.Value != decimal.Truncate(number.Value)
            ? $"A count is a whole number; printed is {statistic.Printed}."
            : null;
    }

    // "< 0" and "> 1" leave out the end itself.
    private static bool Reaches(ReportedNumber number, ValueRange possible) => number.Relation switch
    {
        Relation.Below => number.Range.Upper > possible.Lower,
        Relation.Above => number.Range.Lower < possible.Upper,
        _ => number.Range.Meets(possible),
    };

    private static string Limits(ValueRange possible) => double.IsInfinity(possible.Upper)
        ? "at 0 or above"
        : double.IsInfinity(possible.Lower)
        ? string.Create(CultureInfo.InvariantCulture, $"at {possible.Upper} or below")
        : string.Create(CultureInfo.InvariantCulture, $"between {possible.Lower} and {possible.Upper}");

    private static string Title(StatisticKind kind) => kind switch
    {
        StatisticKind.Correlation => "A correlation",
        StatisticKind.PValue => "A p",
        StatisticKind.Percentage => "A percentage of a whole",
        StatisticKind.RSquared => "A share of explained variance",
        StatisticKind.Alpha => "Coefficient alpha",
        StatisticKind.StandardError => "A standard error",
        StatisticKind.Count => "A count",
        StatisticKind.DegreesOfFreedom => "The number of degrees of freedom",
        StatisticKind.StandardDeviation => "A standard deviation",
        StatisticKind.F => "An F statistic",
        StatisticKind.ChiSquare => "A chi-square statistic",
        _ => kind.Text().ToUpperInvariant(),
    };
}
