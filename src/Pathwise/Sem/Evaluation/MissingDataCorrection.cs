using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// What robust indices take for the chi-square where values are missing (Zhang and Savalei 2023): the discrepancy of complete cases from the
/// saturated moments to those that full information implies, and the mean of what it would be if the model held, for each degree of freedom. As lavaan
/// has it: FIML-C, version 6 for normal data, version 3 with the cases' own scores for robust estimators; what complete cases would say about
/// exogenous variables is left out, whether they are fixed or not.
/// </summary>
internal static class MissingDataCorrection
{
    /// <summary>The tests of a fit of full information and of its baseline; their values and factors are null where they do not exist.</summary>
    public static (ChiSquareTest Model, ChiSquareTest Baseline) Of(FitResult fit)
    {
        // Both stand on the same saturated moments.
        var weights = double.IsFinite(fit.Discrepancy) ? MissingDataWeights.Of(fit) : null;
        return (Test(fit, weights), Test(fit.Baseline, weights));
    }

    private static ChiSquareTest Test(FitResult fit, IReadOnlyList<MissingDataWeights>? weights)
    {
        var df = fit.DegreesOfFreedom();
        return double.IsFinite(fit.Discrepancy)
            ? new(ChiSquare(fit), df, null, df > 0 && weights is not null ? Trace(fit, weights) / df : null)
            : new(null, df, null);
    }

    private static double? ChiSquare(FitResult fit)
    {
        var complete = Discrepancies.Build(fit.Structure, fit.Saturated, fit.Saturated, fit.Options with { Missing = MissingData.Listwise });
        var value = fit.CaseCount * complete.Value([.. fit.Values]);
        return double.IsFinite(value) ? Math.Max(value, 0) : null;
    }

    // With W the information of what is observed and C that of complete cases, both at the saturated moments, D the derivatives and
    // H = (D' W D)^-1: tr(C W^-1) - tr(H D' C D), or with the cases' scores J in V = W^-1 J W^-1:
    // tr(C V) - 2 tr(H D' C V W D) + tr(H D' C D H D' J D).
    private static double? Trace(FitResult fit, IReadOnlyList<MissingDataWeights> weights)
    {
        var free = weights.Select((each, g) => each.Free).Sum();
        var t = fit.Values.Count;
        if (t == 0)
            return free;
        var (derivatives, isRobust) = (Derivatives(fit), fit.Method.IsRobust);
        Matrix<double> Sum(Func<MissingDataWeights, double[]> matrix) => Between(weights, derivatives, t, matrix);
        if (ParameterCovariance.Inverse(Sum(each => each.Used).ToRowMajorArray(), ParameterCovariance.Basis(fit)) is not { } h)
            return null;
        var complete = h * Sum(each => each.Complete);
        return isRobust
            ? free - (2 * (h * Sum(each => each.Cross!)).Trace()) + (complete * h * Sum(each => each.FirstOrder!)).Trace()
            : free - complete.Trace();
    }

    // The derivatives of each group's moments, t x m: mostly zeros.
    private static double[][] Derivatives(FitResult fit) =>
        [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => SaturatedGroup.AtSample(fit, group).Derivatives().ToColumnMajorArray())];

    // The sum over groups of D' M D, weighted by their shares of the cases.
    private static Matrix<double> Between(
        IReadOnlyList<MissingDataWeights> weights, double[][] derivatives, int t, Func<MissingDataWeights, double[]> matrix)
    {
        var (sum, part) = (new double[t * t], new double[t * t]);
        for (var g = 0; g < weights.Count; g++)
        {
            var m = weights[g].Size;
            var left = new double[t * m];
            FlatMatrix.Multiply(derivatives[g], matrix(weights[g]), left, t, m, m);
            FlatMatrix.MultiplyTransposed(left, derivatives[g], part, t, m, t);
            VectorKernels.AddScaled(weights[g].Share, part, sum);
        }

        return Matrix<double>.Build.Dense(t, t, (i, j) => sum[(i * t) + j]);
    }
}
