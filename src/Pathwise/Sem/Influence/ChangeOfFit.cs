using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Influence;

/// <summary>
/// Fit measures of many samples of one model, without what is not asked for. The baseline of complete cases by maximum likelihood needs no search: its
/// discrepancy is the sum of the logarithms of the variances less that of the determinant, exogenous variables whose moments are held at the sample's
/// counting together. Whether that is the baseline of this model is asked of its own fit first.
/// </summary>
internal sealed class ChangeOfFit
{
    private readonly bool isClosed;
    private readonly int[] held;
    private readonly int df;

    /// <summary>Of the models of fits like this one.</summary>
    public ChangeOfFit(FitResult fit)
    {
        held = [.. fit.Table.Rows.Where(row => row is { IsSampleMoment: true, Operator: Operator.Covariance } && row.Lhs == row.Rhs).Select(row => fit.Sample[0].IndexOf(row.Lhs))];
        df = fit.Baseline.DegreesOfFreedom();
        isClosed = !fit.Method.IsRobust && fit.Method.HasLikelihood && !fit.Sample[0].HasMissing
            && fit.Baseline.Test().Value is { } known && Math.Abs(known - Closed(fit)) < 1e-7 * (1 + known);
        All = Of(fit);
    }

    /// <summary>The measures of the fit itself.</summary>
    public MeasureChange All { get; }

    /// <summary>The chi-square of exact fit, corrected where the estimator corrects it.</summary>
    public static double? ChiSquare(FitResult fit) => (fit.ScaledTest() ?? fit.Test()).Value;

    /// <summary>The measures of a fit of the model.</summary>
    public MeasureChange Of(FitResult fit)
    {
        if (!isClosed)
            return fit.Indices() is var all ? new(all.Rmsea, all.Cfi, all.Tli, all.Srmr) : All;
        var test = fit.Test();
        var incremental = IncrementalFit.Of(test, new ChiSquareTest(Closed(fit), df, null));
        double? rmsea = test is { Value: { } value, DegreesOfFreedom: > 0 } ? RootMeanSquareError.Value(value, test.DegreesOfFreedom, fit.Multiplier * test.DegreesOfFreedom) : null;
        return new(rmsea, incremental.Cfi, incremental.Tli, ResidualFit.Of(fit).SrmrBentler);
    }

    private double Closed(FitResult fit)
    {
        var (covariance, p) = (fit.Sample[0].Covariance, fit.Sample[0].Names.Count);
        var sum = Enumerable.Range(0, p).Except(held).Sum(i => Math.Log(covariance[i, i]));
        return fit.Multiplier * (sum + LogDeterminant(covariance, held) - LogDeterminant(covariance, [.. Enumerable.Range(0, p)]));
    }

    private static double LogDeterminant(MathNet.Numerics.LinearAlgebra.Matrix<double> covariance, int[] at)
    {
        var (n, part) = (at.Length, new double[at.Length * at.Length]);
        for (var i = 0; i < n * n; i++)
            part[i] = covariance[at[i / n], at[i % n]];
        return n == 0 ? 0 : Cholesky.TryFactor(part, n) ? Cholesky.LogDeterminant(part, n) : double.NaN;
    }
}
