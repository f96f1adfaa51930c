using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Browne's (1984) test from residuals with normal-theory weights at the implied moments, lavaan's browne.residual.nt.model:
/// N e' (W - W D (D' W D)^-1 D' W) e for residuals e and derivatives D of the moments. With missing values, as lavaan has it from 0.7 on: residuals of the
/// moments of the values that there are, weighted by the observed information in these.
/// </summary>
public static class ResidualBasedTest
{
    /// <summary>The test; null value where it cannot be computed, and of models with ordered variables.</summary>
    public static ChiSquareTest BrowneResidualTest(this FitResult fit)
    {
        var df = DegreesOfFreedom.Of(fit);
        if (!double.IsFinite(fit.Discrepancy) || fit.Structure.Responses is not null)
            return new(null, df, null);
        return fit.Options.Missing == MissingData.Fiml ? OfObserved(fit.Working, df) : OfComplete(fit.Working, df);
    }

    private static ChiSquareTest OfComplete(FitResult fit, int df)
    {
        var objective = WeightedResiduals.Of(fit, g => fit.ImpliedCovariance(g + 1).Inverse());
        var gradient = new double[fit.Values.Count];
        var distance = objective.Gradient([.. fit.Values], gradient);
        if (gradient.Length == 0)
            return Of(fit.Multiplier * distance, df);
        if (ParameterCovariance.Inverse(objective.Information(), ParameterCovariance.Basis(fit, [])) is not { } inverse)
            return new(null, df, null);
        var slopes = Vector<double>.Build.Dense(gradient);
        return Of(fit.Multiplier * (distance - (slopes * inverse * slopes / 4)), df);
    }

    private static ChiSquareTest Of(double value, int df) => new(value, df, ModelTest.PValue(value, df));

    private static ChiSquareTest OfObserved(FitResult fit, int df)
    {
        var (distance, t) = (0.0, Math.Max(fit.Values.Count, 1));
        var (slopes, information) = (Vector<double>.Build.Dense(t), Matrix<double>.Build.Dense(t, t));
        for (var group = 1; group <= fit.Table.GroupCount; group++)
        {
            var model = SaturatedGroup.AtModel(fit, group);
            var weights = model.Information(Information.Observed) * fit.Sample[group - 1].Count;
            var residual = model.Moments(fit.Sample[group - 1].Pairwise()) - model.Moments();
            distance += residual * weights * residual;
            if (fit.Values.Count == 0)
                continue;
            var derivatives = model.Derivatives();
            slopes += derivatives.TransposeThisAndMultiply(weights * residual);
            information += Between(derivatives, weights);
        }

        if (fit.Values.Count == 0)
            return Of(distance, df);
        return ParameterCovariance.Inverse(information.ToRowMajorArray(), ParameterCovariance.Basis(fit, [])) is { } inverse
            ? Of(distance - (slopes * inverse * slopes), df)
            : new(null, df, null);
    }

    // D' W D, on this thread alone: matrices of this size are slower to share out than to multiply.
    private static Matrix<double> Between(Matrix<double> derivatives, Matrix<double> weights)
    {
        var (m, t) = (derivatives.RowCount, derivatives.ColumnCount);
        var (transposed, left, product) = (derivatives.ToColumnMajorArray(), new double[t * m], new double[t * t]);
        FlatMatrix.Multiply(transposed, weights.ToRowMajorArray(), left, t, m, m);
        FlatMatrix.MultiplyTransposed(left, transposed, product, t, m, t);
        return Matrix<double>.Build.Dense(t, t, product);
    }
}
