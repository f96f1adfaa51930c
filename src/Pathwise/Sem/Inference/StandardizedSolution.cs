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
        var values = new Standardization(fit).Values([.. fit.Values], all);
        var covariance = ParameterCovariance.Once(fit);
        var gradients = covariance is null ? null : new StandardizedSlopes(fit, all).Gradients(values);
        return
        [
            .. from i in Enumerable.Range(0, values.Length)
               let row = fit.Table.Rows[i]
               where row.Operator <= Operator.Definition
               select Row(row, values[i], EstimateTable.Error(gradients?[i], covariance, fit), fit.Options.Level),
        ];
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
