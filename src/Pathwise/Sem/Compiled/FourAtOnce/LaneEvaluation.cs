using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>
/// What <see cref="CovarianceEvaluation"/> computes, for four samples and four points at once, one in each lane (see
/// <see cref="LaneKernels"/>). Products with matrices whose places are known to be zero are left out. One worker's.
/// </summary>
internal sealed unsafe partial class LaneEvaluation
{
    private readonly CovarianceModel model;
    private readonly DerivativeMap map;
    private readonly LanePattern pattern;
    private readonly PinnedNumbers scratch;
    private readonly int p;
    private readonly int m;
    private readonly int t;
    private readonly int rowOfP;
    private readonly int rowOfM;
    private readonly int rowOfU;
    private readonly int rowOfT;

    // The model's matrices, Lambda and Q = Lambda P transposed; B above P, as CurvatureTerm counts; Psi B'.
    private readonly Lanes* lambda;
    private readonly Lanes* beta;
    private readonly Lanes* psi;
    private readonly Lanes* theta;
    private readonly Lanes* small;
    private readonly Lanes* psiB;
    private readonly Lanes* spread;
    private readonly Lanes* sample;
    private readonly Lanes* sweep;

    // U'WU, W in its first p rows and columns; U'EU with E = WSW - W; the first plus twice the second.
    private readonly Lanes* g;
    private readonly Lanes* e;
    private readonly Lanes* v;
    private readonly Lanes* half;
    private readonly Lanes* timesLambda;
    private readonly Lanes* between;
    private readonly Lanes* betweenInverse;
    private readonly Lanes* betweenSpread;
    private Lanes logDeterminantOfSample;
    private Lanes isExpectation;

    public LaneEvaluation(CovarianceModel model, DerivativeMap map)
    {
        (this.model, this.map) = (model, map);
        (p, m, t) = (model.ObservedCount, model.StructuralCount, model.FreeCount);
        (rowOfP, rowOfM, rowOfT) = (PaddedKernels.Stride(p), PaddedKernels.Stride(m), PaddedKernels.Stride(t));
        rowOfU = Math.Max(map.ColumnCount, rowOfP) | 1;
        var u = Math.Max(map.ColumnCount, rowOfP);
        pattern = LanePattern.Of(model, map, rowOfU);
        scratch = new PinnedNumbers(LaneKernels.Count * ((3 * u * rowOfU) + (3 * p * m) + (3 * rowOfP * rowOfP) + (2 * p) + (8 * m * rowOfM)));
        Lanes* Take(int count) => (Lanes*)scratch.Take(LaneKernels.Count * count);
        g = Take(u * rowOfU);
        e = Take(u * rowOfU);
        v = Take(u * rowOfU);
        lambda = Take(p * m);
        spread = Take(p * m);
        timesLambda = Take(p * m);
        theta = Take(rowOfP * rowOfP);
        sample = Take(rowOfP * rowOfP);
        half = Take(rowOfP * rowOfP);
        sweep = Take(2 * p);
        beta = Take(m * rowOfM);
        psi = Take(m * rowOfM);
        small = Take(2 * m * rowOfM);
        psiB = Take(m * rowOfM);
        between = Take(m * rowOfM);
        betweenInverse = Take(m * rowOfM);
        betweenSpread = Take(m * rowOfM);
        foreach (var (cell, value) in model.Fixed)
            Set(cell, Vector256.Create(value));
    }

    /// <summary>The discrepancies at the last points.</summary>
    public Lanes Discrepancy { get; private set; }

    /// <summary>Length of a row of the Hessian.</summary>
    public int RowOfParameters => rowOfT;

    /// <summary>Number of observed variables.</summary>
    public int ObservedCount => p;

    /// <summary>Puts a p x p sample covariance matrix, and the logarithm of its determinant, into a lane.</summary>
    public void SetSample(int lane, ReadOnlySpan<double> covariance, double logDeterminant)
    {
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
                ((double*)(sample + (i * rowOfP) + j))[lane] = covariance[(i * p) + j];
        }

