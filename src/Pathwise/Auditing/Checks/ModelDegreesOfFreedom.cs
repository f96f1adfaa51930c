using System.Globalization;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Checks;

/// <summary>
/// Degrees of freedom of a structural equation model recounted: the variances and covariances of p observed variables are
/// p (p + 1) / 2 moments, and each free parameter takes one (Cortina, Green, Keeler and Vandenberg, 2017).
/// </summary>
public static class ModelDegreesOfFreedom
{
    private const string Name = "df of the model";

    /// <summary>The number of variances and covariances of so many variables.</summary>
    public static int Moments(int variables) => variables * (variables + 1) / 2;

    /// <summary>How many free parameters the printed degrees of freedom leave, means left aside; negative when the model cannot have them.</summary>
    public static int ImpliedParameters(int variables, int df, int groups = 1) => (groups * Moments(variables)) - df;

    internal static IEnumerable<Finding> Apply(PublishedStatistics published) =>
        from statistic in published.Statistics
        where statistic.Kind == StatisticKind.DegreesOfFreedom && statistic.Number!.Relation == Relation.Equal
        where Facts.Whole(statistic, "variables") is not null
        select Check(published, statistic, Facts.Whole(statistic, "variables")!.Value, Facts.Whole(statistic, "groups") ?? 1);

    private static Finding Check(PublishedStatistics published, ReportedStatistic statistic, int variables, int groups)
    {
        var df = (int)statistic.Number!.Value;
        var parameters = ImpliedParameters(variables, df, groups);
        var moments = groups * Moments(variables);
        var inGroups = groups == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {groups} groups");
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"{variables} observed variables{inGroups} have {moments} variances and covariances; df = {df} leaves {parameters} free parameters");
        if (DescribedModel.FreeParameters(published, statistic) is { } described)
            return Findings.Judged(
                statistic, Name, parameters == described, $"{counted}; the described model has {described}.", Text(moments - described));
        return parameters <= 0
            ? Findings.Judged(statistic, Name, false, $"{counted}; no model has that few.")
            : Findings.Judged(statistic, Name, true, $"{counted}. The model is not described, so they cannot be counted.", Text(df));
    }

    private static string Text(int df) => df.ToString(CultureInfo.InvariantCulture);
}
