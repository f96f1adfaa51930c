using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// A discrepancy, F = ln|Sigma| + tr(S Sigma^-1) - ln|S| - p of maximum likelihood or one of least squares, its gradient, Hessian and
/// expected information at a point, for one worker: all scratch is its own and nothing is allocated after construction.
/// </summary>
internal sealed unsafe partial class CovarianceEvaluation
{
    private readonly CovarianceModel model;
    private readonly DerivativeMap map;
    private readonly PinnedNumbers scratch;
    private readonly int p;
    private readonly int m;
    private readonly int t;
    private readonly int rowOfP;
    private readonly int rowOfM;
    private readonly int rowOfU;
    private readonly int rowOfT;

    // The model's matrices; Lambda is kept transposed, m rows of p.
    private readonly double* lambda;
    private readonly double* beta;
    private readonly double* psi;
    private readonly double* theta;

    // B above P = B Psi B', and Psi B'.
    private readonly double* small;
    private readonly double* psiB;
    private readonly double* psiBTransposed;
    private readonly double* smallScratch;

    // K = Lambda B, transposed; K and Q = Lambda P times W and D.
    private readonly double* image;
    private readonly double* weightedImage;
    private readonly double* residualImage;
    private readonly double* weightedSpread;
    private readonly double* residualSpread;
    private readonly double* imageImage;
    private readonly double* imageSpread;
    private readonly double* spreadSpread;

    private readonly double* sample;
    private readonly double* weight;
    private readonly double* residual;
    private readonly double* half;
    private readonly double* sweepRow;
    private readonly double* variances;
    private readonly double* structuralVariances;

    // The weight of least squares, which no point changes.
    private readonly FitFunction function;
    private readonly double* fixedWeight;
    private readonly double* slopesOfVariances;

    // Weights of the cells of the lower triangle, their roots, and the parameters' slopes of them; nothing where no cell has a weight of its own.
    private PinnedNumbers? cells;
    private double* cellWeights;
    private double* roots;
    private double* cellSlopes;
    private int rowOfCells;

    // U'WU and U'DU, and their columns gathered for the parameters.
    private readonly double* g;
    private readonly double* d;
    private readonly double* gx;
    private readonly double* gy;
    private readonly double* dx;
    private readonly double* dy;
    private readonly double* scales;
    private double logDeterminantOfSample;

    public CovarianceEvaluation(CovarianceModel model, DerivativeMap map, FitFunction function = FitFunction.Likelihood)
    {
        (this.model, this.map, this.function) = (model, map, function);
        (p, m, t) = (model.ObservedCount, model.StructuralCount, model.FreeCount);
        rowOfP = PaddedKernels.Stride(p);
        rowOfM = PaddedKernels.Stride(m);
        rowOfU = PaddedKernels.Stride(map.ColumnCount);
        rowOfT = PaddedKernels.Stride(t);
        scratch = new PinnedNumbers(
            (((7 * m) + (6 * p) + 5 + t) * rowOfP) + (12 * rowOfM * (rowOfM + 3)) + (2 * map.ColumnCount * rowOfU) + (((4 * map.ColumnCount) + 1) * rowOfT) + 64);
        lambda = scratch.Take(m * rowOfP);
        theta = scratch.Take(p * rowOfP);
        sample = scratch.Take(p * rowOfP);
        beta = scratch.Take(m * rowOfM);
        psi = scratch.Take(m * rowOfM);
        small = scratch.Take(2 * m * rowOfM);
        psiB = scratch.Take(m * rowOfM);
        smallScratch = scratch.Take(m * rowOfM);
        psiBTransposed = scratch.Take(m * rowOfM);
        imageImage = scratch.Take(m * rowOfM);
        imageSpread = scratch.Take(m * rowOfM);
        spreadSpread = scratch.Take(m * rowOfM);
        image = scratch.Take(m * rowOfP);
        weightedImage = scratch.Take(m * rowOfP);
        residualImage = scratch.Take(m * rowOfP);
        weightedSpread = scratch.Take(m * rowOfP);
        residualSpread = scratch.Take(m * rowOfP);
        weight = scratch.Take(p * rowOfP);
        residual = scratch.Take(p * rowOfP);
        half = scratch.Take(p * rowOfP);
        sweepRow = scratch.Take(2 * rowOfP);
        variances = scratch.Take(rowOfP);
        structuralVariances = scratch.Take(rowOfM);
        fixedWeight = scratch.Take(p * rowOfP);
        slopesOfVariances = scratch.Take(t * rowOfP);
        g = scratch.Take(map.ColumnCount * rowOfU);
        d = scratch.Take(map.ColumnCount * rowOfU);
        gx = scratch.Take(map.ColumnCount * rowOfT);
        gy = scratch.Take(map.ColumnCount * rowOfT);
        dx = scratch.Take(map.ColumnCount * rowOfT);
        dy = scratch.Take(map.ColumnCount * rowOfT);
        scales = scratch.Take(t);
        SetConstants();
    }

