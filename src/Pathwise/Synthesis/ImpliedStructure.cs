using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Synthesis;

/// <summary>
/// The matrices of a compiled model at any parameter values, and the covariance that they imply: Sigma = Lambda A Psi A' Lambda' +
/// Theta with A = (I - Beta)^-1. Working memory of one worker.
/// </summary>
internal sealed class ImpliedStructure
{
    private readonly CovarianceModel model;
    private readonly double[] common;
    private readonly double[] half;
    private readonly double[] elimination;

    public ImpliedStructure(CovarianceModel model)
    {
        this.model = model;
        (ObservedCount, StructuralCount) = (model.ObservedCount, model.StructuralCount);
        int p = ObservedCount, m = StructuralCount;
        (Lambda, Theta) = (new double[p * m], new double[p * p]);
        (Beta, Psi, Inverse, Covariance) = (new double[m * m], new double[m * m], new double[m * m], new double[m * m]);
        (common, half, elimination) = (new double[p * m], new double[m * m], new double[m * m]);
        foreach (var (cell, value) in model.Fixed)
            Set(cell, value);
    }

    public int ObservedCount { get; }

    public int StructuralCount { get; }

    /// <summary>Loadings, p x m.</summary>
    public double[] Lambda { get; }

    /// <summary>Paths, m x m; row: where a path ends.</summary>
    public double[] Beta { get; }

    public double[] Psi { get; }

    /// <summary>Residual covariances of the observed variables, p x p.</summary>
    public double[] Theta { get; }

    /// <summary>Total effects, m x m: (I - Beta)^-1.</summary>
    public double[] Inverse { get; }

    /// <summary>Covariances of the structural variables, m x m.</summary>
    public double[] Covariance { get; }

    /// <summary>Takes up parameter values; false when I - Beta is singular.</summary>
    public bool Take(ReadOnlySpan<double> values)
    {
        for (var t = 0; t < values.Length; t++)
            Set(model.Free[t], values[t]);
        if (!Invert())
            return false;
        var m = StructuralCount;
        Array.Clear(half);
        Array.Clear(Covariance);
        for (var i = 0; i < m; i++)
        {
            for (var k = 0; k < m; k++)
                VectorKernels.AddScaled(Inverse[(i * m) + k], Psi.AsSpan(k * m, m), half.AsSpan(i * m, m));
            for (var j = 0; j < m; j++)
                Covariance[(i * m) + j] = VectorKernels.Dot(half.AsSpan(i * m, m), Inverse.AsSpan(j * m, m));
        }

        return true;
    }

    /// <summary>Takes up parameter values and writes the p x p covariance that they imply.</summary>
    public bool Implied(ReadOnlySpan<double> values, Span<double> sigma)
    {
        if (!Take(values))
            return false;
        int p = ObservedCount, m = StructuralCount;
        for (var i = 0; i < p; i++)
        {
            var row = common.AsSpan(i * m, m);
            row.Clear();
            for (var k = 0; k < m; k++)
            {
                if (Lambda[(i * m) + k] != 0)
                    VectorKernels.AddScaled(Lambda[(i * m) + k], Covariance.AsSpan(k * m, m), row);
            }

            for (var j = 0; j <= i; j++)
                sigma[(i * p) + j] = sigma[(j * p) + i] = Theta[(i * p) + j] + VectorKernels.Dot(row, Lambda.AsSpan(j * m, m));
        }

        return true;
    }

    private void Set(CompiledCell cell, double value)
    {
        switch (cell.Matrix)
        {
            case CompiledMatrix.Lambda:
                Lambda[(cell.Row * StructuralCount) + cell.Column] = value;
                break;
            case CompiledMatrix.Beta:
                Beta[(cell.Row * StructuralCount) + cell.Column] = value;
                break;
            case CompiledMatrix.Psi:
                Psi[(cell.Row * StructuralCount) + cell.Column] = Psi[(cell.Column * StructuralCount) + cell.Row] = value;
                break;
            default:
                Theta[(cell.Row * ObservedCount) + cell.Column] = Theta[(cell.Column * ObservedCount) + cell.Row] = value;
                break;
        }
    }

    // Gauss and Jordan without exchange of rows: without feedback loops every pivot is one.
    private bool Invert()
    {
        var m = StructuralCount;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                elimination[(i * m) + j] = (i == j ? 1 : 0) - Beta[(i * m) + j];
                Inverse[(i * m) + j] = i == j ? 1 : 0;
            }
        }

        for (var k = 0; k < m; k++)
        {
            var pivot = elimination[(k * m) + k];
            if (!(Math.Abs(pivot) > FlatMatrix.LeastPivot))
                return false;
            Scale(k, 1 / pivot);
            for (var i = 0; i < m; i++)
            {
                var factor = elimination[(i * m) + k];
                if (i == k || factor == 0)
                    continue;
                VectorKernels.AddScaled(-factor, elimination.AsSpan(k * m, m), elimination.AsSpan(i * m, m));
                VectorKernels.AddScaled(-factor, Inverse.AsSpan(k * m, m), Inverse.AsSpan(i * m, m));
            }
        }

        return true;
    }

    private void Scale(int row, double factor)
    {
        for (var j = 0; j < StructuralCount; j++)
        {
            elimination[(row * StructuralCount) + j] *= factor;
            Inverse[(row * StructuralCount) + j] *= factor;
        }
    }
}
