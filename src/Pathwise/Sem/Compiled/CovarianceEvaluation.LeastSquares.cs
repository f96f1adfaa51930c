using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Compiled;

/// <content>
/// Least squares with a weight W that no point changes: with R = Sigma - S, F = tr(RWRW) / 2, dF = tr(WRW dSigma), and the Hessian is
/// tr(W dSigma W dSigma') + tr(WRW d2Sigma): that of likelihood with D = WRW, less what changes W there. Unweighted, where W is the identity,
/// each variance counts as much as each covariance: F has half the squares of the diagonal of R besides. Where each residual has a weight v of its own, D is
/// their product, twice that on the diagonal, and the first term of the Hessian is the sum of the products of the cells' slopes times these weights; a
/// diagonal cell of weight zero is no moment, and what Theta has there follows from a variance of one in the end.
/// </content>
internal sealed unsafe partial class CovarianceEvaluation
{
    /// <summary>Takes up the weights of the squared residuals, p x p.</summary>
    public void SetWeights(ReadOnlySpan<double> weights)
    {
        for (int i = 0, cell = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++, cell++)
            {
                var twice = (i == j ? 2 : 1) * weights[(i * p) + j];
                cellWeights[(i * rowOfP) + j] = cellWeights[(j * rowOfP) + i] = twice;
                roots[cell] = Math.Sqrt(i == j ? twice : 2 * twice);
            }
        }
    }

    private void TakeCells()
    {
        rowOfCells = PaddedKernels.Stride(p * (p + 1) / 2);
        cells = new PinnedNumbers((p * rowOfP) + ((t + 1) * rowOfCells));
        cellWeights = cells.Take(p * rowOfP);
        roots = cells.Take(rowOfCells);
        cellSlopes = cells.Take(t * rowOfCells);
    }

    // Gives Theta at the last point what a variance of one leaves, where the diagonal has no weight; true where that is negative.
    private bool LeavesNegative()
    {
        var isNegative = false;
        for (var i = 0; i < p; i++)
        {
            var at = (i * rowOfP) + i;
            if (cellWeights[at] != 0)
                continue;
            theta[at] = 1 - (half[at] + sample[at] - theta[at]);
            isNegative |= Estimation.Propriety.IsNegative(theta[at], 1);
        }

        return isNegative;
    }

    private bool TrySetWeight()
    {
        var isUnweighted = function != FitFunction.GeneralizedLeastSquares;
        if (!isUnweighted && !PaddedKernels.TryInvert(weight, p, rowOfP, sweepRow, out _))
            return false;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                fixedWeight[(i * rowOfP) + j] = isUnweighted ? (i == j ? 1 : 0) : weight[(i * rowOfP) + j];
        }

        return true;
    }

    // Sigma stands in the place of the weight, which follows.
    private bool TryLeastSquares()
    {
        for (var i = 0; i < p * rowOfP; i++)
            half[i] = weight[i] - sample[i];
        if (function == FitFunction.UnweightedLeastSquares)
        {
            Buffer.MemoryCopy(half, residual, p * rowOfP * sizeof(double), p * rowOfP * sizeof(double));
            for (var i = 0; i < p; i++)
                residual[(i * rowOfP) + i] *= 2;
        }
        else if (function == FitFunction.DiagonallyWeightedLeastSquares)
        {
            for (var i = 0; i < p * rowOfP; i++)
                residual[i] = half[i] * cellWeights[i];
        }
        else
        {
            PaddedKernels.Multiply(fixedWeight, rowOfP, half, weight, p, p, rowOfP);
            PaddedKernels.Multiply(weight, rowOfP, fixedWeight, residual, p, p, rowOfP);
        }

        var sum = 0.0;
        for (var i = 0; i < p; i++)
            sum += PaddedKernels.Dot(residual + (i * rowOfP), half + (i * rowOfP), rowOfP);
        Buffer.MemoryCopy(fixedWeight, weight, p * rowOfP * sizeof(double), p * rowOfP * sizeof(double));
        Discrepancy = 0.5 * sum;
        return double.IsFinite(Discrepancy);
    }

    private void AddVariances(double* hessian)
    {
        for (var j = 0; j < t; j++)
        {
            for (var k = 0; k < p; k++)
                slopesOfVariances[(j * rowOfP) + k] = 2 * scales[j] * g[(k * rowOfU) + map.X[j]] * g[(k * rowOfU) + map.Y[j]];
        }

        for (var i = 0; i < t; i++)
        {
            for (var j = i; j < t; j++)
                hessian[(i * rowOfT) + j] += PaddedKernels.Dot(slopesOfVariances + (i * rowOfP), slopesOfVariances + (j * rowOfP), rowOfP);
        }
    }

    // Each parameter's slopes of the cells, times the roots of their weights, in a row.
    private void WeightedRow(int i, double* row)
    {
        for (var j = i; j < t; j++)
            row[j] = PaddedKernels.Dot(cellSlopes + (i * rowOfCells), cellSlopes + (j * rowOfCells), rowOfCells);
    }

    private void SlopesOfCells()
    {
        for (var k = 0; k < t; k++)
        {
            double* target = cellSlopes + (k * rowOfCells), x = g + (map.X[k] * rowOfU), y = g + (map.Y[k] * rowOfU);
            for (int i = 0, cell = 0; i < p; i++)
            {
                double xi = scales[k] * x[i], yi = scales[k] * y[i];
                for (var j = 0; j <= i; j++, cell++)
                    target[cell] = roots[cell] * ((xi * y[j]) + (yi * x[j]));
            }
        }
    }
}