        foreach (var (cell, row, column) in model.SampleMoments)
            Set(cell, Place(cell)->WithElement(lane, model.Moment(covariance, cell, row, column)));
        logDeterminantOfSample = logDeterminantOfSample.WithElement(lane, logDeterminant);
    }

    /// <summary>Computes the discrepancies at points, t vectors; a mask of the lanes where Sigma is positive definite.</summary>
    public Lanes Evaluate(Lanes* values)
    {
        for (var j = 0; j < t; j++)
            Set(model.Free[j], values[j]);
        var isRegular = Structure();
        Implied();
        isRegular &= LaneKernels.Invert(g, p, rowOfU, sweep, out var logDeterminant);
        Discrepancy = logDeterminant + Trace() - logDeterminantOfSample - Vector256.Create((double)p);
        return isRegular & Vector256.LessThan(Vector256.Abs(Discrepancy), Vector256.Create(double.PositiveInfinity));
    }

    /// <summary>u'Wv of two columns of U at the last point, in the first lane.</summary>
    public double Weighted(int u, int v) => g[(u * rowOfU) + v].ToScalar();

    private void Set(CompiledCell cell, Lanes value)
    {
        *Place(cell) = value;
        if (cell.Matrix >= CompiledMatrix.Psi)
            *Place(cell with { Row = cell.Column, Column = cell.Row }) = value;
    }

    private Lanes* Place(CompiledCell cell) => cell.Matrix switch
    {
        CompiledMatrix.Lambda => lambda + (cell.Column * p) + cell.Row,
        CompiledMatrix.Beta => beta + (cell.Row * rowOfM) + cell.Column,
        CompiledMatrix.Psi => psi + (cell.Row * rowOfM) + cell.Column,
        _ => theta + (cell.Row * rowOfP) + cell.Column,
    };

    /// <summary>B = (I - Beta)^-1 by elimination, Psi B' and P = B Psi B'; a mask of the lanes where I - Beta is regular.</summary>
    private Lanes Structure()
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
                small[(i * rowOfM) + j] = (i == j ? Lanes.One : Lanes.Zero) - beta[(i * rowOfM) + j];
        }

        var isRegular = Lanes.AllBitsSet;
        for (var k = 0; k < m; k++)
            isRegular &= Eliminate(k);
        new Span<Lanes>(psiB, m * rowOfM).Clear();
        foreach (var (c, d) in pattern.Psi)
        {
            foreach (var b in pattern.ReachedBy[d])
                psiB[(c * rowOfM) + b] += psi[(c * rowOfM) + d] * small[(b * rowOfM) + d];
        }

        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b <= a; b++)
                small[((m + a) * rowOfM) + b] = small[((m + b) * rowOfM) + a] = Sum(small + (a * rowOfM), pattern.Reaching[a], psiB + b);
        }

        return isRegular;
    }

    private Lanes Eliminate(int k)
    {
        var pivotRow = small + (k * rowOfM);
        var isRegular = Vector256.GreaterThan(Vector256.Abs(pivotRow[k]), Vector256.Create(FlatMatrix.LeastPivot));
        var inverse = Lanes.One / pivotRow[k];
        pivotRow[k] = Lanes.One;
        foreach (var j in pattern.Reaching[k])
            pivotRow[j] *= inverse;
        foreach (var i in pattern.ReachedBy[k])
        {
            if (i == k)
                continue;
            var row = small + (i * rowOfM);
            var factor = row[k];
            row[k] = Lanes.Zero;
            foreach (var j in pattern.Reaching[k])
                row[j] -= factor * pivotRow[j];
        }

        return isRegular;
    }

    /// <summary>Q = Lambda P, and Sigma's upper triangle into the place of W.</summary>
    private void Implied()
    {
        new Span<Lanes>(spread, p * m).Clear();
        foreach (var (i, a) in pattern.Lambda)
        {
            for (var b = 0; b < m; b++)
                spread[(b * p) + i] += lambda[(a * p) + i] * small[((m + a) * rowOfM) + b];
        }

        for (var j = 0; j < p; j++)
        {
            for (var i = j; i < p; i++)
                g[(j * rowOfU) + i] = theta[(j * rowOfP) + i];
        }

        foreach (var (j, a) in pattern.Lambda)
            LaneKernels.AddScaled(lambda[(a * p) + j], spread + (a * p) + j, g + (j * rowOfU) + j, p - j);
    }

    private Lanes Trace()
    {
        Lanes diagonal = Lanes.Zero, rest = Lanes.Zero;
        for (var i = 0; i < p; i++)
        {
            Lanes* ofSample = sample + (i * rowOfP), ofWeight = g + (i * rowOfU);
            diagonal += ofSample[i] * ofWeight[i];
            for (var j = i + 1; j < p; j++)
                rest += ofSample[j] * ofWeight[j];
        }

        return diagonal + rest + rest;
    }

    /// <summary>Sum over the given places of a row times a column of an m x m matrix.</summary>
    private Lanes Sum(Lanes* row, int[] places, Lanes* column)
    {
        var sum = Lanes.Zero;
        foreach (var c in places)
            sum += row[c] * column[c * rowOfM];
        return sum;
    }
}