    /// <summary>The discrepancy at the last point.</summary>
    public double Discrepancy { get; private set; }

    /// <summary>Covariances of the structural variables at the last point: m rows of <see cref="RowOfStructural"/>.</summary>
    public double* StructuralCovariance => small + (m * rowOfM);

    /// <summary>The covariance of two structural variables, also where their moments are about zero.</summary>
    public double CovarianceOf(int row, int column)
    {
        var moment = StructuralCovariance[(row * rowOfM) + column];
        return model.HasConstant
            ? moment - (StructuralCovariance[(row * rowOfM) + m - 1] * StructuralCovariance[(column * rowOfM) + m - 1])
            : moment;
    }

    /// <summary>(I - Beta)^-1 at the last point: m rows of <see cref="RowOfStructural"/>.</summary>
    public double* Inverse => small;

    /// <summary>Beta at the last point: m rows of <see cref="RowOfStructural"/>.</summary>
    public double* Beta => beta;

    /// <summary>Residual covariances of the observed variables: p rows of <see cref="RowOfObserved"/>.</summary>
    public double* Theta => theta;

    /// <summary>Length of a row of the small matrices.</summary>
    public int RowOfStructural => rowOfM;

    /// <summary>Length of a row of the large matrices.</summary>
    public int RowOfObserved => rowOfP;

    /// <summary>Length of a row of the Hessian.</summary>
    public int RowOfParameters => rowOfT;

    /// <summary>
    /// Takes up a p x p sample covariance matrix; false when it is not positive definite, which unweighted least squares does not ask for.
    /// </summary>
    public bool TrySetSample(ReadOnlySpan<double> covariance)
    {
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                sample[(i * rowOfP) + j] = weight[(i * rowOfP) + j] = covariance[(i * p) + j];
        }

        SetSampleMoments(covariance);
        return function == FitFunction.Likelihood
            ? PaddedKernels.TryInvert(weight, p, rowOfP, sweepRow, out logDeterminantOfSample)
            : TrySetWeight();
    }

    /// <summary>The model's matrices, but neither Sigma nor the discrepancy, at a point and for a sample.</summary>
    public void Place(ReadOnlySpan<double> covariance, double* values)
    {
        SetSampleMoments(covariance);
        for (var j = 0; j < t; j++)
            Set(model.Free[j], values[j]);
        TryStructure();
    }

    /// <summary>Computes the discrepancy at a point; false when Sigma is not positive definite there.</summary>
    public bool TryEvaluate(double* values)
    {
        for (var j = 0; j < t; j++)
            Set(model.Free[j], values[j]);
        if (!TryStructure())
            return false;
        Implied();
        if (function != FitFunction.Likelihood)
            return TryLeastSquares();
        if (!PaddedKernels.TryInvert(weight, p, rowOfP, sweepRow, out var logDeterminant))
            return false;

        var trace = 0.0;
        for (var i = 0; i < p; i++)
            trace += PaddedKernels.Dot(sample + (i * rowOfP), weight + (i * rowOfP), rowOfP);
        Discrepancy = logDeterminant + trace - logDeterminantOfSample - p;
        return double.IsFinite(Discrepancy);
    }
}
