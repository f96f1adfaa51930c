using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Compiled;

/// <content>
/// Least squares with a weight W that no point changes: with R = Sigma - S, F = tr(RWRW) / 2, dF = tr(WRW dSigma), and the Hessian is
/// tr(W dSigma W dSigma') + tr(WRW d2Sigma): that of likelihood with D = WRW, less what changes W there. Unweighted, where W is the identity,
/// each variance counts as much as each covariance: F has half the squares of the diagonal of R besides.
/// </content>
internal sealed unsafe partial class CovarianceEvaluation
{
    private bool TrySetWeight()
    {
        var isUnweighted = function == FitFunction.UnweightedLeastSquares;
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
}
