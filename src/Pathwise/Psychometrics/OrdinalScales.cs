using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Categorical;

namespace Pathwise.Psychometrics;

/// <summary>
/// Scales of ordered items in the complete cases of one or several groups: their alpha and omega, and these in resampled cases. The loadings of all groups and
/// scales are found by <paramref name="find"/> from the groups' variables and correlations.
/// </summary>
internal sealed class OrdinalScales(
    IReadOnlyList<OrdinalGroup> groups,
    IReadOnlyList<(string Name, int[] Items)> scales,
    EmptyCellRule rule,
    Func<IReadOnlyList<(Margin[] Margins, Matrix<double> Correlations)>, CommonLoadings[][]> find)
{
    /// <summary>One row for each scale of each group.</summary>
    public IReadOnlyList<OrdinalReliability> Rows(OrdinalOptions options, CancellationToken cancellation = default)
    {
        var point = Estimate([.. groups.Select(group => group.Answers)]);
        var draws = Pieces.Map(options.Resamples, r => Estimate(Resampled(options.Seed!.Value, r)), options.Threads, cancellation);
        return [.. groups.SelectMany((group, g) => scales.Select((scale, s) => Row(group, scale, point[g][s], [.. draws.Select(draw => draw[g][s])], options)))];
    }

    /// <summary>The rows and columns of a scale's items.</summary>
    public static Matrix<double> Part(Matrix<double> matrix, int[] items) => Matrix<double>.Build.Dense(items.Length, items.Length, (i, j) => matrix[items[i], items[j]]);

    private static OrdinalReliability Row(OrdinalGroup group, (string Name, int[] Items) scale, Values point, Values[] draws, OrdinalOptions options)
    {
        Values[] good = [.. draws.Where(draw => draw.Trouble is null)];
        var failures = draws.Where(draw => draw.Trouble is not null).GroupBy(draw => draw.Trouble!.Value).OrderBy(each => each.Key).ToDictionary(each => each.Key, each => each.Count());
        return new(
            scale.Name, group.Label, scale.Items.Length, group.Answers.RowCount,
            point.Alpha, Percentiles(point.Alpha, draws.Select(draw => draw.Alpha), options.Level),
            point.Omega, Percentiles(point.Omega, good.Select(draw => draw.Omega), options.Level),
            good.Length, failures);
    }

    private static Interval? Percentiles(double? estimate, IEnumerable<double?> values, double level)
    {
        double[] sorted = [.. values.OfType<double>().Order()];
        var tail = (1 - level) / 2;
        return estimate is null || sorted.Length < 2 ? null : new Interval(Quantiles.Type7(sorted, tail), Quantiles.Type7(sorted, 1 - tail), level);
    }

    private Matrix<double>[] Resampled(long seed, int replicate)
    {
        var stream = RandomStream.For(seed, replicate);
        return [.. groups.Select(group => Moments.Rows(group.Answers, [.. Enumerable.Range(0, group.Answers.RowCount).Select(_ => stream.NextInteger(group.Answers.RowCount))]))];
    }

    private Values[][] Estimate(IReadOnlyList<Matrix<double>> answers)
    {
        (Margin[] Margins, Matrix<double> Correlations)[] found = [.. answers.Select((values, g) => Correlate(groups[g], values))];
        var loadings = find(found);
        return [.. found.Select((each, g) => scales.Select((scale, s) => Estimate(each.Margins, each.Correlations, scale.Items, loadings[g][s])).ToArray())];
    }

    private (Margin[] Margins, Matrix<double> Correlations) Correlate(OrdinalGroup group, Matrix<double> answers)
    {
        Margin[] margins = [.. group.Names.Select((name, j) => PairwiseCorrelations.MarginOf(name, answers.Column(j).ToArray(), group.IsOrdered[j]))];
        return (margins, PairwiseCorrelations.Of(margins, rule));
    }

    private static Values Estimate(Margin[] margins, Matrix<double> correlations, int[] items, CommonLoadings loadings)
    {
        var part = Part(correlations, items);
        if (part.Exists(double.IsNaN))
            return new(null, null, ResampleTrouble.ConstantItem);
        var omega = loadings.Values is { } values ? GreenYangOmega.Of([.. items.Select(item => (OrderedMargin)margins[item])], part, values) : null;
        return new(CronbachAlpha.Of(part), omega, loadings.Trouble);
    }

    private readonly record struct Values(double? Alpha, double? Omega, ResampleTrouble? Trouble);
}

/// <summary>Complete answers (n x p) of the cases of a group, and which of the p variables are ordered.</summary>
internal sealed record OrdinalGroup(string Label, IReadOnlyList<string> Names, Matrix<double> Answers, IReadOnlyList<bool> IsOrdered);
