using Pathwise.Numerics;

namespace Pathwise.Sem.Implied;

/// <summary>
/// Means and covariances that one group's model matrices imply, Sigma = Lambda A Psi A' Lambda' + Theta and
/// mu = nu + Lambda A alpha with A = (I - Beta)^-1 (Bollen 1989), flat and row-major. Scratch memory of one worker:
/// <see cref="Update"/> overwrites everything.
/// </summary>
internal sealed class ImpliedMoments
{
    private readonly ModelCell[] cells;
    private readonly ResponseLayout? responses;
    private readonly double[] lambda, beta, psi, theta, nu, alpha;
    private readonly double[] scratch, transposed, work;

    /// <summary>Reserves memory for a group of a structure, counted from 0.</summary>
    public ImpliedMoments(ModelStructure structure, int group)
    {
        cells = [.. structure.Groups[group]];
        responses = structure.Responses;
        int p = Size = structure.Observed.Count, m = LatentSize = structure.Latents.Count;
        (lambda, beta, psi, theta) = (new double[p * m], new double[m * m], new double[m * m], new double[p * p]);
        (nu, alpha) = (new double[p], new double[m]);
        (scratch, transposed, work) = (new double[m * m], new double[m * m], new double[Math.Max(p, m) * Math.Max(p, m)]);
        (Total, LatentCovariance) = (new double[m * m], new double[m * m]);
        (TotalLoadings, LatentToObserved) = (new double[p * m], new double[p * m]);
        (Thresholds, Scales) = (new double[responses?.ThresholdCount ?? 0], new double[responses is null ? 0 : p]);
        Array.Fill(Scales, 1);
        (Sigma, Mu, LatentMeans) = (new double[p * p], new double[p], new double[m]);
    }

    /// <summary>Number of observed variables, p.</summary>
    public int Size { get; }

    /// <summary>Number of latent variables, m.</summary>
    public int LatentSize { get; }

    /// <summary>The cells of the group.</summary>
    public IReadOnlyList<ModelCell> Cells => cells;

    /// <summary>Lambda, p x m, at the last update.</summary>
    public ReadOnlySpan<double> Lambda => lambda;

    /// <summary>Beta, m x m, at the last update.</summary>
    public ReadOnlySpan<double> Beta => beta;

    /// <summary>Psi, m x m, at the last update.</summary>
    public ReadOnlySpan<double> Psi => psi;

    /// <summary>Theta, p x p, at the last update.</summary>
    public ReadOnlySpan<double> Theta => theta;

    /// <summary>nu, p, at the last update.</summary>
    public ReadOnlySpan<double> Nu => nu;

    /// <summary>A = (I - Beta)^-1, m x m.</summary>
    public double[] Total { get; }

    /// <summary>Lambda A, p x m.</summary>
    public double[] TotalLoadings { get; }

    /// <summary>A Psi A', the covariances of the latent variables, m x m.</summary>
    public double[] LatentCovariance { get; }

    /// <summary>Lambda A Psi A', the covariances of observed (Theta apart) and latent variables, p x m.</summary>
    public double[] LatentToObserved { get; }

    /// <summary>A alpha, the means of the latent variables, m.</summary>
    public double[] LatentMeans { get; }

    /// <summary>Sigma, p x p.</summary>
    public double[] Sigma { get; }

    /// <summary>mu, p.</summary>
    public double[] Mu { get; }

    /// <summary>The ordered variables; null where all variables are continuous.</summary>
    public ResponseLayout? Responses => responses;

    /// <summary>Thresholds of the responses behind ordered variables, one variable's after another's.</summary>
    public double[] Thresholds { get; }

    /// <summary>Scales of the responses, one of continuous variables; none where all variables are continuous.</summary>
    public double[] Scales { get; }

    /// <summary>The value of a cell at the last update: what is free or fixed, or what follows from the others.</summary>
    public double Value(ModelCell cell, ReadOnlySpan<double> free) => responses?.IsDetermined(cell) is not true ? cell.Value(free)
        : cell.Matrix switch
        {
            ModelMatrix.Theta => theta[(cell.Row * Size) + cell.Row],
            ModelMatrix.Psi => psi[(cell.Row * LatentSize) + cell.Row],
            _ => Scales[cell.Row],
        };

