using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Compiled;

/// <content>Gradient, Hessian and expected information at the point evaluated last.</content>
internal sealed unsafe partial class CovarianceEvaluation
{
    /// <summary>Prepares derivatives at the last point and writes the gradient, in the order of the map.</summary>
    public void Differentiate(double* gradient)
    {
        if (function == FitFunction.Likelihood)
            Residual();
        Products();
        Gather();
        for (var j = 0; j < t; j++)
            gradient[j] = 2 * scales[j] * d[(map.X[j] * rowOfU) + map.Y[j]];
    }

    /// <summary>
    /// Writes the upper triangle of the Hessian of F, or of its expectation when <paramref name="expected"/>; times half the
    /// number of cases that is the information. Needs <see cref="Differentiate"/> at the same point.
    /// </summary>
    public void Curvature(double* hessian, bool expected)
    {
        if (function == FitFunction.DiagonallyWeightedLeastSquares)
            SlopesOfCells();
        for (var i = 0; i < t; i++)
        {
            var first = i & ~3;
            if (function == FitFunction.DiagonallyWeightedLeastSquares)
                WeightedRow(i, hessian + (i * rowOfT));
            else if (expected || function != FitFunction.Likelihood)
                ExpectedRow(i, first, hessian + (i * rowOfT));
            else
                ObservedRow(i, first, hessian + (i * rowOfT));
        }

        if (function == FitFunction.UnweightedLeastSquares)
            AddVariances(hessian);
        if (expected)
            return;
        foreach (ref readonly var term in map.Terms.AsSpan())
            hessian[term.Target] += term.Factor * d[term.Residual] * small[term.Element];
    }

    /// <summary>D = W - W S W.</summary>
    private void Residual()
    {
        PaddedKernels.Multiply(sample, rowOfP, weight, half, p, p, rowOfP);
        PaddedKernels.Multiply(weight, rowOfP, half, residual, p, p, rowOfP);
        for (var i = 0; i < p * rowOfP; i += 4)
            (Load(weight + i) - Load(residual + i)).Store(residual + i);
    }

    /// <summary>U'WU and U'DU from their blocks.</summary>
    private void Products()
    {
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
                psiBTransposed[(i * rowOfM) + j] = psiB[(j * rowOfM) + i];
        }

        Fill(g, weight, weightedImage, weightedSpread);
        Fill(d, residual, residualImage, residualSpread);
    }

    private void Fill(double* target, double* matrix, double* timesImage, double* timesSpread)
    {
        PaddedKernels.Multiply(image, rowOfP, matrix, timesImage, m, p, rowOfP);
        TimesTransposed(psiB, timesImage, timesSpread);
        for (var i = 0; i < p; i++)
        {
            var row = target + (i * rowOfU);
            Buffer.MemoryCopy(matrix + (i * rowOfP), row, p * sizeof(double), p * sizeof(double));
            for (var a = 0; a < m; a++)
            {
                row[p + a] = target[((p + a) * rowOfU) + i] = timesImage[(a * rowOfP) + i];
                row[p + m + a] = target[((p + m + a) * rowOfU) + i] = timesSpread[(a * rowOfP) + i];
            }
        }

        SmallProducts(timesImage);
        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b < m; b++)
            {
                var at = (a * rowOfM) + b;
                target[((p + a) * rowOfU) + p + b] = imageImage[at];
                target[((p + a) * rowOfU) + p + m + b] = target[((p + m + b) * rowOfU) + p + a] = imageSpread[at];
                target[((p + m + a) * rowOfU) + p + m + b] = spreadSpread[at];
            }
        }
    }

    /// <summary>K'(.)K by products of rows; K'(.)Q and Q'(.)Q from it, as Q = K Psi B'.</summary>
    private void SmallProducts(double* timesImage)
    {
        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                imageImage[(a * rowOfM) + b] = imageImage[(b * rowOfM) + a]
                    = PaddedKernels.Dot(image + (a * rowOfP), timesImage + (b * rowOfP), rowOfP);
            }
        }

        PaddedKernels.Multiply(imageImage, rowOfM, psiB, imageSpread, m, m, rowOfM);
        PaddedKernels.Multiply(psiBTransposed, rowOfM, imageSpread, spreadSpread, m, m, rowOfM);
    }

    /// <summary>
    /// Copies the columns x and y of every parameter to a row for each column of U, where the Hessian reads them in sequence.
    /// </summary>
    private void Gather()
    {
        var tail = map.TailStart;
        fixed (int* x = map.X, y = map.Y)
        {
            foreach (var r in map.GatheredRows)
            {
                double* ofG = g + (r * rowOfU), ofD = d + (r * rowOfU);
                double* toGx = gx + (r * rowOfT), toGy = gy + (r * rowOfT), toDx = dx + (r * rowOfT), toDy = dy + (r * rowOfT);
                for (var j = 0; j < tail; j++)
                {
                    toGx[j] = ofG[x[j]];
                    toGy[j] = ofG[y[j]];
                    toDx[j] = ofD[x[j]];
                    toDy[j] = ofD[y[j]];
                }
            }

            for (int start = tail, end; start < t; start = end)
            {
                for (end = start + 1; end < t && x[end] == x[end - 1] + 1;)
                    end++;
                for (var r = 0; r < map.ColumnCount; r++)
                {
                    var bytes = (end - start) * sizeof(double);
                    double* ofG = g + (r * rowOfU) + x[start], ofD = d + (r * rowOfU) + x[start];
                    var to = (r * rowOfT) + start;
                    Buffer.MemoryCopy(ofG, gx + to, bytes, bytes);
                    Buffer.MemoryCopy(ofG, gy + to, bytes, bytes);
                    Buffer.MemoryCopy(ofD, dx + to, bytes, bytes);
                    Buffer.MemoryCopy(ofD, dy + to, bytes, bytes);
                }
            }
        }
    }

    // 2 c_i c_j [ x'Wx y'Wy + x'Wy y'Wx ], primes of parameter i.
    private void ExpectedRow(int i, int first, double* row)
    {
        int x = map.X[i] * rowOfT, y = map.Y[i] * rowOfT;
        var scale = 2 * scales[i];
        for (var j = first; j < rowOfT; j++)
            row[j] = scale * scales[j] * ((gx[x + j] * gy[y + j]) + (gy[x + j] * gx[y + j]));
    }

    // The same with one W of each product less D, and what D adds.
    private void ObservedRow(int i, int first, double* row)
    {
        int x = map.X[i] * rowOfT, y = map.Y[i] * rowOfT;
        var scale = Vector256.Create(2 * scales[i]);
        for (var j = first; j < rowOfT; j += 4)
        {
            var straight = (Load(gx + x + j) * (Load(gy + y + j) - Load(dy + y + j))) - (Load(gy + y + j) * Load(dx + x + j));
            var crossed = (Load(gy + x + j) * (Load(gx + y + j) - Load(dx + y + j))) - (Load(gx + y + j) * Load(dy + x + j));
            Vector256.Store(scale * Load(scales + j) * (straight + crossed), row + j);
        }
    }

    private static Vector256<double> Load(double* source) =>
        Vector256.Load(source);
}
