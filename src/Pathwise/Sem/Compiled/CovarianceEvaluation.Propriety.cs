using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Compiled;

/// <content>What is improper about the last point.</content>
internal sealed unsafe partial class CovarianceEvaluation
{
    /// <summary>Proper, or the first of what is not: a variance, the structural variables' covariances, the residuals'.</summary>
    public FitStatus Propriety()
    {
        if (function == FitFunction.DiagonallyWeightedLeastSquares && LeavesNegative())
            return FitStatus.NegativeVariance;
        foreach (var cell in model.Free)
        {
            if (cell.IsVariance && IsNegative(cell))
                return FitStatus.NegativeVariance;
        }

        if (!IsStructureSemidefinite())
            return FitStatus.LatentCovarianceIndefinite;
        Buffer.MemoryCopy(theta, half, p * rowOfP * sizeof(double), p * rowOfP * sizeof(double));
        return Estimation.Propriety.IsSemidefinite(half, p, rowOfP, variances) ? FitStatus.Proper : FitStatus.ResidualCovarianceIndefinite;
    }

    private bool IsNegative(CompiledCell cell) => cell.Matrix == CompiledMatrix.Psi
        ? Estimation.Propriety.IsNegative(psi[(cell.Row * rowOfM) + cell.Row], Math.Abs(CovarianceOf(cell.Row, cell.Row)))
        : Estimation.Propriety.IsNegative(theta[(cell.Row * rowOfP) + cell.Row], variances[cell.Row]);

    private bool IsStructureSemidefinite()
    {
        var n = model.VariableCount;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                smallScratch[(i * rowOfM) + j] = CovarianceOf(i, j);
            structuralVariances[i] = Math.Abs(smallScratch[(i * rowOfM) + i]);
        }

        return Estimation.Propriety.IsSemidefinite(smallScratch, n, rowOfM, structuralVariances);
    }
}