    /// <summary>The covariances of variables and responses times these' scales, p x p: of ordered variables correlations. Sigma itself where all are continuous.</summary>
    public double[] ScaledSigma()
    {
        if (responses is null)
            return Sigma;
        var scaled = (double[])Sigma.Clone();
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] *= Scales[i / Size] * Scales[i % Size];
        return scaled;
    }

    /// <summary>Computes everything at the free parameters; false when I - Beta has no inverse.</summary>
    public bool Update(ReadOnlySpan<double> free)
    {
        Fill(free);
        int p = Size, m = LatentSize;
        for (var i = 0; i < m * m; i++)
            scratch[i] = -beta[i];
        for (var i = 0; i < m; i++)
            scratch[(i * m) + i] += 1;
        if (!FlatMatrix.TryInvertLoops(scratch, Total, m))
            return false;
        FlatMatrix.Multiply(Total, psi, scratch, m, m, m);
        FlatMatrix.MultiplyTransposed(scratch, Total, LatentCovariance, m, m, m);
        FlatMatrix.Multiply(lambda, Total, TotalLoadings, p, m, m);
        FlatMatrix.Multiply(lambda, LatentCovariance, LatentToObserved, p, m, m);
        FlatMatrix.MultiplyTransposed(LatentToObserved, lambda, Sigma, p, m, p);
        Symmetrize(Sigma, theta, p);
        FlatMatrix.Multiply(Total, alpha, LatentMeans, m, m, 1);
        FlatMatrix.Multiply(lambda, LatentMeans, Mu, p, m, 1);
        VectorKernels.AddScaled(1, nu, Mu);
        return responses is null || TryScale(responses);
    }

    /// <summary>
    /// Adds to the gradient of a function of Sigma and mu by the chain rule. <paramref name="bySigma"/> is symmetric:
    /// dF = trace(bySigma dSigma) + byMu' dmu.
    /// </summary>
    public void AddGradient(ReadOnlySpan<double> bySigma, ReadOnlySpan<double> byMu, Span<double> gradient)
    {
        int p = Size, m = LatentSize;
        var left = work.AsSpan(0, p * m);           // bySigma Lambda A Psi A' + byMu (A alpha)' / 2
        FlatMatrix.Multiply(bySigma, LatentToObserved, left, p, p, m);
        for (var i = 0; i < p; i++)
            VectorKernels.AddScaled(byMu[i] / 2, LatentMeans, left.Slice(i * m, m));
        foreach (var cell in cells)
        {
            if (cell.Free >= 0)
                gradient[cell.Free] += Slope(cell, bySigma, byMu, left);
        }
    }

    private double Slope(ModelCell cell, ReadOnlySpan<double> bySigma, ReadOnlySpan<double> byMu, ReadOnlySpan<double> left)
    {
        int p = Size, m = LatentSize, i = cell.Row, j = cell.Column;
        switch (cell.Matrix)
        {
            case ModelMatrix.Lambda:
                return 2 * left[(i * m) + j];
            case ModelMatrix.Theta:
                return bySigma[(i * p) + j] * (i == j ? 1 : 2);
            case ModelMatrix.Nu:
                return byMu[i];
        }

        double sum = 0;
        for (var k = 0; k < p; k++)
        {
            if (TotalLoadings[(k * m) + i] is not (var loading and not 0))
                continue;
            sum += loading * cell.Matrix switch
            {
                ModelMatrix.Beta => 2 * left[(k * m) + j],
                ModelMatrix.Alpha => byMu[k],
                _ => RowTimesLoadings(bySigma, k, j) * (i == j ? 1 : 2),
            };
        }

        return sum;
    }

    private double RowTimesLoadings(ReadOnlySpan<double> bySigma, int row, int latent)
    {
        double sum = 0;
        for (var k = 0; k < Size; k++)
            sum += bySigma[(row * Size) + k] * TotalLoadings[(k * LatentSize) + latent];
        return sum;
    }

    /// <summary>What the covariates predict of an observed variable's variance: nothing where their moments are zero.</summary>
    public double Predicted(int variable)
    {
        double sum = 0;
        foreach (var a in responses?.Covariates ?? [])
        {
            for (var b = 0; a >= 0 && b < responses!.Covariates.Length; b++)
            {
                if (responses.Covariates[b] is >= 0 and var other)
                    sum += TotalLoadings[(variable * LatentSize) + a] * psi[(a * LatentSize) + other] * TotalLoadings[(variable * LatentSize) + other];
            }
        }

        return sum;
    }

    // Scales are of the responses given the covariates. In delta the variances follow from their scales and leave the residual variances, in theta the other
    // way round.
    private bool TryScale(ResponseLayout layout)
    {
        for (var j = 0; j < Size; j++)
        {
            if (!layout.IsOrdered[j])
                continue;
            var (at, predicted) = ((j * Size) + j, Predicted(j));
            if (layout.IsDelta)
                Leave(j, (1 / (Scales[j] * Scales[j])) + predicted, layout.ResidualOf(j));
            else if (Sigma[at] - predicted > 0)
                Scales[j] = 1 / Math.Sqrt(Sigma[at] - predicted);
            else
                return false;
        }

        return true;
    }

    // Gives a response its variance, and its residual what is left of it: a cell of Theta or, of a variable among the latent ones that explains nothing, of Psi.
    private void Leave(int variable, double variance, int latent)
    {
        var at = (variable * Size) + variable;
        var change = variance - Sigma[at];
        Sigma[at] = variance;
        if (latent < 0)
        {
            theta[at] += change;
            return;
        }

        psi[(latent * LatentSize) + latent] += change;
        LatentCovariance[(latent * LatentSize) + latent] += change;
        LatentToObserved[(variable * LatentSize) + latent] += change;
    }

    private void Fill(ReadOnlySpan<double> free)
    {
        foreach (var cell in cells)
        {
            var value = cell.Value(free);
            switch (cell.Matrix)
            {
                case ModelMatrix.Lambda: lambda[(cell.Row * LatentSize) + cell.Column] = value; break;
                case ModelMatrix.Beta: beta[(cell.Row * LatentSize) + cell.Column] = value; break;
                case ModelMatrix.Psi: SetBoth(psi, LatentSize, cell, value); break;
                case ModelMatrix.Theta: SetBoth(theta, Size, cell, value); break;
                case ModelMatrix.Nu: nu[cell.Row] = value; break;
                case ModelMatrix.Tau: Thresholds[responses!.First[cell.Row] + cell.Column] = value; break;
                case ModelMatrix.Delta: Scales[cell.Row] = value; break;
                default: alpha[cell.Row] = value; break;
            }
        }
    }

    private static void SetBoth(double[] matrix, int n, ModelCell cell, double value) =>
        matrix[(cell.Row * n) + cell.Column] = matrix[(cell.Column * n) + cell.Row] = value;

    private static void Symmetrize(double[] sigma, double[] theta, int p)
    {
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var mean = ((sigma[(i * p) + j] + sigma[(j * p) + i]) / 2) + theta[(i * p) + j];
                sigma[(i * p) + j] = sigma[(j * p) + i] = mean;
            }
        }
    }
}
