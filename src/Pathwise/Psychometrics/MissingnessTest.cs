using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>
/// Little's (1988) test that values are missing completely at random: the means of each pattern of missing values against
/// the maximum likelihood means. A small p speaks against it. Undefined (null) when no value is missing, and where the
/// search for these means does not end.
/// </summary>
[TypeFormatterSource]
public sealed record MissingnessTest(int Cases, int Patterns, int MissingValues, double? ChiSquare, int DegreesOfFreedom, double? PValue)
{
    internal static MissingnessTest Of(DataTable table, IReadOnlyList<string> names)
    {
        var values = Answered(table, names);
        var missing = values.Enumerate().Count(double.IsNaN);
        var patterns = Grouped(values);
        var freedom = patterns.Sum(pattern => pattern.Seen.Length) - names.Count;
        if (missing == 0 || freedom <= 0)
            return new MissingnessTest(values.RowCount, patterns.Count, missing, null, Math.Max(freedom, 0), null);
        var saturated = SaturatedMoments.Of(SampleMoments.OfCases(names, values, Divisor.Count));
        if (!saturated.HasConverged)
            return new MissingnessTest(values.RowCount, patterns.Count, missing, null, freedom, null);
        var statistic = patterns.Sum(pattern => Distance(values, pattern, saturated.Moments));
        return new MissingnessTest(
            values.RowCount, patterns.Count, missing, statistic, freedom, ChiSquareDistribution.UpperTail(statistic, freedom));
    }

    // A case without any value tells nothing.
    private static Matrix<double> Answered(DataTable table, IReadOnlyList<string> names)
    {
        var columns = names.Select(table.Numbers).ToArray();
        var rows = Enumerable.Range(0, table.Count).Where(i => columns.Any(column => !double.IsNaN(column[i]))).ToArray();
        if (rows.Length < 2)
            throw new InputException($"{table.Source}: {rows.Length} cases have any value; at least 2 are needed.");
        if (names.FirstOrDefault(name => table.Numbers(name).Where(value => !double.IsNaN(value)).Distinct().Count() < 2) is { } constant)
            throw new InputException($"{table.Source}: the variable {constant} has no variance, so how its values are missing cannot be tested.");
        return Matrix<double>.Build.Dense(rows.Length, names.Count, (i, j) => columns[j][rows[i]]);
    }

    private static List<(int[] Rows, int[] Seen)> Grouped(Matrix<double> values) => Enumerable.Range(0, values.RowCount)
        .GroupBy(i => string.Concat(values.Row(i).Select(value => double.IsNaN(value) ? '0' : '1')), StringComparer.Ordinal)
        .Select(group => (group.ToArray(), Enumerable.Range(0, values.ColumnCount).Where(j => group.Key[j] == '1').ToArray()))
        .ToList();

    private static double Distance(Matrix<double> values, (int[] Rows, int[] Seen) pattern, SampleMoments saturated)
    {
        var seen = pattern.Seen;
        var difference = Vector<double>.Build.Dense(seen.Length, j =>
            pattern.Rows.Sum(i => values[i, seen[j]]) / pattern.Rows.Length - saturated.Means![seen[j]]);
        var covariance = Matrix<double>.Build.Dense(seen.Length, seen.Length, (a, b) => saturated.Covariance[seen[a], seen[b]]);
        return pattern.Rows.Length * difference.DotProduct(covariance.Cholesky().Solve(difference));
    }
}

/// <summary>The verb that tests how answers are missing.</summary>
public static class Missingness
{
    /// <summary>Little's test over all items of a survey.</summary>
    public static MissingnessTest LittlesTest(this SurveyData survey) => MissingnessTest.Of(survey.Table, survey.Codebook.ItemNames);
}
