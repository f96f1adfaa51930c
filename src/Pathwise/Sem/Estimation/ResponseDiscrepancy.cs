using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Weighted least squares of the statistics s of responses behind ordered variables, F = (s - sigma)' W (s - sigma) (Muthen 1984; Muthen, du Toit and
/// Spisic 1997).
/// </summary>
internal sealed class ResponseDiscrepancy(ResponseStatistics statistics, ResponseWeights weights) : GroupDiscrepancy
{
    private readonly double[] residual = new double[weights.Size], weighted = new double[weights.Size];
    private ImpliedMoments? at;

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        at = moments;
        ImpliedResponses.Write(moments, residual);
        for (var k = 0; k < residual.Length; k++)
            residual[k] = statistics.Values[k] - residual[k];
        weights.Times(residual, weighted, 1);
        var sum = VectorKernels.Dot(residual, weighted);
        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public override void AddGradient(ImpliedMoments moments, double weight, Span<double> gradient)
    {
        var (q, derivatives) = (weights.Size, ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), gradient.Length));
        for (var k = 0; k < gradient.Length; k++)
            gradient[k] -= 2 * weight * VectorKernels.Dot(derivatives.AsSpan(k * q, q), weighted);
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information)
    {
        var (q, t) = (weights.Size, (int)Math.Sqrt(information.Length));
        var rows = ImpliedResponses.Derivatives(at!, derivatives, t);
        var (slopes, sum) = (weights.Times(rows), new double[t * t]);
        FlatMatrix.MultiplyTransposed(slopes, rows, sum, t, q, t);
        VectorKernels.AddScaled(weight, sum, information);
    }

    // By the first derivatives alone (Gauss and Newton), which is half the Hessian where the residuals vanish.

    /// <inheritdoc/>
    public override void AddHessian(ImpliedMoments moments, double weight, Span<double> hessian) =>
        AddInformation(ImpliedDerivatives.Of(moments), weight, hessian);
}
