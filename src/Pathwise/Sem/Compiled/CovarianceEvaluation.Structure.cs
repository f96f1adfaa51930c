using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Compiled;

/// <content>The model's matrices at a point, and the covariances that they imply.</content>
internal sealed unsafe partial class CovarianceEvaluation
{
    private void SetConstants()
    {
        for (var j = 0; j < t; j++)
            scales[j] = map.Scale[j];
        foreach (var (cell, value) in model.Fixed)
            Set(cell, value);
        if (function == FitFunction.DiagonallyWeightedLeastSquares)
            TakeCells();
    }

    private void SetSampleMoments(ReadOnlySpan<double> covariance)
    {
        foreach (var (cell, row, column) in model.SampleMoments)
            Set(cell, model.Moment(covariance, cell, row, column));
        for (var i = 0; i < p; i++)
            variances[i] = covariance[(i * p) + i] - (model.HasConstant && i < p - 1 ? covariance[(i * p) + p - 1] * covariance[(i * p) + p - 1] : 0);
    }

    private void Set(CompiledCell cell, double value)
    {
        switch (cell.Matrix)
        {
            case CompiledMatrix.Lambda:
                lambda[(cell.Column * rowOfP) + cell.Row] = value;
                break;
            case CompiledMatrix.Beta:
                beta[(cell.Row * rowOfM) + cell.Column] = value;
                break;
            case CompiledMatrix.Psi:
                psi[(cell.Row * rowOfM) + cell.Column] = psi[(cell.Column * rowOfM) + cell.Row] = value;
                break;
            default:
                theta[(cell.Row * rowOfP) + cell.Column] = theta[(cell.Column * rowOfP) + cell.Row] = value;
                break;
        }
    }

    /// <summary>B = (I - Beta)^-1 by elimination, Psi B' and P = B Psi B'; false when I - Beta is singular.</summary>
    private bool TryStructure()
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
                small[(i * rowOfM) + j] = (i == j ? 1 : 0) - beta[(i * rowOfM) + j];
        }

        for (var k = 0; k < m; k++)
        {
            if (!Eliminate(k))
                return false;
        }

        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
                smallScratch[(i * rowOfM) + j] = small[(j * rowOfM) + i];
        }

        PaddedKernels.Multiply(psi, rowOfM, smallScratch, psiB, m, m, rowOfM);
        PaddedKernels.Multiply(small, rowOfM, psiB, StructuralCovariance, m, m, rowOfM);
        return true;
    }

    // One step of Gauss and Jordan. Without feedback loops every pivot is one, whatever the order of the variables.
    private bool Eliminate(int k)
    {
        var pivotRow = small + (k * rowOfM);
        if (!(Math.Abs(pivotRow[k]) > FlatMatrix.LeastPivot))
            return false;
        var inverse = 1 / pivotRow[k];
        pivotRow[k] = 1;
        for (var j = 0; j < m; j++)
            pivotRow[j] *= inverse;
        for (var i = 0; i < m; i++)
        {
            var factor = small[(i * rowOfM) + k];
            if (i == k || factor == 0)
                continue;
            small[(i * rowOfM) + k] = 0;
            PaddedKernels.AddScaled(-factor, pivotRow, small + (i * rowOfM), rowOfM);
        }

        return true;
    }

    /// <summary>K = Lambda B, Q = K Psi B', and Sigma into the place of the weight matrix.</summary>
    private void Implied()
    {
        TimesTransposed(small, lambda, image);
        TimesTransposed(psi, image, half);
        for (var i = 0; i < p; i++)
        {
            var row = weight + (i * rowOfP);
            Buffer.MemoryCopy(theta + (i * rowOfP), row, rowOfP * sizeof(double), rowOfP * sizeof(double));
            for (var a = 0; a < m; a++)
                PaddedKernels.AddScaled(image[(a * rowOfP) + i], half + (a * rowOfP), row, rowOfP);
        }
    }

    /// <summary>Rows of the transposed product: row b of the target is the sum over a of small[a, b] times row a of the source.</summary>
    private void TimesTransposed(double* matrix, double* source, double* target)
    {
        for (var b = 0; b < m; b++)
        {
            var row = target + (b * rowOfP);
            new Span<double>(row, rowOfP).Clear();
            for (var a = 0; a < m; a++)
            {
                var factor = matrix[(a * rowOfM) + b];
                if (factor != 0)
                    PaddedKernels.AddScaled(factor, source + (a * rowOfP), row, rowOfP);
            }
        }
    }
}
