using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>Standardized values as estimates of their own.</summary>
public static class StandardizedSolution
{
    /// <summary>
    /// The standardized solution, all variables in standard deviations (lavaan's std.all), with standard errors by the delta method:
    /// one row for each parameter and definition.
    /// </summary>
    public static IReadOnlyList<StandardizedEstimate> Standardized(this FitResult fit) => Build(fit, true);

    /// <summary>The standardized solution with latent variables alone in standard deviations (lavaan's std.lv).</summary>
    public static IReadOnlyList<StandardizedEstimate> StandardizedLatent(this FitResult fit) => Build(fit, false);

    private static StandardizedEstimate[] Build(FitResult fit, bool all)
    {
        var free = fit.Values.ToArray();
        var standardization = new Standardization(fit);
        var values = standardization.Values(free, all);
        var covariance = ParameterCovariance.Of(fit);
        var jacobian = covariance is null ? null : Jacobian(standardization, free, fit.Units, all);
        return
        [
            .. from i in Enumerable.Range(0, values.Length)
               let row = fit.Table.Rows[i]
               where row.Operator <= Operator.Definition
               select Row(row, values[i], EstimateTable.Error(jacobian?.Row(i), covariance, fit), fit.Options.Level),
        ];
    }

    // Four-point differences; the error is of fourth order.
    private static Matrix<double> Jacobian(Standardization standardization, double[] free, double[] units, bool all)
    {
        double[] steps = [-2, -1, 1, 2], weights = [1, -8, 8, -1];
        var columns = new List<Vector<double>>();
        for (var k = 0; k < free.Length; k++)
        {
            var h = 1e-4 * Math.Max(Math.Abs(free[k]), 0.1 * units[k]);
            var column = Vector<double>.Build.Dense(standardization.Values(free, all).Length);
            for (var s = 0; s < 4; s++)
            {
                var point = (double[])free.Clone();
                point[k] += steps[s] * h;
                var values = standardization.Values(point, all);
                column += Vector<double>.Build.Dense(values.Length, i => weights[s] * (values[i] ?? double.NaN) / (12 * h));
            }

            columns.Add(column);
        }

        return columns.Count == 0
            ? Matrix<double>.Build.Dense(standardization.Values(free, all).Length, 1)
            : Matrix<double>.Build.DenseOfColumnVectors(columns);
    }

    // A value that the scaling itself fixes, such as a variance of one, has no error.
    private static StandardizedEstimate Row(Parameter row, double? value, double? error, double level)
    {
        var isVarying = error > 1e-9;
        var half = error * NormalDistribution.Quantile((1 + level) / 2);
        return new(
            row,
            value,
            isVarying ? error : null,
            isVarying && value is { } v ? NormalDistribution.TwoSided(v / error!.Value) : null,
            isVarying ? value - half : value,
            isVarying ? value + half : value);
    }
}
