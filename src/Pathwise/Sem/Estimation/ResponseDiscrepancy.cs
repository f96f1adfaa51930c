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

    // Large matrices, made once and not at each step.
    private double[] rows = [], slopes = [], product = [];
    private bool areCurrent;

    /// <inheritdoc/>
    public override double Value(ImpliedMoments moments)
    {
        (at, areCurrent) = (moments, false);
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
        var (q, derivatives) = (weights.Size, Rows(moments, gradient.Length));
        for (var k = 0; k < gradient.Length; k++)
            gradient[k] -= 2 * weight * VectorKernels.Dot(derivatives.AsSpan(k * q, q), weighted);
    }

    /// <inheritdoc/>
    public override void AddInformation(ImpliedDerivatives derivatives, double weight, Span<double> information) => AddInformation(weight, information);

    // By the first derivatives alone (Gauss and Newton), which is half the Hessian where the residuals vanish.

    /// <inheritdoc/>
    public override void AddHessian(ImpliedMoments moments, double weight, Span<double> hessian) => AddInformation(weight, hessian);

    private void AddInformation(double weight, Span<double> information)
    {
        var t = (int)Math.Sqrt(information.Length);
        var derivatives = Rows(at!, t);
        weights.Times(derivatives, slopes, t);
        new SparseRows(derivatives, weights.Size).MultiplySymmetric(slopes, product);
        VectorKernels.AddScaled(weight, product, information);
    }

    // The derivatives at the last value, which slopes and curvature have in common.
    private double[] Rows(ImpliedMoments moments, int parameters)
    {
        if (rows.Length == 0)
            (rows, slopes, product) = (new double[parameters * weights.Size], new double[parameters * weights.Size], new double[parameters * parameters]);
        if (!areCurrent)
            ImpliedResponses.WriteDerivatives(moments, ImpliedDerivatives.Of(moments), rows);
        areCurrent = true;
        return rows;
    }
}
