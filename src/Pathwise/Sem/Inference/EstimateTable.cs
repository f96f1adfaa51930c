using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>The rows of a table, estimated.</summary>
public static class EstimateTable
{
    /// <summary>
    /// One estimate for each parameter and definition of the table, in its order, with standard errors (those of definitions by the
    /// delta method), intervals and standardized values. Constraints have no row.
    /// </summary>
    public static IReadOnlyList<Estimate> Estimates(this FitResult fit) => Build(fit);

    /// <summary>The defined effects alone.</summary>
    public static IReadOnlyList<Estimate> Effects(this FitResult fit) => [.. Build(fit).Where(row => row.Operator == Operator.Definition)];

    /// <summary>Covariance matrix of the free parameters' estimates, t x t; null when there is none.</summary>
    public static Matrix<double>? Covariance(this FitResult fit) => ParameterCovariance.Once(fit)?.Clone();

    private static Estimate[] Build(FitResult fit)
    {
        var free = fit.Values.ToArray();
        var covariance = ParameterCovariance.Once(fit);
        var standardization = new Standardization(fit);
        var (lv, all) = (standardization.Values(free, false), standardization.Values(free, true));
        var values = RowValues.Of(fit, free);
        var gradients = RowValues.Gradients(fit, free);
        return
        [
            .. from i in Enumerable.Range(0, values.Length)
               let row = fit.Table.Rows[i]
               where row.Operator <= Operator.Definition
               select Row(row, values[i], Error(gradients[i], covariance, fit), lv[i], all[i], fit.Options.Level),
        ];
    }

    /// <summary>
    /// Square root of g' V g, for gradients most of whose elements are zero; null without a covariance matrix, where nothing is free, for what is fixed and for what varies
    /// with a parameter that has no error.
    /// </summary>
    internal static double? Error(double[]? gradient, Matrix<double>? covariance, FitResult fit)
    {
        if (gradient is null || covariance is null or { RowCount: 0 } || fit.WithoutInformation.Any(i => Math.Abs(gradient[i]) * fit.Units[i] > 1e-6))
            return null;
        var (variance, columns) = (0.0, covariance.AsColumnMajorArray() ?? covariance.ToColumnMajorArray());
        for (var k = 0; k < gradient.Length; k++)
        {
            if (gradient[k] != 0)
                variance += gradient[k] * VectorKernels.Dot(columns.AsSpan(k * gradient.Length, gradient.Length), gradient);
        }

        return double.IsFinite(variance) && variance >= 0 ? Math.Sqrt(variance) : null;
    }

    private static Estimate Row(Parameter row, double value, double? error, double? lv, double? all, double level)
    {
        var isFixed = row.Operator.IsModelParameter() && !row.IsFree;
        var half = error * NormalDistribution.Quantile((1 + level) / 2);
        return new()
        {
            Parameter = row,
            Value = value,
            StandardError = error,
            PValue = error > 0 ? NormalDistribution.TwoSided(value / error.Value) : null,
            Lower = isFixed ? value : value - half,
            Upper = isFixed ? value : value + half,
            StdLv = lv,
            StdAll = all,
        };
    }
}
