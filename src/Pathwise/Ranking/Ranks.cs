namespace Pathwise.Ranking;

/// <summary>Ranks of values.</summary>
internal static class Ranks
{
    /// <summary>1 for the highest; equal values share the lower number. What is NaN comes last.</summary>
    public static int[] Competition(IReadOnlyList<double> values) =>
        values.Select(value => 1 + values.Count(other => other > value || (double.IsNaN(value) && !double.IsNaN(other)))).ToArray();

    /// <summary>1 for the lowest; equal values share the mean of their ranks.</summary>
    public static double[] Average(IReadOnlyList<double> values) =>
        values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0)).ToArray();

    /// <summary>The sum of t^3 - t over the groups of t equal values.</summary>
    public static double TieSum(IEnumerable<double> values) =>
        values.GroupBy(value => value).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
}
