using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Moments whose covariance matrix and weights are known as whole matrices, m x m.</summary>
internal sealed class DenseMoments : WeightedMoments
{
    private readonly int size, parameters;
    private readonly double[] covariance, derivatives, weighted, spread;

    private DenseMoments(double[] covariance, double[] derivatives, double[] weights, int parameters)
    {
        (this.covariance, this.derivatives, this.parameters) = (covariance, derivatives, parameters);
        size = (int)Math.Sqrt(covariance.Length);
        var (slopes, transposed) = (new double[size * parameters], new double[size * parameters]);
        FlatMatrix.Multiply(weights, derivatives, slopes, size, size, parameters);
        (weighted, spread) = (new double[size * parameters], new double[parameters * parameters]);
        FlatMatrix.Multiply(covariance, slopes, weighted, size, size, parameters);
        FlatMatrix.Transpose(slopes, transposed, size, parameters);
        FlatMatrix.Multiply(transposed, weighted, spread, parameters, size, parameters);
    }

    /// <summary>Of a group, counted from 1; null when the information at its own moments is singular.</summary>
    public static DenseMoments? OfGroup(FitResult fit, int group)
    {
        var saturated = SaturatedGroup.AtSample(fit, group);
        return Covariance(fit, saturated) is not { } covariance
            ? null
            : new(covariance.ToRowMajorArray(), saturated.Derivatives().ToRowMajorArray(), Weights(fit, group), fit.Values.Count) { Vector = saturated.Vector, Count = saturated.Count };
    }

    /// <summary>Adds D' W D of a group, times a weight, to a matrix of t x t.</summary>
    public static void AddGroup(FitResult fit, int group, double weight, double[] information)
    {
        var model = SaturatedGroup.AtWeights(fit, group);
        var (m, t, derivatives) = (model.Vector.Count, fit.Values.Count, model.Derivatives().ToRowMajorArray());
        var (slopes, transposed, sum) = (new double[m * t], new double[m * t], new double[t * t]);
        FlatMatrix.Multiply(Weights(fit, group), derivatives, slopes, m, m, t);
        FlatMatrix.Transpose(derivatives, transposed, m, t);
        FlatMatrix.Multiply(transposed, slopes, sum, t, m, t);
        VectorKernels.AddScaled(weight, sum, information);
    }

    /// <inheritdoc/>
    public override double[] Variances() => [.. Enumerable.Range(0, size).Select(k => covariance[(k * size) + k])];

    /// <inheritdoc/>
    public override double[] Covariance() => [.. covariance];

    /// <inheritdoc/>
    public override void Slopes(int k, Span<double> row) => derivatives.AsSpan(k * parameters, parameters).CopyTo(row);

    /// <inheritdoc/>
    public override void WeightedSlopes(int k, Span<double> row) => weighted.AsSpan(k * parameters, parameters).CopyTo(row);

    /// <inheritdoc/>
    public override double[] Spread() => spread;

    private static double[] Weights(FitResult fit, int group) =>
        SaturatedGroup.AtWeights(fit, group).Information(fit.Options.InformationUsed()).ToRowMajorArray();

    // Weighted least squares know the moments' covariance from the cases, two stages from the first; others have it from the information about them.
    private static Matrix<double>? Covariance(FitResult fit, SaturatedGroup saturated)
    {
        if (fit.Method.Responses is not null)
            return saturated.FourthOrder();
        if (fit.Method.Certainty is not null)
            return saturated.OfFirstStage();
        if (ParameterCovariance.Inverse(saturated.Information(fit.Options.InformationUsed())) is not { } inverse)
            return null;
        return fit.Method.IsRobust ? inverse * saturated.FirstOrder() * inverse : inverse;
    }
}
